"""Ranges and lists of dates that share a month or a year."""

from datetime import date

from dateline.times.anchors import Anchors
from dateline.times.grammar import Phrase, Piece, Reading
from dateline.times.placing import place_day, place_weekday
from dateline.times.rules.registry import GRAMMAR
from dateline.times.units import Stretch, Unit, day_of, weekday_near
from dateline.times.values import Between, Moment


def _moment(year: int | None, month: int, number: int, phrase: Phrase, anchors: Anchors) -> Moment | None:
    if year is not None:
        day = day_of(year, month, number)
        return Moment(Stretch(Unit.DAY, day)) if day else None
    if anchors.today is None or day_of(2000, month, number) is None:
        return None
    placed = place_day(month, number, anchors.today, anchors.tense(phrase.start, phrase.end))
    return Moment(placed) if placed else None


def _two_days(phrase: Phrase, anchors: Anchors) -> tuple[Moment, Moment] | None:
    """The two days of a range or a list; the year, if told, is that of the last."""
    year = phrase.number("year") if phrase.get("year") else None
    month = phrase.number("month")
    last_month = phrase.number("month2") if phrase.get("month2") else month
    last = _moment(year, last_month, phrase.number("day2"), phrase, anchors)
    if last is None:
        return None
    first_year = last.stretch.first.year - (1 if month > last_month else 0)
    first = _moment(first_year, month, phrase.number("day"), phrase, anchors)
    return (first, last) if first and first.stretch.first <= last.stretch.first else None


@GRAMMAR.rule(
    "month:ANYMONTH day:DAY RANGE day2:DAY (COMMA? year:ANYYEAR)?",
    "day:DAY RANGE day2:DAY OF? month:ANYMONTH (COMMA? year:ANYYEAR)?",
    "month:ANYMONTH day:DAY RANGE month2:ANYMONTH day2:DAY (COMMA? year:ANYYEAR)?",
    "day:DAY month:ANYMONTH RANGE day2:DAY month2:ANYMONTH (COMMA? year:ANYYEAR)?",
)
def days(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "December 20-21", "3-5 May 2024", "Dec. 30 - Jan. 2"."""
    found = _two_days(phrase, anchors)
    return Between(*found) if found else None


@GRAMMAR.rule(
    "month:ANYMONTH day:DAY (AND|TO) day2:DAY (COMMA? year:ANYYEAR)?",
    "day:DAY (AND|TO) day2:DAY OF? month:ANYMONTH (COMMA? year:ANYYEAR)?",
)
def two_days(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "April 24 and 25", "from 3 to 5 May": two expressions; the finder joins them where the words make a range of them."""
    found = _two_days(phrase, anchors)
    if found is None:
        return None
    names = ("month", "day", "day2", "year") if phrase.first is phrase["month"] else ("day", "day", "day2", "year")
    first_month, first_day, second_day, year = names
    month_first = first_month == "month"
    last = year if phrase.get("year") else second_day if month_first else "month"
    return (Piece(first_month, first_day, found[0]), Piece(second_day, last, found[1]))


@GRAMMAR.rule("day:WEEKDAY (TO|RANGE) day2:WEEKDAY")
def weekdays(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "Monday through Friday": the second is the first one after the first."""
    if anchors.today is None:
        return None
    first = place_weekday(phrase.number("day"), anchors.today, anchors.tense(phrase.start, phrase.end))
    last = Stretch(Unit.DAY, weekday_near(first.first, phrase.number("day2"), 1))
    return (Piece("day", "day", Moment(first)), Piece("day2", "day2", Moment(last)))


@GRAMMAR.rule("year:YEAR RANGE year2:YEAR", "year:YEAR RANGE year2:SHORT")
def years(phrase: Phrase, _anchors: Anchors) -> Reading:
    """As in "1994-1997", "2008-09"."""
    first, second = phrase.number("year"), phrase["year2"]
    last = int(second.number or 0)
    if second.terminal != "YEAR":
        if len(second.text) != 2:
            return None
        last += first // 100 * 100
    if not first < last < first + 150:
        return None
    return Between(Moment(Stretch(Unit.YEAR, date(first, 1, 1))), Moment(Stretch(Unit.YEAR, date(last, 1, 1))))


@GRAMMAR.rule("month:ANYMONTH RANGE month2:ANYMONTH COMMA? year:YEAR", "month:ANYMONTH RANGE month2:ANYMONTH OF? year:YEAR")
def months(phrase: Phrase, _anchors: Anchors) -> Reading:
    """As in "March-May 2024"."""
    year, first, last = phrase.number("year"), phrase.number("month"), phrase.number("month2")
    begins = Stretch(Unit.MONTH, date(year - (1 if first > last else 0), first, 1))
    return Between(Moment(begins), Moment(Stretch(Unit.MONTH, date(year, last, 1))))

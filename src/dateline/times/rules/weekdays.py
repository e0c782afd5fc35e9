"""Weekdays and weekends."""

from datetime import date

from dateline.times.anchors import Anchors
from dateline.times.grammar import Phrase, Reading
from dateline.times.placing import last_weekend, place_day, place_month, place_weekday
from dateline.times.rules.registry import GRAMMAR
from dateline.times.tense import Tense
from dateline.times.units import Stretch, Unit, add_days, day_of, stretch_around, weekday_near
from dateline.times.values import Days, Moment, Unplaced

# "Sunday Times", "Wednesday" the football club and the like.
_TITLES = (
    "times",
    "mirror",
    "post",
    "telegraph",
    "express",
    "mail",
    "herald",
    "tribune",
    "league",
    "people",
    "agreement",
    "school",
)
_NAMES = ("bloody", "super", "ruby", "sheffield", "black", "casual", "the daily")


def _nameless(day: int) -> Unplaced:
    return Unplaced(f"XXXX-WXX-{day + 1}")


@GRAMMAR.rule(
    "day:WEEKDAY",
    "PHASES ON? day:WEEKDAY",
)
def weekday(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "Monday", "early Monday", "late Monday"; TIMEX3 gives the day, as its corpora do."""
    day = phrase.number("day")
    after = anchors.words_after(phrase.end)
    if after[:1].isupper() and after.lower().startswith(_TITLES):
        return None
    if anchors.words_before(phrase.start).endswith(_NAMES):
        return None
    if anchors.today is None:
        return _nameless(day)
    owner = after.startswith(("'s ", "’s "))
    return Moment(place_weekday(day, anchors.today, Tense.PAST if owner else anchors.tense(phrase.start, phrase.end)))


@GRAMMAR.rule("abbreviation:DAYABBR")
def abbreviated_weekday(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "Mon." with its dot, or after "on"."""
    token = phrase["abbreviation"]
    if not token.text.endswith(".") and anchors.text[token.end - 1 : token.end] != ".":
        return None
    if anchors.today is None:
        return _nameless(phrase.number("abbreviation"))
    return Moment(place_weekday(phrase.number("abbreviation"), anchors.today, anchors.tense(phrase.start, phrase.end)))


@GRAMMAR.rule(
    "THIS? (back:BACK|forth:FORTH) day:WEEKDAY",
    "THE (back:PREVIOUS|forth:FOLLOWING|forth:NEXT) day:WEEKDAY",
    "THIS day:WEEKDAY",
    "THAT day:WEEKDAY",
)
def turned_weekday(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "last Friday", "next Monday", "this Sunday", "the following Tuesday" (after the day told)."""
    day, today = phrase.number("day"), anchors.today
    if today is None:
        return _nameless(day)
    back, forth = phrase.get("back"), phrase.get("forth")
    definite = phrase.first.terminal == "THE"
    start = anchors.told_day if definite and anchors.told_day else today
    if back or forth:
        return Moment(Stretch(Unit.DAY, weekday_near(start, day, -1 if back else 1)))
    return Moment(Stretch(Unit.DAY, add_days(today, day - today.weekday())))


@GRAMMAR.rule(
    "day:WEEKDAY OF? (back:LAST|forth:NEXT|THIS) WEEKWORD",
    "(back:LAST|forth:NEXT|THIS) WEEKWORD POSSESSIVE? ON? day:WEEKDAY",
    "A WEEKWORD back:AGO (LAST|ON)? day:WEEKDAY",
)
def weekday_of_week(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "Friday last week", "Monday of next week"."""
    day = phrase.number("day")
    if anchors.today is None:
        return _nameless(day)
    monday = stretch_around(anchors.today, Unit.WEEK).first
    steps = -7 if phrase.get("back") else 7 if phrase.get("forth") else 0
    return Moment(Stretch(Unit.DAY, add_days(monday, day + steps)))


@GRAMMAR.rule("THE (nth:RANK|last:LAST) day:WEEKDAY (OF|IN) month:ANYMONTH (COMMA? year:ANYYEAR)?")
def nth_weekday(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "the first Monday of May 2024"."""
    if phrase.get("year"):
        month = Stretch(Unit.MONTH, date(phrase.number("year"), phrase.number("month"), 1))
    elif anchors.today is None:
        return _nameless(phrase.number("day"))
    else:
        month = place_month(phrase.number("month"), anchors.today, anchors.tense(phrase.start, phrase.end))
    if phrase.get("last"):
        return Moment(Stretch(Unit.DAY, weekday_near(add_days(month.last, 1), phrase.number("day"), -1)))
    first = weekday_near(add_days(month.first, -1), phrase.number("day"), 1)
    found = add_days(first, 7 * (phrase.number("nth") - 1))
    return Moment(Stretch(Unit.DAY, found)) if month.first <= found <= month.last else None


@GRAMMAR.rule("THE (nth:RANK|last:LAST) WEEKWORD (OF|IN) month:ANYMONTH (COMMA? year:ANYYEAR)?")
def week_of_month(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "the last week of March": seven days of the month, which is all that TIMEX3 can name."""
    if phrase.get("year"):
        month = Stretch(Unit.MONTH, date(phrase.number("year"), phrase.number("month"), 1))
    elif anchors.today is None:
        return Unplaced(f"XXXX-{phrase.number('month'):02d}")
    else:
        month = place_month(phrase.number("month"), anchors.today, anchors.tense(phrase.start, phrase.end))
    first = add_days(month.last, -6) if phrase.get("last") else add_days(month.first, 7 * (phrase.number("nth") - 1))
    if first > month.last:
        return None
    return Unplaced(month.name, days=Days(first, min(add_days(first, 6), month.last), "week"))


@GRAMMAR.rule(
    "THE? WEEKENDWORD OF month:ANYMONTH day:DAY (RANGE|TO|AND)? DAY? (COMMA? year:ANYYEAR)?",
    "THE? WEEKENDWORD OF day:DAY ((RANGE|TO|AND) DAY)? OF? month:ANYMONTH (COMMA? year:ANYYEAR)?",
    "THE? WEEKENDWORD OF month:ANYMONTH day:DAY (RANGE|TO) ANYMONTH DAY (COMMA? year:ANYYEAR)?",
)
def dated_weekend(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "the weekend of December 20-21": without a year, the one in which that Saturday or Sunday lies nearest today."""
    month, number = phrase.number("month"), phrase.number("day")
    if phrase.get("year"):
        day = day_of(phrase.number("year"), month, number)
    elif anchors.today is None:
        return Unplaced(f"XXXX-{month:02d}-{number:02d}")
    else:
        placed = place_day(month, number, anchors.today, anchors.tense(phrase.start, phrase.end))
        day = placed.first if placed else None
    return Moment(stretch_around(day, Unit.WEEKEND)) if day else None


@GRAMMAR.rule(
    "THE WEEKENDWORD",
    "(back:LAST|back:PAST|THIS back:PAST|THE back:PAST|THE back:LAST|THE back:PREVIOUS) WEEKENDWORD",
    "(forth:NEXT|THE forth:FOLLOWING|THE forth:COMING|THIS forth:COMING) WEEKENDWORD",
    "this:THIS WEEKENDWORD",
)
def weekend(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "over the weekend" by its tense, "last weekend", "this weekend"."""
    today = anchors.today
    if today is None:
        return Unplaced("XXXX-WXX-WE")
    present = stretch_around(today, Unit.WEEKEND)
    if phrase.get("this"):
        return Moment(present)
    if phrase.get("back"):
        return Moment(last_weekend(add_days(today, -2)))
    if phrase.get("forth"):
        return Moment(present.next() if today.weekday() >= 5 else present)
    if anchors.tense(phrase.start, phrase.end) is Tense.FUTURE:
        return Moment(present)
    return Moment(last_weekend(today))

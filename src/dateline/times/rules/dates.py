"""Calendar dates told by name or number: days, months and years."""

import re
from datetime import date

from dateline.times.anchors import Anchors
from dateline.times.grammar import Phrase, Reading
from dateline.times.placing import place_day, place_month, place_number, turn_month
from dateline.times.rules.registry import GRAMMAR
from dateline.times.units import Stretch, Unit, day_of, shift
from dateline.times.values import Clock, Moment, Unplaced

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?)?")
# "May" and "March" alone are months only after one of these.
_LEADS_TO_MONTH = re.compile(
    r"(?:\b(?:in|since|by|until|till|last|of|from|to|early|late|mid|this|next|for|and|or|through|before|after|during|between|around|"
    r"ended|ending|beginning|starting|each|every|to|the)|[(–—-])$"
)
# A four-digit figure is a count after these words, and before a plural.
_LEADS_TO_COUNT = re.compile(
    r"(?:\b(?:about|some|than|nearly|over|least|almost|approximately|roughly|no\.|route|highway|to)|[$€£#.:])$"
)
_COUNTED = re.compile(
    r"(?:people|troops|soldiers|men|women|workers|members|civilians|feet|miles|tons|tonnes|km|meters|metres|dollars|shares)\b"
)


def is_year(phrase: Phrase, anchors: Anchors) -> bool:
    """Whether a bare four-digit figure reads as a year."""
    year = phrase.number("year")
    if not 1000 <= year < 2200:
        return False
    if _COUNTED.match(anchors.words_after(phrase.end)):
        return False
    before = anchors.words_before(phrase.start)
    if not 1500 <= year <= 2100 and anchors.word_before(phrase.start) not in (
        "in",
        "since",
        "by",
        "until",
        "of",
        "from",
        "before",
        "after",
    ):
        return False
    return not _LEADS_TO_COUNT.search(before) or (before.endswith("to") and 1800 <= year <= 2100) or "from" in before[-12:]


@GRAMMAR.rule("when:ISODATE")
def iso_date(phrase: Phrase, _anchors: Anchors) -> Reading:
    """2025-12-22, 2025-12-22T14:30Z."""
    found = _ISO.match(phrase["when"].text)
    if found is None:
        return None
    year, month, number, hour, minute, second, zone = found.groups()
    day = day_of(int(year), int(month), int(number))
    if day is None:
        return None
    if hour is None or int(hour) > 24 or int(minute) > 59:
        return Moment(Stretch(Unit.DAY, day))
    clock = Clock(int(hour), int(minute), int(second) if second else None, zone or "")
    return Moment(Stretch(Unit.DAY, day), clock=clock)


@GRAMMAR.rule("when:NUMERIC")
def numeric_date(phrase: Phrase, _anchors: Anchors) -> Reading:
    """12/25/1998, 25.12.1998: with dots the day comes first, else the month, unless it cannot be one."""
    text = phrase["when"].text
    first, second, year = (int(part) for part in re.split(r"[/.-]", text))
    year += 0 if year > 99 else 2000 if year < 50 else 1900
    for month, number in ((second, first),) if "." in text else ((first, second), (second, first)):
        day = day_of(year, month, number)
        if day:
            return Moment(Stretch(Unit.DAY, day))
    return None


@GRAMMAR.rule(
    "(weekday:ANYDAY COMMA?)? THE? month:ANYMONTH THE? day:DAY (COMMA? year:ANYYEAR)?",
    "(weekday:ANYDAY COMMA?)? THE? day:DAY OF? month:ANYMONTH (COMMA? year:ANYYEAR)?",
    "(weekday:ANYDAY COMMA?)? day:DIGITDAY HYPHEN month:ANYMONTH (HYPHEN year:ANYYEAR)?",
    "THE? day:DAY DAYWORD? OF month:ANYMONTH (COMMA? year:ANYYEAR)?",
)
def day_of_month(phrase: Phrase, anchors: Anchors) -> Reading:
    """December 21, 2025; 21 December; the 21st of December; Monday, Dec. 21."""
    month, number = phrase.number("month"), phrase.number("day")
    if phrase.get("year"):
        day = day_of(phrase.number("year"), month, number)
        return Moment(Stretch(Unit.DAY, day)) if day else None
    if day_of(2000, month, number) is None:
        return None
    if anchors.today is None:
        return Unplaced(f"XXXX-{month:02d}-{number:02d}")
    weekday = phrase.number("weekday") if phrase.get("weekday") else None
    placed = place_day(month, number, anchors.today, anchors.tense(phrase.start, phrase.end), weekday)
    return Moment(placed) if placed else None


@GRAMMAR.rule(
    "LAST month:ANYMONTH day:DIGITDAY",
    "LAST month:ANYMONTH day:NTH",
)
def last_day_of_month(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "last Oct. 23": the latest one before today."""
    if anchors.today is None:
        return Unplaced(f"XXXX-{phrase.number('month'):02d}-{phrase.number('day'):02d}")
    for year in (anchors.today.year, anchors.today.year - 1):
        day = day_of(year, phrase.number("month"), phrase.number("day"))
        if day and day <= anchors.today:
            return Moment(Stretch(Unit.DAY, day))
    return None


@GRAMMAR.rule(
    "month:ANYMONTH (COMMA|OF|HYPHEN)? year:ANYYEAR",
    "PHASES HYPHEN? IN? month:ANYMONTH (COMMA|OF|HYPHEN)? year:ANYYEAR",
    "THE EDGE OF month:ANYMONTH COMMA? year:ANYYEAR",
)
def month_of_year(phrase: Phrase, _anchors: Anchors) -> Reading:
    """February 2022, early March 1998, the end of May 2024."""
    return Moment(Stretch(Unit.MONTH, date(max(phrase.number("year"), 1), phrase.number("month"), 1)))


@GRAMMAR.rule(
    "month:ANYMONTH",
    "PHASES HYPHEN? IN? month:ANYMONTH",
    "THE EDGE OF month:ANYMONTH",
    "PHASE HYPHEN? TO PHASE HYPHEN? month:ANYMONTH",
)
def month_alone(phrase: Phrase, anchors: Anchors) -> Reading:
    """October, mid-October, the end of May."""
    month = phrase["month"]
    alone = phrase.length == 1
    if alone and month.terminal == "MONTHABBR":
        return None
    if alone and month.terminal == "MAY" and not _LEADS_TO_MONTH.search(anchors.words_before(month.start)):
        return None
    if anchors.today is None:
        return Unplaced(f"XXXX-{phrase.number('month'):02d}")
    return Moment(place_month(phrase.number("month"), anchors.today, anchors.tense(phrase.start, phrase.end)))


@GRAMMAR.rule("THIS? (back:BACK|forth:FORTH) month:ANYMONTH", "THIS month:ANYMONTH")
def turned_month(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "last May", "next March", "this September"."""
    month, today = phrase.number("month"), anchors.today
    if today is None:
        return Unplaced(f"XXXX-{month:02d}")
    if phrase.get("back") or phrase.get("forth"):
        return Moment(turn_month(month, today, -1 if phrase.get("back") else 1))
    return Moment(Stretch(Unit.MONTH, date(today.year, month, 1)))


@GRAMMAR.rule(
    "(PHASE HYPHEN?)? month:ANYMONTH OF? (back:LAST|THIS|forth:NEXT|same:THAT) YEARWORD",
    "(PHASE HYPHEN?)? month:ANYMONTH OF THE (back:PREVIOUS|forth:FOLLOWING|same:THAT) YEARWORD",
)
def month_of_turned_year(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "in March last year", "December of this year"."""
    month, today = phrase.number("month"), anchors.today
    if today is None:
        return Unplaced(f"XXXX-{month:02d}")
    year = anchors.narrative.first.year if phrase.get("same") and anchors.narrative else today.year
    step = -1 if phrase.get("back") else 1 if phrase.get("forth") else 0
    return Moment(Stretch(Unit.MONTH, shift(date(year, month, 1), Unit.YEAR, step)))


@GRAMMAR.rule("THE day:NTH", "THE day:NTH OF THIS MONTHWORD", "THE day:NTH OF back:BACK MONTHWORD")
def numbered_day(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "the 20th"; an ordinal before a noun ("the 20th attack") is none."""
    if anchors.today is None or not 1 <= phrase.number("day") <= 31:
        return None
    if phrase.get("back"):
        month = shift(anchors.today.replace(day=1), Unit.MONTH, -1)
        day = day_of(month.year, month.month, phrase.number("day"))
        return Moment(Stretch(Unit.DAY, day)) if day else None
    if re.match(r"[\w\"'“‘$-]", anchors.text[phrase.end : phrase.end + 1]) or re.match(
        r"(?!and\b|at\b|in\b|when\b|with\b|but\b|to\b|that\b|by\b|after\b|before\b|as\b)\w", anchors.words_after(phrase.end)
    ):
        return None
    placed = place_number(phrase.number("day"), anchors.today, anchors.tense(phrase.start, phrase.end))
    return Moment(placed) if placed else None


@GRAMMAR.rule("year:YEAR", "THE? YEARWORD year:ANYYEAR", "spelled:SPELLEDYEAR")
def year_alone(phrase: Phrase, anchors: Anchors) -> Reading:
    """1996, the year 2000."""
    if phrase.get("spelled"):
        year = phrase.number("spelled")
        in_year = anchors.word_before(phrase.start) in ("in", "since", "of", "by", "until", "from", "to", "between")
        return Moment(Stretch(Unit.YEAR, date(year, 1, 1))) if in_year and 1000 < year < 2200 else None
    worded = phrase.length > 1
    if not worded and not is_year(phrase, anchors):
        return None
    return Moment(Stretch(Unit.YEAR, date(phrase.number("year"), 1, 1)))


@GRAMMAR.rule(
    "PHASES HYPHEN? IN? year:YEAR",
    "THE EDGE OF year:YEAR",
    "YEAREND year:YEAR",
)
def part_of_year(phrase: Phrase, _anchors: Anchors) -> Reading:
    """Early 1998, the end of 1990."""
    return Moment(Stretch(Unit.YEAR, date(phrase.number("year"), 1, 1)))

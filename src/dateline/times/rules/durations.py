"""Lengths of time, free ("three hours") or tied to the report ("the past 24 hours", "in the coming days")."""

import re
from datetime import date

from dateline.times.anchors import Anchors
from dateline.times.grammar import Phrase, Reading
from dateline.times.numerals import Token
from dateline.times.rules.registry import GRAMMAR
from dateline.times.units import CLOCK_UNITS, Unit, add_days, precision_of, shift
from dateline.times.values import Days, Duration, Vague

# "Several" of a unit, and the days of "the coming days" and "recent days", by the codebook.
_SEVERAL, _DAYS_AROUND = 3, 7
_LEADS_TO_LENGTH = re.compile(
    r"\b(?:in|for|within|after|over|during|than|took|takes?|spent|lasting|lasts?|lasted|nearly|about|almost|just|only|least|every|"
    r"once|through|of|until|before|by|and|next|last|past|or|another|extra)$"
)
_LEADS_TO_VAGUE = re.compile(
    r"\b(?:for|in|within|after|over|take|took|taken|takes|few|recent|several|last|lasted|of|many|the|just)$"
)


def _count(token: Token | None) -> float | None:
    return 1.0 if token is None else token.number


def back_from(today: date | None, count: float | None, unit: Unit) -> Days | None:
    """The days of "the past N units", ending today: a week is seven days, 24 hours reach back to yesterday."""
    if today is None:
        return None
    number = int(count or (_SEVERAL if unit not in (Unit.DAY, *CLOCK_UNITS) else _DAYS_AROUND))
    if unit in CLOCK_UNITS:
        return Days(add_days(today, -max(number // 24 - 1, 1)) if unit is Unit.HOUR else today, today, "day")
    precision = "week" if unit is Unit.DAY and count is None else precision_of(unit)
    return Days(min(add_days(shift(today, unit, -number), 1), today), today, precision)


def on_from(today: date | None, count: float | None, unit: Unit) -> Days | None:
    """The days of "the next N units": from tomorrow on; "the coming days" are a week."""
    if today is None:
        return None
    number = int(count or (_SEVERAL if unit not in (Unit.DAY, *CLOCK_UNITS) else _DAYS_AROUND))
    if unit in CLOCK_UNITS:
        return Days(today, add_days(today, max(number // 24, 1)) if unit is Unit.HOUR else today, "day")
    precision = "week" if unit is Unit.DAY and count is None else precision_of(unit)
    return Days(add_days(today, 1), max(shift(today, unit, number), add_days(today, 1)), precision)


@GRAMMAR.rule(
    "ROUGHLY? count:COUNT (MORE|OTHER)? unit:ANYUNIT",
    "ROUGHLY? THE count:COUNT unit:ANYUNIT",
    "ROUGHLY? DEFINITE? ROUGHLY? count:COUNT HYPHEN? unit:ANYUNIT",
    "ANOTHER? count:COUNT (MORE|FULL)? unit:ANYUNIT",
    "ROUGHLY? count:HALFA unit:ANYUNIT",
    "ROUGHLY? count:HALF THE unit:ANYUNIT",
    "ROUGHLY? THE? RANK count:COUNT unit:UNITS",
    "DEFINITE? YEARWORD HYPHEN EARLIER count:COUNT unit:UNITS",
    "count:COUNT (OR|TO|HYPHEN) COUNT unit:ANYUNIT",
)
def counted(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "three hours", "nearly four years", "a few minutes", "the first nine months"."""
    token, unit = phrase["count"], phrase["unit"]
    singular = unit.terminal != "UNITS"
    figure = token.terminal not in ("SOME", "COUPLE")
    if unit.terminal == "SECOND" and token.number != 1:
        return None
    if singular and figure and token.number != 1 and token.terminal == "BIG" and "," in token.text:
        return None
    if unit.unit is Unit.QUARTER and ((singular and token.number != 1) or "-" in anchors.text[phrase.start : phrase.end]):
        return None
    if anchors.words_before(phrase.start).endswith(("$", "no.", "chapter")):
        return None
    return Duration(token.number, unit.unit or Unit.DAY)


@GRAMMAR.rule(
    "count:COUNT HYPHEN unit:ANYUNIT (HYPHEN? LONG)?",
    "ROUGHLY? count:COUNT HYPHEN unit:ANYUNIT",
    "unit:ANYUNIT HYPHEN LONG",
    "unit:LONGUNIT LONG",
    "unit:ANYUNIT HYPHEN OLD",
    "unit:YEARLONG",
)
def hyphened(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "five-year", "day-long"."""
    token = phrase.get("count")
    unit = phrase["unit"]
    if unit.terminal == "UNITS" and unit.unit is Unit.QUARTER:
        return None  # "three-quarters" is a share
    if unit.terminal == "SECOND" and token and anchors.words_after(phrase.end).startswith("degree"):
        return None
    return Duration(None if token is None and unit.terminal == "UNITS" else _count(token), unit.unit or Unit.DAY)


@GRAMMAR.rule(
    "ROUGHLY? (count:HALF|count:AHALF) HYPHEN unit:UNIT",
    "count:QUARTERWORD HYPHEN unit:CENTURYWORD",
    "count:HALFA unit:CENTURYWORD",
)
def fraction(phrase: Phrase, _anchors: Anchors) -> Reading:
    """As in "half-century", "quarter-century"."""
    unit = phrase["unit"].unit or Unit.DAY
    if unit not in (Unit.HOUR, Unit.YEAR, Unit.DECADE, Unit.CENTURY):
        return None
    return Duration(phrase["count"].number or 0.25, unit)


@GRAMMAR.rule(
    "DEFINITE? count:COUNT HYPHEN? unit:ANYUNIT HYPHEN OLD",
    "A count:COUNT HYPHEN? unit:ANYUNIT HYPHEN OLD",
    "ROUGHLY? count:COUNT unit:UNITS OLD",
)
def age(phrase: Phrase, _anchors: Anchors) -> Reading:
    """As in "52 years old" and "6-year-old" are ages, no times; an "8-month-old truce" has lasted so long."""
    hyphened_age = phrase.tokens[phrase.match.end() - 2].terminal == "HYPHEN"
    if phrase["unit"].unit is Unit.YEAR or not hyphened_age:
        return ()
    if phrase.first is not phrase["count"]:
        return None  # the words before the count are no part of it
    return Duration(phrase["count"].number, phrase["unit"].unit or Unit.MONTH)


@GRAMMAR.rule(
    "ROUGHLY? A unit:UNIT",
    "ROUGHLY? A MORE unit:UNIT",
    "ROUGHLY? ANOTHER unit:UNIT",
    "ROUGHLY? A FULL? unit:UNIT (OR SO)",
    "ROUGHLY? A unit:UNIT AND half:AHALF",
    "ROUGHLY? A FORTNIGHT",
)
def one(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "a week", "an hour", where the words before it do not count by it ("hundreds a day" is a set)."""
    unit = phrase["unit"].unit if phrase.get("unit") else Unit.WEEK
    if unit is None or unit is Unit.WEEKEND or (unit is Unit.QUARTER):
        return None
    if phrase.length > 2 or _LEADS_TO_LENGTH.search(anchors.words_before(phrase.start)):
        return Duration(2 if phrase.get("unit") is None else 1.5 if phrase.get("half") else 1, unit)
    return None


@GRAMMAR.rule(
    "APPROXIMATELY? DEFINITE? back:BACK count:COUNT (FULL|OTHER)? unit:ANYUNIT",
    "APPROXIMATELY? THE APPROXIMATELY? back:PAST unit:UNIT",
    "APPROXIMATELY? THE back:LAST unit:UNIT",
    "EACH OF THE back:BACK count:COUNT unit:UNITS",
    "EACH OF THE count:COUNT unit:UNITS",
    "back:PAST unit:UNIT",
    "APPROXIMATELY? DEFINITE? back:BACK HALFA unit:UNIT",
    "APPROXIMATELY? DEFINITE? back:BACK count:HALF unit:UNIT",
    "DEFINITE? back:BACK SCALE unit:UNITS",
)
def backward(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "the past three months", "the last few days", "the past week": a length that ends with the report."""
    unit = phrase["unit"].unit or Unit.DAY
    token = phrase.get("count")
    count = token.number if token else 1.0
    if token is None and unit in (Unit.QUARTER, Unit.WEEKEND, Unit.MINUTE, Unit.SECOND):
        return None
    return Duration(count, unit, back_from(anchors.today, count, unit))


@GRAMMAR.rule(
    "APPROXIMATELY? DEFINITE? (NEXT|COMING|FOLLOWING) count:COUNT (OTHER)? unit:ANYUNIT",
    "APPROXIMATELY? DEFINITE? count:COUNT (COMING|FOLLOWING) unit:ANYUNIT",
)
def forward(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "the next two weeks", "the coming few days"."""
    unit = phrase["unit"].unit or Unit.DAY
    count = phrase["count"].number
    return Duration(count, unit, on_from(anchors.today, count, unit))


@GRAMMAR.rule("APPROXIMATELY? THE? RECENT unit:UNITS (AND UNITS)?", "THE? (LAST|PAST) unit:UNITS", "THE MORE RECENT unit:UNITS")
def recent(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "recent months", "in recent days"."""
    unit = phrase["unit"].unit or Unit.DAY
    return Duration(None, unit, back_from(anchors.today, None, unit))


@GRAMMAR.rule(
    "THE? FORTH unit:UNITS (AND UNITS)?", "THE? FUTURE unit:UNITS", "THE? unit:UNITS AHEAD", "THE? COMING unit:UNITS AND UNITS"
)
def coming(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "in the coming days": from tomorrow, a week (codebook)."""
    unit = phrase["unit"].unit or Unit.DAY
    return Vague("FUTURE_REF", on_from(anchors.today, None, unit))


@GRAMMAR.rule("unit:UNITS", "THE RANK unit:UNITS", "APPROXIMATELY unit:UNITS")
def uncounted(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "for years", "within weeks"."""
    unit = phrase["unit"].unit or Unit.DAY
    if unit in (Unit.SECOND, Unit.MINUTE, Unit.WEEKEND, Unit.QUARTER) or not _LEADS_TO_VAGUE.search(
        anchors.words_before(phrase.start)
    ):
        return None
    return Duration(None, unit)


@GRAMMAR.rule("DEFINITE? count:COUNT NIGHTS")
def nights(phrase: Phrase, _anchors: Anchors) -> Reading:
    """As in "three nights"."""
    return Duration(phrase["count"].number, Unit.DAY)

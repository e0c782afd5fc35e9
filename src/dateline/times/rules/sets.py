"""Sets of times: "every Tuesday", "daily", "twice a week"."""

import re

from dateline.times.anchors import Anchors
from dateline.times.grammar import Phrase, Reading
from dateline.times.phrases import PARTS
from dateline.times.rules.registry import GRAMMAR
from dateline.times.units import SEASONS, Unit
from dateline.times.values import Recurring, period

_COUNTS_BY = re.compile(r"\b(?:times|twice|once|(?!hours|cents|dollars|euros|was|has)[a-z]{3,}s)$")


@GRAMMAR.rule(
    "(APPROXIMATELY)? EACH unit:UNIT",
    "(APPROXIMATELY)? EACH AND EACH unit:UNIT",
    "(APPROXIMATELY)? EACH other:OTHER unit:UNIT",
    "(APPROXIMATELY)? EACH count:COUNT unit:UNITS",
    "(APPROXIMATELY)? EACH SOME unit:UNITS",
)
def each_unit(phrase: Phrase, _anchors: Anchors) -> Reading:
    """As in "every day", "every other week", "every six months"."""
    counted = phrase.get("count")
    count = 2.0 if phrase.get("other") else counted.number if counted else None if phrase["unit"].terminal == "UNITS" else 1.0
    return Recurring(period(count, phrase["unit"].unit or Unit.DAY))


@GRAMMAR.rule("unit:DAILY")
def adverb(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "daily", "annually"; with a capital inside a sentence it is a name ("the Daily Mail")."""
    word = phrase["unit"]
    if word.text[0].isupper() and anchors.words_before(phrase.start)[-1:] not in ("", ".", '"', "“"):
        return None
    return Recurring(period(word.number, word.unit or Unit.DAY))


@GRAMMAR.rule(
    "TIMES A unit:UNIT",
    "COUNT TIMESWORD A unit:UNIT",
    "PER unit:UNIT",
    "A unit:UNIT",
    "TIMES EACH unit:UNIT",
    "COUNT TIMESWORD PER unit:UNIT",
)
def rate(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "twice a week", "hundreds of interviews a day"."""
    alone = phrase.length == 2
    if alone and phrase.first.terminal == "A" and not _COUNTS_BY.search(anchors.words_before(phrase.start)):
        return None
    if phrase["unit"].unit in (Unit.QUARTER, Unit.WEEKEND) and alone:
        return None
    return Recurring(period(1, phrase["unit"].unit or Unit.DAY))


@GRAMMAR.rule("EACH day:WEEKDAY", "day:WEEKDAYS", "ON day:WEEKDAYS", "EACH day:WEEKDAY part:PART", "day:WEEKDAY part:PARTS")
def each_weekday(phrase: Phrase, _anchors: Anchors) -> Reading:
    """As in "every Tuesday", "on Sundays", "Friday nights"."""
    part = phrase.get("part")
    code = f"T{PARTS[part.word.rstrip('s')].code}" if part else ""
    return Recurring(f"XXXX-WXX-{phrase.number('day') + 1}{code}")


@GRAMMAR.rule("EACH month:ANYMONTH")
def each_month(phrase: Phrase, _anchors: Anchors) -> Reading:
    """As in "each July"."""
    return Recurring(f"XXXX-{phrase.number('month'):02d}")


@GRAMMAR.rule("EACH season:SEASON", "(IN|THE)? season:SEASONS")
def each_season(phrase: Phrase, _anchors: Anchors) -> Reading:
    """As in "every winter"."""
    return Recurring(f"XXXX-{SEASONS[phrase.number('season')]}")


@GRAMMAR.rule("EACH part:PART", "IN THE parts:PARTS", "parts:PARTS")
def each_part(phrase: Phrase, _anchors: Anchors) -> Reading:
    """As in "every morning"."""
    word = phrase["part"].word if phrase.get("part") else phrase["parts"].word.rstrip("s")
    return Recurring(f"XXXX-XX-XXT{PARTS[word].code}")


@GRAMMAR.rule("EACH WEEKENDWORD", "unit:UNITS")
def each_weekend(phrase: Phrase, _anchors: Anchors) -> Reading:
    """As in "every weekend", "weekends"."""
    if phrase.get("unit") and phrase["unit"].unit is not Unit.WEEKEND:
        return None
    return Recurring("XXXX-WXX-WE")


@GRAMMAR.rule("WEEKDAYSWORD")
def weekdays(_phrase: Phrase, _anchors: Anchors) -> Reading:
    """As in "on weekdays"."""
    return Recurring("XXXX-WXX")

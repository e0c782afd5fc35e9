"""Quarters, halves, seasons, decades, centuries and fiscal years."""

from datetime import date

from dateline.times.anchors import Anchors
from dateline.times.grammar import Phrase, Reading
from dateline.times.placing import nearest, place_season, turn_season
from dateline.times.rules.registry import GRAMMAR
from dateline.times.units import SEASONS, Stretch, Unit, stretch_around
from dateline.times.values import Moment, Unplaced

_MONTHS = {Unit.QUARTER: 3, Unit.HALF: 6}


def _year_of(phrase: Phrase, anchors: Anchors) -> int | None:
    """The year that a phrase of this family names or points to; None without an anchor."""
    if phrase.get("year"):
        return phrase.number("year")
    if anchors.today is None:
        return None
    return anchors.today.year + (-1 if phrase.get("back") else 1 if phrase.get("forth") else 0)


@GRAMMAR.rule(
    "DEFINITE? nth:RANK (HYPHEN|FISCAL)? unit:QUARTERWORD ((OF|COMMA)? (FISCAL|THE YEARWORD)? year:YEAR)?",
    "DEFINITE? year:YEAR nth:RANK HYPHEN? unit:QUARTERWORD",
    "DEFINITE? FISCAL year:YEAR? nth:RANK HYPHEN? unit:QUARTERWORD",
    "DEFINITE? nth:RANK HYPHEN? unit:QUARTERWORD OF? (back:LAST|THIS|forth:NEXT) YEARWORD",
    "DEFINITE? nth:RANK HYPHEN? unit:HALF OF ((THE|THIS|back:LAST|forth:NEXT) YEARWORD|year:YEAR)",
    "DEFINITE? last:LAST unit:QUARTERWORD OF year:YEAR",
    "DEFINITE? last:LAST unit:HALF OF year:YEAR",
    "THIS YEARWORD POSSESSIVE nth:RANK unit:QUARTERWORD",
    "back:LAST YEARWORD POSSESSIVE nth:RANK unit:QUARTERWORD",
    "Q nth:D12 (COMMA? year:YEAR)?",
)
def part_of_year(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "the third quarter of 1984", "third-quarter", "the first half of last year"."""
    unit = (phrase.get("unit") and phrase["unit"].unit) or Unit.QUARTER
    if phrase.first.terminal == "Q" and phrase["nth"].start != phrase.first.end:
        return None
    months = _MONTHS[unit]
    count = 12 // months
    number = count if phrase.get("last") else phrase.number("nth")
    if not 1 <= number <= count:
        return None
    year = _year_of(phrase, anchors)
    if year is None:
        return Unplaced(f"XXXX-{'Q' if unit is Unit.QUARTER else 'H'}{number}")
    told = phrase.get("year") or phrase.get("back") or phrase.get("forth")
    years = (year,) if told else (year - 1, year, year + 1)
    parts = [Stretch(unit, date(max(y, 1), (number - 1) * months + 1, 1)) for y in years]
    if len(parts) == 1 or anchors.today is None:
        return Moment(parts[0])
    placed = nearest(parts, anchors.today, anchors.tense(phrase.start, phrase.end))
    return Moment(placed) if placed else None


@GRAMMAR.rule(
    "THE? PHASE? HYPHEN? season:SEASON OF? year:ANYYEAR",
    "THE (EDGE OF) season:SEASON OF year:ANYYEAR",
)
def season_of_year(phrase: Phrase, _anchors: Anchors) -> Reading:
    """As in "the winter of 1994": TIMEX3 names a winter after the year that it begins in."""
    return Moment(Stretch(Unit.SEASON, date(phrase.number("year"), phrase.number("season"), 1)))


@GRAMMAR.rule("(back:BACK|forth:FORTH|THIS|THIS back:PAST|THIS forth:COMING) season:SEASON")
def turned_season(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "last fall", "this summer", "next winter"."""
    month, today = phrase.number("season"), anchors.today
    if today is None:
        return Unplaced(f"XXXX-{SEASONS[month]}")
    if phrase.get("back") or phrase.get("forth"):
        return Moment(turn_season(month, today, -1 if phrase.get("back") else 1))
    year = today.year - 1 if month == 12 and today.month <= 2 else today.year
    return Moment(Stretch(Unit.SEASON, date(year, month, 1)))


@GRAMMAR.rule("THE season:SEASON", "THE? PHASE HYPHEN? season:SEASON", "season:SEASON", "THE EDGE OF season:SEASON")
def season_alone(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "over the summer", "in winter"; without such a word before it, "fall" or "spring" is something else."""
    before = anchors.word_before(phrase.start)
    month, today = phrase.number("season"), anchors.today
    if before not in ("in", "over", "during", "since", "by", "until", "this", "through", "for", "last", "of"):
        return None
    if anchors.words_after(phrase.end)[:3] == "of " or today is None:
        return Unplaced(f"XXXX-{SEASONS[month]}") if today is None else None
    return Moment(place_season(month, today, anchors.tense(phrase.start, phrase.end)))


@GRAMMAR.rule(
    "THE? decade:DECADE",
    "THE? PHASE HYPHEN? TO? (PHASE HYPHEN?)? decade:DECADE",
    "THE (LAST|RANK) HALF OF THE decade:DECADE",
    "THE EDGE OF THE decade:DECADE",
)
def decade(phrase: Phrase, _anchors: Anchors) -> Reading:
    """As in "the 1990s", "the early '80s"."""
    return Moment(stretch_around(date(phrase.number("decade"), 1, 1), Unit.DECADE))


@GRAMMAR.rule("DEFINITE? PHASE? HYPHEN? nth:RANK HYPHEN? CENTURYWORD")
def numbered_century(phrase: Phrase, _anchors: Anchors) -> Reading:
    """As in "the 20th century" is TIMEX3's 19."""
    number = phrase.number("nth")
    if not 2 <= number <= 22:
        return None
    return Moment(Stretch(Unit.CENTURY, date((number - 1) * 100, 1, 1)))


@GRAMMAR.rule("FISCAL YEARWORD? year:ANYYEAR", "FISCAL YEARWORD year:ANYYEAR", "THE? year:YEAR FISCAL YEARWORD")
def fiscal_year(phrase: Phrase, _anchors: Anchors) -> Reading:
    """A fiscal year is dated as the calendar year that names it."""
    return Moment(Stretch(Unit.YEAR, date(phrase.number("year"), 1, 1)))


@GRAMMAR.rule(
    "(THE|THIS|ITS) (CURRENT|LATEST)? FISCAL YEARWORD",
    "(back:LAST|forth:NEXT|THE back:PREVIOUS|THE forth:FOLLOWING|CURRENT) FISCAL YEARWORD",
    "(THE END OF)? THE FISCAL YEARWORD",
)
def turned_fiscal_year(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "the last fiscal year"."""
    year = _year_of(phrase, anchors)
    return Moment(Stretch(Unit.YEAR, date(year, 1, 1))) if year else Unplaced("XXXX")

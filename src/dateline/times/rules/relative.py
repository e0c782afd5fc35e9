"""Dates told by their distance from another: "yesterday", "last month", "two weeks ago", "a day earlier", "later this year"."""

from datetime import date

from dateline.times.anchors import Anchors
from dateline.times.grammar import Phrase, Reading
from dateline.times.phrases import PARTS
from dateline.times.rules.registry import GRAMMAR
from dateline.times.units import CLOCK_UNITS, MONTHS_IN, Stretch, Unit, add_days, shift, stretch_around
from dateline.times.values import Duration, Moment, Unplaced, Vague

_UNPLACED = {Unit.WEEK: "XXXX-WXX", Unit.MONTH: "XXXX-XX", Unit.QUARTER: "XXXX-QX", Unit.YEAR: "XXXX", Unit.DECADE: "XXX"}


def unplaced(unit: Unit) -> Unplaced:
    """A unit of the calendar that lacks its anchor."""
    return Unplaced(_UNPLACED.get(unit, "XXXX-XX-XX"))


def _unit(phrase: Phrase) -> Unit:
    return phrase["unit"].unit or Unit.DAY


@GRAMMAR.rule("PHASES? day:TODAY", "THE DAYWORD before:BEFORE day:TODAY", "THE DAYWORD after:AFTER day:TODAY")
def today(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "today", "late yesterday", "the day before yesterday"."""
    if anchors.today is None:
        return Unplaced("XXXX-XX-XX")
    steps = phrase.number("day") - (1 if phrase.get("before") else 0) + (1 if phrase.get("after") else 0)
    return Moment(Stretch(Unit.DAY, add_days(anchors.today, steps)))


@GRAMMAR.rule(
    "(PHASES (IN|ON)?)? (back:LAST|forth:NEXT|THIS|THIS forth:COMING|THE forth:COMING|CURRENT|THE CURRENT) unit:LONGUNIT",
    "THE EDGE OF (back:LAST|forth:NEXT|THIS) unit:LONGUNIT",
    "THE REST (back:LAST|forth:NEXT|THIS) unit:LONGUNIT",
    "YEAREND (back:LAST|forth:NEXT|THIS) unit:LONGUNIT",
)
def turned_unit(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "last week", "this year", "early next month", "the end of this decade"."""
    unit = _unit(phrase)
    if phrase["unit"].text[0].isupper() and not phrase["unit"].text.isupper():
        return None  # "This Week" is a programme
    if unit is Unit.DAY and not (phrase.get("back") or phrase.get("forth")):
        return None
    if anchors.today is None:
        return unplaced(unit)
    steps = -1 if phrase.get("back") else 1 if phrase.get("forth") else 0
    return Moment(stretch_around(anchors.today, unit).next(steps))


@GRAMMAR.rule(
    "(PHASES (IN|ON)?)? THE? (back:PREVIOUS|forth:FOLLOWING) unit:LONGUNIT",
    "(PHASES (IN|ON)?)? THE forth:NEXT unit:LONGUNIT",
    "(PHASES (IN|ON)?)? THE? same:THAT unit:LONGUNIT",
)
def told_unit(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "the previous day", "the following week", "that year", "the same day": counted from what the text told last."""
    unit = _unit(phrase)
    told = anchors.told(unit)
    if told is None:
        return unplaced(unit)
    if phrase.get("same") and phrase["same"].word == "these":
        return None
    steps = -1 if phrase.get("back") else 1 if phrase.get("forth") else 0
    return Moment(stretch_around(told, unit).next(steps))


@GRAMMAR.rule("THE unit:LONGUNIT BEFORE", "THE unit:PART BEFORE")
def unit_before(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "the day before", "the night before", where no clause follows that it is before of."""
    if anchors.words_after(phrase.end)[:1].isalnum() or anchors.told_day is None:
        return None
    word = phrase["unit"]
    if word.terminal == "PART":
        return Moment(Stretch(Unit.DAY, add_days(anchors.told_day, -1)), PARTS[word.word])
    unit = _unit(phrase)
    return Moment(stretch_around(anchors.told(unit) or anchors.told_day, unit).next(-1))


@GRAMMAR.rule("THE EDGE OF THE unit:LONGUNIT", "THE? YEAREND", "APPROXIMATELY? THE? YEAREND", "THE REST THE unit:LONGUNIT")
def edge(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "the end of the year", "year-end" (31 December or the month of it)."""
    if anchors.today is None:
        return unplaced(phrase["unit"].unit or Unit.YEAR if phrase.get("unit") else Unit.YEAR)
    if phrase.get("unit"):
        return Moment(stretch_around(anchors.today, _unit(phrase)))
    return Moment(Stretch(Unit.DAY, date(anchors.today.year, 12, 31)))


@GRAMMAR.rule(
    "APPROXIMATELY? count:COUNT unit:ANYUNIT (OR SO)? back:AGO",
    "APPROXIMATELY? (A|count:ANOTHER) unit:ANYUNIT (OR SO)? back:AGO",
    "APPROXIMATELY? count:COUNT unit:ANYUNIT (told:EARLIER|told:LATER)",
    "APPROXIMATELY? A unit:ANYUNIT (OR SO)? (told:EARLIER|told:LATER)",
    "APPROXIMATELY? count:HALFA unit:ANYUNIT back:AGO",
    "APPROXIMATELY? count:FORTNIGHT back:AGO",
    "APPROXIMATELY? A count:FORTNIGHT back:AGO",
)
def distance(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "two weeks ago" (the ISO week of that day), "a day earlier", "several years ago"."""
    told = phrase.get("told")
    unit = Unit.WEEK if phrase.get("unit") is None else _unit(phrase)
    counted = phrase.get("count")
    count = counted.number if counted else 1.0
    forth = told is not None and told.terminal == "LATER"
    if count is None:
        return Vague("FUTURE_REF" if forth else "PAST_REF")
    if unit is Unit.YEAR and not forth and count == 1 and anchors.narrative and anchors.narrative.unit is Unit.QUARTER:
        return _year_before(anchors.narrative)
    start = anchors.told(unit) if told else anchors.today
    return _away(start, unit, count if forth else -count, compared=unit is Unit.YEAR)


def _away(start: date | None, unit: Unit, count: float, *, compared: bool = False) -> Reading:
    if start is None:
        return unplaced(unit)
    if count % 1 and unit in (Unit.DECADE, Unit.CENTURY, Unit.YEAR):
        unit, count = Unit.MONTH, round(count * MONTHS_IN[unit])
        unit, count = (Unit.YEAR, count / 12) if count % 12 == 0 else (unit, count)
    if unit in CLOCK_UNITS or count % 1:
        return Duration(abs(count), unit)
    return Moment(stretch_around(shift(start, unit, int(count)), unit), compared=compared)


def _year_before(stretch: Stretch) -> Moment:
    """The same quarter one year before: what figures of a quarter are compared with."""
    return Moment(Stretch(stretch.unit, shift(stretch.first, Unit.YEAR, -1)), compared=True)


@GRAMMAR.rule(
    "APPROXIMATELY? count:COUNT unit:ANYUNIT FROMNOW",
    "APPROXIMATELY? A unit:ANYUNIT FROMNOW",
    "IN count:COUNT unit:ANYUNIT TIMEWORD",
)
def ahead(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "two weeks from now"."""
    counted = phrase.get("count")
    count = counted.number if counted else 1.0
    if count is None:
        return Vague("FUTURE_REF")
    return _away(anchors.today, _unit(phrase), count)


@GRAMMAR.rule("unit:UNITS back:AGO", "unit:UNITS EARLIER", "unit:UNITS LATER", "LONG AGO")
def vague_distance(phrase: Phrase, _anchors: Anchors) -> Reading:
    """As in "months ago", "years later"."""
    return (
        Vague("PAST_REF")
        if phrase.get("back") or (phrase.length == 2 and phrase.first.terminal == "LONG")
        else Duration(None, _unit(phrase))
    )


@GRAMMAR.rule(
    "THE? YEARWORD HYPHEN EARLIER unit:QUARTERWORD",
    "THE? YEARWORD HYPHEN AGO unit:QUARTERWORD",
    "THE? YEARWORD HYPHEN EARLIER PERIOD",
    "THE? YEARWORD HYPHEN AGO PERIOD",
    "YEARWORD HYPHEN EARLIER",
    "YEARWORD HYPHEN AGO",
)
def year_earlier(_phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "the year-earlier quarter": the same stretch one year before the one told last."""
    stretch = anchors.narrative
    if stretch is None or stretch.unit not in (Unit.QUARTER, Unit.MONTH, Unit.HALF, Unit.YEAR):
        if anchors.today is None:
            return unplaced(Unit.QUARTER)
        stretch = stretch_around(anchors.today, Unit.QUARTER)
    return _year_before(stretch)


@GRAMMAR.rule("THE LATEST? unit:QUARTERWORD", "THE LATEST unit:LONGUNIT", "THE PERIOD")
def the_quarter(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "the quarter": the one told last, else the last that has ended."""
    if phrase.get("unit") is None or _unit(phrase) is not Unit.QUARTER:
        return None
    if anchors.narrative and anchors.narrative.unit is Unit.QUARTER:
        return Moment(anchors.narrative)
    if anchors.today is None:
        return unplaced(Unit.QUARTER)
    return Moment(stretch_around(anchors.today, Unit.QUARTER).next(-1))


@GRAMMAR.rule("THE unit:YEARWORD", "THE unit:WEEKWORD", "THE unit:MONTHWORD", "THE unit:DAYWORD")
def the_unit(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "so far in the year", "later in the day": the present one, where the words before it ask for a time."""
    unit = _unit(phrase)
    before = anchors.words_before(phrase.start)
    if not before.endswith((" of", "in", "for", "during", "later in", "earlier in", "by")) or before.endswith(
        ("one of", "time of")
    ):
        return None
    after = anchors.words_after(phrase.end)
    if after[:5].startswith(("ended", "when", "that", "after", "befor", "endin", "of ")):
        return Duration(1, unit) if after.startswith("end") else None
    if anchors.today is None:
        return unplaced(unit)
    return Moment(stretch_around(anchors.recent_day or anchors.today if unit is Unit.DAY else anchors.today, unit))


@GRAMMAR.rule("day:RANK DAYWORD", "THE day:RANK DAYWORD")
def numbered_day(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "the second day of the siege" is told of today, as a rule."""
    if phrase.number("day") < 2:
        return None
    if anchors.told_day is None:
        return unplaced(Unit.DAY)
    return Moment(Stretch(Unit.DAY, anchors.told_day))

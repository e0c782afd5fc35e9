"""Holidays."""

from datetime import date

from dateline.times.anchors import Anchors
from dateline.times.grammar import Phrase, Reading
from dateline.times.holidays import holiday
from dateline.times.placing import nearest
from dateline.times.rules.registry import GRAMMAR
from dateline.times.units import Stretch, Unit
from dateline.times.values import Moment


@GRAMMAR.rule(
    "HOLIDAY",
    "HOLIDAY COMMA? year:YEAR",
    "(back:BACK|forth:FORTH|this:THIS) HOLIDAY",
    "HOLIDAY (back:LAST|forth:NEXT|this:THIS) YEARWORD",
    "THE? HOLIDAY DAYWORD",
)
def feast(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "Thanksgiving Day", "Orthodox Christmas 2024", "last Easter"."""
    token = next(t for t in phrase.tokens[phrase.match.start() : phrase.match.end()] if t.terminal == "HOLIDAY")
    name = token.word
    if not token.text[0].isupper():
        return None
    if phrase.get("year"):
        return Moment(Stretch(Unit.DAY, holiday(name, phrase.number("year"))))
    today = anchors.today
    if today is None:
        return None
    if phrase.get("this"):
        return Moment(Stretch(Unit.DAY, holiday(name, today.year)))
    days = [holiday(name, today.year + step) for step in (-1, 0, 1)]
    if phrase.get("back") or phrase.get("forth"):
        return Moment(Stretch(Unit.DAY, _turned(days, today, -1 if phrase.get("back") else 1)))
    placed = nearest([Stretch(Unit.DAY, day) for day in days], today, anchors.tense(phrase.start, phrase.end))
    return Moment(placed) if placed else None


def _turned(days: list[date], today: date, direction: int) -> date:
    """The last one before or the first one after today."""
    if direction < 0:
        return max(day for day in days if day < today)
    return min(day for day in days if day > today)

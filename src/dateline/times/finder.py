"""Text to time expressions: runs of tokens, the longest rule at each place, days joined to times of day, intervals closed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dateline.model import TimeExpression, TimeSpan
from dateline.times.anchors import Anchors
from dateline.times.grammar import Phrase, Piece, Reading, letters_for
from dateline.times.numerals import Token
from dateline.times.phrases import NIGHT
from dateline.times.rules import GRAMMAR
from dateline.times.tokens import runs
from dateline.times.units import Stretch, Unit
from dateline.times.values import Between, Days, Moment, TimeOfDay, Unplaced, Value

# What may stand between a day and its time of day, in either order ("10 p.m. on Wednesday", "Friday at noon").
_DAY_AND_HOUR = re.compile(r"[\s,]*(?:(?:on|at|of|by|around|about|into|late|early|in the|the)\s+)*", re.IGNORECASE)
_SINCE = re.compile(r"\bsince(?:\s(?:at least|about|around|the|early|late|mid-?))*\s*$", re.IGNORECASE)
_INTO = re.compile(r"\s*(?:,\s*)?(?:in)?to\s+(?:early\s+)?", re.IGNORECASE)
_FROM = re.compile(r"\b(from|between)(?:\s(?:about|around|the|early|late))*\s*$", re.IGNORECASE)
_TO = re.compile(r"\s*(?:(and)|to|till|until|through|thru|up to|[-–—])\s*(?:the\s+)?", re.IGNORECASE)
_NEAR = 40


@dataclass(frozen=True, slots=True)
class _Found:
    """A phrase of the text with its reading; `days` where the words around it stretch or close the interval."""

    start: int
    end: int
    value: Value | TimeOfDay
    days: Days | None = None


def find_times(text: str, *, published: date | None = None, dateline_day: date | None = None) -> tuple[TimeExpression, ...]:
    """All time expressions of a text, in order and without overlap.

    `published` is the day of publication, `dateline_day` the day in the dateline, if it has one. Without either, expressions that
    need an anchor keep what is known of their TIMEX3 value ("XXXX-10") and have no span; a day outside the years 1000 to 9000 is
    no report's and counts as none.
    """
    anchors = Anchors(text, _report_day(published), _report_day(dateline_day))
    found: list[_Found] = []
    for run in runs(text):
        for item in _with_hours(list(_read(run, anchors)), anchors):
            _tell(item.value, anchors)
            found.append(item)
    return tuple(_expression(text, item) for item in _intervals(text, found, anchors.today))


def _report_day(day: date | None) -> date | None:
    return day if day and 1000 <= day.year <= 9000 else None


def _read(run: Sequence[Token], anchors: Anchors) -> Iterator[_Found]:
    """The longest phrase at each place of a run that its rule accepts."""
    letters = letters_for(run)
    at = 0
    while at < len(run):
        step = 1
        for phrase, rule in GRAMMAR.matches(run, letters, at):
            reading = rule.read(phrase, anchors)
            if reading is not None:
                for item in _placed(phrase, reading):
                    _tell(item.value, anchors)
                    yield item
                step = phrase.length
                break
        at += step


def _placed(phrase: Phrase, reading: Reading) -> Iterator[_Found]:
    if isinstance(reading, Sequence):
        for piece in reading:
            yield _piece(phrase, piece)
    elif reading is not None:
        yield _Found(phrase.start, phrase.end, reading)


def _piece(phrase: Phrase, piece: Piece) -> _Found:
    return _Found(phrase[piece.first].start, phrase[piece.last].end, piece.value)


def _tell(value: Value | TimeOfDay, anchors: Anchors) -> None:
    """Note the stretch that the text has told, for "the previous day" and its like."""
    moment = value.last if isinstance(value, Between) else value
    if isinstance(moment, Moment) and not moment.compared:
        anchors.narrative = moment.stretch
        if moment.stretch.unit is Unit.DAY:
            anchors.narrative_day = moment.days.end


def _with_hours(items: Sequence[_Found], anchors: Anchors) -> Iterator[_Found]:
    """Times of day joined to the day beside them; one that stays alone gets the day told last, or goes."""
    at = 0
    while at < len(items):
        item = items[at]
        after = items[at + 1] if at + 1 < len(items) else None
        joined = _join(anchors.text, item, after) if after else None
        if joined:
            yield joined
            at += 2
            continue
        if not isinstance(item.value, TimeOfDay):
            yield item
        elif item.value.alone:
            yield replace(item, value=_alone(item.value, anchors))
        at += 1


def _join(text: str, first: _Found, second: _Found) -> _Found | None:
    hour, day = (first.value, second.value) if isinstance(first.value, TimeOfDay) else (second.value, first.value)
    if isinstance(hour, TimeOfDay) and hour.part is NIGHT and hour is first.value:
        night = _night(text[first.end : second.start], day)
        if night:
            return _Found(first.start, second.end, night)
    if not (isinstance(hour, TimeOfDay) and isinstance(day, Moment)) or day.stretch.unit is not Unit.DAY or day.part or day.clock:
        return None
    if not _DAY_AND_HOUR.fullmatch(text[first.end : second.start]):
        return None
    return _Found(first.start, second.end, hour.on(day.stretch))


def _night(gap: str, day: Value | TimeOfDay) -> Moment | None:
    """As in "the night of December 20-21" or "the night from Saturday": named by its eve, it ends on the day after."""
    if isinstance(day, Between) and (day.last.stretch.first - day.first.stretch.first).days == 1 and gap.split() in ([], ["of"]):
        return Moment(day.first.stretch, NIGHT, overnight=True)
    if isinstance(day, Moment) and day.stretch.unit is Unit.DAY and gap.split() == ["from"]:
        return Moment(day.stretch, NIGHT, overnight=True)
    return None


def _alone(hour: TimeOfDay, anchors: Anchors) -> Value:
    day = anchors.recent_day if hour.overnight else anchors.told_day
    if day is None:
        return Unplaced("XXXX-XX-XX" + (hour.clock.code if hour.clock else f"T{hour.part.code}" if hour.part else ""), "TIME")
    return hour.on(Stretch(Unit.DAY, day))


def _intervals(text: str, items: list[_Found], today: date | None) -> Iterator[_Found]:
    """The expressions with their days: "since March" runs to today, the two ends of "from 3 to 5 May" share one interval."""
    days = [None if isinstance(item.value, TimeOfDay) else item.value.days for item in items]
    for at, item in enumerate(items):
        before = text[max(0, item.start - _NEAR) : item.start]
        here = days[at]
        if here is None:
            continue
        if today and _SINCE.search(before):
            days[at] = here.until(today)
        opening = _FROM.search(before)
        following = days[at + 1] if at + 1 < len(items) else None
        if following and _runs_into(text, item, items[at + 1]):
            days[at] = replace(here, end=following.start)
        if opening and following and following.start >= here.start:
            closing = _TO.fullmatch(text[item.end : items[at + 1].start])
            if closing and bool(closing[1]) == (opening[1].lower() == "between"):
                days[at] = days[at + 1] = here.joined(following)
    for item, its_days in zip(items, days, strict=True):
        yield replace(item, days=its_days)


def _runs_into(text: str, item: _Found, following: _Found) -> bool:
    """As in "Sunday night into Monday"."""
    night, day = item.value, following.value
    if not (isinstance(night, Moment) and isinstance(day, Moment) and night.part and night.part.code in ("NI", "EV")):
        return False
    next_day = (day.stretch.first - night.stretch.first).days == 1
    return next_day and bool(_INTO.fullmatch(text[item.end : following.start]))


def _expression(text: str, item: _Found) -> TimeExpression:
    words = text[item.start : item.end]
    value, days = item.value, item.days
    if isinstance(value, TimeOfDay):  # every one is placed by `_with_hours`
        raise TypeError(f"{words!r} has no day")
    span = TimeSpan(days.start, days.end, days.precision, words) if days else None
    lower = days.lower or days.start.isoformat() if days else None
    upper = days.upper or days.end.isoformat() if days else None
    return TimeExpression(item.start, item.end, words, value.type, value.timex, span, lower, upper)

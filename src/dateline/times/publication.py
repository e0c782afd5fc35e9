"""The day of publication of a page that has no date, where its text constrains it to one.

Three kinds of words constrain it: a day of a month with its weekday or weekend ("the weekend of December 20-21" is one year in
five or six), a war's age ("the nearly four-year war"), and dates with a year. The answer is the first day on which all that the
text tells as past has happened, if that is the same day by every reading; None otherwise.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from dateline.model import TimeExpression
from dateline.times.finder import find_times
from dateline.times.lexicon import CAPITALISED, WORDS
from dateline.times.tense import Tense, tense_around
from dateline.times.units import Unit, add_days, add_months, day_of, stretch_around
from dateline.times.wars import wars_in

FIRST_YEAR, LAST_YEAR = 1950, 2099

_MONTH = r"(?P<month>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\s?[-–—]\s?\d{1,2})?"
_NO_YEAR = r"(?!\s?[-–—]?\d|,?\s(?:of\s)?(?:19|20)\d\d)"
_WEEKDAY = r"(?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DATED = (
    re.compile(rf"\b(?P<weekend>[Ww]eekend)\sof\s(?:the\s)?(?:{_MONTH}\s{_DAY}){_NO_YEAR}"),
    re.compile(rf"\b(?P<weekend>[Ww]eekend)\sof\s(?:the\s)?(?:{_DAY}\s(?:of\s)?{_MONTH}){_NO_YEAR}"),
    re.compile(rf"\b{_WEEKDAY},?\s(?:the\s)?{_MONTH}\s{_DAY}{_NO_YEAR}"),
    re.compile(rf"\b{_WEEKDAY},?\s(?:the\s)?{_DAY}\s(?:of\s)?{_MONTH}{_NO_YEAR}"),
)
_NUMBER = "|".join(word for word, lexeme in WORDS.items() if lexeme.terminal == "CARDINAL")
_AGE = re.compile(
    rf"(?:(?P<how>nearly|almost|more\sthan|over|about|around|roughly)\s)?\b(?P<count>{_NUMBER}|\d{{1,2}})[\s-]years?(?P<old>-old|-long|\sof|\slong)?\s"
    r"(?:[a-z]+\s){0,2}(?:war|conflict|invasion|fighting)\b",
    re.IGNORECASE,
)
_DAY_COUNT = re.compile(
    r"\b(?:[Dd]ay\s(?P<after>\d{1,3}(?:,\d{3})*)|(?P<before>\d{1,3}(?:,\d{3})*)(?:st|nd|rd|th)\sday)\sof\s(?:the\s)?(?:war|full-scale)"
)
_WEEKDAYS = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")


@dataclass(frozen=True, slots=True)
class _Told:
    """A day of some year with what must hold of it: its weekday (None: any), how many days are over with it, where it stands."""

    month: int
    number: int
    weekday: int | None
    length: int
    at: int
    past: bool

    def day_in(self, year: int) -> date | None:
        """The day in a year, if its weekday is the one told."""
        day = day_of(year, self.month, self.number)
        if day is None or (self.weekday is not None and day.weekday() != self.weekday):
            return None
        return day


@dataclass(frozen=True, slots=True)
class _Window:
    """The first and the last possible day of publication."""

    first: date
    last: date

    def within(self, other: "_Window") -> "_Window":
        """The days in both."""
        return _Window(max(self.first, other.first), min(self.last, other.last))


def infer_publication(text: str, *, latest: date | None = None) -> tuple[date, TimeExpression] | None:
    """The day of publication with the expression that it rests on, or None where the text does not settle it.

    `latest` is a day on which the page was already there (the day of ingest), if it is known: later readings are out.
    """
    window = _Window(date(FIRST_YEAR, 1, 1), latest or date(LAST_YEAR, 12, 31))
    for narrower in (*_war_windows(text), *_year_windows(text)):
        window = window.within(narrower)
    told = list(_told_days(text))
    if told:
        days = {
            day for year in range(FIRST_YEAR, LAST_YEAR + 1) for day in _first_day(told, year) if window.first <= day <= window.last
        }
        if len(days) == 1:
            day = days.pop()
            return _with_evidence(text, day, max(told, key=lambda t: t.past).at)
        return None
    return _from_full_dates(text, window)


def _told_days(text: str) -> Iterator[_Told]:
    """Days told with their weekday but without their year."""
    for pattern in _DATED:
        for match in pattern.finditer(text):
            month = CAPITALISED.get(match["month"].lower())
            if month is None or month.number is None:
                continue
            parts = match.groupdict()
            weekend = bool(parts.get("weekend"))
            weekday = 5 if weekend else _WEEKDAYS.index(match["weekday"])
            past = tense_around(text, match.start(), match.end()) is not Tense.FUTURE
            yield _Told(int(month.number), int(match["day"]), weekday, 2 if weekend else 0, match.start(), past)


def _first_day(told: Iterable[_Told], year: int) -> Iterator[date]:
    """The first day, in a year, on which all that is told as past is over; nothing where a weekday does not fit the year.

    Days late in the year belong to the year before where others are told of its beginning.
    """
    told = list(told)
    early = any(t.month <= 2 for t in told)
    ends = []
    for t in told:
        day = t.day_in(year - 1 if early and t.month >= 11 else year)
        if day is None:
            return
        ends.append((add_days(day, t.length), t.past))
    past = [end for end, over in ends if over]
    if past and all(end >= max(past) for end, over in ends if not over):
        yield max(past)


def _war_windows(text: str) -> Iterator[_Window]:
    """What a war's age in the text says of the day of publication; a text about several wars says nothing."""
    wars = wars_in(text)
    if len(wars) != 1 and not (wars and wars[0].start.year == 2022):
        return
    start = wars[0].start
    for match in _DAY_COUNT.finditer(text):
        day = add_days(start, int((match["after"] or match["before"]).replace(",", "")) - 1)
        yield _Window(day, add_days(day, 1))
    for match in _AGE.finditer(text):
        years = _years(match["count"])
        if years is None:
            continue
        how = (match["how"] or "").lower()
        if how in ("nearly", "almost"):
            yield _Window(add_months(start, 12 * years - 7), add_months(start, 12 * years))
        elif how in ("about", "around", "roughly"):
            yield _Window(add_months(start, 12 * years - 6), add_months(start, 12 * years + 6))
        else:
            yield _Window(add_months(start, 12 * years - (0 if how else 1)), add_months(start, 12 * years + 12))


def _years(word: str) -> int | None:
    if word.isdigit():
        return int(word)
    lexeme = WORDS.get(word.lower())
    return int(lexeme.number) if lexeme and lexeme.terminal == "CARDINAL" and lexeme.number else None


def _year_windows(text: str) -> Iterator[_Window]:
    """Years and full dates told as past come before the report, those told as to come after it."""
    for expression in find_times(text):
        if expression.span is None or expression.type != "DATE" or not re.match(r"\d{4}(-\d\d){0,2}$", expression.value):
            continue
        tense = tense_around(text, expression.start, expression.end)
        if tense is Tense.PAST:
            yield _Window(expression.span.start, date(LAST_YEAR, 12, 31))
        elif tense is Tense.FUTURE and len(expression.value) == 10:
            yield _Window(date(FIRST_YEAR, 1, 1), expression.span.end)


def _from_full_dates(text: str, window: _Window) -> tuple[date, TimeExpression] | None:
    """The latest full date that is told as past, unless the text names a later year."""
    times = [t for t in find_times(text) if t.span and t.type in ("DATE", "TIME")]
    full = [t for t in times if re.match(r"\d{4}-\d\d-\d\d", t.value) and _is_news(text, t)]
    if not full:
        return None
    best = max(full, key=lambda t: t.value[:10])
    day = date.fromisoformat(best.value[:10])
    later = any(t.span and t.span.start > stretch_around(day, Unit.YEAR).last for t in times)
    return None if later or not window.first <= day <= window.last else (day, best)


def _is_news(text: str, time: TimeExpression) -> bool:
    """Whether a full date may be that of the news: not one to come, and not the beginning of something long since under way."""
    if tense_around(text, time.start, time.end) is Tense.FUTURE:
        return False
    return not re.search(
        r"\b(?:since|from|until|before|after|of)\s+(?:the\s)?$", text[max(0, time.start - 12) : time.start], re.IGNORECASE
    )


def _with_evidence(text: str, day: date, at: int) -> tuple[date, TimeExpression] | None:
    """The answer with the expression at the given place, read with that day as the day of publication."""
    times = find_times(text, published=day)
    near = min(times, key=lambda t: abs(t.start - at), default=None)
    return (day, near) if near else None

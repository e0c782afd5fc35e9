"""Typed values of time expressions, each with its two readings: TIMEX3 type and value (TimeML), and the days of the codebook."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from dateline.model import TimePrecision
from dateline.times.units import CLOCK_UNITS, Stretch, Unit, add_days, precision_of

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Reference = Literal["PRESENT_REF", "PAST_REF", "FUTURE_REF"]

_DURATION_CODES = {
    Unit.SECOND: "S",
    Unit.MINUTE: "M",
    Unit.HOUR: "H",
    Unit.DAY: "D",
    Unit.WEEKEND: "WE",
    Unit.WEEK: "W",
    Unit.MONTH: "M",
    Unit.QUARTER: "Q",
    Unit.SEASON: "Q",
    Unit.YEAR: "Y",
    Unit.DECADE: "DE",
    Unit.CENTURY: "CE",
}
# TimeML writes a counted decade, century or half-year in the next smaller ISO 8601 unit ("two decades" is P20Y).
_COUNTED_AS = {Unit.DECADE: (Unit.YEAR, 10), Unit.CENTURY: (Unit.YEAR, 100), Unit.HALF: (Unit.MONTH, 6)}


@dataclass(frozen=True, slots=True)
class Days:
    """The days `start` to `end`, inclusive, with the codebook's precision; `lower`, `upper` are ISO date-times where told."""

    start: date
    end: date
    precision: TimePrecision
    lower: str | None = None
    upper: str | None = None

    def until(self, end: date) -> "Days":
        """From this stretch's beginning to `end` ("since March")."""
        return replace(self, end=max(end, self.start), upper=None)

    def joined(self, other: "Days") -> "Days":
        """The hull of both ("from 3 to 5 May"), as precise as the vaguer of the two."""
        order: tuple[TimePrecision, ...] = ("hour", "day", "week", "month", "year")
        precision = max(self.precision, other.precision, key=order.index)
        first, last = (self, other) if self.start <= other.start else (other, self)
        return Days(first.start, max(first.end, last.end), precision, first.lower, last.upper)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the day with its TIMEX3 code and the hours it covers; `hours` beyond 24 run into the next morning."""

    code: str
    hours: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; `zone` is an ISO 8601 offset ("Z", "+02:00") or empty where no zone is told."""

    hour: int
    minute: int | None = None
    second: int | None = None
    zone: str = ""

    @property
    def code(self) -> str:
        """ISO 8601 time of day to the minute, or to the second where it is told."""
        base = f"T{self.hour:02d}:{self.minute or 0:02d}"
        return base if self.second is None else f"{base}:{self.second:02d}"


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of the calendar with, at will, a part of the day or a time of day in it; `overnight` begins on the eve.

    `compared` marks what is only told to compare with ("up from 5 % a year earlier"); nothing later is counted from it.
    """

    stretch: Stretch
    part: Part | None = None
    clock: Clock | None = None
    overnight: bool = False
    compared: bool = False

    @property
    def type(self) -> TimexType:
        """TIME where a time of day is told."""
        return "TIME" if self.part or self.clock else "DATE"

    @property
    def timex(self) -> str:
        """The TIMEX3 value (without zone, as TimeML has it); a night is named after the day that it begins on."""
        if self.clock:
            return f"{self.stretch.name}{self.clock.code}"
        return f"{self.stretch.name}T{self.part.code}" if self.part else self.stretch.name

    @property
    def days(self) -> Days:
        """The days covered; with a time of day, precision `hour`; "overnight" runs from the eve to the day told."""
        first, last = self.stretch.first, self.stretch.last
        if self.clock:
            at = f"{first.isoformat()}{self.clock.code}{self.clock.zone}"
            return Days(first, last, "hour", at, at)
        if self.part is None:
            return Days(first, last, precision_of(self.stretch.unit))
        begin, end = self.part.hours
        upper = f"{add_days(last, end // 24).isoformat()}T{end % 24:02d}:00"
        return Days(first, add_days(last, 1) if self.overnight else last, "day", f"{first.isoformat()}T{begin:02d}:00", upper)


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A date that lacks its year, month or anchor (X for what is unknown), or whose days TIMEX3 has no name for."""

    timex: str
    type: TimexType = "DATE"
    days: Days | None = None


@dataclass(frozen=True, slots=True)
class Vague:
    """A reference to past, present or future; `days` where the codebook gives it days ("in the coming days")."""

    timex: Reference
    days: Days | None = None
    type: TimexType = "DATE"


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time: `count` units (None: an unknown number); `days` where the words anchor it ("the past three months")."""

    count: float | None
    unit: Unit
    days: Days | None = None
    type: TimexType = "DURATION"

    @property
    def timex(self) -> str:
        """ISO 8601 duration, with X for an unknown count."""
        return period(self.count, self.unit)


@dataclass(frozen=True, slots=True)
class Recurring:
    """A set of times: every day, each Tuesday, twice a week."""

    timex: str
    days: Days | None = None
    type: TimexType = "SET"


@dataclass(frozen=True, slots=True)
class Between:
    """Two moments and all days from the first to the second ("December 20-21"); TIMEX3 has no such value, ISO 8601 has."""

    first: Moment
    last: Moment
    type: TimexType = "DATE"

    @property
    def timex(self) -> str:
        """An ISO 8601 interval."""
        return f"{self.first.timex}/{self.last.timex}"

    @property
    def days(self) -> Days:
        """From the first day of the one to the last day of the other."""
        return self.first.days.joined(self.last.days)


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """A part or a time of day that still lacks its day.

    Beside a day it becomes that day's moment; else, if it can stand alone, the day told last (`steps` days on, or back).
    """

    part: Part | None = None
    clock: Clock | None = None
    alone: bool = True
    steps: int = 0
    overnight: bool = False

    def on(self, stretch: Stretch) -> Moment:
        """The moment on the given day; a night that ends on the day ("overnight") is named after its eve."""
        if self.overnight:
            stretch = Stretch(stretch.unit, add_days(stretch.first, -1))
        return Moment(stretch, self.part, self.clock, self.overnight)


Value = Moment | Between | Unplaced | Vague | Duration | Recurring


def period(count: float | None, unit: Unit) -> str:
    """An ISO 8601 duration: P3D, PT90M, P2.5Y, PXW; half an hour is PT30M, half a year P6M."""
    if count is not None and unit in _COUNTED_AS:
        unit, times = _COUNTED_AS[unit]
        count *= times
    if count is not None and count % 1 == 0.5 and count < 1:
        unit, count = {Unit.HOUR: (Unit.MINUTE, 30), Unit.MINUTE: (Unit.SECOND, 30), Unit.YEAR: (Unit.MONTH, 6)}.get(
            unit, (unit, count)
        )
    amount = "X" if count is None else f"{count:.10g}"
    return f"P{'T' if unit in CLOCK_UNITS else ''}{amount}{_DURATION_CODES.get(unit, 'M')}"

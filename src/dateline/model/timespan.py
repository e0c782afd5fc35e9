"""When something happened: a closed interval of days with its precision."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

TimePrecision = Literal["hour", "day", "week", "month", "year"]


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """The days `start` to `end`, both inclusive; `text` is None where it is taken from the report's own date."""

    start: date
    end: date
    precision: TimePrecision = "day"
    text: str | None = None

    def overlaps(self, other: "TimeSpan") -> bool:
        """Whether the two intervals share a day."""
        return self.start <= other.end and other.start <= self.end


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that tell a time, with their TIMEX3 reading.

    `type` is DATE, TIME, DURATION or SET and `value` the TIMEX3 value ("2025-12-21", "P3D", "XXXX-WXX-1"); `span` is None
    where the words fix no days (a duration alone, a vague reference). `lower` and `upper` are ISO 8601 date-times where a time of
    day is known, else the dates of `span`.
    """

    start: int
    end: int
    text: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    span: TimeSpan | None = None
    lower: str | None = None
    upper: str | None = None

"""Calendar units and the arithmetic on them: the first and last day of a week, a quarter, a decade, and their names."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import lru_cache

from dateline.model import TimePrecision

FIRST_YEAR, LAST_YEAR = 1, 9998


class Unit(Enum):
    """A step of the calendar, from short to long."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


MONTHS_IN = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.SEASON: 3, Unit.HALF: 6, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}
DAYS_IN = {Unit.DAY: 1, Unit.WEEKEND: 7, Unit.WEEK: 7}
CLOCK_UNITS = frozenset((Unit.SECOND, Unit.MINUTE, Unit.HOUR))
SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}

# `date` ends with the year 9999; a margin keeps every later step of the arithmetic inside it.
_EARLIEST, _LATEST = date.min.toordinal() + 400, date.max.toordinal() - 400

_PRECISION: dict[Unit, TimePrecision] = {
    Unit.SECOND: "hour",
    Unit.MINUTE: "hour",
    Unit.HOUR: "hour",
    Unit.DAY: "day",
    Unit.WEEKEND: "day",
    Unit.WEEK: "week",
    Unit.MONTH: "month",
    Unit.QUARTER: "month",
    Unit.SEASON: "month",
    Unit.HALF: "month",
}


def precision_of(unit: Unit) -> TimePrecision:
    """The codebook's precision for a stretch of this unit; a weekend is two days, a quarter or a season is months."""
    return _PRECISION.get(unit, "year")


def add_months(day: date, months: int) -> date:
    """The same day of the month `months` later, or that month's last day; years are kept within `date`'s range."""
    index = day.year * 12 + day.month - 1 + months
    year, month = min(max(index // 12, FIRST_YEAR), LAST_YEAR), index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def add_days(day: date, days: int) -> date:
    """The day `days` later, kept within `date`'s range."""
    return date.fromordinal(min(max(day.toordinal() + days, _EARLIEST), _LATEST))


def shift(day: date, unit: Unit, count: int) -> date:
    """The day `count` units later (earlier if negative); hours and minutes count as no days."""
    if unit in DAYS_IN:
        return add_days(day, count * DAYS_IN[unit])
    if unit in MONTHS_IN:
        return add_months(day, count * MONTHS_IN[unit])
    return add_days(day, count // 24) if unit is Unit.HOUR else day


@dataclass(frozen=True, slots=True)
class Stretch:
    """One unit of the calendar that holds a known first day: a day, a week, the third quarter of 1989."""

    unit: Unit
    first: date

    @property
    def last(self) -> date:
        """The last day of the stretch."""
        if self.unit in CLOCK_UNITS or self.unit is Unit.DAY:
            return self.first
        if self.unit is Unit.WEEKEND:
            return add_days(self.first, 1)
        return add_days(shift(self.first, self.unit, 1), -1)

    @property
    def name(self) -> str:
        """The ISO 8601 name, or TIMEX3's where ISO has none (2025-Q3, 2025-SU, 2025-W51-WE, 199, 19)."""
        first, year = self.first, f"{self.first.year:04d}"
        match self.unit:
            case Unit.WEEK:
                return _week_name(first)
            case Unit.WEEKEND:
                return _week_name(first) + "-WE"
            case Unit.MONTH:
                return f"{year}-{first.month:02d}"
            case Unit.QUARTER:
                return f"{year}-Q{(first.month + 2) // 3}"
            case Unit.SEASON:
                return f"{year}-{SEASONS[first.month]}"
            case Unit.HALF:
                return f"{year}-H{1 if first.month == 1 else 2}"
            case Unit.YEAR:
                return year
            case Unit.DECADE:
                return year[:3]
            case Unit.CENTURY:
                return year[:2]
            case _:
                return first.isoformat()

    def next(self, count: int = 1) -> "Stretch":
        """The stretch of the same unit `count` further on."""
        return Stretch(self.unit, shift(self.first, self.unit, count))


def _week_name(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


@lru_cache(maxsize=4096)
def stretch_around(day: date, unit: Unit) -> Stretch:
    """The unit of the calendar that `day` lies in; a weekday belongs to the weekend that ends its ISO week.

    Seasons are the northern, meteorological ones (spring is March to May); January and February belong to the winter that began
    the year before.
    """
    first = day
    match unit:
        case Unit.WEEK:
            first = add_days(day, -day.weekday())
        case Unit.WEEKEND:
            first = add_days(day, 5 - day.weekday())
        case Unit.MONTH | Unit.QUARTER | Unit.HALF | Unit.YEAR:
            months = MONTHS_IN[unit]
            first = date(day.year, (day.month - 1) // months * months + 1, 1)
        case Unit.SEASON:
            first = date(day.year if day.month >= 3 else day.year - 1, day.month // 3 * 3 or 12, 1)
        case Unit.DECADE:
            first = date(max(day.year // 10 * 10, FIRST_YEAR), 1, 1)
        case Unit.CENTURY:
            first = date(max(day.year // 100 * 100, FIRST_YEAR), 1, 1)
    return Stretch(unit, first)


def day_of(year: int, month: int, number: int) -> date | None:
    """The calendar date, or None where there is no such day (30 February)."""
    if 1 <= month <= 12 and FIRST_YEAR <= year <= LAST_YEAR and 1 <= number <= monthrange(year, month)[1]:
        return date(year, month, number)
    return None


def weekday_near(day: date, weekday: int, direction: int) -> date:
    """The nearest `weekday` (Monday is 0) strictly before (`direction` -1) or strictly after (+1) `day`."""
    if direction < 0:
        return add_days(day, -((day.weekday() - weekday - 1) % 7 + 1))
    return add_days(day, (weekday - day.weekday() - 1) % 7 + 1)

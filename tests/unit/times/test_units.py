"""Calendar arithmetic, the names of stretches, durations, and the joining of intervals."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.times.units import Stretch, Unit, add_months, day_of, shift, stretch_around, weekday_near
from dateline.times.values import Between, Days, Moment, period

DAY = date(2025, 12, 22)
PLACED = [unit for unit in Unit if unit not in (Unit.SECOND, Unit.MINUTE, Unit.HOUR, Unit.WEEKEND)]


@pytest.mark.parametrize(
    ("unit", "name", "first", "last"),
    [
        (Unit.DAY, "2025-12-22", "2025-12-22", "2025-12-22"),
        (Unit.WEEKEND, "2025-W52-WE", "2025-12-27", "2025-12-28"),
        (Unit.WEEK, "2025-W52", "2025-12-22", "2025-12-28"),
        (Unit.MONTH, "2025-12", "2025-12-01", "2025-12-31"),
        (Unit.QUARTER, "2025-Q4", "2025-10-01", "2025-12-31"),
        (Unit.SEASON, "2025-WI", "2025-12-01", "2026-02-28"),
        (Unit.HALF, "2025-H2", "2025-07-01", "2025-12-31"),
        (Unit.YEAR, "2025", "2025-01-01", "2025-12-31"),
        (Unit.DECADE, "202", "2020-01-01", "2029-12-31"),
        (Unit.CENTURY, "20", "2000-01-01", "2099-12-31"),
    ],
)
def test_the_stretch_around_a_day(unit: Unit, name: str, first: str, last: str) -> None:
    stretch = stretch_around(DAY, unit)
    assert (stretch.name, str(stretch.first), str(stretch.last)) == (name, first, last)


def test_january_belongs_to_the_winter_before() -> None:
    assert stretch_around(date(2026, 1, 5), Unit.SEASON).name == "2025-WI"


def test_the_first_days_of_january_may_lie_in_the_old_years_last_week() -> None:
    assert stretch_around(date(2027, 1, 1), Unit.WEEK).name == "2026-W53"


@given(st.dates(date(1000, 1, 1), date(3000, 1, 1)), st.sampled_from(PLACED))
def test_stretches_tile_the_calendar(day: date, unit: Unit) -> None:
    stretch = stretch_around(day, unit)
    assert stretch.first <= day <= stretch.last
    assert (stretch.next().first - stretch.last).days == 1
    assert stretch_around(stretch.last, unit) == stretch


@given(st.dates(date(2, 1, 1), date(9990, 1, 1)), st.integers(-100_000, 100_000), st.sampled_from(list(Unit)))
def test_shifting_never_leaves_the_calendar(day: date, count: int, unit: Unit) -> None:
    assert isinstance(shift(day, unit, count), date)


@given(st.dates(date(1000, 1, 1), date(3000, 1, 1)), st.integers(0, 6))
def test_weekdays_lie_strictly_around(day: date, weekday: int) -> None:
    before, after = weekday_near(day, weekday, -1), weekday_near(day, weekday, 1)
    assert before < day < after
    assert before.weekday() == after.weekday() == weekday
    assert max((day - before).days, (after - day).days) <= 7


def test_a_month_after_the_31st_is_the_last_day_of_the_month() -> None:
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)


@pytest.mark.parametrize(("year", "month", "number"), [(2025, 2, 29), (2025, 13, 1), (2025, 0, 1), (0, 1, 1), (2025, 4, 31)])
def test_days_that_do_not_exist(year: int, month: int, number: int) -> None:
    assert day_of(year, month, number) is None


@pytest.mark.parametrize(
    ("count", "unit", "code"),
    [
        (3, Unit.DAY, "P3D"),
        (90, Unit.MINUTE, "PT90M"),
        (6, Unit.MONTH, "P6M"),
        (None, Unit.WEEK, "PXW"),
        (None, Unit.DECADE, "PXDE"),
        (2, Unit.CENTURY, "P200Y"),
        (0.5, Unit.HOUR, "PT30M"),
        (0.5, Unit.YEAR, "P6M"),
        (1.5, Unit.YEAR, "P1.5Y"),
        (3, Unit.HALF, "P18M"),
    ],
)
def test_durations(count: float | None, unit: Unit, code: str) -> None:
    assert period(count, unit) == code


def test_joined_days_are_as_precise_as_the_vaguer_of_them() -> None:
    early = Days(date(2025, 3, 1), date(2025, 3, 31), "month")
    late = Days(date(2025, 5, 5), date(2025, 5, 5), "day", upper="2025-05-05T12:00")
    assert early.joined(late) == late.joined(early) == Days(date(2025, 3, 1), date(2025, 5, 5), "month", None, "2025-05-05T12:00")


def test_a_range_of_days_is_an_iso_interval() -> None:
    first, last = (Moment(Stretch(Unit.DAY, date(2025, 12, day))) for day in (20, 21))
    assert Between(first, last).timex == "2025-12-20/2025-12-21"

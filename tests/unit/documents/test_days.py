from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.documents.days import day_in, day_near, days_in


@pytest.mark.parametrize(
    "text",
    [
        "2025-12-22", "2025-12-22T08:15:00+02:00", "20251222", "20251222T081500Z", "22 December 2025", "December 22, 2025",
        "Dec. 22 2025", "Monday, 22nd of December 2025, 18:40", "Mon, 22 Dec 2025 10:00:00 GMT", "22-Dec-2025", "22.12.2025",
        "2025/12/22", "12/22/2025", "22/12/2025", "Published on DECEMBER 22, 2025 at 9 pm",
    ],
)  # fmt: skip
def test_written_days_are_read(text: str) -> None:
    assert day_in(text) == date(2025, 12, 22)


@pytest.mark.parametrize(
    "text",
    [
        "03/04/2025", "4-3-2025", "December 2025", "2025", "31 February 2025", "December 20–21, 2025", "20-21 December 2025",
        "22 December", "1 May 1889", "12345-12-221", "22 December 2025 and 23 December 2025", "",
    ],
)  # fmt: skip
def test_days_that_are_unclear_or_impossible_are_none(text: str) -> None:
    assert day_in(text) is None


def test_a_day_that_reads_alike_both_ways_is_clear() -> None:
    assert days_in("05/05/2025") == [date(2025, 5, 5)]


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("Nov 23", date(2025, 11, 24), date(2025, 11, 23)),
        ("31 Dec", date(2026, 1, 2), date(2025, 12, 31)),
        ("Jan 1", date(2025, 12, 31), date(2026, 1, 1)),
        ("Nov 23, 2024", date(2026, 1, 1), date(2024, 11, 23)),
        ("Nov 23", None, None),
        ("Saturday", date(2026, 1, 1), None),
        ("Feb 29", date(2026, 3, 1), None),
    ],
)
def test_the_year_that_a_dateline_leaves_out_is_the_nearest(text: str, published: date | None, day: date | None) -> None:
    assert day_near(text, published) == day


@given(
    st.dates(date(1990, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%a, %d %b %Y 10:00:00 GMT", "%d.%m.%Y"]),
)
def test_every_day_is_read_in_every_clear_form(day: date, form: str) -> None:
    assert day_in(day.strftime(form)) == day

"""The codebook's "When and where" conventions: the days that an expression covers, read on Monday 22 December 2025."""

from datetime import date

import pytest

from dateline.times import find_times, time_record

MONDAY = date(2025, 12, 22)


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("It struck overnight.", "2025-12-21", "2025-12-22", "day"),
        ("It struck overnight Sunday.", "2025-12-20", "2025-12-21", "day"),
        ("It struck overnight into Sunday.", "2025-12-20", "2025-12-21", "day"),
        ("It struck on the night of December 20-21.", "2025-12-20", "2025-12-21", "day"),
        ("They met over the weekend of December 20–21.", "2025-12-20", "2025-12-21", "day"),
        ("They met on Saturday evening.", "2025-12-20", "2025-12-20", "day"),
        ("They met two weeks ago.", "2025-12-08", "2025-12-14", "week"),
        ("They met last week.", "2025-12-15", "2025-12-21", "week"),
        ("Over the past week 12 were hurt.", "2025-12-16", "2025-12-22", "week"),
        ("They met last month.", "2025-11-01", "2025-11-30", "month"),
        ("They will meet in the coming days.", "2025-12-23", "2025-12-29", "week"),
        ("They have met in recent days.", "2025-12-16", "2025-12-22", "week"),
        ("In the past 24 hours, 12 were hurt.", "2025-12-21", "2025-12-22", "day"),
        ("In the last three months, 12 were hurt.", "2025-09-23", "2025-12-22", "month"),
        ("It has been shut since March.", "2025-03-01", "2025-12-22", "month"),
        ("It has been shut since at least November 2023.", "2023-11-01", "2025-12-22", "month"),
        ("It has been shut since 2014.", "2014-01-01", "2025-12-22", "year"),
        ("It has been shut since dawn.", "2025-12-22", "2025-12-22", "day"),
        ("It must be signed by Friday.", "2025-12-26", "2025-12-26", "day"),
        ("They met December 20-21.", "2025-12-20", "2025-12-21", "day"),
        ("They met 30 December - 2 January.", "2025-12-30", "2026-01-02", "day"),
        ("It ran in 2022-2024.", "2022-01-01", "2024-12-31", "year"),
        ("They met at noon on Sunday.", "2025-12-21", "2025-12-21", "hour"),
        ("They met in the third quarter of 2024.", "2024-07-01", "2024-09-30", "month"),
        ("They met in the last week of March 2024.", "2024-03-25", "2024-03-31", "week"),
        ("It is shut now.", "2025-12-22", "2025-12-22", "day"),
    ],
)
def test_days(text: str, start: str, end: str, precision: str) -> None:
    (time,) = find_times(text, published=MONDAY)
    assert time.span is not None
    assert (str(time.span.start), str(time.span.end), time.span.precision) == (start, end, precision)
    assert time.span.text == time.text


@pytest.mark.parametrize(
    "text", ["It lasted three hours.", "They met several years ago.", "They meet daily.", "It was recently shut."]
)
def test_words_that_fix_no_days(text: str) -> None:
    (time,) = find_times(text, published=MONDAY)
    assert time.span is None


@pytest.mark.parametrize(
    ("text", "values", "start", "end"),
    [
        ("He ruled from 3 to 5 May.", ["2025-05-03", "2025-05-05"], "2025-05-03", "2025-05-05"),
        ("He ruled from 1994 to 1997.", ["1994", "1997"], "1994-01-01", "1997-12-31"),
        ("He came between April 24 and May 3.", ["2025-04-24", "2025-05-03"], "2025-04-24", "2025-05-03"),
        ("It runs from Friday to Sunday.", ["2025-12-26", "2025-12-28"], "2025-12-26", "2025-12-28"),
        ("He came between April 24 and 26.", ["2025-04-24", "2025-04-26"], "2025-04-24", "2025-04-26"),
    ],
)
def test_both_ends_of_a_range_cover_it(text: str, values: list[str], start: str, end: str) -> None:
    times = find_times(text, published=MONDAY)
    assert [time.value for time in times] == values
    assert {(str(t.span.start), str(t.span.end)) for t in times if t.span} == {(start, end)}


def test_a_list_is_no_range() -> None:
    first, second = find_times("Talks on April 24 and 26 failed.", published=MONDAY)
    assert first.span is not None
    assert second.span is not None
    assert (first.span.end, second.span.start) == (date(2025, 4, 24), date(2025, 4, 26))


def test_a_night_into_the_next_day() -> None:
    night, _ = find_times("It struck Sunday night into Monday.", published=MONDAY)
    assert night.span is not None
    assert (str(night.span.start), str(night.span.end)) == ("2025-12-21", "2025-12-22")


def test_overnight_follows_the_day_told_if_it_is_news() -> None:
    _, overnight = find_times("On Saturday he came. It struck overnight.", published=MONDAY)
    assert str(overnight.span and overnight.span.end) == "2025-12-20"
    _, overnight = find_times("On Feb. 24, 2022 he came. It struck overnight.", published=MONDAY)
    assert str(overnight.span and overnight.span.end) == "2025-12-22"


def test_record_of_a_time_of_day_with_its_zone() -> None:
    (time,) = find_times("They met at 5 p.m. EST on Nov. 9.", published=MONDAY)
    assert time_record(time) == {
        "start": 12,
        "end": 32,
        "text": "5 p.m. EST on Nov. 9",
        "type": "TIME",
        "value": "2025-11-09T17:00",
        "from": "2025-11-09T17:00-05:00",
        "to": "2025-11-09T17:00-05:00",
        "precision": "hour",
    }


def test_record_without_days() -> None:
    (time,) = find_times("It lasted three hours.", published=MONDAY)
    record = time_record(time)
    assert (record["from"], record["to"], record["precision"]) == (None, None, None)

"""TIMEX3 readings: one row an expression, read on Monday 22 December 2025."""

from datetime import date

import pytest

from dateline.times import find_times

MONDAY = date(2025, 12, 22)


def readings(text: str, published: date | None = MONDAY) -> list[tuple[str, str, str]]:
    return [(time.text, time.type, time.value) for time in find_times(text, published=published)]


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("Envoys met on December 21, 2025.", "December 21, 2025", "DATE", "2025-12-21"),
        ("Envoys met on 21 December 2025.", "21 December 2025", "DATE", "2025-12-21"),
        ("Envoys met on the 21st of December.", "the 21st of December", "DATE", "2025-12-21"),
        ("The towers fell on Sept. 11, 2001.", "Sept. 11, 2001", "DATE", "2001-09-11"),
        ("It was filed on 2025-12-21.", "2025-12-21", "DATE", "2025-12-21"),
        ("It was filed on 12/25/1998.", "12/25/1998", "DATE", "1998-12-25"),
        ("It was filed on 25/12/1998.", "25/12/1998", "DATE", "1998-12-25"),
        ("It was filed on 25.12.1998.", "25.12.1998", "DATE", "1998-12-25"),
        ("They met on Tuesday 6 May.", "Tuesday 6 May", "DATE", "2025-05-06"),
        ("It began on Feb. 24.", "Feb. 24", "DATE", "2025-02-24"),
        ("The vote will be held on Feb. 24.", "Feb. 24", "DATE", "2026-02-24"),
        ("Fighting began in mid-October.", "mid-October", "DATE", "2025-10"),
        ("In May he resigned.", "May", "DATE", "2025-05"),
        ("He resigned last May.", "last May", "DATE", "2025-05"),
        ("It opens next March.", "next March", "DATE", "2026-03"),
        ("They met in March last year.", "March last year", "DATE", "2024-03"),
        ("He was born in 1968.", "1968", "DATE", "1968"),
        ("He left in nineteen ninety-four.", "nineteen ninety-four", "DATE", "1994"),
        ("Prices rose in the third quarter of 2024.", "the third quarter of 2024", "DATE", "2024-Q3"),
        ("Prices rose in the first half of 2024.", "the first half of 2024", "DATE", "2024-H1"),
        ("It froze in the winter of 1994.", "the winter of 1994", "DATE", "1994-WI"),
        ("It froze last winter.", "last winter", "DATE", "2024-WI"),
        ("It was hot over the summer.", "the summer", "DATE", "2025-SU"),
        ("He ruled in the 1990s.", "the 1990s", "DATE", "199"),
        ("He ruled in the early '80s.", "the early '80s", "DATE", "198"),
        ("It was built in the 19th century.", "the 19th century", "DATE", "18"),
        ("It was spent in fiscal 2024.", "fiscal 2024", "DATE", "2024"),
        ("They met on Thanksgiving Day.", "Thanksgiving Day", "DATE", "2025-11-27"),
        ("They met on Christmas Eve 2023.", "Christmas Eve 2023", "DATE", "2023-12-24"),
        ("They met today.", "today", "DATE", "2025-12-22"),
        ("They met late yesterday.", "late yesterday", "DATE", "2025-12-21"),
        ("They met the day before yesterday.", "the day before yesterday", "DATE", "2025-12-20"),
        ("They met last week.", "last week", "DATE", "2025-W51"),
        ("They met earlier this year.", "earlier this year", "DATE", "2025"),
        ("They will meet early next month.", "early next month", "DATE", "2026-01"),
        ("They met two weeks ago.", "two weeks ago", "DATE", "2025-W50"),
        ("They met 10 days ago.", "10 days ago", "DATE", "2025-12-12"),
        ("They met nearly four years ago.", "nearly four years ago", "DATE", "2021"),
        ("They met several years ago.", "several years ago", "DATE", "PAST_REF"),
        ("The port is now shut.", "now", "DATE", "PRESENT_REF"),
        ("The port was recently shut.", "recently", "DATE", "PAST_REF"),
        ("The strike came early Monday.", "early Monday", "DATE", "2025-12-22"),
        ("They met last Tuesday.", "last Tuesday", "DATE", "2025-12-16"),
        ("They met on Friday last week.", "Friday last week", "DATE", "2025-12-19"),
        ("They met over the weekend.", "the weekend", "DATE", "2025-W51-WE"),
        ("They will meet over the weekend.", "the weekend", "DATE", "2025-W52-WE"),
        ("It struck on Friday night.", "Friday night", "TIME", "2025-12-19TNI"),
        ("It struck early Friday morning.", "early Friday morning", "TIME", "2025-12-19TMO"),
        ("It struck overnight.", "overnight", "TIME", "2025-12-21TNI"),
        ("It struck last night.", "last night", "TIME", "2025-12-21TNI"),
        ("It struck at noon Thursday.", "noon Thursday", "TIME", "2025-12-18T12:00"),
        ("It struck at 7:15 p.m. on Saturday.", "7:15 p.m. on Saturday", "TIME", "2025-12-20T19:15"),
        ("It struck at 9 a.m. EST Sunday.", "9 a.m. EST Sunday", "TIME", "2025-12-21T09:00"),
        ("It struck at 1430 GMT.", "1430 GMT", "TIME", "2025-12-22T14:30"),
        ("It lasted three hours.", "three hours", "DURATION", "PT3H"),
        ("It lasted half an hour.", "half an hour", "DURATION", "PT30M"),
        ("It lasted two and a half years.", "two and a half years", "DURATION", "P2.5Y"),
        ("It lasted nearly two decades.", "nearly two decades", "DURATION", "P20Y"),
        ("It was a four-day visit.", "four-day", "DURATION", "P4D"),
        ("It was a two-month-old truce.", "two-month-old", "DURATION", "P2M"),
        ("It lasted a few minutes.", "a few minutes", "DURATION", "PTXM"),
        ("They waited for years.", "years", "DURATION", "PXY"),
        ("He has a hundred years.", "a hundred years", "DURATION", "P100Y"),
        ("It lasted 3 1/2 years.", "3 1/2 years", "DURATION", "P3.5Y"),
        ("It lasted one-and-a-half years.", "one-and-a-half years", "DURATION", "P1.5Y"),
        ("They waited for a year and a half.", "a year and a half", "DURATION", "P1.5Y"),
        ("It was a half-century in the making.", "a half-century", "DURATION", "P50Y"),
        ("It was a months-long siege.", "months-long", "DURATION", "PXM"),
        ("It was a yearlong siege.", "yearlong", "DURATION", "P1Y"),
        ("They met half a century ago.", "half a century ago", "DATE", "1975"),
        ("Sales rose in Q3 2012.", "Q3 2012", "DATE", "2012-Q3"),
        ("It struck at 5.30pm on Sunday.", "5.30pm on Sunday", "TIME", "2025-12-21T17:30"),
        ("It struck in the small hours of Sunday.", "the small hours of Sunday", "TIME", "2025-12-21TMO"),
        ("It struck in the early hours of Sunday.", "the early hours of Sunday", "TIME", "2025-12-21TMO"),
        ("He left the day before.", "the day before", "DATE", "2025-12-21"),
        ("They met on the first Monday of May 2024.", "the first Monday of May 2024", "DATE", "2024-05-06"),
        ("They meet on weekdays.", "weekdays", "SET", "XXXX-WXX"),
        ("They meet on weekends.", "weekends", "SET", "XXXX-WXX-WE"),
        ("They meet every Tuesday.", "every Tuesday", "SET", "XXXX-WXX-2"),
        ("They meet daily.", "daily", "SET", "P1D"),
        ("They meet twice a week.", "twice a week", "SET", "P1W"),
        ("They meet every six months.", "every six months", "SET", "P6M"),
        ("They march each July.", "each July", "SET", "XXXX-07"),
    ],
)
def test_one_expression(text: str, words: str, kind: str, value: str) -> None:
    assert readings(text) == [(words, kind, value)]


@pytest.mark.parametrize(
    "text",
    [
        "It may rain, and they march on 3 streets.",
        "A second attack left the 5 killed unnamed.",
        "Some 1,200 people fled.",
        "About 2000 soldiers fell.",
        "The Sunday Times said so.",
        "Theresa May said no.",
        "Prices fall and trees spring up.",
        "The fall of Kabul was a shock.",
        "He was 52 years old.",
        "A 6-year-old boy lived.",
        "Two-thirds voted 6-3 in the 20th district.",
        "It cost $1998.",
        "On the 5th floor of 5th Avenue.",
        "Three-quarters of it burned.",
        "",
    ],
)
def test_no_expression(text: str) -> None:
    assert readings(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met in October.", "XXXX-10"),
        ("They met on Dec. 20.", "XXXX-12-20"),
        ("They met on Friday.", "XXXX-WXX-5"),
        ("They met yesterday.", "XXXX-XX-XX"),
        ("They met last week.", "XXXX-WXX"),
        ("It struck overnight.", "XXXX-XX-XXTNI"),
    ],
)
def test_without_a_day_of_publication_what_is_known_stays(text: str, value: str) -> None:
    (time,) = find_times(text)
    assert (time.value, time.span, time.lower, time.upper) == (value, None, None, None)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It began on Dec. 10. The previous day, he left.", ["2025-12-10", "2025-12-09"]),
        ("On Dec. 10 he came; two days later he left.", ["2025-12-10", "2025-12-12"]),
        ("Sales rose in the third quarter of 2024 from a year earlier.", ["2024-Q3", "2023-Q3"]),
        ("In 1998 he came; later that year he left.", ["1998", "1998"]),
        ("It struck Odesa on Friday, and Lviv at 5 p.m.", ["2025-12-19", "2025-12-19T17:00"]),
    ],
)
def test_counted_from_what_the_text_told(text: str, values: list[str]) -> None:
    assert [time.value for time in find_times(text, published=MONDAY)] == values


def test_a_dateline_day_is_the_today_of_the_report() -> None:
    (time,) = find_times("It struck today.", published=MONDAY, dateline_day=date(2025, 12, 21))
    assert time.value == "2025-12-21"


def test_an_old_dateline_day_is_no_anchor() -> None:
    (time,) = find_times("It struck today.", published=MONDAY, dateline_day=date(2024, 12, 21))
    assert time.value == "2025-12-22"

"""The parts of the grammar on their own: notation, numerals, runs of tokens, tense, placing, holidays."""

from datetime import date

import pytest

from dateline.times.grammar import compile_rule, letters_for, letters_of
from dateline.times.holidays import HOLIDAY_NAMES, easter, holiday, islamic, orthodox_easter, rosh_hashanah
from dateline.times.numerals import Token
from dateline.times.placing import place_day, place_month, place_weekday, turn_month, turn_season
from dateline.times.rules import GRAMMAR
from dateline.times.tense import Tense, tense_around
from dateline.times.tokens import runs

TODAY = date(2025, 12, 22)


def terminals(text: str) -> list[list[str]]:
    return [[token.terminal for token in run] for run in runs(text)]


def numbers(text: str) -> list[float | None]:
    return [token.number for run in runs(text) for token in run]


def test_a_rule_knows_what_it_can_begin_with() -> None:
    rule = compile_rule("THE? (last:LAST|PAST)? unit:YEARWORD", lambda phrase, anchors: None)
    assert rule.starts == letters_of("THE") | letters_of("LAST") | letters_of("PAST") | letters_of("YEARWORD")
    tokens = [Token("THE", 0, 3, "the"), Token("PAST", 4, 8, "past"), Token("YEARWORD", 9, 13, "year")]
    assert rule.pattern.fullmatch(letters_for(tokens))


@pytest.mark.parametrize("notation", ["THE + YEAR", "THE* YEAR", "the"])
def test_a_mistake_in_the_notation_is_told(notation: str) -> None:
    with pytest.raises(ValueError, match="cannot read"):
        compile_rule(notation, lambda phrase, anchors: None)


def test_the_longest_phrase_comes_first() -> None:
    (run,) = runs("last week of March 2024")
    found = GRAMMAR.matches(run, letters_for(run), 3)
    lengths = [phrase.length for phrase, _ in found]
    assert lengths == sorted(lengths, reverse=True)
    assert lengths[0] == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("twenty-four hours", [24, None]),
        ("twenty four hours", [24, None]),
        ("two hundred days", [200, None]),
        ("a hundred years", [100, None]),
        ("two thousand and three days", [2003, None]),
        ("two and a half years", [2.5, None]),
        ("nineteen ninety-four, in May", [1994, None, None, 5]),
        ("1,200 days", [1200, None]),
        ("the thirty-first of May", [None, 31, None, 5]),
    ],
)
def test_numerals(text: str, expected: list[float | None]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Sept. 11", [["MONTH", "D12"]]),
        ("It is the 20th. Monday came.", [["THE", "NTH"], ["WEEKDAY"]]),
        ("in March\n\nMonday", [["MAY"], ["WEEKDAY"]]),
        ("five-year", [["CARDINAL", "HYPHEN", "YEARWORD"]]),
        ("Monday - Tuesday", [["WEEKDAY", "DASH", "WEEKDAY"]]),
        ("Monday -- Tuesday", [["WEEKDAY"], ["WEEKDAY"]]),
        ("he may march on", []),
        ("$1998 and 5% and 10km", []),
        ("the man, a dog", []),
    ],
)
def test_runs(text: str, expected: list[list[str]]) -> None:
    assert terminals(text) == expected


def test_a_long_run_is_cut() -> None:
    assert max(len(run) for run in runs("Monday " * 500)) <= 48


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("Envoys met on @Friday.", Tense.PAST),
        ("Envoys will meet on @Friday.", Tense.FUTURE),
        ("The summit will be held on @Friday.", Tense.FUTURE),
        ("He said they would meet on @Friday.", Tense.FUTURE),
        ("They are expected to meet on @Friday.", Tense.FUTURE),
        ("They agreed to meet on @Friday.", Tense.FUTURE),
        ("It had been due to expire on @Friday.", Tense.PAST),
        ("He will go. They met on @Friday.", Tense.PAST),
        ("Mr. D. Davison, who will succeed Mr. A. Brown on @Friday.", Tense.FUTURE),
        ("On @Friday, they will meet.", Tense.FUTURE),
        ("On @Friday, they met.", Tense.PAST),
        ("Russia struck overnight; talks resume on @Friday.", Tense.FUTURE),
        ("The parties meet @Friday.", Tense.FUTURE),
        ("GAZA, @Friday", Tense.UNKNOWN),
    ],
)
def test_tense(text: str, tense: Tense) -> None:
    start = text.index("@")
    assert tense_around(text.replace("@", ""), start, start + 6) is tense


def test_placing_follows_the_tense() -> None:
    assert str(place_day(2, 24, TODAY, Tense.PAST)) == str(place_day(2, 24, date(2025, 3, 1), Tense.UNKNOWN))
    assert place_month(10, TODAY, Tense.PAST).name == "2025-10"
    assert place_month(5, TODAY, Tense.FUTURE).name == "2026-05"
    assert place_month(12, TODAY, Tense.PAST).name == "2025-12"
    assert place_weekday(0, TODAY, Tense.PAST).name == "2025-12-22"
    assert place_weekday(4, TODAY, Tense.FUTURE).name == "2025-12-26"
    assert place_weekday(4, TODAY, Tense.UNKNOWN).name == "2025-12-19"


def test_turning() -> None:
    assert [turn_month(month, TODAY, -1).name for month in (11, 12, 1)] == ["2025-11", "2024-12", "2025-01"]
    assert [turn_month(month, TODAY, 1).name for month in (11, 12, 1)] == ["2026-11", "2026-12", "2026-01"]
    assert [turn_season(month, TODAY, -1).name for month in (9, 12)] == ["2025-FA", "2024-WI"]
    assert [turn_season(month, TODAY, 1).name for month in (3, 12)] == ["2026-SP", "2026-WI"]


@pytest.mark.parametrize(
    ("year", "western", "eastern"),
    [(2023, (4, 9), (4, 16)), (2024, (3, 31), (5, 5)), (2025, (4, 20), (4, 20)), (2000, (4, 23), (4, 30))],
)
def test_easter(year: int, western: tuple[int, int], eastern: tuple[int, int]) -> None:
    assert easter(year) == date(year, *western)
    assert orthodox_easter(year) == date(year, *eastern)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("thanksgiving day", date(2025, 11, 27)),
        ("memorial day", date(2023, 5, 29)),
        ("election day", date(2024, 11, 5)),
        ("labor day", date(2025, 9, 1)),
        ("good friday", date(2024, 3, 29)),
        ("rosh hashanah", date(2023, 9, 16)),
        ("yom kippur", date(2024, 10, 12)),
        ("passover", date(2024, 4, 23)),
        ("hanukkah", date(2024, 12, 26)),
        ("purim", date(2024, 3, 24)),
        ("orthodox christmas", date(2024, 1, 7)),
    ],
)
def test_holidays(name: str, day: date) -> None:
    assert holiday(name, day.year) == day


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("eid al-fitr", date(2024, 4, 10)),
        ("eid al-adha", date(2024, 6, 16)),
        ("ashura", date(2023, 7, 28)),
        ("eid al-fitr", date(2025, 3, 30)),
    ],
)
def test_islamic_feasts_are_within_a_day_of_the_sighted_moon(name: str, day: date) -> None:
    assert abs((holiday(name, day.year) - day).days) <= 1


def test_the_islamic_epoch() -> None:
    assert islamic(1, 1, 1) == date(622, 7, 19)


@pytest.mark.parametrize("name", HOLIDAY_NAMES)
def test_every_holiday_has_a_day_in_every_year(name: str) -> None:
    assert all(holiday(name, year).year == year for year in range(1950, 2100))


def test_the_jewish_new_year_is_no_sunday_wednesday_or_friday() -> None:
    assert {rosh_hashanah(year).weekday() for year in range(1950, 2100)} <= {0, 1, 3, 5}

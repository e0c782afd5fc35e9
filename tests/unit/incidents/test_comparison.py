"""When two events are one, by the codebook's rule and its exceptions."""

from dataclasses import replace
from datetime import date

import pytest

from dateline.incidents import compare, in_words
from dateline.incidents.weights import weights
from dateline.model import Actor, Event, Place, Target, TimeSpan
from tests.unit.incidents.invented import (
    BELHAVEN,
    COAST,
    HILLTOWN,
    ORELAND,
    SUBURB,
    VOSTRIA,
    WHOLE_LAND,
    day,
    killed,
    report,
    said,
    seen,
    strike,
)


def score(left: Event, right: Event) -> float | None:
    reason = compare(seen(left), seen(right))
    return reason.score if reason else None


def found(left: Event, right: Event) -> set[str]:
    reason = compare(seen(left), seen(right))
    return {name for name, _ in reason.comparisons} if reason else set()


def test_one_strike_told_twice_is_one() -> None:
    reason = compare(seen(strike("e1", "d1")), seen(strike("e2", "d2")))
    assert reason is not None
    assert reason.score > 0
    assert reason.score == pytest.approx(sum(weight for _, weight in reason.comparisons))
    assert {"same_type", "same_mode", "same_point", "same_days", "same_actor_name"} <= {name for name, _ in reason.comparisons}


def test_comparison_is_the_same_from_either_side() -> None:
    left, right = seen(strike("e1", "d1")), seen(strike("e2", "d2", place=COAST, date=day(4, None), actors=()))
    assert compare(left, right) == compare(right, left)


@pytest.mark.parametrize(
    "changes",
    [
        {"date": day(6)},
        {"date": day(5)},
        {"place": HILLTOWN},
        {"event_type": "PROTEST", "mode": None},
        {"aggregate": True},
        {"status": "planned"},
        {"background": True, "date": None},
        {"place": replace(BELHAVEN, lat=10.0, name="Port Bel")},
    ],
    ids=["two days on", "next day", "another town", "another type", "a total", "announced", "background without a date", "far off"],
)
def test_what_cannot_be_one(changes: dict[str, object]) -> None:
    assert score(strike("e1", "d1"), strike("e2", "d2", **changes)) is None


def test_events_of_one_document_are_never_one() -> None:
    assert score(strike("e1", "d1"), strike("e2", "d1")) is None


@pytest.mark.parametrize(
    "changes",
    [
        {"place": SUBURB},
        {"place": COAST},
        {"place": None},
        {"mode": "drone"},
        {"actors": ()},
        {"date": TimeSpan(date(2026, 5, 3), date(2026, 5, 4), "day", "overnight")},
        {"date": day(5, None)},
        {"status": "alleged"},
        {"harm": (killed(9, 9),)},
    ],
    ids=[
        "14 km off",
        "the province",
        "no place",
        "other weapon",
        "no doer",
        "the night",
        "day of report",
        "alleged",
        "higher toll",
    ],
)
def test_what_reports_differ_on_and_is_one(changes: dict[str, object]) -> None:
    one = score(strike("e1", "d1", harm=(killed(7, None),)), strike("e2", "d2", **changes))
    assert one is not None
    assert one > 0


def test_a_missing_date_agrees_with_nothing_by_itself() -> None:
    known, undated = strike("e1", "d1", actors=(), recipients=(), mode=None), strike("e2", "d2", date=None, actors=(), mode=None)
    assert "date_missing" in found(known, undated)
    assert weights()["date_missing"] < 0
    late = seen(strike("e2", "d2", date=None), report("d2", 25))
    assert compare(seen(known), late) is None


def test_an_undated_report_of_the_next_days_is_one_by_all_else() -> None:
    one = score(
        strike("e1", "d1", targets=(Target("residential"),)), strike("e2", "d2", date=None, targets=(Target("residential"),))
    )
    assert one is not None
    assert one > 0


def test_background_is_the_incident_only_if_place_date_and_type_agree() -> None:
    past = {"background": True, "date": TimeSpan(date(2026, 5, 4), date(2026, 5, 4), "day", "on 4 May")}
    assert (score(strike("e1", "d1"), strike("e2", "d2", **past)) or -1) > 0
    assert score(strike("e1", "d1"), strike("e2", "d2", **past | {"place": WHOLE_LAND})) is None
    assert score(strike("e1", "d1"), strike("e2", "d2", **past | {"event_type": "COERCE", "mode": None})) is None


def test_violence_at_a_place_is_not_violence_over_the_land() -> None:
    wide = strike("e2", "d2", place=WHOLE_LAND, mode=None)
    assert "narrow_in_wide" in found(strike("e1", "d1"), wide)


def test_two_totals_of_other_periods_are_two() -> None:
    today = strike("e1", "d1", aggregate=True, place=WHOLE_LAND)
    two_days = replace(today, event_id="e2", doc_id="d2", date=TimeSpan(date(2026, 5, 3), date(2026, 5, 4), "day", "in 48 hours"))
    assert score(today, two_days) is None
    assert (score(today, replace(today, event_id="e2", doc_id="d2")) or -1) > 0


def test_meetings_of_one_host_with_other_guests_are_two() -> None:
    def meeting(key: str, doc: str, guest: Actor) -> Event:
        return Event(key, doc, "CONSULT", actors=(ORELAND, guest), place=BELHAVEN, date=day(4))

    north, south = Actor(None, "Northmark", "NOR", "GOV"), Actor(None, "Southmark", "SOU", "GOV")
    same, other = (
        score(meeting("e1", "d1", north), meeting("e2", "d2", north)),
        found(meeting("e1", "d1", north), meeting("e2", "d2", south)),
    )
    assert same is not None
    assert same > 0
    assert "other_parties" in other


def test_words_of_two_speakers_are_two_acts() -> None:
    prime, foreign = Actor(None, "Ada Moor", "ORE", "GOV"), Actor(None, "Bela Finch", "ORE", "GOV")
    assert (score(said("e1", "d1", actors=(prime,)), said("e2", "d2", actors=(foreign,))) or -1) < 0
    assert (score(said("e1", "d1", actors=(prime,)), said("e2", "d2", actors=(prime,))) or -1) > 0


def test_accusations_in_opposite_directions_are_two() -> None:
    assert (score(said("e1", "d1"), said("e2", "d2", actors=(VOSTRIA,), recipients=(ORELAND,))) or -1) < 0


def test_slips_of_place_count_against_two_events_but_do_not_forbid() -> None:
    namesake = strike("e2", "d2", place=replace(BELHAVEN, lat=10.0))
    assert "namesakes" in found(strike("e1", "d1"), namesake)
    abroad = strike("e2", "d2", place=Place("Vostria", "Vostria", "VOS", "country"))
    assert "other_country" in found(strike("e1", "d1"), abroad)
    assert (score(strike("e1", "d1"), abroad) or 1) < 0
    assert score(strike("e1", "d1", place=WHOLE_LAND), abroad) is None


def test_a_report_that_looks_back_is_one_only_by_more_than_act_place_and_parties() -> None:
    back = strike("e2", "d2", date=day(8, None), harm=(killed(34, 34),))
    assert (score(strike("e1", "d1"), back) or 1) < 0
    assert (score(strike("e1", "d1", harm=(killed(34, 34),)), back) or -1) > 0
    assert score(strike("e1", "d1"), strike("e2", "d2", date=day(12, None))) is None
    assert score(strike("e1", "d1", date=day(9)), back) is not None
    assert score(strike("e1", "d1", date=day(14)), back) is None


def test_every_comparison_has_words() -> None:
    assert all(in_words(name) for name in weights())
    assert in_words("same_point") == "happened at one point (within 5 km)"

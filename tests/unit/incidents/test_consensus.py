"""One value for each field, by a stated rule, and what the reports dispute."""

from dataclasses import replace
from datetime import date

import pytest

from dateline.incidents import incident_id
from dateline.incidents.consensus import consensus
from dateline.model import Actor, Event, Impact, Incident, Quantity, Report, Target, TimeSpan
from tests.unit.incidents.invented import (
    BELHAVEN,
    COAST,
    FLEET,
    HILLTOWN,
    ORELAND,
    TOWNSFOLK,
    WHOLE_LAND,
    day,
    killed,
    report,
    seen,
    strike,
)


def agreed(*told: tuple[Event, Report]) -> Incident:
    return consensus([seen(event, source) for event, source in told])


def three(**changes: tuple[object, object, object]) -> Incident:
    """Three reports by three outlets, a day apart, that differ in the named fields."""
    told = []
    for n in range(3):
        event = strike(f"e{n + 1}", f"d{n + 1}", **{name: values[n] for name, values in changes.items()})
        told.append((event, report(f"d{n + 1}", 5 + n)))
    return agreed(*told)


def test_the_value_most_reports_give() -> None:
    incident = three(
        mode=("aerial", "drone", "drone"), event_type=("ASSAULT", "COERCE", "ASSAULT"), status=("alleged", "occurred", "occurred")
    )
    assert (incident.event_type, incident.mode, incident.status) == ("ASSAULT", "aerial", "occurred")
    assert incident.disputed == ("event_type",)


def test_copies_of_one_report_have_one_vote() -> None:
    copies = [(strike(f"e{n}", f"d{n}", mode="drone"), report(f"d{n}", 5, family="wire-1")) for n in (1, 2, 3)]
    own = [(strike(f"e{n}", f"d{n}", mode="aerial"), report(f"d{n}", 6)) for n in (4, 5)]
    incident = agreed(*copies, *own)
    assert incident.mode == "aerial"
    assert (incident.sources, incident.independent_sources) == (5, 3)


def test_a_tie_of_status_goes_to_the_firmer() -> None:
    incident = agreed((strike("e1", "d1", status="denied"), report("d1")), (strike("e2", "d2"), report("d2")))
    assert incident.status == "occurred"
    assert "status" in incident.disputed


def test_the_most_precise_place_that_no_report_contradicts() -> None:
    assert three(place=(WHOLE_LAND, BELHAVEN, COAST)).place == BELHAVEN
    torn = three(place=(BELHAVEN, HILLTOWN, BELHAVEN))
    assert torn.place == BELHAVEN
    assert torn.disputed == ("place",)
    assert three(place=(None, None, None)).place is None


def test_the_date_range_of_what_is_told() -> None:
    night = TimeSpan(date(2026, 5, 3), date(2026, 5, 4), "day", "overnight")
    incident = three(date=(night, day(4), day(6, None)))
    assert incident.date is not None
    assert (incident.date.start, incident.date.end) == (night.start, night.end)
    may = TimeSpan(date(2026, 5, 1), date(2026, 5, 31), "month", "in May")
    assert three(date=(may, day(4), None)).date == day(4)
    inferred = three(date=(None, day(6, None), day(5, None))).date
    assert inferred == day(5, None)
    assert three(date=(None, None, None)).date is None


def test_entities_under_several_names_are_one_and_lone_ones_of_many_are_left_out() -> None:
    fleet = replace(FLEET, name="Vostria")
    incident = three(actors=((FLEET,), (fleet,), (FLEET,)), recipients=((TOWNSFOLK,), (TOWNSFOLK, ORELAND), (TOWNSFOLK,)))
    assert incident.actors == (FLEET,)
    assert incident.recipients == (TOWNSFOLK, ORELAND)
    odd = Actor(None, "Someone", "XXX", "GOV")
    four = [(strike(f"e{n}", f"d{n}", actors=(odd if n == 4 else FLEET,)), report(f"d{n}", 5)) for n in range(1, 5)]
    assert agreed(*four).actors == (FLEET,)
    assert agreed(*four).disputed == ("actors",)


def test_targets_at_the_worst_and_impacts_in_full_range() -> None:
    incident = three(
        targets=((Target("port"),), (Target("port", "destroyed"),), (Target("rail", "damaged"),)),
        impacts=(
            (Impact("power_outage", households=Quantity(90_000, 90_000), place="Belhaven"),),
            (Impact("power_outage", households=Quantity(100_000, None)),),
            (),
        ),
    )
    assert incident.targets == (Target("port", "destroyed"), Target("rail", "damaged"))
    assert incident.impacts == (Impact("power_outage", households=Quantity(90_000, None), place="Belhaven"),)


def test_further_independent_reports_raise_confidence_and_copies_do_not() -> None:
    alone = agreed((strike("e1", "d1"), report("d1"))).confidence
    two = agreed((strike("e1", "d1"), report("d1")), (strike("e2", "d2"), report("d2"))).confidence
    copied = agreed((strike("e1", "d1"), report("d1", family="w")), (strike("e2", "d2"), report("d2", family="w"))).confidence
    assert alone == copied == pytest.approx(0.8)
    assert two == pytest.approx(1 - 0.2 * 0.6)


def test_a_disputed_toll() -> None:
    assert "harm" in three(harm=((killed(30, 30),), (killed(9, 9),), ())).disputed
    assert "harm" not in three(harm=((killed(9, 9),), (killed(30, 30),), ())).disputed


def test_ids_and_order_follow_publication() -> None:
    incident = agreed(
        (strike("e1", "d1"), report("d1", 7)), (strike("e9", "d9"), report("d9", 5)), (strike("e5", "d5"), Report("d5"))
    )
    assert incident.event_ids == ("e9", "e1", "e5")
    assert incident.doc_ids == ("d9", "d1", "d5")
    assert incident.incident_id == "i9"
    assert incident_id("d001:3") == "i-d001:3"


def test_no_event_is_no_incident() -> None:
    with pytest.raises(ValueError, match="at least one event"):
        consensus([])

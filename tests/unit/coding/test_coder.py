"""Whole events from short reports: every field with its evidence."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.codebook import load
from dateline.coding import Coder, code_document, coder_version
from dateline.model import Event, Quantity
from dateline.model.record import event_of, event_record
from tests.unit.coding.reports import code, only, report

STRIKE = (
    "Russian drones struck two substations and a heating plant in Odesa early on Tuesday, killing three workers and leaving "
    "about 90,000 homes without power, the regional governor said."
)


def test_a_strike_field_by_field() -> None:
    event = only(code(STRIKE), "ASSAULT")
    assert event.mode == "drone"
    assert event.status == "occurred"
    assert [(a.country, a.sector) for a in event.actors] == [("RUS", "MIL")]
    assert {a.country for a in event.recipients} == {"UKR"}
    assert event.place is not None
    assert (event.place.country, event.place.precision) == ("UKR", "city")
    assert event.date is not None
    assert event.date.start == date(2026, 2, 10)
    assert [(h.kind, h.count, h.who) for h in event.harm] == [("killed", Quantity(3, 3), "workers")]
    assert {"energy.grid", "heating"} <= {t.kind for t in event.targets}
    power = next(i for i in event.impacts if i.kind == "power_outage")
    assert power.households == Quantity(90_000, 90_000)
    assert event.attribution is not None
    assert (event.attribution.country, event.attribution.sector) == ("UKR", "GOV")


def test_every_value_has_its_words() -> None:
    event = only(code(STRIKE), "ASSAULT")
    words = {(e.role, e.index): STRIKE[e.start : e.end] for e in event.evidence}
    assert words["actor", 0] in ("Russian drones", "Russian")
    assert words["place", 0] == "Odesa"
    assert words["harm", 0] == "three workers"
    assert words["attribution", 0] == "the regional governor"
    assert {"trigger", "date", "target", "impact"} <= {role for role, _ in words}


@pytest.mark.parametrize(
    ("text", "event_type", "status"),
    [
        ("The two delegations will meet in Muscat on Friday.", "AGREE", "planned"),
        ("No agreement was reached in Doha, a Hamas official said.", "AGREE", "denied"),
        ("Iran threatened to strike any ship that enters its waters.", "THREATEN", "occurred"),
        ("The Sudanese army reportedly shelled a market in El Fasher.", "ASSAULT", "alleged"),
        ("Kenyan police arrested forty protesters in Nairobi on Monday.", "COERCE", "occurred"),
    ],
)
def test_type_and_status(text: str, event_type: str, status: str) -> None:
    assert only(code(text), event_type).status == status


def test_both_sides_of_a_meeting_are_actors() -> None:
    event = only(code("Turkish Foreign Minister Hakan Fidan met Egyptian officials in Cairo on Sunday."), "CONSULT")
    assert {a.country for a in event.actors} == {"TUR", "EGY"}
    assert event.recipients == ()


def test_who_condemns_a_strike_speaks_to_its_doer() -> None:
    text = (
        "Israeli strikes in Gaza on Saturday killed at least 30 Palestinians. Egypt condemned the strikes in the strongest terms."
    )
    event = only(code(text), "ACCUSE")
    assert {a.country for a in event.actors} == {"EGY"}
    assert {a.country for a in event.recipients} == {"ISR"}
    assert event.place is None


def test_later_mentions_are_the_same_event() -> None:
    text = (
        "A Russian missile hit a market in Kramatorsk on Monday, killing four people. The attack came at noon. "
        "Nine people were wounded in the strike, the mayor said."
    )
    event = only(code(text), "ASSAULT")
    assert len(event.trigger) >= 2
    assert {(h.kind, h.count.minimum) for h in event.harm} == {("killed", 4), ("injured", 9)}


def test_first_person_is_the_speaker_of_the_title() -> None:
    event = only(
        code("I condemn the attack on the convoy near Goma.", "Statement from President Emmanuel Macron on Goma"), "ACCUSE"
    )
    assert [(a.country, a.sector) for a in event.actors] == [("FRA", "GOV")]


def test_old_acts_are_background() -> None:
    event = only(code("Russia invaded Ukraine in February 2022."), "ASSAULT")
    assert event.background
    assert event.date is not None
    assert event.date.precision == "month"


def test_nobody_hurt_is_two_zeros() -> None:
    event = only(code("A drone hit a warehouse in Kherson on Monday. Nobody was hurt."), "ASSAULT")
    assert {(h.kind, h.count) for h in event.harm} == {("killed", Quantity(0, 0)), ("injured", Quantity(0, 0))}


def test_no_events_in_a_match_report() -> None:
    text = (
        "The home side attacked from the kick-off and bombarded the goalkeeper before half-time. Their striker fired in the second "
        "goal, and the coach hailed a derby that buried the visitors."
    )
    assert code(text) == ()


def test_without_a_date_of_its_own_the_report_s_day_counts() -> None:
    event = only(code("France condemned the raid on the ministry in Damascus."), "ACCUSE")
    assert event.date is not None
    assert (event.date.start, event.date.text) == (date(2026, 2, 10), None)
    undated = only(code("France condemned the raid on the ministry in Damascus.", published=None), "ACCUSE")
    assert undated.date is None


def test_same_document_same_events() -> None:
    document = report(STRIKE)
    assert code_document(document) == Coder().code(document)
    assert all(e.coder == coder_version() for e in code_document(document))


def test_events_survive_their_record() -> None:
    for event in code(STRIKE):
        again = event_of(event_record(event))
        assert event_record(again) == event_record(event)


_PIECES = st.sampled_from(
    "Russia Iran the army police rebels struck killed met condemned will in Gaza Kyiv on Friday three people , . and the ceasefire "
    "talks “ ” — no not if by with 25 drones reportedly".split(" ")
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_PIECES, max_size=40))
def test_any_words_give_events_within_the_codebook(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for event in code(text):
        check(event, text)


def check(event: Event, text: str) -> None:
    assert load().faults(event) == []
    assert 0 <= event.confidence <= 1
    for evidence in event.evidence:
        limit = len(text) if evidence.part == "text" else 0
        assert 0 <= evidence.start < evidence.end <= max(limit, evidence.end if evidence.part == "title" else 0)


def test_people_of_the_place_bear_what_names_nobody() -> None:
    event = only(code("The military government of Mali imposed a night curfew on Monday."), "COERCE")
    assert [(a.country, a.sector, a.text) for a in event.recipients] == [("MLI", "CVL", None)]


def test_people_struck_are_not_taken_for_the_doers_own() -> None:
    text = (
        "Russia has shelled the region for days. Russian drones hit a market in Odesa, Ukraine, on Monday, killing three civilians."
    )
    assault = code(text)[-1]
    assert {a.country for a in assault.actors} == {"RUS"}
    assert {a.country for a in assault.recipients} == {"UKR"}

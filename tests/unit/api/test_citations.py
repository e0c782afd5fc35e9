from dataclasses import replace

import pytest

from dateline.api.citations import citations, harm_index
from dateline.incidents import merge_events
from dateline.model import Actor, Event, Figure, Harm, Incident, Quantity, Toll
from tests import workbench_story

CIVILIANS = Actor("civilians", "Veldan civilians", "VEL", "CVL")


def told_by(event: Event, **merged: object) -> Incident:
    """The incident of one event, with merged fields of our own."""
    (incident,) = merge_events([event], {})
    return replace(incident, **merged)


def words_of(field: str, incident: Incident, event: Event) -> list[str]:
    text = workbench_story.FIRST.text
    return [text[c.start : c.end] for c in citations(incident, [event]) if c.field == field and c.part == "text"]


@pytest.fixture
def strike() -> Event:
    return workbench_story.strike_events()[0]


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("event_type", ["attacked"]),
        ("actors", ["Orst's army"]),
        ("recipients", ["people"]),
        ("place", ["Tarnov with"]),
        ("date", ["overnight"]),
        ("targets", ["power plant"]),
        ("impacts", ["40,000 households in Tarnov lost electricity"]),
        ("attributions", ["governor Ilse Dravik"]),
    ],
)
def test_every_field_leads_to_its_words(strike: Event, field: str, words: list[str]) -> None:
    assert words_of(field, told_by(strike), strike) == words


def test_an_actor_merged_under_another_name_is_found_by_country_and_sector(strike: Event) -> None:
    assert words_of("recipients", told_by(strike, recipients=(CIVILIANS,)), strike) == ["people"]
    other = replace(CIVILIANS, country="ORS")
    assert words_of("recipients", told_by(strike, recipients=(other,)), strike) == []


def test_a_name_of_its_own_keeps_an_actor_from_standing_for_another(strike: Event) -> None:
    both = told_by(strike, recipients=(CIVILIANS, workbench_story.VELD))
    assert [c.index for c in citations(both, [strike]) if c.field == "recipients"] == [1]


def test_what_the_event_contradicts_is_not_cited_from_it(strike: Event) -> None:
    elsewhere = told_by(strike, place=workbench_story.PORT, date=workbench_story.on(20))
    assert words_of("place", elsewhere, strike) == []
    assert words_of("date", elsewhere, strike) == []


def test_a_figure_is_found_by_kind_group_and_count(strike: Event) -> None:
    event = replace(
        strike,
        harm=(
            Harm("killed", Quantity(2, 2), "children", subset=True),
            Harm("killed", Quantity(2, 2)),
            Harm("injured", Quantity(2, 2)),
        ),
    )
    figure = Figure(event.event_id, event.doc_id, None, None, Quantity(2, 2))
    assert harm_index(event, Toll("killed", None, False, Quantity(2, 2), ()), figure) == 1
    assert harm_index(event, Toll("killed", "children", True, Quantity(2, 2), ()), figure) == 0
    assert harm_index(event, Toll("killed", "minors", True, Quantity(2, 2), ()), figure) == 0
    assert harm_index(event, Toll("missing", None, False, Quantity(2, 2), ()), figure) is None

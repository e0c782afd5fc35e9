"""A person's decisions: checked against the codebook, added, and at work at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline import ingest, judge, open_store
from dateline.errors import DatelineError, NotFound
from dateline.store import IncidentFilter, Store
from tests.journeys.made_reports import make_reports


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "record.db")) as opened:
        ingest([str(make_reports(tmp_path / "reports", 6))], store=opened)
        yield opened


def test_two_events_are_joined_and_parted(store: Store) -> None:
    assaults = [i for i in store.incidents(IncidentFilter(event_types=("ASSAULT",))).incidents if not i.aggregate]
    one, other = assaults[0].event_ids[0], assaults[1].event_ids[0]
    judge(store, "same", one, other, by="editor", reason="one raid")
    assert store.incident(one) == store.incident(other)
    judge(store, "different", one, other, by="editor")
    assert store.incident(one) != store.incident(other)
    assert [(j.kind, j.person, j.decided_by) for j in store.judgements()] == [
        ("same", True, "editor"),
        ("different", True, "editor"),
    ]


def test_a_correction_reaches_the_incident(store: Store) -> None:
    event = next(e for e in store.events() if e.event_type == "ASSAULT")
    judge(store, "correct", event.event_id, by="editor", field="mode", value="firearms")
    assert store.event(event.event_id).mode == "firearms"
    harm = [{"kind": "killed", "min": 77, "max": 77, "who": None, "text": None}]
    judge(store, "correct", event.event_id, by="editor", field="harm", value=harm)
    figures = [f for toll in store.incident(event.event_id).harm for f in toll.figures if f.event_id == event.event_id]
    assert [f.count.minimum for f in figures] == [77]


def test_a_rejected_event_leaves_its_incident(store: Store) -> None:
    event_id = store.events()[0].event_id
    judge(store, "reject", event_id, by="editor")
    with pytest.raises(NotFound):
        store.incident(event_id)
    judge(store, "accept", event_id, by="editor")
    assert event_id in store.incident(event_id).event_ids


def test_what_makes_no_sense_is_refused_and_nothing_is_added(store: Store) -> None:
    event_id = store.events()[0].event_id
    with pytest.raises(NotFound, match="'e-none'"):
        judge(store, "reject", "e-none", by="editor")
    with pytest.raises(DatelineError, match="needs two different events"):
        judge(store, "same", event_id, event_id, by="editor")
    with pytest.raises(DatelineError, match="outside the codebook: unknown event type 'PARADE'"):
        judge(store, "correct", event_id, by="editor", field="event_type", value="PARADE")
    with pytest.raises(DatelineError, match="is no field"):
        judge(store, "correct", event_id, by="editor", field="confidence", value=1)
    assert store.judgements() == ()

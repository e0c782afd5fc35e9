"""One record, whatever keeps it: real ingestions give every store the same answers."""

from pathlib import Path
from typing import Any

import pytest

from dateline.store import IncidentFilter, Store, open_store
from dateline.workflow import ingest
from tests.journeys.made_reports import make_reports

QUERIES = (
    IncidentFilter(limit=1000),
    IncidentFilter(order="deadliest", limit=3, offset=1),
    IncidentFilter(text="port workers"),
    IncidentFilter(countries=("RUS",), quads=("VX",), order="oldest"),
)


def answers(store: Store) -> dict[str, Any]:
    """What a store says to everything that can be asked of it; ranks of search differ, so hits are compared as a set."""
    incidents = store.incidents(QUERIES[0]).incidents
    return {
        "documents": store.documents(),
        "reports": store.reports(),
        "events": store.events(),
        "claims": {event.event_id: store.claims(event.event_id) for event in store.events()},
        "pages": [store.incidents(query) for query in QUERIES],
        "timelines": [store.timeline(query) for query in QUERIES],
        "histories": [store.history(incident.incident_id) for incident in incidents],
        "hits": set(store.search("power plant", limit=1000)),
        "totals": store.totals(),
        "basis": store.merged_basis(),
    }


def test_an_ingestion_gives_every_store_the_same_record(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_NOW", "2026-01-20T08:00:00Z")
    reports = str(make_reports(tmp_path / "reports", 20))
    with open_store("sqlite://") as reference:
        ingest([reports], store=reference, batch=50)
        expected = answers(reference)
    ingest([reports], store=store, batch=3)
    found = answers(store)
    assert len(expected["hits"]) > 5
    assert [len(page.incidents) > 0 for page in expected["pages"]] == [True] * len(QUERIES)
    for name, answer in expected.items():
        assert found[name] == answer, name

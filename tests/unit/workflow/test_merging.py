"""Merging what the record holds, also while others add to it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dateline.errors import DatelineError
from dateline.incidents import merge_events
from dateline.settings import now
from dateline.store import CodedDocument, IncidentFilter, Store, open_store
from dateline.workflow import code, ingest, merge_record, merging
from tests.journeys.made_reports import make_reports


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "record.db")) as opened:
        ingest([str(make_reports(tmp_path / "reports", 6))], store=opened)
        yield opened


@pytest.fixture
def late(tmp_path: Path) -> Iterator[CodedDocument]:
    """Coded documents that another process adds, one after another."""
    folder = make_reports(tmp_path / "late", 9, seed=7, prefix="late")
    (folder / "noise.html").unlink()
    return (CodedDocument(document, events, "coder", now()) for document, events in code([str(folder)], on_refused=pytest.fail))


def test_a_merged_record_is_left_alone(store: Store) -> None:
    assert merge_record(store) is False


def test_what_was_added_meanwhile_is_merged_too(
    store: Store, late: Iterator[CodedDocument], monkeypatch: pytest.MonkeyPatch
) -> None:
    store.add([next(late)])
    tries = []

    def disturbed(*given: Any) -> Any:
        tries.append(len(given[0]))
        if len(tries) == 1:
            store.add([next(late)])
        return merge_events(*given)

    monkeypatch.setattr(merging, "merge_events", disturbed)
    assert merge_record(store) is True
    assert len(tries) == 2
    held = {event for incident in store.incidents(IncidentFilter(limit=1000)).incidents for event in incident.event_ids}
    assert held == {event.event_id for event in store.events()}


def test_a_record_that_never_rests_is_no_endless_loop(
    store: Store, late: Iterator[CodedDocument], monkeypatch: pytest.MonkeyPatch
) -> None:
    store.add([next(late)])
    before = store.incidents(IncidentFilter())

    def disturbed(*given: Any) -> Any:
        store.add([next(late)])
        return merge_events(*given)

    monkeypatch.setattr(merging, "merge_events", disturbed)
    with pytest.raises(DatelineError, match="added to faster than it could be merged"):
        merge_record(store)
    assert store.incidents(IncidentFilter()) == before


def test_newer_rules_merge_anew(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merging, "fingerprint", lambda *packages: "99999999")
    assert merge_record(store) is True
    assert merge_record(store) is False

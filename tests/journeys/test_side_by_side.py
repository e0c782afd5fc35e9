"""Two ingestions into one database at once give the incidents of one after the other."""

from pathlib import Path

import pytest

from dateline.store import IncidentFilter, open_store
from tests.journeys.ingestion_process import run, start
from tests.journeys.made_reports import make_reports


def test_two_ingestions_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_NOW", "2026-01-20T08:00:00+00:00")
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).resolve().parents[2]))  # for the server that processes are forked from
    folders = [
        str(make_reports(tmp_path / "one", 20, seed=1, prefix="one")),
        str(make_reports(tmp_path / "two", 20, seed=2, prefix="two")),
    ]

    for folder in folders:
        run(folder, str(tmp_path / "in-turn.db"))
    with open_store(str(tmp_path / "in-turn.db")) as store:
        expected = (store.documents(), store.events(), store.incidents(IncidentFilter(limit=1000)))

    running = [start(folder, str(tmp_path / "at-once.db")) for folder in folders]
    for process, signals in running:
        assert signals.recv() == "ended"
        process.join()
    with open_store(str(tmp_path / "at-once.db")) as store:
        found = (store.documents(), store.events(), store.incidents(IncidentFilter(limit=1000)))
    assert len(found[0]) > 35
    assert found == expected

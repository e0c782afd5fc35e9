"""An ingestion that is killed at any moment and started again gives exactly the record of an undisturbed one."""

import random
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from dateline.store.tables import metadata
from tests.journeys.ingestion_process import run, start
from tests.journeys.made_reports import make_reports

KILLS = 20
Dump = dict[str, list[tuple[object, ...]]]


def dump(database: Path) -> Dump:
    """Every row of every table in order of its key; the full-text index is checked against the texts."""
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("INSERT INTO sentence_index (sentence_index, rank) VALUES ('integrity-check', 1)")
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        keys = {t.name: ", ".join(c.name for c in t.primary_key) for t in metadata.sorted_tables}
        return {name: connection.execute(f"SELECT * FROM {name} ORDER BY {key}").fetchall() for name, key in keys.items()}  # noqa: S608


@pytest.mark.slow
def test_a_killed_ingestion_started_again_gives_the_record_of_an_undisturbed_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_NOW", "2026-01-20T08:00:00+00:00")
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).resolve().parents[2]))  # for the server that processes are forked from
    folder = str(make_reports(tmp_path / "reports"))
    undisturbed = tmp_path / "undisturbed.db"
    process, signals = start(folder, str(undisturbed))
    began = time.perf_counter()
    assert signals.recv() == "ended"
    seconds = time.perf_counter() - began
    process.join()
    expected = dump(undisturbed)
    assert len(expected["documents"]) > 35
    assert len(expected["incidents"]) > 20

    chance = random.Random(20)
    broken_off = 0
    for number in range(KILLS):
        database = tmp_path / f"killed-{number}.db"
        process, signals = start(folder, str(database))
        time.sleep(seconds * (number + chance.random()) / KILLS)
        process.kill()
        process.join()
        broken_off += process.exitcode == -signal.SIGKILL
        run(folder, str(database))
        assert dump(database) == expected, f"killed after {number + 1} of {KILLS} parts of {seconds:.2f} s"
    assert broken_off >= KILLS // 2, "too few runs were still under way when they were killed"

"""The demo over a folder of reports."""

from pathlib import Path

import pytest

from dateline import demo
from dateline.errors import DatelineError
from tests.journeys.made_reports import make_reports


def test_the_demo_is_loaded_once(tmp_path: Path) -> None:
    make_reports(tmp_path / "demo" / "reports", 6)
    database = str(tmp_path / "demo.db")
    first = demo(database, tmp_path / "demo")
    assert (first.ingested.done.new, first.ingested.done.refused, first.publishers > 1) == (6, 1, True)
    assert sum(first.quads.values()) == first.ingested.incidents
    again = demo(database, tmp_path / "demo")
    assert (again.ingested.done.new, again.ingested.done.known) == (0, 6)
    assert (again.quads, again.ingested.events) == (first.quads, first.ingested.events)


def test_it_says_what_it_did_in_few_lines(tmp_path: Path) -> None:
    make_reports(tmp_path / "demo" / "reports", 3)
    lines = demo(str(tmp_path / "demo.db"), tmp_path / "demo").lines()
    assert len(lines) <= 10
    assert all(len(line) < 200 and "\n" not in line for line in lines)
    assert "3 reports of" in lines[0]
    assert str(tmp_path / "demo.db") in lines[-1]


def test_a_folder_without_a_demo_is_named(tmp_path: Path) -> None:
    with pytest.raises(DatelineError, match=r"holds none of archive\.warc\.gz, reports, feed\.xml"):
        demo(str(tmp_path / "demo.db"), tmp_path)
    assert not (tmp_path / "demo.db").exists()

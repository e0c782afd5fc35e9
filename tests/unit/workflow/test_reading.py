"""Documents from addresses, each with a day of publication and how it was found."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dateline import read
from dateline.errors import UnreadableInput
from dateline.model import Document
from dateline.workflow import reading

DATED = "Drones hit the port of Odesa on Sunday. Two workers were killed, officials said. The port was closed for a day."
Read = Callable[..., tuple[list[Document], list[UnreadableInput]]]


@pytest.fixture
def read_all(tmp_path: Path) -> Read:
    """Reads files that are given as name and content."""

    def reader(files: dict[str, str | bytes], **options: object) -> tuple[list[Document], list[UnreadableInput]]:
        for name, content in files.items():
            (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
        refused: list[UnreadableInput] = []
        found = read([str(tmp_path / name) for name in files], on_refused=refused.append, **options)  # type: ignore[arg-type]
        return list(found), refused

    return reader


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(read_all: Read) -> None:
    documents, refused = read_all({"a.txt": DATED, "b.bin": b"\x00\x01", "empty.txt": "", "c.txt": DATED + " And more."})
    assert [Path(d.address).name for d in documents] == ["a.txt", "c.txt"]
    assert [Path(r.address).name for r in refused] == ["b.bin", "empty.txt"]


def test_a_day_from_the_caller_holds(read_all: Read) -> None:
    (document,), _ = read_all({"a.txt": DATED}, published=date(2025, 12, 22), url="https://x.example/a")
    assert (document.published, document.published_method, document.url) == (date(2025, 12, 22), "given", "https://x.example/a")


def test_a_day_is_inferred_where_the_text_constrains_it(read_all: Read) -> None:
    text = (
        "Talks were held in Miami over the weekend of December 20-21 as the nearly four-year war in Ukraine went on.\n\n"
        "Russian drones hit the port of Odesa on Sunday, killing two workers, officials said."
    )
    (document,), _ = read_all({"a.txt": text})
    assert (document.published_method, document.published and document.published.year) == ("inferred", 2025)


def test_else_the_day_of_reading_is_taken_and_marked(read_all: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_NOW", "2026-01-20T08:00:00Z")
    (document,), _ = read_all({"a.txt": "The minister spoke of peace. Nobody answered him, and the hall was empty by then."})
    assert (document.published, document.published_method) == (date(2026, 1, 20), "ingested")


def test_records_are_taken_as_they_are_and_known_by_id_not_by_line(read_all: Read) -> None:
    record = {"id": "r1", "title": "Raid", "text": "  Drones hit  Odesa.\n", "published": "2026-01-09", "publisher": "Gazette"}
    (first,), _ = read_all({"a.jsonl": json.dumps(record)})
    (second,), _ = read_all({"a.jsonl": "\n\n" + json.dumps(record)})
    assert first == second
    assert (first.id, first.title, first.text) == ("r1", "Raid", "  Drones hit  Odesa.\n")
    assert Path(first.address).name == "a.jsonl#r1"


def test_a_fault_in_reading_one_page_ends_no_batch(read_all: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    def fall_over(page: object) -> Document:
        raise RecursionError("too deep")

    monkeypatch.setattr(reading, "read_document", fall_over)
    documents, refused = read_all({"a.txt": DATED, "b.txt": DATED})
    assert documents == []
    assert [r.reason for r in refused] == ["cannot be read: RecursionError: too deep"] * 2

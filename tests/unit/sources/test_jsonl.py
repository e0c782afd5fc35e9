import io
import json
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import UnreadableInput
from dateline.model import Page
from dateline.settings import now
from dateline.sources import read_pages
from dateline.sources.jsonl import page_of


def written(folder: Path, *lines: object) -> str:
    path = folder / "reports.jsonl"
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines) + "\n", "utf-8")
    return str(path)


def test_every_field_is_carried_and_the_text_is_as_given(tmp_path: Path) -> None:
    text = "  Über\r\nalles  \n\n0\n"
    record = {
        "id": 7, "title": "T", "text": text, "published": "2026-01-14T23:30:00-05:00", "url": "https://a.example/1",
        "publisher": "A", "language": "de", "other": [1],
    }  # fmt: skip
    (page,) = read_pages([written(tmp_path, record)])
    assert isinstance(page, Page)
    assert page.content.decode() == text
    assert page.verbatim
    assert (page.known_id, page.known_title, page.known_published) == (7, "T", date(2026, 1, 14))
    assert (page.published_method, page.known_publisher, page.known_language, page.url) == (
        "given",
        "A",
        "de",
        "https://a.example/1",
    )


def test_bad_lines_are_refused_by_number_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        {"id": "a", "text": "Good."},
        "{broken",
        "",
        "[1]",
        {"id": "b"},
        {"text": "   "},
        {"text": "x", "published": "03/04/2025"},
        {"text": "x", "title": 5},
        {"text": "x", "id": {"no": 1}},
        {"text": "Last."},
    )
    found = list(read_pages([path]))
    assert [f.address.rpartition(":")[2] for f in found] == ["1", "2", "4", "5", "6", "7", "8", "9", "10"]
    assert [isinstance(f, Page) for f in found] == [True, *[False] * 7, True]
    reasons = [f.reason for f in found if isinstance(f, UnreadableInput)]
    for reason, part in zip(reasons, ["no JSON", "object", "`text`", "empty text", "`published`", "`title`", "`id`"], strict=True):
        assert part in reason


def test_a_byte_order_mark_is_no_part_of_the_first_line(tmp_path: Path) -> None:
    path = tmp_path / "bom.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + b'{"text": "x"}\n')
    (page,) = read_pages([str(path)])
    assert isinstance(page, Page)


def test_lines_that_are_not_utf8_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "latin.jsonl"
    path.write_bytes('{"text": "für"}\n'.encode("latin-1") + b'{"text": "ok"}')
    refused, page = read_pages([str(path)])
    assert isinstance(refused, UnreadableInput)
    assert "UTF-8" in refused.reason
    assert isinstance(page, Page)


def test_the_size_limit_is_for_each_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_MAX_BYTES", "100")
    path = written(tmp_path, {"text": "x" * 500}, *[{"text": f"short {n}"} for n in range(20)])
    refused, *pages = read_pages([path])
    assert isinstance(refused, UnreadableInput)
    assert refused.address == f"{path}:1"
    assert len(pages) == 20
    assert all(isinstance(p, Page) for p in pages)


def test_standard_input_is_json_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = type("Stdin", (), {"buffer": io.BytesIO(b'{"id": "a", "text": "One."}\nno\n')})
    monkeypatch.setattr(sys, "stdin", stream)
    page, refused = read_pages(["-"])
    assert isinstance(page, Page)
    assert page.address == "-:1"
    assert isinstance(refused, UnreadableInput)


def test_blank_input_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", type("Stdin", (), {"buffer": io.BytesIO(b"\n \n")}))
    (refused,) = read_pages(["-"])
    assert isinstance(refused, UnreadableInput)
    assert refused.reason == "is empty"


@given(st.binary(max_size=200))
def test_any_line_gives_a_page_or_a_refusal(line: bytes) -> None:
    outcome: Page | UnreadableInput
    try:
        outcome = page_of(line, "x:1", now())
    except UnreadableInput as refusal:
        outcome = refusal
    assert outcome.content if isinstance(outcome, Page) else "\n" not in outcome.reason


@given(st.text(min_size=1).filter(lambda t: bool(t.strip()) and not any("\ud800" <= c <= "\udfff" for c in t)))
def test_any_text_comes_back_unchanged(text: str) -> None:
    assert page_of(json.dumps({"text": text}).encode(), "x:1", now()).content.decode() == text


@pytest.mark.parametrize("content", [b"\x00\x01\xff\n" * 50, '{"id": 1, "text": "a"}\n'.encode("utf-16"), bytes(range(256)) * 9])
def test_what_is_no_text_is_refused_in_one_line(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(content)
    (refused,) = read_pages([str(path)])
    assert isinstance(refused, UnreadableInput)
    assert "is no JSON Lines in UTF-8" in refused.reason


def test_damage_behind_good_lines_costs_only_its_own_lines(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(b'{"text": "One."}\n\x00\x00\n{"text": "Two."}\n')
    assert [type(f) for f in read_pages([str(path)])] == [Page, UnreadableInput, Page]

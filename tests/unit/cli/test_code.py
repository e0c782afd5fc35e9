"""`dateline code` and `dateline read`: the contract that programs rely on."""

import io
import sys
from types import SimpleNamespace

import pytest

from dateline import codebook

TEXT = "  Russian missiles hit a power station in Odesa on Sunday,\nkilling three people, officials said. "
DOCUMENT = {"id": "d-1", "title": "Missiles hit Odesa", "text": TEXT, "published": "2025-12-22", "publisher": "Example"}
FIELDS = {
    "doc_id", "event_id", "event_type", "mode", "contexts", "status", "background", "aggregate", "actors", "recipients", "place",
    "date", "harm", "targets", "impacts", "attribution", "evidence", "confidence",
}  # fmt: skip


@pytest.fixture
def strike(records, jsonl):
    return next(e for e in records("code", jsonl(DOCUMENT), "--format", "jsonl") if e["event_type"] == "ASSAULT")


def test_every_field_of_the_codebook_is_there(strike):
    assert set(strike) >= FIELDS
    assert strike["doc_id"] == "d-1"
    assert strike["event_type"] in codebook.load().types


def test_evidence_refers_to_the_text_exactly_as_it_was_given(strike):
    source = {"text": TEXT, "title": DOCUMENT["title"]}
    words = {(e["role"], source[e["in"]][e["start"] : e["end"]]) for e in strike["evidence"]}
    assert ("place", "Odesa") in words
    assert any(role == "trigger" and "hit" in text for role, text in words)


def test_the_fields_are_read(strike):
    assert strike["place"]["country"] == "UKR"
    assert strike["date"]["start"] == "2025-12-21"
    assert [(h["kind"], h["min"], h["max"]) for h in strike["harm"]] == [("killed", 3, 3)]
    assert strike["published"] == "2025-12-22"
    assert strike["publisher"] == "Example"


def test_the_day_of_publication_and_the_address_may_be_given(records, report):
    events = records("code", report, "--published", "2020-03-04", "--url", "https://example.org/a", "--format", "jsonl")
    assert {e["published"] for e in events} == {"2020-03-04"}
    (document,) = records("read", report)
    assert document["url"] is None


@pytest.mark.parametrize("content", ["{text}", "<!doctype html><title>t</title><article><p>{text}</p></article>"])
def test_standard_input_may_be_text_or_a_page(records, monkeypatch, content):
    body = content.format(text=TEXT * 3).encode()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(body), isatty=lambda: False))
    assert "ASSAULT" in {e["event_type"] for e in records("code", "--format", "jsonl")}


def test_what_read_writes_code_takes_back(records, report, jsonl):
    (document,) = records("read", report)
    direct = records("code", report, "--format", "jsonl")
    again = records("code", jsonl(document), "--format", "jsonl")
    assert [e["event_type"] for e in again] == [e["event_type"] for e in direct]
    assert {e["doc_id"] for e in again} == {document["id"]}


def test_read_tells_where_a_document_came_from(records, report):
    (document,) = records("read", report)
    assert document["path"] == str(report)
    assert document["title"] == "Missiles Hit Odesa"
    assert document["language"] == "en"
    assert document["dateline"]["place"] == "KYIV, Ukraine"
    assert document["dateline"]["agency"] == "Example Agency"
    assert set(document) >= {"url", "text", "published", "published_method", "publisher"}


def test_a_table_has_one_row_an_event_with_its_sentence(dateline, report, monkeypatch):
    monkeypatch.delenv("COLUMNS", raising=False)
    status, out, _ = dateline("code", report, "--published", "2025-12-22")
    (row,) = [line for line in out.splitlines() if line.startswith("ASSAULT")]
    assert status == 0
    for part in ("occurred", "-> ", "Odesa, UKR", "2025-12-21", "3 killed", "Russian missiles hit a power station"):
        assert part in row


def test_bad_inputs_get_one_line_each_and_the_rest_goes_on(dateline, report, tmp_path):
    (tmp_path / "empty.txt").touch()
    (tmp_path / "a.docx").write_text("x")
    (tmp_path / "garbage.html").write_bytes(bytes(range(256)) * 20)
    status, out, err = dateline("code", tmp_path, tmp_path / "nowhere.txt", "--format", "jsonl")
    assert status == 0
    assert "ASSAULT" in out
    assert sorted(line.split(": ")[1].rpartition("/")[2] for line in err.splitlines()) == [
        "a.docx",
        "empty.txt",
        "garbage.html",
        "nowhere.txt",
    ]


def test_status_2_where_nothing_could_be_done(dateline, tmp_path):
    status, out, err = dateline("code", tmp_path / "nowhere.txt")
    assert (status, out) == (2, "")
    assert err.count("\n") == 1


def test_a_report_without_events_says_so(dateline, tmp_path):
    path = tmp_path / "weather.txt"
    path.write_text("Sunny Week Ahead\n\nThe weather stays mild and dry in the valleys, with some clouds over the hills at noon.\n")
    status, out, err = dateline("code", path)
    assert (status, out) == (0, "")
    assert "no act of conflict or diplomacy was found" in err

"""`dateline code` and `dateline read`: the contract that programs rely on."""

import io
import json
import os
import sys
from pathlib import Path
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


AWKWARD = (
    "\ufeff😀 e\u0301 İ\u00a0𝔘 –\r\nRussian\u00a0missiles hit a power station in Odesa on\u2009Sunday,\r\n"
    "killing three people.\u2028"
)


def test_offsets_count_the_characters_of_any_text(records, jsonl):
    """Characters are Unicode code points, whatever takes more than one of them to be shown or more than one byte to be stored."""
    document = {"id": "a", "title": "𝔘 Missiles", "text": AWKWARD, "published": "2025-12-22"}
    (event,) = [e for e in records("code", jsonl(document), "--format", "jsonl") if e["event_type"] == "ASSAULT"]
    words = {e["role"]: document[e["in"]][e["start"] : e["end"]] for e in event["evidence"] if e["index"] == 0}
    assert (words["place"], words["date"], words["harm"]) == ("Odesa", "Sunday", "three people")
    assert words["place"] == event["place"]["text"]


@pytest.mark.parametrize(("given", "back"), [(7, 7), (1.5, 1.5), ("7", "7"), (10**20, 10**20), ("a b/ü", "a b/ü")])
def test_the_id_of_a_record_comes_back_as_it_was_written(records, jsonl, given, back):
    path = jsonl(DOCUMENT | {"id": given})
    assert {repr(e["doc_id"]) for e in records("code", path, "--format", "jsonl")} == {repr(back)}
    assert records("read", path)[0]["id"] == back


def test_a_report_without_a_day_says_that_it_has_the_day_of_reading(records, jsonl, monkeypatch):
    monkeypatch.setenv("DATELINE_NOW", "2026-02-03T00:00:00Z")
    path = jsonl({"id": "a", "text": TEXT, "published": None})
    events = records("code", path, "--format", "jsonl")
    assert {(e["published"], e["published_method"]) for e in events} == {("2026-02-03", "ingested")}
    assert records("read", path)[0]["published_method"] == "ingested"


def test_a_fault_in_coding_one_report_leaves_the_others(dateline, jsonl, monkeypatch):
    from dateline.workflow import coding

    sound = coding.code_document
    monkeypatch.setattr(coding, "code_document", lambda document: 1 / 0 if document.id == "bad" else sound(document))
    status, out, err = dateline("code", jsonl(DOCUMENT | {"id": "bad"}, DOCUMENT), "--format", "jsonl")
    assert status == 0
    assert '"doc_id":"d-1"' in out
    assert err.count("\n") == 1
    assert "#bad: cannot be coded: ZeroDivisionError" in err


def test_a_name_that_is_not_utf8_is_read_and_printed(dateline, tmp_path):
    raw = os.fsencode(tmp_path) + b"/caf\xe9 \n\x1b[31m"
    Path(os.fsdecode(raw + b".txt")).write_text(f"Missiles Hit Odesa\n\n{TEXT}\n")
    Path(os.fsdecode(raw + b".pdf")).write_bytes(b"%PDF-1.7 cut off")
    status, out, err = dateline("read", tmp_path)
    assert status == 0
    assert json.loads(out)["path"].endswith(".txt")
    assert err.count("\n") == 1
    assert r"caf\xe9" in err
    assert "\x1b" not in err


def test_reports_in_other_languages_are_counted_and_not_coded(dateline, jsonl):
    french = "Des missiles russes ont frappé une centrale à Odessa dimanche, tuant trois personnes, selon la police. " * 3
    status, out, err = dateline("code", jsonl({"id": "f-1", "title": "", "text": french}, DOCUMENT), "--format", "jsonl")
    assert status == 0
    assert {json.loads(line)["doc_id"] for line in out.splitlines()} == {"d-1"}
    assert "not coded, since they are not in English: fr 1" in err


def test_two_processes_code_what_one_does(records, jsonl):
    reports = [DOCUMENT | {"id": f"d-{n}"} for n in range(12)]
    alone = records("code", jsonl(*reports), "--format", "jsonl")
    assert alone
    assert records("code", jsonl(*reports), "--format", "jsonl", "--workers", "2") == alone

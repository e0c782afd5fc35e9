"""`dateline ingest`, `incidents`, `show`, `evaluate` and `doctor`."""

import json
from typing import get_args

import pytest

from dateline.cli.incidents import Order
from dateline.store import Order as StoreOrder


@pytest.fixture
def db(dateline, report, tmp_path):
    path = tmp_path / "record.db"
    status, out, err = dateline("ingest", report, "--db", path)
    assert (status, err) == (0, "")
    assert "1 new" in out
    return path


def test_a_second_ingest_adds_nothing(dateline, report, db, records):
    before = records("incidents", "--format", "jsonl", "--db", db)
    status, out, _ = dateline("ingest", report, "--db", db)
    assert status == 0
    assert "0 new, 1 stored already" in out
    assert records("incidents", "--format", "jsonl", "--db", db) == before


def test_workers_side_by_side_give_the_same_record(dateline, report, db, tmp_path):
    other = tmp_path / "side-by-side.db"
    assert dateline("ingest", report, "--db", db)[0] == 0
    assert dateline("ingest", report, "--db", other, "--workers", 2)[0] == 0
    records = [dateline("incidents", "--db", d, "--format", "jsonl")[1] for d in (db, other)]
    assert records[0] == records[1] != ""


def test_ingest_says_what_it_refuses_and_why(dateline, tmp_path, db):
    status, out, err = dateline("ingest", tmp_path / "nowhere.txt", "--db", db)
    assert status == 2
    assert "refused   1" in out
    assert "nowhere.txt: does not exist" in err


def test_filters_narrow_the_list(records, db):
    def types(*filters):
        return {i["event_type"] for i in records("incidents", *filters, "--format", "jsonl", "--db", db)}

    assert types("--quad", "mx") == {"ASSAULT"}
    assert types("--type", "assault", "--country", "ukr") == {"ASSAULT"}
    assert "ASSAULT" not in types("--type", "CONSULT", "--type", "AGREE")
    assert types("--text", "power station") >= {"ASSAULT"}


def test_no_incident_is_said(dateline, db):
    status, out, err = dateline("incidents", "--until", "1990-01-01", "--db", db)
    assert (status, out) == (0, "")
    assert "no incident is like that" in err


def test_a_cut_list_says_so(dateline, db):
    assert "--limit shows more" in dateline("incidents", "--limit", "1", "--db", db)[2]


@pytest.mark.parametrize(("option", "value"), [("--type", "NAP"), ("--quad", "ZZ"), ("--status", "maybe"), ("--target", "moon")])
def test_a_code_outside_the_codebook_is_refused_with_those_there_are(dateline, option, value):
    status, _, err = dateline("incidents", option, value)
    assert status == 2
    assert f"{option} {value}: not in the codebook; there are " in err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--country", "Ukraine"), "--country Ukraine: is no ISO 3166-1 alpha-3 code; it takes three letters, such as UKR"),
        (("--since", "2026-01-02", "--until", "2026-01-01"), "--since 2026-01-02 is after --until 2026-01-01"),
        (("--since", "2026-02-30"), "'2026-02-30' is no day of the calendar"),
        (("--limit", "9" * 30), "--limit"),
        (("--order", "odd"), "'newest', 'oldest', 'deadliest', 'most_reported'"),
    ],
)
def test_a_filter_that_cannot_be_says_what_can(dateline, db, arguments, says):
    status, out, err = dateline("incidents", *arguments, "--db", db)
    assert (status, out) == (2, "")
    assert says in err


def test_show_has_the_fields_and_the_sentence(dateline, records, db):
    (incident,) = records("incidents", "--type", "ASSAULT", "--format", "jsonl", "--db", db)
    status, out, _ = dateline("show", incident["incident_id"], "--db", db)
    assert status == 0
    for part in (incident["incident_id"], "Odesa, UKR", "3 killed", "Russian missiles hit a power station in Odesa"):
        assert part in out
    assert records("show", incident["event_ids"][0], "--format", "jsonl", "--db", db) == [incident]


def test_looking_makes_no_database(dateline, tmp_path):
    for command in (("incidents",), ("show", "x"), ("serve", "--no-browser")):
        status, _, err = dateline(*command, "--db", tmp_path / "none.db")
        assert status == 2
        assert "dateline ingest" in err
    assert not (tmp_path / "none.db").exists()


def test_orders_are_those_of_the_store():
    assert tuple(Order) == get_args(StoreOrder)


def test_evaluate_prints_the_measures(dateline, records, jsonl):
    gold = jsonl({"id": "g", "published": "2025-12-22", "text": "Rebels killed five soldiers in Kidal on Sunday.", "events": []})
    result = json.loads(dateline("evaluate", gold, "--json")[1])
    assert result["documents"] == 1
    assert dateline("evaluate", gold, "--json")[1] == json.dumps(result, indent=1) + "\n"
    assert dateline("evaluate", gold)[1].startswith(f"1 documents, 0 gold events, {result['events']['coded']} coded\n")


def test_doctor_finds_this_installation_good(dateline, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    status, out, _ = dateline("doctor")
    assert status == 0
    assert {line[:4].strip() for line in out.splitlines()} <= {"ok", "note"}

"""The JSON Lines filters: the contract that programs rely on."""

import json

import pytest

from dateline import codebook

SENTENCE = "Russian forces shelled Ukrainian towns."
RELATION = {"id": "r", "sentence": SENTENCE, "actor": {"start": 0, "end": 14}, "recipient": {"start": 23, "end": 38}}


def test_relate_gives_one_answer_a_line(records, jsonl):
    (answer,) = records("relate", jsonl(RELATION))
    assert set(answer) == {"id", "event_type", "quad", "confidence"}
    assert (answer["id"], answer["event_type"], answer["quad"]) == ("r", "ASSAULT", "MX")


def test_relate_always_answers(records, jsonl):
    odd = {"id": 7, "sentence": "A b c.", "actor": {"start": 0, "end": 1}, "recipient": {"start": 4, "end": 5}}
    (answer,) = records("relate", jsonl(odd))
    assert answer["event_type"] in codebook.load().types


def test_places_are_found_or_taken_as_marked(records, jsonl):
    text = "Shells fell on Odesa."
    found, marked = records("places", jsonl({"id": 1, "text": text}, {"id": 2, "text": text, "spans": [{"start": 15, "end": 20}]}))
    assert [(s["start"], s["end"], s["text"]) for s in found["spans"]] == [(15, 20, "Odesa")]
    assert marked["spans"][0]["place"]["country"] == "UKR"
    assert set(marked["spans"][0]["place"]) >= {
        "geonameid", "name", "country", "admin1", "lat", "lon", "precision", "radius_km", "confidence",
    }  # fmt: skip


def test_a_marked_span_that_is_no_place_stays_with_null(records, jsonl):
    (answer,) = records("places", jsonl({"id": 1, "text": "Shells fell on Qqxzv.", "spans": [{"start": 15, "end": 20}]}))
    assert answer["spans"] == [{"start": 15, "end": 20, "text": "Qqxzv", "place": None}]


def test_times_have_their_timex_type_and_value(records, jsonl):
    (answer,) = records("times", jsonl({"id": 1, "published": "2025-12-22", "text": "They met on Sunday."}))
    (time,) = answer["times"]
    assert (time["start"], time["end"], time["text"]) == (12, 18, "Sunday")
    assert (time["type"], time["value"], time["from"], time["to"]) == ("DATE", "2025-12-21", "2025-12-21", "2025-12-21")
    assert "precision" in time


def test_merge_takes_what_code_writes(records, jsonl):
    one = {"id": "a", "title": "", "text": "Russian missiles hit a power station in Odesa on Sunday, killing three people."}
    two = {
        "id": "b",
        "title": "",
        "text": "Three people were killed when Russian missiles struck the Odesa power station on Sunday.",
    }
    both = jsonl(*(d | {"published": "2025-12-22", "publisher": d["id"]} for d in (one, two)))
    events = records("code", both, "--format", "jsonl")
    incidents = records("merge", jsonl(*events, name="events.jsonl"))
    assert sorted(i for incident in incidents for i in incident["event_ids"]) == sorted(e["event_id"] for e in events)
    assert any(set(incident["doc_ids"]) == {"a", "b"} and incident["event_type"] == "ASSAULT" for incident in incidents)


def test_bad_lines_are_named_and_the_rest_goes_on(dateline, jsonl):
    path = jsonl(RELATION, {"id": 2}, RELATION)
    status, out, err = dateline("relate", path)
    assert status == 0
    assert out.count("\n") == 2
    assert err == f"dateline: {path}, line 2: Object missing required field `sentence`\n"


def test_status_2_where_no_line_is_good(dateline, jsonl):
    assert dateline("merge", jsonl({"event_id": "e", "doc_id": "d", "event_type": "NAP"}))[:2] == (2, "")


def test_times_without_a_day_of_publication(records, jsonl):
    text = "They met on 5 May 2020 and on Sunday."
    for published in ({}, {"published": None}, {"published": ""}):
        (answer,) = records("times", jsonl({"id": 1, "text": text} | published))
        assert (answer["times"][0]["value"], answer["times"][0]["from"]) == ("2020-05-05", "2020-05-05")


def test_an_empty_text_has_an_answer(records, jsonl):
    path = jsonl({"id": 1, "text": "", "published": "2025-12-22", "spans": []})
    assert records("places", path) == [{"id": 1, "spans": []}]
    assert records("times", path) == [{"id": 1, "times": []}]


def test_every_span_that_was_asked_for_comes_back_in_its_order(records, jsonl):
    text = "𝔘 Shells fell on Odesa and Kyiv."
    asked = [(27, 31), (17, 22), (17, 22), (0, 32), (2, 8), (16, 17)]
    (answer,) = records("places", jsonl({"id": 1, "text": text, "spans": [{"start": s, "end": e} for s, e in asked]}))
    assert [(s["start"], s["end"], s["text"]) for s in answer["spans"]] == [(s, e, text[s:e]) for s, e in asked]
    assert answer["spans"][-1]["place"] is None


@pytest.mark.parametrize(("actor", "recipient"), [((0, 14), (0, 14)), ((0, 20), (10, 30)), ((23, 38), (0, 14)), ((38, 39), (0, 1))])
def test_relate_answers_whatever_is_marked(records, jsonl, actor, recipient):
    marks = {
        "actor": dict(zip(("start", "end"), actor, strict=True)),
        "recipient": dict(zip(("start", "end"), recipient, strict=True)),
    }
    (answer,) = records("relate", jsonl(RELATION | marks))
    assert answer["event_type"] in codebook.load().types


def test_events_that_are_given_twice_are_merged_once(dateline, jsonl):
    event = {"event_id": "e1", "doc_id": 7, "event_type": "AID", "published": "2025-12-22"}
    status, out, err = dateline("merge", jsonl(event, event, event | {"event_id": "e2", "evidence": [{}]}))
    assert status == 0
    assert json.loads(out)["event_ids"] == ["e1"]
    assert "event 2: repeats event_id 'e1'" in err
    assert "event 3 (e2): a field does not have" in err
    assert err.count("\n") == 2


def test_a_fault_in_one_record_leaves_the_others(dateline, jsonl, monkeypatch):
    from dateline.workflow import filters

    sound = filters.coding.relate
    monkeypatch.setattr(filters.coding, "relate", lambda sentence, *marks: 1 / 0 if "!" in sentence else sound(sentence, *marks))
    status, out, err = dateline("relate", jsonl(RELATION | {"sentence": SENTENCE + "!"}, RELATION))
    assert (status, out.count("\n"), err.count("\n")) == (0, 1, 1)
    assert "record 1 (id 'r'): cannot be answered" in err

"""The JSON Lines filters: the contract that programs rely on."""

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

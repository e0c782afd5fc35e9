"""The JSON Lines filters over records."""

from collections.abc import Callable
from typing import Any

import pytest

from dateline import find_places, find_times, merge, relate
from dateline.codebook import load
from dateline.errors import DatelineError, UnreadableInput

SENTENCE = "Russian forces shelled Ukrainian positions near Kharkiv on Sunday."
MARKED = {"id": 7, "sentence": SENTENCE, "actor": {"start": 0, "end": 14}, "recipient": {"start": 23, "end": 42}}


def test_relate_answers_with_a_type_of_the_codebook() -> None:
    (answer,) = relate([MARKED])
    assert set(answer) == {"id", "event_type", "quad", "confidence"}
    assert (answer["id"], answer["event_type"], answer["quad"]) == (7, "ASSAULT", "MX")
    assert 0 <= answer["confidence"] <= 1


def test_relate_always_gives_one_answer() -> None:
    (answer,) = relate(
        [{"id": "x", "sentence": "Spain Italy", "actor": {"start": 0, "end": 5}, "recipient": {"start": 6, "end": 11}}]
    )
    assert answer["event_type"] in load().types


def test_places_are_found_or_resolved() -> None:
    (found,) = find_places([{"id": "a", "text": SENTENCE}])
    assert [(s["text"], s["place"]["country"]) for s in found["spans"]] == [("Kharkiv", "UKR")]
    start = SENTENCE.index("Kharkiv")
    spans = [{"start": start, "end": start + 7}, {"start": 15, "end": 22}]
    (resolved,) = find_places([{"id": "a", "text": SENTENCE, "spans": spans, "published": "2026-01-05T10:00:00Z"}])
    assert [(s["start"], s["end"], s["place"] is None) for s in resolved["spans"]] == [(start, start + 7, False), (15, 22, True)]
    assert set(resolved["spans"][0]["place"]) == {
        "geonameid", "name", "country", "admin1", "lat", "lon", "precision", "radius_km", "confidence"
    }  # fmt: skip


def test_times_are_read_from_the_day_of_publication() -> None:
    (found,) = find_times([{"id": "a", "text": SENTENCE, "published": "2026-01-06"}])
    (time,) = found["times"]
    assert (time["text"], time["type"], time["value"], time["from"]) == ("Sunday", "DATE", "2026-01-04", "2026-01-04")
    assert set(time) == {"start", "end", "text", "type", "value", "from", "to", "precision"}


def test_events_are_merged_into_incidents() -> None:
    event = {
        "event_type": "ASSAULT",
        "mode": "drone",
        "actors": [{"name": "Russia", "country": "RUS", "sector": "MIL"}],
        "recipients": [{"name": "Ukraine", "country": "UKR", "sector": "CVL"}],
        "place": {"name": "Odesa", "country": "UKR", "lat": 46.48, "lon": 30.73, "precision": "city"},
        "date": {"start": "2026-01-04", "end": "2026-01-04", "precision": "day"},
        "published": "2026-01-05",
    }
    told = [event | {"event_id": f"e{n}", "doc_id": f"d{n}", "publisher": f"Paper {n}"} for n in (1, 2)]
    (incident,) = merge(told)
    assert sorted(incident["event_ids"]) == ["e1", "e2"]
    assert incident["sources"] == 2
    with pytest.raises(DatelineError, match="has no doc_id"):
        list(merge([{"event_id": "e1", "event_type": "ASSAULT"}]))


@pytest.mark.parametrize(
    ("answer", "record", "message"),
    [
        (relate, {"id": 7}, "record 2 (id 7): has no field 'sentence'"),
        (relate, MARKED | {"actor": {"start": 0, "end": 999}}, "record 2 (id 7): has not the shape that is wanted (0 to 999"),
        (relate, MARKED | {"actor": None}, "record 2 (id 7): has not the shape"),
        (find_places, {"id": 7, "text": None}, "record 2 (id 7): has not the shape"),
        (find_times, {"id": 7, "text": "x", "published": "tomorrow"}, "record 2 (id 7): has not the shape"),
        (find_times, {"text": "x"}, "record 2: has no id"),
        (find_times, "x", "record 2: has no id"),
    ],
)
def test_a_record_that_is_wrong_is_named_and_the_rest_goes_on(answer: Callable[..., Any], record: Any, message: str) -> None:
    sound = MARKED | {"text": SENTENCE, "published": "2026-01-06"}
    refused: list[UnreadableInput] = []
    assert len(list(answer([sound, record, sound], on_refused=refused.append))) == 2
    assert str(refused[0]).startswith(message)
    with pytest.raises(UnreadableInput):
        list(answer([sound, record]))

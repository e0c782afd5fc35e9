"""Merging as a filter over records."""

import json

import pytest

from dateline.errors import DatelineError, UnreadableInput
from dateline.incidents import merge_records
from dateline.model.record import event_record
from tests.unit.incidents.invented import killed, strike


def record(key: str, doc: str, **more: object) -> dict[str, object]:
    return (
        event_record(strike(key, doc, harm=(killed(7, None),))) | {"published": "2026-05-05", "publisher": f"Outlet {doc}"} | more
    )


def test_events_in_incidents_out() -> None:
    (incident,) = merge_records([record("e2", "d2", published="2026-05-06T08:00:00"), record("e1", "d1")])
    assert incident["incident_id"] == "i1"
    assert incident["event_ids"] == ["e1", "e2"]
    assert incident["sources"] == 2
    assert incident["harm"][0]["figures"][1]["published"] == "2026-05-06"
    assert json.loads(json.dumps(incident)) == incident


def test_fields_that_are_missing_or_null_are_unknown() -> None:
    bare = {"event_id": "x:0", "doc_id": "x", "event_type": "AID", "place": None, "date": None, "actors": None, "published": None}
    (incident,) = merge_records([bare])
    assert incident["incident_id"] == "i-x:0"
    assert incident["place"] is None


def test_copies_given_as_such_are_one_origin() -> None:
    (incident,) = merge_records([record("e1", "d1", family="w1"), record("e2", "d2", family="w1")])
    assert (incident["sources"], incident["independent_sources"]) == (2, 1)


def test_nothing_in_nothing_out() -> None:
    assert list(merge_records([])) == []


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"event_id": ""}, "event 1: has no event_id"),
        ({"doc_id": None}, "event 1: has no doc_id"),
        ({"event_type": "PARTY"}, "event 1: 'PARTY' is no event type"),
        ({"date": {"start": "soon"}}, "event 1 .*codebook's shape"),
        ({"harm": [{"min": 1}]}, "event 1 .*codebook's shape"),
        ({"published": "soon"}, "published is 'soon', not a date"),
    ],
)
def test_what_is_no_event_is_refused(change: dict[str, object], reason: str) -> None:
    with pytest.raises(DatelineError, match=reason):
        list(merge_records([record("e1", "d1") | change]))


def test_refused_events_leave_the_others() -> None:
    refused: list[UnreadableInput] = []
    given = [record("e1", "d1"), record("e1", "d1"), record("e2", "d2", evidence=[{}]), record("e3", "d3")]
    incidents = list(merge_records(given, refused.append))
    assert sorted(i for incident in incidents for i in incident["event_ids"]) == ["e1", "e3"]
    assert [error.address for error in refused] == ["event 2", "event 3 (e2)"]


def test_a_repeated_id_is_refused() -> None:
    with pytest.raises(DatelineError, match="event 2: repeats event_id 'e1'"):
        list(merge_records([record("e1", "d1"), record("e1", "d2")]))

"""Gold and coded files: what is read and what is refused, with the line."""

import json
from pathlib import Path

import pytest

from dateline.errors import UnreadableInput
from dateline.evaluation import gold_events, read_coded, read_gold, read_incident_gold

GOOD = '{"id": "d1", "published": "2026-05-05", "text": "Shells fell.", "events": [{"event_type": "ASSAULT", "trigger": "fell"}]}'


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "gold.jsonl"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_documents_and_their_events(tmp_path: Path) -> None:
    documents = read_gold(written(tmp_path, f"{GOOD}\n\n"))
    events, reports = gold_events(documents)
    assert [event.event_id for event in events] == ["d1:0"]
    assert str(reports["d1"].published) == "2026-05-05"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "holds no gold documents"),
        ("{", "line 1 is no JSON"),
        ("[1]", "line 1 holds list"),
        ('{"id": "d1"}', "line 1 has no text under 'text'"),
        ('{"id": 7, "text": "x"}', "no text under 'id'"),
        ('{"id": "d1", "text": "x", "events": 3}', "'events' is no list"),
        ('{"id": "d1", "text": "x", "events": [{"event_type": "PARTY"}]}', "line 1, event 0: 'PARTY' is no event type"),
        (f"{GOOD}\n{GOOD}", "line 2 repeats document 'd1'"),
        (b"\xff\xfe", "is not UTF-8"),
    ],
)
def test_what_is_no_gold_is_refused(tmp_path: Path, text: str | bytes, reason: str) -> None:
    with pytest.raises(UnreadableInput, match=reason):
        read_gold(written(tmp_path, text))


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="cannot be read"):
        read_gold(tmp_path / "none.jsonl")


def test_a_coded_event_needs_its_document(tmp_path: Path) -> None:
    assert read_coded(written(tmp_path, '{"doc_id": "d1", "event_type": "AID"}'))[0]["doc_id"] == "d1"
    with pytest.raises(UnreadableInput, match="line 1 has no 'doc_id'"):
        read_coded(written(tmp_path, '{"event_type": "AID"}'))


def test_gold_for_incidents(tmp_path: Path) -> None:
    shape = {
        "same": [{"events": [["d1", 0], ["d2", 3]]}],
        "links": [{"kind": "part_of", "from": ["d1", 1], "to": ["d1", 2]}],
        "tempting_but_different": [{"events": [["d1", 0], ["d2", 4]]}],
    }
    gold = read_incident_gold(written(tmp_path, json.dumps(shape)))
    assert gold.groups == (("d1:0", "d2:3"),)
    assert gold.links == {("part_of", "d1:1", "d1:2")}
    assert gold.tempting == (("d1:0", "d2:4"),)
    with pytest.raises(UnreadableInput, match="no gold for incidents"):
        read_incident_gold(written(tmp_path, '{"same": []}'))

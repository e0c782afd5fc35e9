"""Reading gold and coded files (JSON Lines)."""

import json
from collections.abc import Iterator
from pathlib import Path

from dateline.codebook import load
from dateline.errors import UnreadableInput
from dateline.model.record import Record


def _records(path: Path) -> Iterator[tuple[int, Record]]:
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableInput(str(path), f"is not UTF-8 (byte {error.start}); save it as UTF-8") from error
    except OSError as error:
        raise UnreadableInput(str(path), f"cannot be read ({error.strerror})") from error
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except json.JSONDecodeError as error:
            raise UnreadableInput(str(path), f"line {number} is no JSON ({error.msg} at column {error.colno})") from error
        if not isinstance(record, dict):
            raise UnreadableInput(str(path), f"line {number} holds {type(record).__name__}, not an object")
        yield number, record


def _check_document(record: Record, where: str, path: Path) -> None:
    for name in ("id", "text"):
        if not isinstance(record.get(name), str):
            raise UnreadableInput(str(path), f"{where} has no text under {name!r}; a gold document needs id, text and events")
    events = record.get("events", [])
    if not isinstance(events, list):
        raise UnreadableInput(str(path), f"{where}: 'events' is no list")
    known = load().types
    for position, event in enumerate(events):
        kind = event.get("event_type") if isinstance(event, dict) else None
        if kind not in known:
            raise UnreadableInput(str(path), f"{where}, event {position}: {kind!r} is no event type of the codebook")


def read_gold(path: Path | str) -> list[Record]:
    """Gold documents, one a line: `id`, `published`, `title`, `text` and `events` under the codebook's field names.

    Raises UnreadableInput, with the line, where the file cannot be read or a document has no id, text or known event types.
    """
    path = Path(path)
    documents: dict[str, Record] = {}
    for number, record in _records(path):
        _check_document(record, f"line {number}", path)
        if record["id"] in documents:
            raise UnreadableInput(str(path), f"line {number} repeats document {record['id']!r}")
        documents[record["id"]] = record
    if not documents:
        raise UnreadableInput(str(path), "holds no gold documents")
    return list(documents.values())


def read_coded(path: Path | str) -> list[Record]:
    """Coded events, one a line, each with `doc_id` and `event_type`; raises UnreadableInput with the line where one is missing."""
    path = Path(path)
    events = []
    for number, record in _records(path):
        for name in ("doc_id", "event_type"):
            if name not in record:
                raise UnreadableInput(str(path), f"line {number} has no {name!r}; a coded event needs doc_id and event_type")
        events.append(record)
    return events

"""Gold for merging: which events of the gold documents are one incident, which are linked, which only look alike."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from dateline.errors import UnreadableInput
from dateline.model import Event, Report
from dateline.model.record import Record, event_of

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class IncidentGold:
    """What readers found, in event ids.

    `groups` hold the events of one incident each (lone events are left out), `links` are (kind, from, to), and `tempting` pairs
    look alike and are two incidents.
    """

    groups: tuple[tuple[str, ...], ...]
    links: frozenset[tuple[str, str, str]]
    tempting: tuple[Pair, ...]


def gold_event_id(doc_id: str, position: int) -> str:
    """The id of a gold event, which has none of its own: document, colon, position from 0."""
    return f"{doc_id}:{position}"


def gold_events(documents: Iterable[Record]) -> tuple[list[Event], dict[str, Report]]:
    """The events of gold documents, ready to be merged, and the reports that they come from."""
    events, reports = [], {}
    for document in documents:
        key = document["id"]
        day = date.fromisoformat(document["published"]) if document.get("published") else None
        reports[key] = Report(key, day, document.get("publisher"), title=document.get("title") or "", url=document.get("url"))
        for position, record in enumerate(document.get("events") or ()):
            events.append(event_of({**record, "doc_id": key, "event_id": gold_event_id(key, position)}))
    return events, reports


def _ids(entries: Sequence[Sequence[Any]]) -> tuple[str, ...]:
    return tuple(gold_event_id(doc_id, position) for doc_id, position in entries)


def read_incident_gold(path: Path | str) -> IncidentGold:
    """Reads a file with `same`, `links` and `tempting_but_different`; raises UnreadableInput where it has not that shape."""
    try:
        found = json.loads(Path(path).read_text(encoding="utf-8"))
        links = frozenset((link["kind"], *_ids([link["from"], link["to"]])) for link in found["links"])
        return IncidentGold(
            groups=tuple(_ids(group["events"]) for group in found["same"]),
            links=frozenset((kind, start, end) for kind, start, end in links),
            tempting=tuple((left, right) for left, right in (_ids(pair["events"]) for pair in found["tempting_but_different"])),
        )
    except OSError as error:
        raise UnreadableInput(str(path), f"cannot be read ({error.strerror})") from error
    except (ValueError, KeyError, TypeError) as error:
        raise UnreadableInput(
            str(path),
            f"is no gold for incidents; it needs same, links and tempting_but_different over [document, position] ({error!r})",
        ) from error

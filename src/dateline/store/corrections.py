"""Which events are in force, and with what values, after the decisions made about them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

import msgspec

from dateline.errors import DatelineError
from dateline.model import Event, Judgement
from dateline.model.record import event_of

CORRECTABLE = frozenset(
    "event_type mode contexts status background aggregate actors recipients place date harm targets impacts attribution".split()
)
"""The fields of the codebook that a judgement may correct."""

_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(slots=True)
class Decision:
    """What is in force about one event: its standing, and the JSON of each corrected field."""

    rejected: bool = False
    kept: bool = False
    values: dict[str, str] = field(default_factory=dict)


def decisions(judgements: Iterable[Judgement]) -> dict[str, Decision]:
    """Decisions by event id. A person outranks the program, the newer the older; of one moment, the later in order counts.

    `kept` marks events that a person accepted or corrected: these stay in force although a newer coder no longer finds them.
    """
    ranked = sorted(judgements, key=lambda j: (j.person, j.decided_at or _NEVER))
    found: dict[str, Decision] = {}
    for judgement in ranked:
        if judgement.kind not in ("accept", "reject", "correct"):
            continue
        decision = found.setdefault(judgement.left, Decision())
        if judgement.kind == "correct":
            decision.values[judgement.field] = judgement.value
        else:
            decision.rejected = judgement.kind == "reject"
        decision.kept = judgement.person and not decision.rejected
    return found


def corrected(event: Event, decision: Decision | None) -> Event:
    """The event with the corrected values in place; the words of the document behind a corrected field stay as they are."""
    if decision is None or not decision.values:
        return event
    values = {name: msgspec.json.decode(text) for name, text in decision.values.items()}
    return replace(event, **_read(event, values))


def check(judgement: Judgement) -> None:
    """Raises DatelineError where a correction names no field or its value cannot be read as one."""
    if judgement.kind != "correct":
        return
    if judgement.field not in CORRECTABLE:
        raise DatelineError(f"{judgement.field!r} is no field that can be corrected; use one of {', '.join(sorted(CORRECTABLE))}")
    try:
        value = msgspec.json.decode(judgement.value)
        _read(Event(judgement.left, "", "ACCUSE"), {judgement.field: value})
    except (msgspec.DecodeError, TypeError, ValueError, KeyError, AttributeError) as error:
        raise DatelineError(f"the correction of {judgement.field} is not readable ({error}); give the codebook's JSON") from error


def _read(event: Event, values: Mapping[str, Any]) -> dict[str, Any]:
    record = {"event_id": event.event_id, "doc_id": event.doc_id, "event_type": event.event_type, **values}
    read = event_of(record)
    return {name: getattr(read, name) for name in values}

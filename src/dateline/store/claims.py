"""The claims that follow from a coded event: one row for every value of every field, with the words behind it."""

import hashlib
from collections.abc import Iterator
from typing import Any

import msgspec

from dateline.model import Claim, Event, Evidence
from dateline.model.record import event_record

# Which evidence stands behind a field; the fields that the trigger alone decides come first.
_ROLES = {
    "event_type": "trigger",
    "mode": "trigger",
    "contexts": "trigger",
    "status": "trigger",
    "background": "trigger",
    "aggregate": "trigger",
    "actors": "actor",
    "recipients": "recipient",
    "place": "place",
    "date": "date",
    "harm": "harm",
    "targets": "target",
    "impacts": "impact",
    "attribution": "attribution",
}


def claims_of(event: Event, coder: str) -> tuple[Claim, ...]:
    """Every value that the event holds, in the order of the codebook; empty fields and false flags claim nothing."""
    record = event_record(event)
    claims = []
    for field, role in _ROLES.items():
        for index, value in _values(record[field]):
            evidence = tuple(e for e in event.evidence if _stands_behind(e, role, index))
            text = msgspec.json.encode(value).decode()
            key = "\x1f".join((event.event_id, coder, field, str(index), text))
            claim_id = hashlib.sha256(key.encode()).hexdigest()[:32]
            claims.append(Claim(claim_id, event.event_id, event.doc_id, field, text, evidence, event.coder or coder))
    return tuple(claims)


def _values(value: Any) -> Iterator[tuple[int, Any]]:
    if isinstance(value, list):
        yield from enumerate(value)
    elif value:
        yield 0, value


def _stands_behind(evidence: Evidence, role: str, index: int) -> bool:
    if role == "trigger":
        return evidence.role == "trigger"
    if role == "harm":
        return evidence.role in ("harm", "harm_attribution") and evidence.index == index
    return evidence.role == role and evidence.index == index

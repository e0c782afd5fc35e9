"""A person's decisions about events and merges."""

import hashlib
from datetime import datetime, timedelta
from typing import Any

import msgspec

from dateline import codebook, settings
from dateline.errors import DatelineError
from dateline.model import Judgement, JudgementKind
from dateline.store import Store
from dateline.store.corrections import corrected, decisions
from dateline.workflow.merging import merge_record


def judge(
    store: Store,
    kind: JudgementKind,
    left: str,
    right: str = "",
    *,
    by: str,
    field: str = "",
    value: Any = None,
    reason: str = "",
) -> Judgement:
    """Adds a person's decision and merges anew; nothing is overwritten.

    `same` and `different` need two event ids; `correct` an event, a `field` of the codebook and its new `value` (plain data under
    the codebook's names); `accept` and `reject` an event. Raises NotFound for an unknown event, DatelineError for a value outside
    the codebook.
    """
    for event_id in filter(None, (left, right)):
        if not store.claims(event_id):
            store.event(event_id)  # raises NotFound
    if kind in ("same", "different") and (not right or right == left):
        raise DatelineError(f"{kind!r} needs two different events")
    text = msgspec.json.encode(value).decode() if kind == "correct" else ""
    moment = _after(store)
    key = "\x1f".join((kind, left, right, field, text, by, moment.isoformat()))
    judgement = Judgement(hashlib.sha256(key.encode()).hexdigest()[:32], kind, left, right, field, text, by, True, reason, moment)
    if kind == "correct":
        _check_codebook(store, judgement)
    store.add_judgements([judgement])
    merge_record(store)
    return judgement


def _check_codebook(store: Store, judgement: Judgement) -> None:
    """Raises DatelineError where the corrected event would be outside the codebook."""
    corrected_event = corrected(store.event(judgement.left), decisions([judgement])[judgement.left])
    faults = codebook.load().faults(corrected_event)
    if faults:
        raise DatelineError(f"the correction is outside the codebook: {'; '.join(faults)}")


def _after(store: Store) -> datetime:
    """The present moment, but after every judgement made: the newest is in force, and two may be made within a second."""
    made = [j.decided_at for j in store.judgements() if j.decided_at]
    return max(settings.now(), max(made) + timedelta(microseconds=1)) if made else settings.now()

"""From a settled draft to the event: ids, evidence and contexts."""

import hashlib
from collections.abc import Sequence

from dateline.codebook import codebook
from dateline.coding import contexts
from dateline.coding.draft import Draft, Filled
from dateline.coding.setting import Setting
from dateline.model import Event, Evidence


def event_of_draft(draft: Draft, setting: Setting, version: str, confidence: float) -> Event:
    """The finished event; `version` names the coder, `confidence` is 0..1."""
    document = setting.document
    evidence = _evidence(draft)
    sentences = [setting.sentence(t.span.start).of(document.text) for t in draft.triggers]
    return Event(
        event_id=event_id(document.id, draft),
        doc_id=document.id,
        event_type=draft.event_type,
        mode=draft.mode,
        contexts=contexts.contexts_of(sentences),
        status=draft.status,  # type: ignore[arg-type]
        background=draft.background,
        aggregate=draft.aggregate,
        actors=tuple(a.value for a in draft.actors),
        recipients=tuple(a.value for a in draft.recipients),
        place=draft.place.value if draft.place else None,
        date=draft.date.value if draft.date else None,
        harm=tuple(h.value for h in draft.harm),
        targets=tuple(t.value for t in draft.targets),
        impacts=tuple(i.value for i in draft.impacts),
        attribution=draft.attribution.value if draft.attribution else None,
        evidence=tuple(evidence),
        confidence=round(confidence, 3),
        trigger=tuple(t.span.of(document.text) for t in draft.triggers),
        codebook=codebook.VERSION,
        coder=version,
    )


def _evidence(draft: Draft) -> list[Evidence]:
    found = [Evidence("trigger", t.span.start, t.span.end, t.part, n) for n, t in enumerate(draft.triggers)]
    found += _of_list("actor", draft.actors) + _of_list("recipient", draft.recipients) + _of_list("harm", draft.harm)
    found += _of_list("target", draft.targets) + _of_list("impact", draft.impacts)
    found += draft.place.evidence("place") if draft.place else []
    found += draft.date.evidence("date") if draft.date else []
    return found + (draft.attribution.evidence("attribution") if draft.attribution else [])


def _of_list(role: str, values: Sequence[Filled[object]]) -> list[Evidence]:
    return [evidence for index, filled in enumerate(values) for evidence in filled.evidence(role, index)]


def event_id(doc_id: str, draft: Draft) -> str:
    """The event's id, derived from document, first trigger and type."""
    key = f"{doc_id}\n{draft.first.start}:{draft.first.end}\n{draft.event_type}"
    return "e" + hashlib.sha256(key.encode()).hexdigest()[:16]

"""Model objects as rows and back. Whole nouns are kept as JSON by msgspec, whose decoding is the exact inverse of its encoding."""

from dataclasses import replace
from datetime import date
from typing import Any

import msgspec
import sqlalchemy as sa

from dateline.model import Claim, Document, Event, Evidence, Incident, Judgement, Quantity
from dateline.store.database import Row
from dateline.store.store import CodedDocument, StoredDocument

UNDATED_FIRST = date.max
UNDATED_LAST = date.min
LONGEST_DATED = 7  # days: what is known no closer is drawn on no day of the timeline

_document = msgspec.json.Decoder(Document)
_event = msgspec.json.Decoder(Event)
_incident = msgspec.json.Decoder(Incident)
_evidence = msgspec.json.Decoder(tuple[Evidence, ...])


def dump(value: Any) -> str:
    """JSON of a noun."""
    return msgspec.json.encode(value).decode()


def document_row(coded: CodedDocument) -> Row:
    """A document; title and text have columns of their own and are left out of the JSON."""
    document = coded.document
    return {
        "id": document.id,
        "title": document.title,
        "text": document.text,
        "content_hash": document.content_hash,
        "address": document.address,
        "url": document.url,
        "published": document.published,
        "publisher": document.publisher,
        "language": document.language,
        "ingested_at": coded.ingested_at,
        "record": dump(replace(document, title="", text="")),
    }


def stored_document_of(row: sa.Row[Any]) -> StoredDocument:
    """The inverse, from a row with `version`, `previous` and `family`."""
    document = replace(_document.decode(row.record), title=row.title, text=row.text)
    return StoredDocument(document, row.ingested_at, row.version, row.previous, row.family)


def event_row(event: Event, coder: str) -> Row:
    """An event as one coder coded it."""
    return {
        "event_id": event.event_id,
        "coder": coder,
        "doc_id": event.doc_id,
        "event_type": event.event_type,
        "record": dump(event),
    }


def event_of(record: str) -> Event:
    """The inverse of the JSON in `event_row`."""
    return _event.decode(record)


def claim_row(claim: Claim, coder: str, position: int) -> Row:
    """A claim; its document is that of its event."""
    return {
        "claim_id": claim.claim_id,
        "event_id": claim.event_id,
        "coder": coder,
        "position": position,
        "field": claim.field,
        "value": claim.value,
        "evidence": dump(claim.evidence),
        "decided_by": claim.decided_by,
    }


def claim_of(row: sa.Row[Any]) -> Claim:
    """The inverse of `claim_row`, from a row with `doc_id`."""
    evidence = _evidence.decode(row.evidence)
    return Claim(row.claim_id, row.event_id, row.doc_id, row.field, row.value, evidence, row.decided_by)


def judgement_of(row: sa.Row[Any]) -> Judgement:
    """A judgement from its row, whose columns bear the names of its fields."""
    return Judgement(**{name: getattr(row, name) for name in Judgement.__dataclass_fields__})


def incident_of(record: str) -> Incident:
    """An incident from the JSON of a revision."""
    return _incident.decode(record)


def incident_row(incident: Incident, quad: str) -> Row:
    """What listings filter and sort by; `killed_*` as in `killed`, `counted_*` as in `TimelineBin`."""
    killed_min, killed_max = killed(incident)
    counts = quad == "MX" and not incident.aggregate and not incident.background
    place = incident.place
    return {
        "incident_id": incident.incident_id,
        "event_type": incident.event_type,
        "quad": quad,
        "status": incident.status,
        "background": incident.background,
        "aggregate": incident.aggregate,
        "first_day": incident.date.start if incident.date else UNDATED_FIRST,
        "last_day": incident.date.end if incident.date else UNDATED_LAST,
        "days": (incident.date.end - incident.date.start).days + 1 if incident.date else 0,
        "listed_day": _listed_day(incident),
        "killed_min": killed_min,
        "killed_max": killed_max,
        "counted_min": killed_min if counts and incident.status == "occurred" else 0,
        "counted_max": killed_max if counts and incident.status in ("occurred", "alleged") else 0,
        "independent_sources": incident.independent_sources,
        "sources": incident.sources,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
    }


def _listed_day(incident: Incident) -> date:
    """The last day of what happened within a week; an act of "this year" stands at its first day, not above all news."""
    if incident.date is None:
        return UNDATED_LAST
    return incident.date.end if (incident.date.end - incident.date.start).days < LONGEST_DATED else incident.date.start


def incident_values(incident: Incident) -> dict[tuple[str, str], str]:
    """What an incident is found by: values by field and by value without case.

    The fields are `country` (where it was, and of those who took part), `actor` (actors and recipients by name) and `target`.
    """
    people = (*incident.actors, *incident.recipients)
    found = [("country", incident.place.country)] if incident.place else []
    found += [("country", p.country) for p in people]
    found += [("actor", p.name) for p in people]
    found += [("target", t.kind) for t in incident.targets]
    return {(field, value.casefold()): value for field, value in reversed(found) if value}


def killed(incident: Incident) -> tuple[int, int]:
    """The range of people killed: the toll of all where one is told, else the sum over the groups; an open end adds nothing."""
    tolls = [t for t in incident.harm if t.kind == "killed" and not t.subset]
    whole = [t for t in tolls if t.who is None]
    ranges = [_closed(t.count) for t in whole or tolls]
    return sum(low for low, _ in ranges), sum(high for _, high in ranges)


def _closed(count: Quantity) -> tuple[int, int]:
    low = count.minimum or 0
    return low, max(low, count.maximum or 0)

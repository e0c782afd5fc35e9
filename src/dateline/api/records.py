"""What the API sends beside the record forms of `model.record`: listings, whole incidents, documents, the timeline."""

from dataclasses import replace
from typing import Any

from dateline.actors import countries
from dateline.api.changes import changes
from dateline.api.citations import citation_record, citations
from dateline.codebook import Codebook
from dateline.incidents import in_words
from dateline.model import Claim, Incident
from dateline.model.record import Record, event_record, evidence_record, incident_record
from dateline.store import IncidentFilter, IncidentRevision, SentenceHit, Store, StoredDocument, TimelineBin, Totals

# The field of the filter that narrows each facet.
CHOSEN_BY = {
    "event_type": "event_types",
    "quad": "quads",
    "status": "statuses",
    "country": "countries",
    "actor": "actors",
    "target": "targets",
}


def listing_record(incident: Incident, book: Codebook) -> Record:
    """An incident as a row: without the reasons of its merge and the history of its figures, with its quad class."""
    record = incident_record(replace(incident, reasons=()))
    del record["reasons"]
    for toll in record["harm"]:
        del toll["figures"]
    return {**record, "quad": book.quad(incident.event_type)}


def page_record(store: Store, query: IncidentFilter, book: Codebook) -> Record:
    """A page of a listing with its total and facets.

    A facet that the filter itself narrows is counted without that choice, so that it shows what else could be chosen.
    """
    page = store.incidents(query)
    facets = dict(page.facets)
    for facet, chosen in CHOSEN_BY.items():
        if getattr(query, chosen):
            cleared: dict[str, Any] = {chosen: ()}
            facets[facet] = store.incidents(replace(query, limit=1, offset=0, **cleared)).facets.get(facet, {})
    return {
        "total": page.total,
        "facets": facets,
        "incidents": [listing_record(incident, book) for incident in page.incidents],
    }


def whole_incident_record(store: Store, incident_id: str, book: Codebook) -> Record:
    """An incident with its events, documents, claims and citations.

    `linked` holds the rows of the incidents that it points to, `history` every state that it went through, and `comparisons` what
    its merge found, in words. Raises NotFound.
    """
    incident = store.incident(incident_id)
    events = [store.event(event_id) for event_id in incident.event_ids]
    linked = {link.target: listing_record(store.incident(link.target), book) for link in incident.links}
    return {
        "incident": {**incident_record(incident), "quad": book.quad(incident.event_type)},
        "events": [event_record(event) for event in events],
        "documents": [document_record(store.document(doc_id)) for doc_id in incident.doc_ids],
        "claims": [claim_record(claim) for event in events for claim in store.claims(event.event_id)],
        "citations": [citation_record(c) for c in citations(incident, events)],
        "linked": linked,
        "history": [revision_record(revision, book) for revision in store.history(incident.incident_id)],
        "comparisons": {name: says for reason in incident.reasons for name, _ in reason.comparisons if (says := _says(name))},
    }


def _says(comparison: str) -> str | None:
    """What a comparison found, to complete "The two ..."; None for one of an older version of the merger."""
    try:
        return in_words(comparison)
    except KeyError:
        return None


def revision_record(revision: IncidentRevision, book: Codebook) -> Record:
    """One state of an incident as a row; `incident` is null where it had ceased to be one."""
    return {
        "revision": revision.revision,
        "decided_at": revision.decided_at.isoformat(),
        "incident": listing_record(revision.incident, book) if revision.incident else None,
    }


def document_record(stored: StoredDocument) -> Record:
    """A document with its text; `sentences` are pairs of offsets into it."""
    document = stored.document
    line = document.dateline
    return {
        "doc_id": document.id,
        "title": document.title,
        "text": document.text,
        "sentences": [[s.start, s.end] for s in document.sentences],
        "published": document.published.isoformat() if document.published else None,
        "published_method": document.published_method,
        "publisher": document.publisher,
        "agency": document.agency,
        "authors": list(document.authors),
        "url": document.url,
        "address": document.address,
        "language": document.language,
        "dateline": {"start": line.span.start, "end": line.span.end, "place": line.place} if line else None,
        "content_hash": document.content_hash,
        "family": stored.family,
        "version": stored.version,
        "previous": stored.previous,
        "ingested_at": stored.ingested_at.isoformat(),
    }


def whole_document_record(store: Store, doc_id: str) -> Record:
    """A document with its events in force and its versions, each with what it changed. Raises NotFound."""
    stored = store.document(doc_id)
    versions = store.versions(doc_id)
    return {
        "document": document_record(stored),
        "events": [event_record(event) for event in store.events(doc_id)],
        "versions": [_version_record(version, versions[i - 1] if i else None) for i, version in enumerate(versions)],
    }


def _version_record(stored: StoredDocument, before: StoredDocument | None) -> Record:
    return {
        "doc_id": stored.document.id,
        "version": stored.version,
        "ingested_at": stored.ingested_at.isoformat(),
        "changes": changes(before.document, stored.document) if before else [],
    }


def claim_record(claim: Claim) -> Record:
    """A claim; `value` is the JSON text that was claimed."""
    return {
        "claim_id": claim.claim_id,
        "event_id": claim.event_id,
        "doc_id": claim.doc_id,
        "field": claim.field,
        "value": claim.value,
        "evidence": [evidence_record(e) for e in claim.evidence],
        "decided_by": claim.decided_by,
    }


def bin_record(day: TimelineBin) -> Record:
    """One day of the timeline."""
    return {
        "day": day.day.isoformat(),
        "quads": day.quads,
        "killed_min": day.killed_min,
        "killed_max": day.killed_max,
        "incident_ids": list(day.incident_ids),
    }


def hit_record(hit: SentenceHit) -> Record:
    """A sentence found by search."""
    return {
        "doc_id": hit.doc_id,
        "in": hit.part,
        "title": hit.title,
        "published": hit.published.isoformat() if hit.published else None,
        "start": hit.start,
        "end": hit.end,
        "text": hit.text,
    }


def totals_record(totals: Totals) -> Record:
    """Row counts."""
    return {
        "documents": totals.documents,
        "events": totals.events,
        "incidents": totals.incidents,
        "claims": totals.claims,
        "judgements": totals.judgements,
    }


def codebook_record(book: Codebook) -> Record:
    """The codebook's closed lists, types with their summaries in the codebook's order, and the names of countries by code."""
    return {
        "version": book.version,
        "types": [{"name": t.name, "quad": t.quad, "summary": t.summary, "modes": sorted(t.modes)} for t in book.types.values()],
        "contexts": sorted(book.contexts),
        "statuses": sorted(book.statuses),
        "sectors": sorted(book.sectors),
        "harm": sorted(book.harm),
        "targets": sorted(book.targets),
        "extents": sorted(book.extents),
        "impacts": sorted(book.impacts),
        "countries": {code: country.name for code, country in countries().items()},
    }

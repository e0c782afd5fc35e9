"""The read-only endpoints under /api/."""

from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Depends, Query, Request, Response

import dateline
from dateline import codebook
from dateline.api.query import IncidentQuery
from dateline.api.records import (
    bin_record,
    codebook_record,
    hit_record,
    page_record,
    totals_record,
    whole_document_record,
    whole_incident_record,
)
from dateline.store import Store

router = APIRouter(prefix="/api", default_response_class=Response)
encoder = msgspec.json.Encoder()


def open_store(request: Request) -> Store:
    """The store that the app opened at its start."""
    store: Store = request.app.state.store
    return store


InStore = Annotated[Store, Depends(open_store)]
IncidentParameters = Annotated[IncidentQuery, Query()]


def _json(value: Any) -> Response:
    return Response(encoder.encode(value), media_type="application/json")


@router.get("/incidents", summary="Incidents: a filtered, ordered page with its total and facets")
def incidents(store: InStore, query: IncidentParameters) -> Response:
    """`{total, facets: {field: {value: count}}, incidents: [...]}`."""
    return _json(page_record(store, query.as_filter(), codebook.load()))


@router.get("/incidents/{incident_id}", summary="One incident with its events, documents, claims and citations")
def incident(store: InStore, incident_id: str) -> Response:
    """By its id, a former id, or the id of one of its events."""
    return _json(whole_incident_record(store, incident_id, codebook.load()))


@router.get("/timeline", summary="Incidents by day and quad class, with the killed range")
def timeline(store: InStore, query: IncidentParameters) -> Response:
    """`{days: [{day, quads, killed_min, killed_max, incident_ids}]}`, oldest first; paging parameters have no effect."""
    return _json({"days": [bin_record(day) for day in store.timeline(query.as_filter())]})


@router.get("/documents/{doc_id}", summary="One document with its text, events and versions")
def document(store: InStore, doc_id: str) -> Response:
    """Offsets of evidence refer to exactly this text and title."""
    return _json(whole_document_record(store, doc_id))


@router.get("/search", summary="Sentences that hold all the words, best first")
def search(
    store: InStore,
    text: Annotated[str, Query(min_length=1, max_length=500)],
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
) -> Response:
    """`{hits: [{doc_id, in, title, published, start, end, text}]}`."""
    return _json({"hits": [hit_record(hit) for hit in store.search(text, limit)]})


@router.get("/totals", summary="How much the store holds")
def totals(store: InStore) -> Response:
    """`{documents, events, incidents, claims, judgements}`."""
    return _json(totals_record(store.totals()))


@router.get("/codebook", summary="The codebook's types with summaries, and its closed lists")
def codebook_lists() -> Response:
    """What event types, statuses, sectors and kinds may occur."""
    return _json(codebook_record(codebook.load()))


@router.get("/health", summary="Whether the server and its store answer")
def health(store: InStore) -> Response:
    """`{status: "ok", version, incidents}`; an error status if the store cannot be read."""
    return _json({"status": "ok", "version": dateline.__version__, "incidents": store.totals().incidents})


@router.get("/{path:path}", include_in_schema=False)
def unknown(path: str) -> Response:
    """A sentence instead of the workbench for an endpoint that is not there."""
    sentence = f"There is no /api/{path}; /api/openapi.json lists what there is."
    return Response(encoder.encode({"error": sentence}), status_code=404, media_type="application/json")

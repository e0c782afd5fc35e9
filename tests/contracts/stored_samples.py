"""Small documents, events and incidents of our own for the store's contract."""

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from dateline.model import (
    Actor,
    Document,
    Event,
    Evidence,
    Figure,
    Harm,
    Impact,
    Incident,
    IncidentLink,
    MergeReason,
    Place,
    Quantity,
    Span,
    Target,
    TimeSpan,
    Toll,
)
from dateline.store import CodedDocument

NOON = datetime(2026, 1, 10, 12, tzinfo=UTC)
RAVNIA = Actor("Ravnian forces", "Ravnia", "RVN", "MIL")
OSTMARK = Actor("the port workers", "Ostmark", "OST", "CVL")
PORT = Place("Belhaven", "Belhaven", "OST", "city", 42, "Coast", 46.5, 30.7, 8.0, 0.9)
NIGHT = TimeSpan(date(2026, 1, 8), date(2026, 1, 9), "day", "overnight")


def document(name: str = "d1", text: str = "Drones hit the port of Belhaven. Two workers died.", **fields: Any) -> Document:
    title = fields.pop("title", f"Night raid told by {name}")
    ends = [i + 1 for i, c in enumerate(text) if c == "."]
    starts = [0, *(e + 1 for e in ends)]
    sentences = tuple(Span(s, e) for s, e in zip(starts, ends, strict=False))
    digest = hashlib.sha256(f"{title}\n{text}".encode()).hexdigest()
    given: dict[str, Any] = {"address": f"/reports/{name}.html", "published": date(2026, 1, 9), "publisher": "The Courier"} | fields
    return Document(name, title, text, sentences, digest, **given)


def event(event_id: str = "e1", doc_id: str = "d1", **fields: Any) -> Event:
    whole = Event(
        event_id,
        doc_id,
        "ASSAULT",
        mode="drone",
        contexts=("military",),
        actors=(RAVNIA,),
        recipients=(OSTMARK,),
        place=PORT,
        date=NIGHT,
        harm=(Harm("killed", Quantity(2, 2), "workers", "Two workers died"),),
        targets=(Target("port", "damaged", "the port"),),
        impacts=(Impact("port_disruption", people=Quantity(100, None)),),
        evidence=(
            Evidence("trigger", 7, 10),
            Evidence("place", 23, 31),
            Evidence("harm", 33, 49),
            Evidence("target", 11, 19),
            Evidence("trigger", 0, 10, "title"),
        ),
        confidence=0.8125,
        trigger=("hit",),
        codebook="test-1",
        coder="coder-1",
    )
    return replace(whole, **fields)


def coded(doc: Document, *events: Event, coder: str = "coder-1", page: str | None = None) -> CodedDocument:
    return CodedDocument(doc, events, coder, NOON, page)


def incident(incident_id: str = "i1", *event_ids: str, **fields: Any) -> Incident:
    members = event_ids or ("e1",)
    whole = Incident(
        incident_id,
        members,
        ("d1",),
        "ASSAULT",
        "drone",
        "occurred",
        background=False,
        aggregate=False,
        contexts=("military",),
        actors=(RAVNIA,),
        recipients=(OSTMARK,),
        place=PORT,
        date=NIGHT,
        harm=(toll(2, 3, members[0]),),
        targets=(Target("port", "damaged"),),
        impacts=(),
        attributions=(),
        sources=1,
        independent_sources=1,
        confidence=0.75,
        disputed=("harm",),
        reasons=(MergeReason("e1", "e2", 3.25, (("place", 2.0), ("date", 1.25))),),
        links=(IncidentLink("part_of", "i9"),),
    )
    return replace(whole, **fields)


def toll(low: int | None, high: int | None, event_id: str = "e1", who: str | None = None, **fields: Any) -> Toll:
    figure = Figure(event_id, "d1", "The Courier", date(2026, 1, 9), Quantity(low, high))
    return Toll(fields.get("kind", "killed"), who, fields.get("subset", False), Quantity(low, high), (figure,))

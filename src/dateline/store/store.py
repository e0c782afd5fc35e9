"""The contract that every store keeps; one test suite (`tests/contracts/test_store.py`) proves it for each backend."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, Protocol, Self

from dateline.model import Claim, Document, Event, Incident, Judgement, Report

Order = Literal["newest", "oldest", "deadliest", "most_reported"]


@dataclass(frozen=True, slots=True)
class CodedDocument:
    """A document with the events that one coder found in it: the unit that is stored in one transaction."""

    document: Document
    events: tuple[Event, ...]
    coder: str
    ingested_at: datetime


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document as stored; `version` counts changed texts of one address from 1, `previous` is the version before it."""

    document: Document
    ingested_at: datetime
    version: int = 1
    previous: str | None = None
    family: str | None = None


@dataclass(frozen=True, slots=True)
class IncidentFilter:
    """What to list; empty fields ask nothing. `text` is a full-text query over the sentences of the reports."""

    event_types: tuple[str, ...] = ()
    quads: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    text: str = ""
    background: bool | None = None
    killed_at_least: int | None = None
    order: Order = "newest"
    limit: int = 100
    offset: int = 0


@dataclass(frozen=True, slots=True)
class IncidentPage:
    """One page of a listing; `total` counts all that the filter lets through, `facets` maps a field to counts by value."""

    incidents: tuple[Incident, ...]
    total: int
    facets: dict[str, dict[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TimelineBin:
    """Incidents of one day by quad class, with the killed range of its violent incidents."""

    day: date
    quads: dict[str, int]
    killed_min: int
    killed_max: int
    incident_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SentenceHit:
    """A sentence found by full-text search."""

    doc_id: str
    title: str
    published: date | None
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Totals:
    """How much the store holds."""

    documents: int
    events: int
    incidents: int
    claims: int
    judgements: int


class Store(Protocol):
    """Keeps documents, codings, claims and judgements (only ever added), and the incidents that follow from them.

    Every writing method is one transaction and may be repeated without effect: rows are keyed by content.
    """

    def __enter__(self) -> Self:
        """Opens the store; creates or upgrades its schema."""
        ...

    def __exit__(self, *exc: object) -> None:
        """Closes it."""
        ...

    def known_documents(self, doc_ids: Iterable[str], coder: str) -> set[str]:
        """Those of `doc_ids` that are stored and coded by this version of the coder already."""
        ...

    def add(self, coded: Sequence[CodedDocument]) -> int:
        """Stores documents, their events and the claims that follow from these; returns how many documents were new."""
        ...

    def set_families(self, families: dict[str, str]) -> None:
        """Joins documents (by id) into families with one origin."""
        ...

    def documents(self) -> tuple[StoredDocument, ...]:
        """All documents in order of id."""
        ...

    def document(self, doc_id: str) -> StoredDocument:
        """One document; raises NotFound."""
        ...

    def versions(self, doc_id: str) -> tuple[StoredDocument, ...]:
        """All versions of the report that this document is a version of, oldest first."""
        ...

    def reports(self) -> dict[str, Report]:
        """What merging needs of every document, by document id."""
        ...

    def events(self, doc_id: str | None = None) -> tuple[Event, ...]:
        """Events in force (the newest coding of each document, with people's corrections), in order of id."""
        ...

    def event(self, event_id: str) -> Event:
        """One event in force; raises NotFound."""
        ...

    def claims(self, event_id: str) -> tuple[Claim, ...]:
        """Every claim ever made on an event, oldest first."""
        ...

    def add_judgements(self, judgements: Sequence[Judgement]) -> None:
        """Adds decisions; none is ever changed or removed."""
        ...

    def judgements(self) -> tuple[Judgement, ...]:
        """All decisions, oldest first."""
        ...

    def set_incidents(self, incidents: Sequence[Incident]) -> None:
        """Makes these the incidents in force; earlier states stay readable as history."""
        ...

    def incidents(self, query: IncidentFilter) -> IncidentPage:
        """A filtered, ordered page of incidents with facets."""
        ...

    def incident(self, incident_id: str) -> Incident:
        """One incident, by its id, a former id, or the id of one of its events; raises NotFound."""
        ...

    def timeline(self, query: IncidentFilter) -> tuple[TimelineBin, ...]:
        """Incidents by day, oldest first; those without a date or longer than a week are left out."""
        ...

    def search(self, text: str, limit: int = 50) -> tuple[SentenceHit, ...]:
        """Sentences that hold all the words, best first."""
        ...

    def totals(self) -> Totals:
        """Row counts."""
        ...

"""The contract that every store keeps; one test suite (`tests/contracts/test_store.py`) proves it for each backend."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, Protocol, Self

from dateline.model import Claim, Document, Event, Incident, Judgement, Part, Report

# "newest" goes by the last day of an incident of a week at most, by the first day of a longer or vaguer one.
Order = Literal["newest", "oldest", "deadliest", "most_reported"]


@dataclass(frozen=True, slots=True)
class CodedDocument:
    """A document with the events that one coder found in it.

    `page_digest` identifies the page that the document was read from, so that an unchanged page need not be read again.
    """

    document: Document
    events: tuple[Event, ...]
    coder: str
    ingested_at: datetime
    page_digest: str | None = None


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
    """What to list; empty fields ask nothing, several values of one field are alternatives.

    `text` is a full-text query over the sentences that hold the incident's evidence; all its words must stand in one of them.
    `countries` are ISO 3166-1 alpha-3, of the place and of those who took part; `actors` names of actors or recipients, whatever
    their case; `since` and `until` let through what overlaps them. `box` is west, south, east, north in degrees; a west greater
    than the east crosses the antimeridian.
    """

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
    box: tuple[float, float, float, float] | None = None
    order: Order = "newest"
    limit: int = 100
    offset: int = 0


@dataclass(frozen=True, slots=True)
class IncidentPage:
    """One page of a listing; `total` counts all that the filter lets through.

    `facets` counts the same by value of event_type, quad, status, country, actor and target, most frequent first.
    """

    incidents: tuple[Incident, ...]
    total: int
    facets: dict[str, dict[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TimelineBin:
    """Incidents of one day by quad class, with the killed range of its violent incidents.

    An incident stands on its last day (a night raid on the morning). Tolls of aggregates, of background and of acts that did not
    occur are left out; those of alleged acts count for `killed_max` only.
    """

    day: date
    quads: dict[str, int]
    killed_min: int
    killed_max: int
    incident_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SentenceHit:
    """A sentence found by full-text search; `start` and `end` are offsets into the document's `part`."""

    doc_id: str
    title: str
    published: date | None
    start: int
    end: int
    text: str
    part: Part = "text"


@dataclass(frozen=True, slots=True)
class Basis:
    """What a merge was worked out from: how much the record held (it only grows), and the version of the merging rules."""

    documents: int
    codings: int
    judgements: int
    merger: str = ""


@dataclass(frozen=True, slots=True)
class IncidentRevision:
    """One state of an incident; `incident` is None from when it ceased to be one (its events were merged elsewhere)."""

    incident_id: str
    revision: int
    decided_at: datetime
    incident: Incident | None


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

    def known_pages(self, digests: Iterable[str]) -> dict[str, str]:
        """Those of the pages that were read before, each with the id of its document."""
        ...

    def add(self, coded: Sequence[CodedDocument]) -> int:
        """Stores documents, their events and the claims that follow from these; returns how many documents were new.

        What is stored already is passed over. Raises UnreadableInput, and stores nothing, where an id is taken by another text.
        """
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

    def basis(self, merger: str = "") -> Basis:
        """What a merge by this version of the rules would be worked out from now."""
        ...

    def merged_basis(self) -> Basis | None:
        """What the incidents in force were worked out from, None before the first merge."""
        ...

    def set_incidents(self, incidents: Sequence[Incident], basis: Basis | None = None) -> bool:
        """Makes these the incidents in force; earlier states stay readable as history.

        With `basis`, False is returned and nothing is written where the record has grown since the basis was taken.
        """
        ...

    def history(self, incident_id: str) -> tuple[IncidentRevision, ...]:
        """Every state that an incident went through, oldest first; raises NotFound."""
        ...

    def incidents_at(self, moment: datetime) -> tuple[Incident, ...]:
        """The incidents that were in force at a moment, in order of id."""
        ...

    def incidents(self, query: IncidentFilter) -> IncidentPage:
        """A filtered, ordered page of incidents with facets."""
        ...

    def incident(self, incident_id: str) -> Incident:
        """One incident, by its id, a former id, or the id of one of its events; raises NotFound."""
        ...

    def timeline(self, query: IncidentFilter) -> tuple[TimelineBin, ...]:
        """Incidents by day, oldest first; those without a date or longer than a week are left out. Limit and offset are ignored."""
        ...

    def search(self, text: str, limit: int = 50) -> tuple[SentenceHit, ...]:
        """Sentences that hold all words, "quoted phrases" and prefixes* of the text, best first."""
        ...

    def totals(self) -> Totals:
        """Row counts."""
        ...

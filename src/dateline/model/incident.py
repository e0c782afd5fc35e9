"""One thing in the world, told by one or more reports."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateline.model.actor import Actor
from dateline.model.event import Status
from dateline.model.harm import Impact, Quantity, Target
from dateline.model.place import Place
from dateline.model.timespan import TimeSpan

LinkKind = Literal["fulfils", "part_of"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One source's figure of harm: who published it, when, whose figure it is, and the event that holds its sentence."""

    event_id: str
    doc_id: str
    publisher: str | None
    published: date | None
    count: Quantity
    attribution: Actor | None = None
    newest: bool = True


@dataclass(frozen=True, slots=True)
class Toll:
    """Harm of one kind to one group: the range over the newest figure of each source, with the history of every figure."""

    kind: str
    who: str | None
    subset: bool
    count: Quantity
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class MergeReason:
    """Why two events are one incident: each comparison with its weight (in nats; their sum is `score`)."""

    left: str
    right: str
    score: float
    comparisons: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class IncidentLink:
    """A directed link to another incident: the happening `fulfils` its announcement, the part is `part_of` the whole."""

    kind: LinkKind
    target: str


@dataclass(frozen=True, slots=True)
class Incident:
    """The consensus of the events that tell one act, with what they differ on kept beside it.

    `sources` counts distinct publishers, `independent_sources` families of reports with one origin. `disputed` names the fields in
    which reports contradict each other. `event_ids` are sorted by publication, then id.
    """

    incident_id: str
    event_ids: tuple[str, ...]
    doc_ids: tuple[str, ...]
    event_type: str
    mode: str | None
    status: Status
    background: bool
    aggregate: bool
    contexts: tuple[str, ...]
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    place: Place | None
    date: TimeSpan | None
    harm: tuple[Toll, ...]
    targets: tuple[Target, ...]
    impacts: tuple[Impact, ...]
    attributions: tuple[Actor, ...]
    sources: int
    independent_sources: int
    confidence: float
    disputed: tuple[str, ...] = ()
    reasons: tuple[MergeReason, ...] = ()
    links: tuple[IncidentLink, ...] = ()

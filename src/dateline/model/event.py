"""One coded act as one document tells it."""

from dataclasses import dataclass, field
from typing import Literal

from dateline.model.actor import Actor
from dateline.model.harm import Harm, Impact, Target
from dateline.model.place import Place
from dateline.model.span import Evidence
from dateline.model.timespan import TimeSpan

Status = Literal["occurred", "planned", "conditional", "alleged", "denied"]
Quad = Literal["VC", "MC", "VX", "MX"]


@dataclass(frozen=True, slots=True)
class Event:
    """An act of conflict or diplomacy, field by field as the codebook defines it.

    `event_id` is derived from document, trigger span and type, so that a re-run gives the same id. `codebook` and `coder` name the
    versions that made it.
    """

    event_id: str
    doc_id: str
    event_type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    status: Status = "occurred"
    background: bool = False
    aggregate: bool = False
    actors: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()
    place: Place | None = None
    date: TimeSpan | None = None
    harm: tuple[Harm, ...] = ()
    targets: tuple[Target, ...] = ()
    impacts: tuple[Impact, ...] = ()
    attribution: Actor | None = None
    evidence: tuple[Evidence, ...] = ()
    confidence: float = 0.5
    trigger: tuple[str, ...] = field(default=())
    codebook: str = ""
    coder: str = ""

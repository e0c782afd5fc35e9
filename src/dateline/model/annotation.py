"""What the language room finds in a document before any of it is resolved: triggers, mentions and the links between them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from dateline.model.span import Part, Span

MentionKind = Literal["actor", "place", "date", "harm", "target", "impact"]
Role = Literal["actor", "recipient", "place", "date", "harm", "target", "impact", "attribution"]


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell an act, with the codebook's reading of it; `probability` 0..1 that it is an event at all.

    `anaphoric` marks words that point back to an act told already ("the attack").
    """

    span: Span
    event_type: str
    mode: str | None = None
    status: str = "occurred"
    background: bool = False
    aggregate: bool = False
    anaphoric: bool = False
    probability: float = 1.0
    part: Part = "text"


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase that may fill a role.

    `label` is the kind within the kind (harm "killed", target "port", impact "fire"; of an actor the sector, where the annotator
    judges it), `qualifier` what is said of it ("subset",
    "superseded", "destroyed", "damaged").
    """

    span: Span
    kind: MentionKind
    label: str = ""
    qualifier: str = ""
    probability: float = 1.0
    part: Part = "text"


@dataclass(frozen=True, slots=True)
class Link:
    """Mention number `mention` fills `role` of trigger number `trigger`."""

    trigger: int
    mention: int
    role: Role
    probability: float = 1.0


@dataclass(frozen=True, slots=True)
class Annotations:
    """All that an annotator says of one document; `same_act` holds, for pairs of triggers, the probability that they tell one act.

    `roles` are those that it judges: where it links nothing, it says that nothing is told. The coder's rules fill all others.
    """

    triggers: tuple[Trigger, ...] = ()
    mentions: tuple[Mention, ...] = ()
    links: tuple[Link, ...] = ()
    same_act: Mapping[tuple[Trigger, Trigger], float] = field(default_factory=dict)
    roles: frozenset[Role] = frozenset({"actor", "recipient", "harm", "target", "impact"})

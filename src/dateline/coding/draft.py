"""An act on its way from trigger to event: the fields that are still being filled."""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from dateline.model import Actor, Evidence, Harm, Impact, Part, Place, Span, Target, TimeSpan, Trigger

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Filled(Generic[T_co]):
    """A resolved value with the words behind it.

    `span` is None where it is inferred; `assumed` marks an actor whose country no words of its own tell.
    """

    value: T_co
    span: Span | None = None
    part: Part = "text"
    assumed: bool = False

    def evidence(self, role: str, index: int = 0) -> list[Evidence]:
        """The value's evidence, empty where it has no words."""
        return [Evidence(role, self.span.start, self.span.end, self.part, index)] if self.span else []


@dataclass(slots=True)
class Draft:
    """One act as one sentence tells it, later as the whole document does.

    `sentence` is the number of the sentence (-1: the title); `probability` 0..1 that it is an event of its own.
    """

    triggers: list[Trigger]
    event_type: str
    mode: str | None
    status: str
    sentence: int
    probability: float
    anaphoric: bool = False
    background: bool = False
    aggregate: bool = False
    actors: list[Filled[Actor]] = field(default_factory=list)
    recipients: list[Filled[Actor]] = field(default_factory=list)
    place: Filled[Place] | None = None
    date: Filled[TimeSpan] | None = None
    harm: list[Filled[Harm]] = field(default_factory=list)
    targets: list[Filled[Target]] = field(default_factory=list)
    impacts: list[Filled[Impact]] = field(default_factory=list)
    attribution: Filled[Actor] | None = None
    sentences: set[int] = field(default_factory=set)

    @property
    def first(self) -> Span:
        """Where its first trigger stands."""
        return self.triggers[0].span

    @property
    def countries(self) -> set[str]:
        """Countries of its actors, as far as words tell them."""
        return {a.value.country for a in self.actors if a.value.country and not a.assumed}

    @property
    def recipient_countries(self) -> set[str]:
        """Countries of its recipients, as far as words tell them."""
        return {a.value.country for a in self.recipients if a.value.country and not a.assumed}

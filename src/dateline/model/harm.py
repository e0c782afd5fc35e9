"""What an act did to people, things and services."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.actor import Actor

Extent = Literal["destroyed", "damaged", "unknown"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count between `minimum` and `maximum`; None is open or unknown."""

    minimum: int | None = None
    maximum: int | None = None


@dataclass(frozen=True, slots=True)
class Harm:
    """One figure of people harmed (codebook field `harm`)."""

    kind: str
    count: Quantity
    who: str | None = None
    text: str | None = None
    attribution: Actor | None = None
    subset: bool = False
    superseded: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """One thing that was hit (codebook field `targets`)."""

    kind: str
    extent: Extent = "unknown"
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Impact:
    """One consequence for services and daily life (codebook field `impacts`)."""

    kind: str
    people: Quantity | None = None
    households: Quantity | None = None
    buildings: Quantity | None = None
    place: str | None = None
    text: str | None = None

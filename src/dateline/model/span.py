"""Where words stand: character offsets into a document's text or title."""

from dataclasses import dataclass
from typing import Literal

Part = Literal["text", "title"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` (inclusive) to `end` (exclusive) of a string."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words behind one field of an event.

    `role` is the field ("trigger", "actor", "recipient", "place", "date", "harm", "target", "impact", "attribution",
    "harm_attribution"); `index` tells which member of a list field it belongs to.
    """

    role: str
    start: int
    end: int
    part: Part = "text"
    index: int = 0

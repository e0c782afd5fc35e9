"""What a comparison of coded events with gold events measured."""

from dataclasses import dataclass, field
from typing import Any, Self

from dateline.model.record import Record

DIGITS = 4  # every printed share is rounded to this many


def harmonic(precision: float, recall: float) -> float:
    """F1: the harmonic mean of precision and recall, 0 where both are 0."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@dataclass(slots=True)
class Tally:
    """Counts behind precision and recall: `right` of `coded` things coded and of `gold` things wanted."""

    right: int = 0
    coded: int = 0
    gold: int = 0

    def add(self, other: Self) -> None:
        """Adds another tally to this one."""
        self.right += other.right
        self.coded += other.coded
        self.gold += other.gold

    @property
    def precision(self) -> float:
        """Share of the coded that is right, 0..1."""
        return self.right / self.coded if self.coded else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that is found, 0..1."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0..1."""
        return harmonic(self.precision, self.recall)

    def as_dict(self) -> dict[str, float | int]:
        """Rounded shares and the counts behind them."""
        return {
            "precision": round(self.precision, DIGITS),
            "recall": round(self.recall, DIGITS),
            "f1": round(self.f1, DIGITS),
            "right": self.right,
            "coded": self.coded,
            "gold": self.gold,
        }


@dataclass(frozen=True, slots=True)
class Unpaired:
    """An event that stands alone: one of the gold that nothing coded stands for, or a coded one that stands for nothing."""

    doc_id: str
    event: Record


@dataclass(frozen=True, slots=True)
class Scores:
    """The measures of one run, on `documents` gold documents.

    `events` counts found events; `by_type` and `by_quad` split it. `accuracy` holds (right, pairs) of single-valued fields and
    `lists` tallies of list fields, both over the pairs of gold and coded event. `whole` is the number of pairs in which type,
    status, countries of actors and recipients, country and division of the place, and date are all right.
    `unknown_documents` are coded documents that the gold does not have; their events are left out.
    """

    documents: int
    events: Tally
    by_type: dict[str | None, Tally]
    by_quad: dict[str, Tally]
    accuracy: dict[str, tuple[int, int]]
    lists: dict[str, Tally]
    whole: int
    missed: tuple[Unpaired, ...] = ()
    extra: tuple[Unpaired, ...] = ()
    unknown_documents: tuple[str, ...] = field(default=())

    def as_dict(self) -> dict[str, Any]:
        """The measures as plain data, rounded to four digits."""
        return {
            "documents": self.documents,
            "events": self.events.as_dict(),
            "by_type": {name: tally.as_dict() for name, tally in self.by_type.items()},
            "by_quad": {name: tally.as_dict() for name, tally in self.by_quad.items()},
            "accuracy_of_pairs": {name: round(right / pairs, DIGITS) for name, (right, pairs) in self.accuracy.items()},
            "f1_of_pairs": {name: tally.as_dict() for name, tally in self.lists.items()},
            "whole": round(Tally(self.whole, self.events.coded).precision, DIGITS),
            "whole_recall": round(Tally(self.whole, gold=self.events.gold).recall, DIGITS),
        }

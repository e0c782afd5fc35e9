"""How well a grouping of events into incidents agrees with the true one.

Pairwise F1 counts pairs of events that are one incident. B-cubed (Bagga and Baldwin, 1998) averages over events. LEA (Moosavi
and Strube, 2016) averages over incidents, weighted by size, the share of their links that is resolved; an incident of one event
has one link, to itself. Over-count is the number of incidents made for each true one: 1 is right, more is splitting.
"""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dateline.evaluation.scores import DIGITS, Tally, harmonic

Groups = Iterable[Collection[str]]


@dataclass(frozen=True, slots=True)
class ClusterScores:
    """Agreement of two groupings of the same `events` events; shares are 0..1."""

    events: int
    pairwise: Tally
    b_cubed_precision: float
    b_cubed_recall: float
    lea_precision: float
    lea_recall: float
    over_count: float

    @property
    def b_cubed_f1(self) -> float:
        """Harmonic mean of B-cubed precision and recall."""
        return harmonic(self.b_cubed_precision, self.b_cubed_recall)

    @property
    def lea_f1(self) -> float:
        """Harmonic mean of LEA precision and recall."""
        return harmonic(self.lea_precision, self.lea_recall)

    def as_dict(self) -> dict[str, Any]:
        """The measures as plain data, rounded to four digits."""

        def rounded(precision: float, recall: float) -> dict[str, float]:
            shares = {"precision": precision, "recall": recall, "f1": harmonic(precision, recall)}
            return {name: round(share, DIGITS) for name, share in shares.items()}

        return {
            "events": self.events,
            "pairwise": self.pairwise.as_dict(),
            "b_cubed": rounded(self.b_cubed_precision, self.b_cubed_recall),
            "lea": rounded(self.lea_precision, self.lea_recall),
            "over_count": round(self.over_count, DIGITS),
        }


def _membership(groups: Groups, events: Collection[str]) -> dict[str, Hashable]:
    """The group of every event; one that is in no group is a group of its own."""
    found: dict[str, Hashable] = {event: ("alone", event) for event in events}
    for number, group in enumerate(groups):
        for event in group:
            if event in found:
                found[event] = number
    return found


def _pairs(size: int) -> int:
    return size * (size - 1) // 2


def _links(size: int) -> int:
    return _pairs(size) or 1


def _lea(sizes: Mapping[Hashable, int], parts: Mapping[Hashable, Mapping[Hashable, int]], others: Mapping[Hashable, int]) -> float:
    """Mean resolved share of the links of each group, weighted by its size."""
    resolved = 0.0
    for group, size in sizes.items():
        links = sum(_pairs(shared) for shared in parts[group].values())
        if size == 1:
            links = sum(others[other] == 1 for other in parts[group])
        resolved += size * links / _links(size)
    return resolved / sum(sizes.values())


def score_clusters(gold: Groups, made: Groups, events: Collection[str] | None = None) -> ClusterScores:
    """Compares the incidents `made` with the true ones.

    Both are groups of event ids. Only `events` count (default: those in `gold`); one that a side puts in no group is an incident
    of its own there. Raises ValueError where nothing is to be compared.
    """
    gold = [tuple(group) for group in gold]
    events = set(events) if events is not None else {event for group in gold for event in group}
    if not events:
        raise ValueError("no events to compare: the gold incidents are empty")
    truth, found = _membership(gold, events), _membership(made, events)
    truth_sizes, found_sizes = Counter(truth.values()), Counter(found.values())
    cells = Counter((truth[event], found[event]) for event in events)
    by_truth: dict[Hashable, dict[Hashable, int]] = {group: {} for group in truth_sizes}
    by_found: dict[Hashable, dict[Hashable, int]] = {group: {} for group in found_sizes}
    for (wanted, got), shared in cells.items():
        by_truth[wanted][got] = shared
        by_found[got][wanted] = shared
    pairwise = Tally(
        sum(map(_pairs, cells.values())), sum(map(_pairs, found_sizes.values())), sum(map(_pairs, truth_sizes.values()))
    )
    return ClusterScores(
        events=len(events),
        pairwise=pairwise,
        b_cubed_precision=sum(n * n / found_sizes[got] for (_, got), n in cells.items()) / len(events),
        b_cubed_recall=sum(n * n / truth_sizes[wanted] for (wanted, _), n in cells.items()) / len(events),
        lea_precision=_lea(found_sizes, by_found, truth_sizes),
        lea_recall=_lea(truth_sizes, by_truth, found_sizes),
        over_count=len(found_sizes) / len(truth_sizes),
    )

"""From pairs to incidents: agglomeration that never joins what cannot be one.

Judgements come first, the strongest first. Then pairs are taken from the best score down, and two groups are joined if no two of
their events exclude each other and the mean score over all pairs between them is above 0, so that one likeness does not chain
two different incidents together.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dateline.incidents.verdicts import pair_of
from dateline.incidents.weights import weights
from dateline.model import Judgement, MergeReason

Pair = tuple[str, str]
Score = Callable[[str, str], float | None]  # None: the two cannot be one


@dataclass(slots=True)
class Groups:
    """Events in disjoint groups, each known by one of its members."""

    of: dict[str, list[str]] = field(default_factory=dict)

    def add(self, event: str) -> None:
        """Makes the event a group of its own if it is in none."""
        if event not in self.of:
            self.of[event] = [event]

    def join(self, left: str, right: str) -> None:
        """Makes one group of two."""
        one, other = self.of[left], self.of[right]
        if one is other:
            return
        if len(one) < len(other):
            one, other = other, one
        one.extend(other)
        for event in other:
            self.of[event] = one

    def together(self, left: str, right: str) -> bool:
        """Whether two events are in one group."""
        return self.of[left] is self.of[right]

    def __iter__(self) -> Iterator[list[str]]:
        seen: set[int] = set()
        for group in self.of.values():
            if id(group) not in seen:
                seen.add(id(group))
                yield group


def connected(events: Iterable[str], pairs: Iterable[Pair]) -> Groups:
    """The connected components of a graph."""
    groups = Groups()
    for event in events:
        groups.add(event)
    for left, right in pairs:
        groups.join(left, right)
    return groups


def _separates(kept_apart: set[Pair], one: Sequence[str], other: Sequence[str]) -> bool:
    if not kept_apart:
        return False
    return any((min(a, b), max(a, b)) in kept_apart for a in one for b in other)


def _may_join(one: Sequence[str], other: Sequence[str], score: Score) -> bool:
    total = 0.0
    for left in one:
        for right in other:
            found = score(left, right)
            if found is None:
                return False
            total += found
    return total > 0


def _judged(judgement: Judgement) -> MergeReason:
    left, right = pair_of(judgement)
    weight = weights()["judged_same"]
    return MergeReason(left, right, weight, (("judged_same", weight),))


def agglomerate(
    events: Iterable[str], reasons: Mapping[Pair, MergeReason], judged: Sequence[Judgement], score: Score
) -> tuple[Groups, list[MergeReason]]:
    """Groups of events, and the reason behind every join.

    `reasons` are the pairs with a score above 0, `judged` the judgements in force on pairs, the strongest first. A judgement that
    contradicts stronger ones (by joining what they keep apart) has no effect.
    """
    groups = connected(events, ())
    kept_apart: set[Pair] = set()
    used: list[MergeReason] = []
    for judgement in judged:
        left, right = pair_of(judgement)
        if judgement.kind == "different":
            if not groups.together(left, right):
                kept_apart.add((left, right))
        elif not groups.together(left, right) and not _separates(kept_apart, groups.of[left], groups.of[right]):
            groups.join(left, right)
            used.append(_judged(judgement))
    for pair in sorted(reasons, key=lambda pair: (-reasons[pair].score, pair)):
        one, other = groups.of[pair[0]], groups.of[pair[1]]
        if one is other or _separates(kept_apart, one, other) or not _may_join(one, other, score):
            continue
        groups.join(*pair)
        used.append(reasons[pair])
    return groups, used

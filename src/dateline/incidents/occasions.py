"""Reports of one occasion: two that plainly tell one event in common are likelier to mean one thing by the rest.

Words with no place ("condemned the attack") are the same act only if speaker, object and occasion agree; this is how the occasion
is known. It is a function of the events of two reports alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from dateline.incidents.comparison import compare
from dateline.incidents.profile import Profile
from dateline.incidents.weights import weights
from dateline.model import MergeReason

PLAIN = 3.0  # nats from which on a pair of events shows that two reports have an occasion in common


def _reports(left: Profile, right: Profile) -> tuple[str, str]:
    one, other = sorted((left.event.doc_id, right.event.doc_id))
    return one, other


@dataclass(slots=True)
class Occasions:
    """Pairs of reports with an occasion in common, and comparison in the light of them."""

    _shared: set[tuple[str, str]] = field(default_factory=set)

    def note(self, left: Profile, right: Profile, reason: MergeReason) -> None:
        """Takes in one comparison."""
        if reason.score >= PLAIN:
            self._shared.add(_reports(left, right))

    def reconsider(self, left: Profile, right: Profile, reason: MergeReason) -> MergeReason:
        """The comparison, with what the occasion adds to it where it is not plain by itself."""
        if reason.score >= PLAIN or _reports(left, right) not in self._shared:
            return reason
        weight = weights()["one_occasion"]
        return MergeReason(reason.left, reason.right, reason.score + weight, (*reason.comparisons, ("one_occasion", weight)))

    def compare(self, left: Profile, right: Profile) -> MergeReason | None:
        """Compares two events in the light of what is known."""
        reason = compare(left, right)
        return None if reason is None else self.reconsider(left, right, reason)


def alike(pairs: Iterable[tuple[Profile, Profile]]) -> tuple[dict[tuple[str, str], MergeReason], Occasions]:
    """The pairs of events with a score above 0, and the occasions that all these pairs show."""
    occasions = Occasions()
    near: list[tuple[Profile, Profile, MergeReason]] = []
    least = -weights()["one_occasion"]
    for left, right in pairs:
        reason = compare(left, right)
        if reason is not None and reason.score > least:
            occasions.note(left, right, reason)
            near.append((left, right, reason))
    found = (occasions.reconsider(*entry) for entry in near)
    return {(reason.left, reason.right): reason for reason in found if reason.score > 0}, occasions

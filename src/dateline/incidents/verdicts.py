"""Which judgements are in force, for merging."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from dateline.model import Judgement

_NEVER = datetime.min.replace(tzinfo=UTC)


def _rank(judgement: Judgement) -> tuple[bool, datetime, str]:
    decided = judgement.decided_at or _NEVER
    return judgement.person, decided if decided.tzinfo else decided.replace(tzinfo=UTC), judgement.judgement_id


def by_authority(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Judgements with the strongest first: a person's before the program's, among equals the newest."""
    return sorted(judgements, key=_rank, reverse=True)


def pair_of(judgement: Judgement) -> tuple[str, str]:
    """The two events that a judgement is about, the lower id first."""
    left, right = sorted((judgement.left, judgement.right))
    return left, right


def pairs_in_force(judgements: Sequence[Judgement], known: Iterable[str]) -> list[Judgement]:
    """The judgement in force for each pair of known events that was judged the same or different, the strongest first."""
    known = set(known)
    found: dict[tuple[str, str], Judgement] = {}
    for judgement in by_authority(judgements):
        if (
            judgement.kind in ("same", "different")
            and judgement.left != judgement.right
            and {judgement.left, judgement.right} <= known
        ):
            found.setdefault(pair_of(judgement), judgement)
    return list(found.values())


def rejected(judgements: Sequence[Judgement]) -> set[str]:
    """Events that are no events by the judgement in force."""
    found: dict[str, Judgement] = {}
    for judgement in by_authority(judgements):
        if judgement.kind in ("accept", "reject"):
            found.setdefault(judgement.left, judgement)
    return {event for event, judgement in found.items() if judgement.kind == "reject"}

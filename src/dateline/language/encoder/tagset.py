"""What the encoder may answer, in the order of its outputs."""

from functools import cache

from dateline.codebook import load
from dateline.model import Role

ROLES: tuple[Role, ...] = ("actor", "recipient", "place", "date", "harm", "target", "impact", "attribution")
STATUSES = ("occurred", "planned", "conditional", "alleged", "denied")
EXTENTS = ("unknown", "damaged", "destroyed")
NO_MODE = ""
_BESIDE: tuple[tuple[Role, int], ...] = (("harm", 3), ("target", len(EXTENTS)), ("impact", 0))


@cache
def types() -> tuple[str, ...]:
    """The event types of the codebook, in alphabetical order."""
    return tuple(sorted(load().types))


@cache
def modes() -> tuple[tuple[str, str], ...]:
    """Pairs of type and mode; a type without mode comes first among its own."""
    book = load().types
    return tuple((name, mode) for name in types() for mode in (NO_MODE, *sorted(book[name].modes)))


@cache
def kinds(role: Role) -> tuple[str, ...]:
    """The kinds within harm, target and impact; one nameless kind for every other role."""
    book = load()
    lists = {"harm": book.harm, "target": book.targets, "impact": book.impacts}
    return tuple(sorted(lists[role])) if role in lists else ("",)


@cache
def phrase_answers() -> dict[str, tuple[int, int, int]]:
    """Where the answers on a phrase stand: first column, number of kinds, number of what is said beside (columns right behind)."""
    found: dict[str, tuple[int, int, int]] = {}
    first = 0
    sizes = [(role, len(kinds(role)), beside) for role, beside in _BESIDE]
    for role, size, beside in [*sizes, ("actor", len(sectors()), 0)]:
        found[role] = (first, size, beside)
        first += size + beside
    return found


@cache
def sectors() -> tuple[str, ...]:
    """The sectors of the codebook, none first."""
    return ("", *sorted(load().sectors))

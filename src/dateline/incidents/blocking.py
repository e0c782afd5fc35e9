"""Which pairs of events are compared at all: those that meet under a key of time and of place or party.

Every event stands under its own keys and is looked up under keys around them (the days before and after, the neighbouring cells,
the country that holds the place). The keys are pure functions of one event, so that adding events never hides a pair.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from datetime import date
from itertools import combinations, product

from dateline.incidents.comparison import LONG_DAYS
from dateline.incidents.periods import INFERRED_SLACK_DAYS, LATE_DAYS, PUBLISHED_WITHIN_DAYS, SOFT_GAP_DAYS
from dateline.incidents.profile import SHORT_DAYS, Profile

Key = tuple[Hashable, ...]

SLACK = max(INFERRED_SLACK_DAYS, SOFT_GAP_DAYS)  # days between dates that may still be one
CELL_DEGREES = 0.5  # over 25 km up to 63 degrees of latitude; beyond, the next cells east and west do not reach as far
REGION_DEGREES = 5  # over 300 km up to 57 degrees of latitude


def _month(day: int) -> int:
    moment = date.fromordinal(day)
    return moment.year * 12 + moment.month


def _months(first: int, last: int) -> range:
    return range(_month(first), _month(last) + 1)


def own_times(profile: Profile) -> Iterator[Hashable]:
    """Days of a short date, months of a long one, the year alone of an era; an undated event stands under its report's week."""
    if profile.first is None or profile.last is None:
        if profile.day is not None and not profile.event.background:
            yield "undated", profile.day // 7
    elif profile.length <= SHORT_DAYS:
        yield from range(profile.first, profile.last + 1)
    elif profile.length <= LONG_DAYS:
        yield from (("month", month) for month in _months(profile.first, profile.last))
    else:
        yield "era", date.fromordinal(profile.first).year


def sought_times(profile: Profile) -> Iterator[Hashable]:
    """The times under which events stand that may be this one."""
    if profile.first is None or profile.last is None:
        if profile.day is not None and not profile.event.background:
            week = profile.day // 7
            yield from (("undated", near) for near in range(week - 2, week + 3))
            yield from range(profile.day - PUBLISHED_WITHIN_DAYS, profile.day + 1)
            yield from (("month", month) for month in _months(profile.day - PUBLISHED_WITHIN_DAYS, profile.day))
        return
    if profile.length > LONG_DAYS:
        yield from own_times(profile)
        return
    looks_back = LATE_DAYS if profile.quad == "MX" and not profile.told else SLACK
    first, last = profile.first - looks_back, profile.last + SLACK
    if profile.length <= SHORT_DAYS:
        yield from range(first, last + 1)
    yield from (("month", month) for month in _months(first, last))


def _around(x: int, y: int, degrees: float) -> Iterator[tuple[int, int]]:
    """A cell and the eight about it; the grid closes at the antimeridian."""
    columns = round(360 / degrees)
    return (((x + dx) % columns, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1))


def _cell(profile: Profile, degrees: float) -> tuple[int, int] | None:
    place = profile.place
    if place is None or place.lat is None or place.lon is None:
        return None
    return int((place.lon + 180) // degrees) % round(360 / degrees), int(place.lat // degrees)


def _parties(profile: Profile) -> tuple[list[Key], list[Key]]:
    """Keys of each party and of each pair of parties."""
    keys = sorted(profile.actors.keys | profile.recipients.keys)
    return [("party", key) for key in keys], [("parties", *pair) for pair in combinations(keys, 2)]


def own_spots(profile: Profile) -> Iterator[Key]:
    """The place keys and the party keys that an event stands under."""
    for keys in _parties(profile):
        yield from keys
    place, cell = profile.place, _cell(profile, CELL_DEGREES)
    if place is None:
        return
    yield from (("name", word) for word in profile.place_words)
    if profile.fine and cell is not None:
        yield "cell", *cell
        return
    if place.country:
        yield "wide", place.country
    region = _cell(profile, REGION_DEGREES)
    if place.precision == "region" and region is not None:
        yield from (("region", *near) for near in _around(*region, REGION_DEGREES))


def sought_spots(profile: Profile) -> Iterator[Key]:
    """The place keys under which the same event may stand; where the event has no place, the keys of its parties."""
    place = profile.place
    if place is None:
        single, pairs = _parties(profile)
        yield from pairs or single
        return
    cell, region = _cell(profile, CELL_DEGREES), _cell(profile, REGION_DEGREES)
    if profile.fine and cell is not None:
        yield from (("cell", *near) for near in _around(*cell, CELL_DEGREES))
    yield from (("name", word) for word in profile.place_words)
    if place.country:
        yield "wide", place.country
    if region is not None:
        yield "region", *region


def own_keys(profile: Profile) -> Iterator[Key]:
    """All keys that an event stands under."""
    return ((profile.quad, *key) for key in product(own_times(profile), own_spots(profile)))


def sought_keys(profile: Profile) -> Iterator[Key]:
    """All keys that it is looked up by."""
    return ((profile.quad, *key) for key in product(sought_times(profile), sought_spots(profile)))


class Index:
    """Events by the keys that `keys_of` gives each."""

    def __init__(self, profiles: Iterable[Profile], keys_of: Callable[[Profile], Iterable[Key]]) -> None:
        self._held: defaultdict[Key, list[Profile]] = defaultdict(list)
        for profile in profiles:
            for key in keys_of(profile):
                self._held[key].append(profile)

    def under(self, keys: Iterable[Key]) -> Iterator[Profile]:
        """Events under any of these keys; one may come more than once."""
        for key in keys:
            yield from self._held.get(key, ())


def candidate_pairs(profiles: Iterable[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """Pairs of events of different documents that meet under a key, each once, the lower event id first."""
    profiles = list(profiles)
    index = Index(profiles, own_keys)
    seen: set[tuple[str, str]] = set()
    for profile in profiles:
        event = profile.event
        near = {other.event.event_id: other for other in index.under(sought_keys(profile)) if other.event.doc_id != event.doc_id}
        for key, other in near.items():
            pair = (event.event_id, key) if event.event_id < key else (key, event.event_id)
            if pair not in seen:
                seen.add(pair)
                yield (profile, other) if pair[0] == event.event_id else (other, profile)

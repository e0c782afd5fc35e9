"""Merging: from the events of many reports to incidents."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from dateline.incidents.blocking import Index, candidate_pairs, own_keys, sought_keys
from dateline.incidents.clustering import Pair, agglomerate
from dateline.incidents.consensus import by_publication, consensus
from dateline.incidents.links import link_incidents
from dateline.incidents.occasions import Occasions, alike
from dateline.incidents.profile import Profile, profiles
from dateline.incidents.verdicts import pair_of, pairs_in_force, rejected
from dateline.model import Event, Incident, Judgement, MergeReason, Report


class _Scores:
    """Scores of pairs, each worked out once."""

    def __init__(self, known: Mapping[str, Profile], occasions: Occasions) -> None:
        self._known = known
        self._occasions = occasions
        self._found: dict[Pair, float | None] = {}

    def __call__(self, left: str, right: str) -> float | None:
        pair = (left, right) if left < right else (right, left)
        if pair not in self._found:
            reason = self._occasions.compare(self._known[left], self._known[right])
            self._found[pair] = reason.score if reason else None
        return self._found[pair]


def _profiles(events: Iterable[Event], reports: Mapping[str, Report], judgements: Sequence[Judgement]) -> dict[str, Profile]:
    out = rejected(judgements)
    return profiles({e.event_id: e for e in events if e.event_id not in out}, reports)


def group_events(
    events: Sequence[Event],
    reports: Mapping[str, Report],
    judgements: Sequence[Judgement] = (),
    only: Collection[str] | None = None,
) -> tuple[Incident, ...]:
    """Incidents without links, sorted by publication of their founding event; see `merge_events`.

    With `only`, the incidents of these events alone; `events` must then hold all events of their documents. See `affected`.
    """
    known = _profiles(events, reports, judgements)
    chosen = sorted(known if only is None else known.keys() & set(only))
    reasons, occasions = alike(candidate_pairs(known.values()))
    wanted = set(chosen)
    inside = {pair: reason for pair, reason in reasons.items() if wanted.issuperset(pair)}
    groups, used = agglomerate(chosen, inside, pairs_in_force(judgements, chosen), _Scores(known, occasions))
    behind: defaultdict[int, list[MergeReason]] = defaultdict(list)
    for reason in used:
        behind[id(groups.of[reason.left])].append(reason)
    found = [consensus([known[event] for event in group], behind[id(group)]) for group in groups]
    return tuple(sorted(found, key=lambda incident: by_publication(known[incident.event_ids[0]])))


def merge_events(
    events: Sequence[Event], reports: Mapping[str, Report], judgements: Sequence[Judgement] = ()
) -> tuple[Incident, ...]:
    """The incidents that the events tell: every event is in exactly one, but for events rejected by a judgement, which are in none.

    `reports` maps document ids to what is known of each report; a missing one counts as of unknown date and publisher. The order
    of `events` does not matter. Judgements `same` and `different` outrank scores, a person's outrank the program's.
    """
    return link_incidents(group_events(events, reports, judgements))


class _Neighbours:
    """The events that may be the same as a given one, found document by document."""

    def __init__(self, known: Mapping[str, Profile]) -> None:
        self._own = Index(known.values(), own_keys)
        self._sought = Index(known.values(), sought_keys)
        self._of_document: defaultdict[str, list[Profile]] = defaultdict(list)
        for profile in known.values():
            self._of_document[profile.event.doc_id].append(profile)
        self._alike: dict[str, dict[Pair, MergeReason]] = {}

    def _pairs(self, doc_id: str) -> Iterator[tuple[Profile, Profile]]:
        for profile in self._of_document[doc_id]:
            near = {p.event.event_id: p for p in self._own.under(sought_keys(profile))}
            near |= {p.event.event_id: p for p in self._sought.under(own_keys(profile))}
            yield from ((profile, other) for other in near.values())

    def of(self, profile: Profile) -> set[str]:
        """Ids of the events that are like this one."""
        event = profile.event
        if event.doc_id not in self._alike:
            self._alike[event.doc_id] = alike(self._pairs(event.doc_id))[0]
        return {id_ for pair in self._alike[event.doc_id] if event.event_id in pair for id_ in pair}

    def document_of(self, event: Event) -> set[str]:
        """Ids of all events of the document that tells this one."""
        return {profile.event.event_id for profile in self._of_document[event.doc_id]}


def affected(
    new: Sequence[Event], events: Sequence[Event], reports: Mapping[str, Report], judgements: Sequence[Judgement] = ()
) -> frozenset[str]:
    """Ids of all events whose grouping the new events can change, the new ones included.

    `events` holds old and new ones. `group_events(..., only=affected(...))` over the documents of these events gives exactly the
    incidents that they are in when everything is grouped; all others stay as they are (links apart, see `link_incidents`).
    """
    known = _profiles(events, reports, judgements)
    neighbours = _Neighbours(known)
    judged: defaultdict[str, set[str]] = defaultdict(set)
    for judgement in pairs_in_force(judgements, known):
        left, right = pair_of(judgement)
        judged[left].add(right)
        judged[right].add(left)
    reached = {event_id for event in new for event_id in neighbours.document_of(event)}
    waiting = sorted(reached)
    while waiting:
        profile = known[waiting.pop()]
        fresh = (neighbours.of(profile) | judged[profile.event.event_id]) - reached
        reached |= fresh
        waiting.extend(sorted(fresh))
    return frozenset(reached)

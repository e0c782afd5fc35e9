"""Merging: from the events of many reports to incidents."""

from collections.abc import Iterable, Mapping, Sequence

from dateline.incidents.blocking import Index, candidate_pairs, own_keys, sought_keys
from dateline.incidents.clustering import Pair, agglomerate
from dateline.incidents.comparison import compare
from dateline.incidents.consensus import by_publication, consensus
from dateline.incidents.links import link_incidents
from dateline.incidents.profile import Profile, profiles
from dateline.incidents.verdicts import pair_of, pairs_in_force, rejected
from dateline.model import Event, Incident, Judgement, MergeReason, Report


class _Scores:
    """Scores of pairs, each worked out once."""

    def __init__(self, known: Mapping[str, Profile]) -> None:
        self._known = known
        self._found: dict[Pair, float | None] = {}

    def __call__(self, left: str, right: str) -> float | None:
        pair = (left, right) if left < right else (right, left)
        if pair not in self._found:
            reason = compare(self._known[left], self._known[right])
            self._found[pair] = reason.score if reason else None
        return self._found[pair]


def _profiles(events: Iterable[Event], reports: Mapping[str, Report], judgements: Sequence[Judgement]) -> dict[str, Profile]:
    out = rejected(judgements)
    return profiles({e.event_id: e for e in events if e.event_id not in out}, reports)


def _reasons(known: Mapping[str, Profile]) -> dict[Pair, MergeReason]:
    """The pairs of events that are alike, of all that are compared."""
    found = {}
    for left, right in candidate_pairs(known.values()):
        reason = compare(left, right)
        if reason is not None and reason.score > 0:
            found[reason.left, reason.right] = reason
    return found


def group_events(
    events: Sequence[Event], reports: Mapping[str, Report], judgements: Sequence[Judgement] = ()
) -> tuple[Incident, ...]:
    """Incidents without links, sorted by publication of their founding event; see `merge_events`."""
    known = _profiles(events, reports, judgements)
    judged = pairs_in_force(judgements, known)
    groups, used = agglomerate(sorted(known), _reasons(known), judged, _Scores(known))
    behind: dict[int, list[MergeReason]] = {}
    for reason in used:
        behind.setdefault(id(groups.of[reason.left]), []).append(reason)
    members = [[known[event] for event in group] for group in groups]
    found = [consensus(group, behind.get(id(groups.of[group[0].event.event_id]), ())) for group in members]
    return tuple(sorted(found, key=lambda incident: by_publication(known[incident.event_ids[0]])))


def merge_events(
    events: Sequence[Event], reports: Mapping[str, Report], judgements: Sequence[Judgement] = ()
) -> tuple[Incident, ...]:
    """The incidents that the events tell: every event is in exactly one, but for events rejected by a judgement, which are in none.

    `reports` maps document ids to what is known of each report; a missing one counts as of unknown date and publisher. The order
    of `events` does not matter. Judgements `same` and `different` outrank scores, a person's outrank the program's.
    """
    return link_incidents(group_events(events, reports, judgements))


def affected(
    new: Sequence[Event], events: Sequence[Event], reports: Mapping[str, Report], judgements: Sequence[Judgement] = ()
) -> frozenset[str]:
    """Ids of all events whose grouping the new events can change, the new ones included.

    `events` holds old and new ones. Grouping these events alone with `group_events` gives exactly the incidents that they are in
    when everything is grouped; all other incidents stay as they are (links apart, see `link_incidents`).
    """
    known = _profiles(events, reports, judgements)
    own, sought = Index(known.values(), own_keys), Index(known.values(), sought_keys)
    judged: dict[str, set[str]] = {}
    for judgement in pairs_in_force(judgements, known):
        left, right = pair_of(judgement)
        judged.setdefault(left, set()).add(right)
        judged.setdefault(right, set()).add(left)
    reached = {event.event_id for event in new if event.event_id in known}
    waiting = sorted(reached)
    while waiting:
        profile = known[waiting.pop()]
        near = {p.event.event_id: p for p in own.under(sought_keys(profile))}
        near |= {p.event.event_id: p for p in sought.under(own_keys(profile))}
        alike = {key for key, p in near.items() if (reason := compare(profile, p)) is not None and reason.score > 0}
        for key in (alike | judged.get(profile.event.event_id, set())) - reached:
            reached.add(key)
            waiting.append(key)
    return frozenset(reached)

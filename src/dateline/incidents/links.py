"""Links between incidents: the part to the whole that sums it up, the happening to its announcement."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from dateline.incidents.parties import Parties, parties
from dateline.incidents.whereabouts import contains
from dateline.model import Incident, IncidentLink, LinkKind

WHOLE_DAYS = 62  # a round-up of other reports' incidents covers two months at most
AWAITED_DAYS = 31  # a deal without a day is carried out within a month
FUTURE = frozenset({"planned", "conditional"})
HAPPENED = frozenset({"occurred", "alleged"})
CARRIED_OUT_BY = {"AGREE": frozenset({"CONSULT", "AID", "COOPERATE", "RETREAT", "SUPPORT", "AGREE"})}  # else: the same type
DEALS_CARRIED_OUT_BY = frozenset({"RETREAT", "AID", "COOPERATE"})  # of a deal that was struck, not only announced


class _Sides:
    """Who stands on which side of an incident."""

    __slots__ = ("actors", "all", "recipients")

    def __init__(self, incident: Incident) -> None:
        self.actors = parties(incident.actors)
        self.recipients = parties(incident.recipients)
        self.all = parties((*incident.actors, *incident.recipients))


def _share(one: Parties, other: Parties) -> bool:
    return bool(one.words & other.words or one.countries & other.countries)


def _days(incident: Incident) -> tuple[date, date] | None:
    return (incident.date.start, incident.date.end) if incident.date else None


def _length(incident: Incident) -> int:
    days = _days(incident)
    return (days[1] - days[0]).days + 1 if days else 0


def _is_exchange(part: _Sides, whole: _Sides) -> bool:
    """Whether the whole has both sides of the part as its actors: one side's fire in an exchange of fire."""
    sides = part.actors.countries | part.recipients.countries
    return len(sides) > 1 and bool(part.recipients) and not whole.recipients and sides <= whole.actors.countries


def _same_doers(part: _Sides, whole: _Sides) -> bool:
    doers = not whole.actors or not part.actors or _share(part.actors, whole.actors)
    sufferers = not whole.recipients or not part.recipients or _share(part.recipients, whole.recipients)
    return doers and sufferers and _share(part.all, whole.all)


def _is_wider(whole: Incident, part: Incident) -> bool:
    """Whether the whole's place holds the part's and is wider, or its period is."""
    if whole.place is None or part.place is None:
        return whole.aggregate and not part.aggregate
    if not contains(whole.place, part.place):
        return False
    return (whole.aggregate and not part.aggregate) or whole.place.precision != part.place.precision


def _is_part(part: Incident, whole: Incident, one: _Sides, other: _Sides, together: bool) -> bool:
    """Whether the whole sums the part up; `together` where one report tells both."""
    if part.event_type != whole.event_type or part.status in FUTURE or whole.status in FUTURE:
        return False
    if not together and not (whole.aggregate and not part.aggregate and 0 < _length(whole) <= WHOLE_DAYS):
        return False
    inner, outer = _days(part), _days(whole)
    if inner and outer and not (outer[0] <= inner[0] and inner[1] <= outer[1]):
        return False
    if inner is None or outer is None:
        return together and whole.aggregate and not part.aggregate and _same_doers(one, other)
    if together and _is_exchange(one, other):
        return True
    return _same_doers(one, other) and _is_wider(whole, part)


def _fulfils(happening: Incident, promise: Incident, one: _Sides, other: _Sides, together: bool) -> bool:
    """Whether the happening is what the promise announced, agreed or expected."""
    if happening.status not in HAPPENED or happening.event_ids == promise.event_ids:
        return False
    if promise.place and happening.place and not contains(promise.place, happening.place):
        return False
    shared = one.all.countries & other.all.countries
    if len(shared) < min(2, len(other.all.countries)) or not _share(one.actors, other.actors):
        return False
    done, awaited = _days(happening), _days(promise)
    if promise.status == "planned":
        by_type = CARRIED_OUT_BY.get(promise.event_type, frozenset({promise.event_type}))
        told = promise.date is not None and promise.date.text is not None
        on_time = bool(done and awaited and told and done[0] <= awaited[1] and awaited[0] <= done[1])
        return happening.event_type in by_type and on_time
    if promise.event_type != "AGREE" or promise.status != "occurred" or happening.event_type not in DEALS_CARRIED_OUT_BY:
        return False
    if awaited is None or done is None:
        return together
    return timedelta(0) <= done[0] - awaited[0] <= timedelta(days=AWAITED_DAYS) and (together or happening.mode == "release")


def _buckets(incident: Incident) -> Iterator[tuple[Hashable, ...]]:
    """What two linked incidents have in common: a report, or a party in the months of both."""
    yield from (("document", doc_id) for doc_id in incident.doc_ids)
    days = _days(incident)
    if days is None:
        return
    ahead = AWAITED_DAYS if incident.event_type == "AGREE" else 0
    last = min(days[1], days[0] + timedelta(days=WHOLE_DAYS)) + timedelta(days=ahead)
    months = {(day.year, day.month) for day in (days[0] + timedelta(days=n) for n in range(0, (last - days[0]).days + 1, 14))}
    months.add((last.year, last.month))
    for country in sorted(parties((*incident.actors, *incident.recipients)).countries) or [""]:
        yield from (("month", country, *month) for month in months)


def _can_be_pointed_to(incident: Incident) -> bool:
    return incident.aggregate or incident.status == "planned" or incident.event_type == "AGREE"


def _links(incident: Incident, sides: dict[str, _Sides], near: Iterable[Incident]) -> tuple[IncidentLink, ...]:
    found: set[tuple[LinkKind, str]] = set()
    own = sides[incident.incident_id]
    for other in near:
        if other is incident:
            continue
        together = not set(incident.doc_ids).isdisjoint(other.doc_ids)
        if _is_part(incident, other, own, sides[other.incident_id], together):
            found.add(("part_of", other.incident_id))
        if _fulfils(incident, other, own, sides[other.incident_id], together):
            found.add(("fulfils", other.incident_id))
    return tuple(IncidentLink(kind, target) for kind, target in sorted(found))


def link_incidents(incidents: Sequence[Incident]) -> tuple[Incident, ...]:
    """The same incidents with their links to each other; links they had before are replaced."""
    sides = {incident.incident_id: _Sides(incident) for incident in incidents}
    shelves: defaultdict[tuple[Hashable, ...], list[Incident]] = defaultdict(list)
    for incident in incidents:
        for bucket in _buckets(incident):
            if bucket[0] == "document" or _can_be_pointed_to(incident):
                shelves[bucket].append(incident)
    linked = []
    for incident in incidents:
        near = {other.incident_id: other for bucket in _buckets(incident) for other in shelves.get(bucket, ())}
        linked.append(replace(incident, links=_links(incident, sides, near.values())))
    return tuple(linked)

"""Links between incidents: the part to the whole that sums it up, the happening to its announcement."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from dateline.codebook import load
from dateline.incidents.parties import Parties, parties
from dateline.incidents.whereabouts import contains
from dateline.model import Incident, IncidentLink

WHOLE_DAYS = 62  # a round-up of other reports' incidents covers two months at most
AWAITED_DAYS = 31  # a deal without a day is carried out within a month
SUMMED_UP = frozenset(name for name, kind in load().types.items() if kind.quad in ("MC", "MX"))  # acts, not words
FUTURE = frozenset({"planned", "conditional"})
HAPPENED = frozenset({"occurred", "alleged"})
CARRIED_OUT_BY = {"AGREE": frozenset({"CONSULT", "AID", "COOPERATE", "RETREAT", "AGREE"})}  # else: the same type
DEALS_CARRIED_OUT_BY = frozenset({"RETREAT", "AID", "COOPERATE"})  # of a deal that was struck, not only announced


class _Sides:
    """Who stands on which side of an incident."""

    __slots__ = ("actors", "all", "recipients")

    def __init__(self, incident: Incident) -> None:
        self.actors = parties(incident.actors)
        self.recipients = parties(incident.recipients)
        self.all = parties((*incident.actors, *incident.recipients))


def _agree(one: Parties, other: Parties) -> bool:
    """Whether two sides may be one: a country in common or, where a side has none, no contradiction."""
    return not (one.countries and other.countries) or bool(one.countries & other.countries)


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


def _same_sides(part: _Sides, whole: _Sides) -> bool:
    return _agree(part.actors, whole.actors) and _agree(part.recipients, whole.recipients) and _share(part.all, whole.all)


def _is_wider(whole: Incident, part: Incident) -> bool:
    """Whether the whole sums up more than the part: it is a total, or violence over a wider place."""
    if whole.place and part.place and not contains(whole.place, part.place):
        return False
    if whole.aggregate:
        return not part.aggregate or (bool(whole.harm) and not part.harm and not whole.mode)
    wider = bool(whole.place and part.place and whole.place.precision != part.place.precision)
    return wider and whole.event_type == "ASSAULT"


def _is_part(part: Incident, whole: Incident, one: _Sides, other: _Sides, together: bool) -> bool:
    """Whether the whole sums the part up; `together` where one report tells both."""
    if part.event_type != whole.event_type or part.event_type not in SUMMED_UP or {part.status, whole.status} & FUTURE:
        return False
    if part.mode and whole.mode and part.mode != whole.mode:
        return False
    inner, outer = _days(part), _days(whole)
    if inner and outer and not (outer[0] <= inner[0] and inner[1] <= outer[1]):
        return False
    if together and inner and inner == outer and part.event_type == "ASSAULT" and _is_exchange(one, other):
        return True
    if not together and (part.aggregate or not whole.aggregate or not inner or not 0 < _length(whole) <= WHOLE_DAYS):
        return False
    return bool((inner and outer) or whole.aggregate) and _same_sides(one, other) and _is_wider(whole, part)


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
        return happening.event_type in by_type and on_time and not together
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


def _tightest(wholes: Iterable[Incident]) -> Incident | None:
    """Of several wholes the one with the shortest period; an undated one comes last."""
    return min(wholes, key=lambda whole: (_length(whole) or WHOLE_DAYS * 1000, whole.incident_id), default=None)


def _links(incident: Incident, sides: dict[str, _Sides], near: Sequence[Incident]) -> tuple[IncidentLink, ...]:
    own, documents = sides[incident.incident_id], set(incident.doc_ids)
    wholes, promises = [], []
    for other in near:
        if other is incident:
            continue
        its, together = sides[other.incident_id], not documents.isdisjoint(other.doc_ids)
        if _is_part(incident, other, own, its, together):
            wholes.append(other)
        if _fulfils(incident, other, own, its, together):
            promises.append(other)
    links = [IncidentLink("fulfils", promise) for promise in sorted(promise.incident_id for promise in promises)]
    whole = _tightest(wholes)
    return (*links, IncidentLink("part_of", whole.incident_id)) if whole else tuple(links)


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
        linked.append(replace(incident, links=_links(incident, sides, tuple(near.values()))))
    return tuple(linked)

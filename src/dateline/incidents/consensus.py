"""What the reports of one incident agree on, field by field, and where they contradict each other."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from dateline.incidents.entities import agreed_entities, all_entities, contradict
from dateline.incidents.profile import Profile
from dateline.incidents.sources import Votes, publisher_of, votes
from dateline.incidents.tolls import is_disputed, tolls
from dateline.incidents.whereabouts import APART, place_level
from dateline.model import Extent, Impact, Incident, MergeReason, Place, Quantity, Status, Target, TimePrecision, TimeSpan

_STATUS_ORDER: tuple[Status, ...] = ("occurred", "alleged", "denied", "planned", "conditional")
_FINENESS = ("site", "city", "admin2", "admin1", "region", "country")
_TIME_FINENESS: tuple[TimePrecision, ...] = ("hour", "day", "week", "month", "year")
_EXTENTS: tuple[Extent, ...] = ("destroyed", "damaged", "unknown")
HALF = 0.5  # what a further origin's confidence counts for: outlets err together


def incident_id(founder: str) -> str:
    """The id of the incident that an event founded: "i" in place of the "e" that event ids begin with."""
    return "i" + (founder[1:] if founder.startswith("e") else f"-{founder}")


def _place(members: Sequence[Profile]) -> tuple[Place | None, bool]:
    """The most precise place that no other contradicts, and whether there is a contradiction anywhere."""
    placed = [p for p in members if p.place is not None]
    ranked = sorted(placed, key=lambda p: (_FINENESS.index(p.place.precision), -p.place.confidence) if p.place else (0, 0.0))
    rivals = {p.event.event_id: sum(place_level(p, other) == APART for other in placed) for p in placed}
    chosen = min(ranked, key=lambda p: rivals[p.event.event_id], default=None)
    return (chosen.place if chosen else None), any(rivals.values())


def _spans(members: Sequence[Profile]) -> list[tuple[TimeSpan, bool]]:
    return [(p.event.date, p.told) for p in members if p.event.date is not None]


def _date(members: Sequence[Profile]) -> tuple[TimeSpan | None, bool]:
    """The range of the most precise dates, told ones before inferred ones; and whether any two told ones exclude each other."""
    spans = _spans(members)
    if not spans:
        return None, False
    told = [span for span, is_told in spans if is_told]
    dated = told or [min((span for span, _ in spans), key=lambda span: (span.start, span.end))]
    finest = min(_TIME_FINENESS.index(span.precision) for span in dated)
    sharpest = [span for span in dated if _TIME_FINENESS.index(span.precision) <= max(finest, _TIME_FINENESS.index("day"))]
    chosen = sharpest or [span for span in dated if _TIME_FINENESS.index(span.precision) == finest]
    first, last = min(span.start for span in chosen), max(span.end for span in chosen)
    precision = chosen[0].precision if len(chosen) == 1 else max((s.precision for s in chosen), key=_TIME_FINENESS.index)
    text = next((span.text for span in chosen if span.text), None)
    disputed = any(not one.overlaps(other) for one in told for other in told)
    return TimeSpan(first, last, precision, text), disputed


def _status(counted: Votes) -> Status:
    """The status most origins give; ties go to the firmer one."""
    given = dict(counted.count((p, p.event.status) for p in counted.members))
    return max(given, key=lambda status: (given[status], -_STATUS_ORDER.index(status)))


def _targets(members: Sequence[Profile]) -> tuple[Target, ...]:
    """Every kind of thing hit, at the worst extent told."""
    found: defaultdict[str, list[Target]] = defaultdict(list)
    for profile in members:
        for target in profile.event.targets:
            found[target.kind].append(target)
    worst = (min(told, key=lambda target: _EXTENTS.index(target.extent)) for told in found.values())
    return tuple(sorted(worst, key=lambda target: target.kind))


def _envelope(quantities: Iterable[Quantity | None]) -> Quantity | None:
    known = [quantity for quantity in quantities if quantity is not None]
    if not known:
        return None
    lows = [quantity.minimum for quantity in known if quantity.minimum is not None]
    highs = [quantity.maximum for quantity in known]
    open_above = any(high is None for high in highs)
    return Quantity(min(lows, default=None), None if open_above else max(high for high in highs if high is not None))


def _impacts(members: Sequence[Profile]) -> tuple[Impact, ...]:
    """Every kind of consequence, each with the range of all its counts."""
    found: defaultdict[str, list[Impact]] = defaultdict(list)
    for profile in members:
        for impact in profile.event.impacts:
            found[impact.kind].append(impact)
    return tuple(
        Impact(
            kind,
            people=_envelope(impact.people for impact in told),
            households=_envelope(impact.households for impact in told),
            buildings=_envelope(impact.buildings for impact in told),
            place=next((impact.place for impact in told if impact.place), None),
            text=next((impact.text for impact in told if impact.text), None),
        )
        for kind, told in sorted(found.items())
    )


def _confidence(counted: Votes) -> float:
    """The best report's confidence, raised by each further origin at half its own."""
    best: dict[str, float] = {}
    for profile in counted.members:
        origin = counted.origin[profile.event.doc_id]
        best[origin] = max(best.get(origin, 0.0), profile.event.confidence)
    doubt = 1.0
    for number, confidence in enumerate(sorted(best.values(), reverse=True)):
        doubt *= 1 - confidence * (1 if number == 0 else HALF)
    return 1 - doubt


def _disputed(counted: Votes, found: dict[str, bool]) -> tuple[str, ...]:
    statuses = {profile.event.status for profile in counted.members}
    found["status"] = "denied" in statuses and len(statuses) > 1
    found["actors"] = contradict(counted, lambda p: p.event.actors)
    found["recipients"] = contradict(counted, lambda p: p.event.recipients)
    found["event_type"] = len({profile.event.event_type for profile in counted.members}) > 1
    return tuple(sorted(name for name, is_disputed in found.items() if is_disputed))


def by_publication(profile: Profile) -> tuple[int, str]:
    """Sorts events by the day their report was published (unknown days last), then by id."""
    return (profile.day if profile.day is not None else 10_000_000, profile.event.event_id)


def consensus(members: Sequence[Profile], reasons: Sequence[MergeReason] = ()) -> Incident:
    """The incident that these events tell, without links.

    Every origin (an outlet, or outlets that copy one report) has one vote. The founding event, the earliest published, names the
    incident. Raises ValueError where there is no event.
    """
    if not members:
        raise ValueError("an incident needs at least one event")
    members = sorted(members, key=by_publication)
    counted = votes(members)
    event_type = counted.winner((p, p.event.event_type) for p in members) or members[0].event.event_type
    of_type = [p for p in members if p.event.event_type == event_type]
    place, place_disputed = _place(members)
    date, date_disputed = _date(members)
    harm = tolls(members)
    return Incident(
        incident_id=incident_id(members[0].event.event_id),
        event_ids=tuple(p.event.event_id for p in members),
        doc_ids=tuple(dict.fromkeys(p.event.doc_id for p in members)),
        event_type=event_type,
        mode=counted.winner((p, p.event.mode) for p in of_type if p.event.mode is not None),
        status=_status(counted),
        background=all(p.event.background for p in members),
        aggregate=bool(counted.winner((p, p.event.aggregate) for p in members)),
        contexts=tuple(sorted({context for p in members for context in p.event.contexts})),
        actors=agreed_entities(counted, lambda p: p.event.actors),
        recipients=agreed_entities(counted, lambda p: p.event.recipients),
        place=place,
        date=date,
        harm=harm,
        targets=_targets(members),
        impacts=_impacts(members),
        attributions=all_entities(counted, lambda p: (p.event.attribution,) if p.event.attribution else ()),
        sources=len({publisher_of(p.report) for p in members}),
        independent_sources=len(set(counted.origin.values())),
        confidence=_confidence(counted),
        disputed=_disputed(counted, {"place": place_disputed, "date": date_disputed, "harm": any(map(is_disputed, harm))}),
        reasons=tuple(sorted(reasons, key=lambda reason: (-reason.score, reason.left, reason.right))),
    )

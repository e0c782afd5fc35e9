"""From every value of an incident to the words of the reports that it rests on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.model import Actor, Event, Figure, Incident, Part, Place, Toll
from dateline.model.record import Record


@dataclass(frozen=True, slots=True)
class Citation:
    """Words of one document behind one value of an incident.

    `field` is a field of the incident's record, `index` the member of a list field, `figure` the figure within a toll. `part`,
    `start` and `end` are offsets as in `Evidence`.
    """

    field: str
    index: int
    figure: int | None
    event_id: str
    doc_id: str
    part: Part
    start: int
    end: int


def citation_record(citation: Citation) -> Record:
    """A citation as the API writes it."""
    return {
        "field": citation.field,
        "index": citation.index,
        "figure": citation.figure,
        "event_id": citation.event_id,
        "doc_id": citation.doc_id,
        "in": citation.part,
        "start": citation.start,
        "end": citation.end,
    }


def citations(incident: Incident, events: Iterable[Event]) -> tuple[Citation, ...]:
    """Every citation of the incident's values, in the order of `events` (those of the incident)."""
    return tuple(citation for event in events for citation in _of_event(incident, event))


def harm_index(event: Event, toll: Toll, figure: Figure) -> int | None:
    """Which member of the event's harm is this figure, or None if the event holds none like it."""
    alike = [i for i, harm in enumerate(event.harm) if harm.kind == toll.kind and harm.count == figure.count]
    exact = [i for i in alike if event.harm[i].who == toll.who and event.harm[i].subset == toll.subset]
    return next(iter(exact or alike), None)


def _of_event(incident: Incident, event: Event) -> Iterator[Citation]:
    yield from _cite(event, "event_type", 0, "trigger", 0)
    if event.place and incident.place and _same_place(event.place, incident.place):
        yield from _cite(event, "place", 0, "place", 0)
    if event.date and incident.date and event.date.overlaps(incident.date):
        yield from _cite(event, "date", 0, "date", 0)
    yield from _of_members(event, "actors", incident.actors, "actor", event.actors)
    yield from _of_members(event, "recipients", incident.recipients, "recipient", event.recipients)
    said_by = (event.attribution,) if event.attribution else ()
    yield from _of_members(event, "attributions", incident.attributions, "attribution", said_by)
    for field, role in (("targets", "target"), ("impacts", "impact")):
        for index, merged in enumerate(getattr(incident, field)):
            for own, told in enumerate(getattr(event, field)):
                if told.kind == merged.kind:
                    yield from _cite(event, field, index, role, own)
    yield from _of_tolls(incident, event)


def _of_members(event: Event, field: str, merged: tuple[Actor, ...], role: str, told: tuple[Actor, ...]) -> Iterator[Citation]:
    for own, actor in enumerate(told):
        for index in _members_meant(actor, merged):
            yield from _cite(event, field, index, role, own)


def _members_meant(actor: Actor, merged: tuple[Actor, ...]) -> list[int]:
    """The members of that name; if there is none, and the actor has a country and a sector, those who share both."""
    named = [i for i, member in enumerate(merged) if member.name == actor.name]
    if named or not (actor.country and actor.sector):
        return named
    return [i for i, member in enumerate(merged) if (member.country, member.sector) == (actor.country, actor.sector)]


def _of_tolls(incident: Incident, event: Event) -> Iterator[Citation]:
    for index, toll in enumerate(incident.harm):
        for number, figure in enumerate(toll.figures):
            if figure.event_id != event.event_id:
                continue
            own = harm_index(event, toll, figure)
            if own is not None:
                yield from _cite(event, "harm", index, "harm", own, number)


def _cite(event: Event, field: str, index: int, role: str, own: int, figure: int | None = None) -> Iterator[Citation]:
    for e in event.evidence:
        if e.role == role and e.index == own:
            yield Citation(field, index, figure, event.event_id, event.doc_id, e.part, e.start, e.end)


def _same_place(left: Place, right: Place) -> bool:
    if left.geonameid is not None and right.geonameid is not None:
        return left.geonameid == right.geonameid
    return left.name == right.name

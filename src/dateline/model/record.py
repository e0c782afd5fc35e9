"""The plain-dictionary form of the nouns, under the codebook's field names: what JSON Lines files, the API and the store carry."""

from datetime import date
from typing import Any

from dateline.model.actor import Actor
from dateline.model.event import Event
from dateline.model.harm import Harm, Impact, Quantity, Target
from dateline.model.incident import Figure, Incident, Toll
from dateline.model.place import Place
from dateline.model.span import Evidence
from dateline.model.timespan import TimeSpan

Record = dict[str, Any]


def actor_record(actor: Actor) -> Record:
    """An entity as the codebook writes it; unknown optional values are left out."""
    record: Record = {"text": actor.text, "name": actor.name, "country": actor.country, "sector": actor.sector}
    if actor.wikidata:
        record["wikidata"] = actor.wikidata
    return record


def actor_of(record: Record) -> Actor:
    """The inverse of `actor_record`; missing values are empty."""
    text = record.get("text")
    name = record.get("name") or text or ""
    return Actor(text, name, record.get("country") or "", record.get("sector") or "", record.get("wikidata"))


def place_record(place: Place) -> Record:
    """A place with its precision and radius."""
    return {
        "text": place.text,
        "name": place.name,
        "geonameid": place.geonameid,
        "country": place.country,
        "admin1": place.admin1,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision,
        "radius_km": place.radius_km,
        "confidence": round(place.confidence, 3),
    }


def place_of(record: Record) -> Place:
    """The inverse of `place_record`."""
    return Place(
        text=record.get("text"),
        name=record.get("name") or "",
        country=record.get("country") or "",
        precision=record.get("precision") or "city",
        geonameid=record.get("geonameid"),
        admin1=record.get("admin1") or "",
        lat=record.get("lat"),
        lon=record.get("lon"),
        radius_km=record.get("radius_km"),
        confidence=float(record.get("confidence", 1.0)),
    )


def timespan_record(span: TimeSpan) -> Record:
    """A date as the codebook writes it: ISO days, inclusive."""
    return {
        "text": span.text,
        "start": span.start.isoformat(),
        "end": span.end.isoformat(),
        "precision": span.precision,
    }


def timespan_of(record: Record) -> TimeSpan:
    """The inverse of `timespan_record`; a missing end is the start."""
    start = date.fromisoformat(str(record["start"])[:10])
    end = date.fromisoformat(str(record.get("end") or record["start"])[:10])
    return TimeSpan(start, end, record.get("precision") or "day", record.get("text"))


def quantity_record(quantity: Quantity) -> Record:
    """A count as min and max."""
    return {"min": quantity.minimum, "max": quantity.maximum}


def quantity_of(record: Record) -> Quantity:
    """The inverse of `quantity_record`."""
    return Quantity(record.get("min"), record.get("max"))


def harm_record(harm: Harm) -> Record:
    """One figure of harm; flags only where they are set."""
    record: Record = {"kind": harm.kind, **quantity_record(harm.count), "who": harm.who, "text": harm.text}
    if harm.attribution:
        record["attribution"] = actor_record(harm.attribution)
    if harm.subset:
        record["subset"] = True
    if harm.superseded:
        record["superseded"] = True
    return record


def harm_of(record: Record) -> Harm:
    """The inverse of `harm_record`."""
    said_by = record.get("attribution")
    return Harm(
        kind=record["kind"],
        count=quantity_of(record),
        who=record.get("who"),
        text=record.get("text"),
        attribution=actor_of(said_by) if said_by else None,
        subset=bool(record.get("subset")),
        superseded=bool(record.get("superseded")),
    )


def target_record(target: Target) -> Record:
    """One thing hit."""
    return {"kind": target.kind, "extent": target.extent, "text": target.text}


def impact_record(impact: Impact) -> Record:
    """One consequence; counts and place only where known."""
    record: Record = {"kind": impact.kind, "text": impact.text}
    for name in ("people", "households", "buildings"):
        quantity = getattr(impact, name)
        if quantity is not None:
            record[name] = quantity_record(quantity)
    if impact.place:
        record["place"] = impact.place
    return record


def impact_of(record: Record) -> Impact:
    """The inverse of `impact_record`."""
    counts = {n: quantity_of(record[n]) for n in ("people", "households", "buildings") if record.get(n)}
    return Impact(kind=record["kind"], text=record.get("text"), place=record.get("place"), **counts)


def evidence_record(evidence: Evidence) -> Record:
    """Character offsets of the words behind a field."""
    return {
        "role": evidence.role,
        "start": evidence.start,
        "end": evidence.end,
        "in": evidence.part,
        "index": evidence.index,
    }


def evidence_of(record: Record) -> Evidence:
    """The inverse of `evidence_record`."""
    part = record.get("in", "text")
    return Evidence(record["role"], record["start"], record["end"], part, record.get("index", 0))


def event_record(event: Event) -> Record:
    """A coded event with every field of the codebook."""
    return {
        "doc_id": event.doc_id,
        "event_id": event.event_id,
        "event_type": event.event_type,
        "mode": event.mode,
        "contexts": list(event.contexts),
        "status": event.status,
        "background": event.background,
        "aggregate": event.aggregate,
        "actors": [actor_record(a) for a in event.actors],
        "recipients": [actor_record(a) for a in event.recipients],
        "place": place_record(event.place) if event.place else None,
        "date": timespan_record(event.date) if event.date else None,
        "harm": [harm_record(h) for h in event.harm],
        "targets": [target_record(t) for t in event.targets],
        "impacts": [impact_record(i) for i in event.impacts],
        "attribution": actor_record(event.attribution) if event.attribution else None,
        "evidence": [evidence_record(e) for e in event.evidence],
        "confidence": round(event.confidence, 3),
        "trigger": list(event.trigger),
        "codebook": event.codebook,
        "coder": event.coder,
    }


def event_of(record: Record) -> Event:
    """The inverse of `event_record`; fields that are missing get the codebook's defaults."""
    place, day, said_by, trigger = (record.get(k) for k in ("place", "date", "attribution", "trigger"))
    return Event(
        event_id=str(record["event_id"]),
        doc_id=str(record["doc_id"]),
        event_type=record["event_type"],
        mode=record.get("mode") or None,
        contexts=tuple(record.get("contexts") or ()),
        status=record.get("status") or "occurred",
        background=bool(record.get("background")),
        aggregate=bool(record.get("aggregate")),
        actors=tuple(actor_of(a) for a in record.get("actors") or ()),
        recipients=tuple(actor_of(a) for a in record.get("recipients") or ()),
        place=place_of(place) if place else None,
        date=timespan_of(day) if day and day.get("start") else None,
        harm=tuple(harm_of(h) for h in record.get("harm") or ()),
        targets=tuple(Target(t["kind"], t.get("extent") or "unknown", t.get("text")) for t in record.get("targets") or ()),
        impacts=tuple(impact_of(i) for i in record.get("impacts") or ()),
        attribution=actor_of(said_by) if said_by else None,
        evidence=tuple(evidence_of(e) for e in record.get("evidence") or ()),
        confidence=float(record.get("confidence", 0.5)),
        trigger=(trigger,) if isinstance(trigger, str) else tuple(trigger or ()),
        codebook=record.get("codebook") or "",
        coder=record.get("coder") or "",
    )


def figure_record(figure: Figure) -> Record:
    """One source's figure within a toll."""
    return {
        "event_id": figure.event_id,
        "doc_id": figure.doc_id,
        "publisher": figure.publisher,
        "published": figure.published.isoformat() if figure.published else None,
        **quantity_record(figure.count),
        "attribution": actor_record(figure.attribution) if figure.attribution else None,
        "newest": figure.newest,
    }


def toll_record(toll: Toll) -> Record:
    """A toll with the history of its figures."""
    return {
        "kind": toll.kind,
        "who": toll.who,
        "subset": toll.subset,
        **quantity_record(toll.count),
        "figures": [figure_record(f) for f in toll.figures],
    }


def incident_record(incident: Incident) -> Record:
    """An incident with its merged fields, sources, reasons and links."""
    return {
        "incident_id": incident.incident_id,
        "event_ids": list(incident.event_ids),
        "doc_ids": list(incident.doc_ids),
        "event_type": incident.event_type,
        "mode": incident.mode,
        "status": incident.status,
        "background": incident.background,
        "aggregate": incident.aggregate,
        "contexts": list(incident.contexts),
        "actors": [actor_record(a) for a in incident.actors],
        "recipients": [actor_record(a) for a in incident.recipients],
        "place": place_record(incident.place) if incident.place else None,
        "date": timespan_record(incident.date) if incident.date else None,
        "harm": [toll_record(t) for t in incident.harm],
        "targets": [target_record(t) for t in incident.targets],
        "impacts": [impact_record(i) for i in incident.impacts],
        "attributions": [actor_record(a) for a in incident.attributions],
        "sources": incident.sources,
        "independent_sources": incident.independent_sources,
        "confidence": round(incident.confidence, 3),
        "disputed": list(incident.disputed),
        "reasons": [
            {
                "left": r.left,
                "right": r.right,
                "score": round(r.score, 3),
                "comparisons": [[n, round(w, 3)] for n, w in r.comparisons],
            }
            for r in incident.reasons
        ],
        "links": [{"kind": link.kind, "target": link.target} for link in incident.links],
    }

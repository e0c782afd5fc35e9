"""`dateline show`: one incident with its figures, the sentences it rests on, and why its reports were merged."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli import jsonlines, wording
from dateline.cli.options import Database, Format, Output
from dateline.cli.terminal import printable
from dateline.model import Figure, Incident, Place
from dateline.model.record import incident_record

if TYPE_CHECKING:
    from dateline.store import Store


def show(
    incident_id: Annotated[str, typer.Argument(metavar="INCIDENT", help="The id of an incident, or of one of its events.")],
    output: Output = Format.TABLE,
    db: Database = None,
) -> None:
    """Show one incident with its sentences.

    Its fields, every source's figures, the sentence of each report, and why they were merged.
    """
    from dateline import workflow

    with workflow.open_store(db, create=False) as store:
        incident = store.incident(incident_id)
        if output is Format.JSONL:
            jsonlines.write([incident_record(incident)])
        else:
            for line in _lines(incident, store):
                typer.echo(printable(line))


def _lines(incident: Incident, store: "Store") -> Iterator[str]:
    yield f"{wording.act(incident.event_type, incident.mode)}, {wording.status(incident)}  [{incident.incident_id}]"
    yield from (f"  {name:<11}{value}" for name, value in _fields(incident) if value)
    yield from _tolls(incident)
    yield from _reports(incident, store)
    yield from _reasons(incident)


def _fields(incident: Incident) -> Iterator[tuple[str, str]]:
    yield "who", wording.parties(incident.actors, incident.recipients)
    yield "where", _where(incident.place)
    yield "when", wording.day(incident.date)
    yield "hit", ", ".join(f"{t.kind} ({t.extent})" if t.extent != "unknown" else t.kind for t in incident.targets)
    yield "impact", ", ".join(dict.fromkeys(i.kind for i in incident.impacts))
    yield "said by", ", ".join(map(wording.party, incident.attributions))
    yield "sources", f"{incident.sources}, of which {incident.independent_sources} independent"
    yield "disputed", ", ".join(incident.disputed)
    yield "linked", ", ".join(f"{link.kind} {link.target}" for link in incident.links)


def _where(place: Place | None) -> str:
    radius = f", within {place.radius_km:.0f} km" if place and place.radius_km else ""
    return wording.place(place) + radius


def _tolls(incident: Incident) -> Iterator[str]:
    if incident.harm:
        yield "figures"
    for toll in incident.harm:
        yield f"  {'of them ' if toll.subset else ''}{wording.quantity(toll.count)} {toll.kind}" + (
            f" ({toll.who})" if toll.who else ""
        )
        yield from (f"    {_figure(figure)}" for figure in toll.figures)


def _figure(figure: Figure) -> str:
    said_by = f", says {figure.attribution.name}" if figure.attribution else ""
    older = "" if figure.newest else " (since replaced)"
    return f"{wording.quantity(figure.count)}: {figure.publisher or 'unknown'}, {figure.published or 'no date'}{said_by}{older}"


def _reports(incident: Incident, store: "Store") -> Iterator[str]:
    yield "reports"
    for event_id in incident.event_ids:
        event = store.event(event_id)
        document = store.document(event.doc_id).document
        yield f"  {document.published or 'no date'}  {document.publisher or 'unknown'}: {document.title}"
        yield f"    {wording.sentence(event, document)}"


def _reasons(incident: Incident) -> Iterator[str]:
    if incident.reasons:
        yield "merged because"
    for reason in incident.reasons:
        parts = ", ".join(f"{name} {weight:+.1f}" for name, weight in reason.comparisons)
        yield f"  {reason.left} = {reason.right} ({reason.score:+.1f}): {parts}"

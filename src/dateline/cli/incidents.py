"""`dateline incidents`: what the record holds, filtered."""

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, get_args

import typer

from dateline import codebook
from dateline.cli import jsonlines, tables, wording
from dateline.cli.options import Database, Format, Output, day_option
from dateline.cli.terminal import complain
from dateline.errors import DatelineError
from dateline.model import Incident, Quad
from dateline.model.record import incident_record

HEADS = ("incident", "date", "type", "status", "actor -> recipient", "place", "sources", "harm")
NARROW = {"when, where": (1, 5), "what": (2, 3, 4, 7), "sources": (6,), "incident": (0,)}
MOST = 1_000_000
"""The longest list that can be asked for."""
COUNTRY = re.compile("[A-Za-z]{3}")
Codes = list[str] | None


class Order(StrEnum):
    """How incidents are listed (`dateline.store.Order`, named here so that the command line starts without the store)."""

    NEWEST = "newest"
    OLDEST = "oldest"
    DEADLIEST = "deadliest"
    MOST_REPORTED = "most_reported"


def _codes(name: str, text: str) -> Any:
    return typer.Option(name, metavar=name.strip("-").upper(), help=f"{text} (may be repeated).", show_default=False)


def incidents(
    types: Annotated[Codes, _codes("--type", "Event type, such as ASSAULT")] = None,
    quads: Annotated[Codes, _codes("--quad", "Quad class: VC, MC, VX, MX")] = None,
    statuses: Annotated[Codes, _codes("--status", "occurred, planned, conditional, alleged, denied")] = None,
    countries: Annotated[Codes, _codes("--country", "Country of the place, ISO 3166-1 alpha-3")] = None,
    actors: Annotated[Codes, _codes("--actor", "Name of an actor or recipient")] = None,
    targets: Annotated[Codes, _codes("--target", "Kind of thing hit, such as energy.grid")] = None,
    since: Annotated[date | None, day_option("--since", "First day.")] = None,
    until: Annotated[date | None, day_option("--until", "Last day, inclusive.")] = None,
    text: Annotated[
        str, typer.Option("--text", metavar="WORDS", help="Words that the reports' sentences must hold.", show_default=False)
    ] = "",
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, max=MOST, help="How many at most.")] = 100,
    order: Annotated[Order, typer.Option("--order", help="What comes first.")] = Order.NEWEST,
    output: Output = Format.TABLE,
    db: Database = None,
) -> None:
    """List incidents of a database."""
    from dateline import workflow
    from dateline.store import IncidentFilter

    if since and until and since > until:
        raise DatelineError(f"--since {since} is after --until {until}; no day is between them")
    book = codebook.load()
    query = IncidentFilter(
        event_types=_known("--type", types, book.types),
        quads=_known("--quad", quads, get_args(Quad)),
        statuses=_known("--status", statuses, book.statuses),
        countries=_countries(countries),
        actors=tuple(actors or ()),
        targets=_known("--target", targets, book.targets),
        since=since,
        until=until,
        text=text,
        limit=limit,
        order=order.value,
    )
    with workflow.open_store(db, create=False) as store:
        page = store.incidents(query)
    if output is Format.JSONL:
        jsonlines.write(map(incident_record, page.incidents))
        return
    tables.show(HEADS, map(_row, page.incidents), NARROW)
    if not page.total:
        complain("no incident is like that; fewer filters find more")
    elif page.total > len(page.incidents):
        complain(f"{len(page.incidents)} of {page.total} incidents; --limit shows more")


def _known(option: str, values: Codes, known: Iterable[str]) -> tuple[str, ...]:
    """The codes as the codebook writes them; raises DatelineError for one that it has not."""
    spelling = {code.lower(): code for code in known}
    for value in values or ():
        if value.lower() not in spelling:
            raise DatelineError(f"{option} {value}: not in the codebook; there are {', '.join(sorted(spelling.values()))}")
    return tuple(spelling[value.lower()] for value in values or ())


def _countries(values: Codes) -> tuple[str, ...]:
    """The codes in capitals; raises DatelineError for what has not the form of one."""
    for value in values or ():
        if not COUNTRY.fullmatch(value):
            raise DatelineError(f"--country {value}: is no ISO 3166-1 alpha-3 code; it takes three letters, such as UKR")
    return tuple(value.upper() for value in values or ())


def _row(incident: Incident) -> tuple[str, ...]:
    """The cells under HEADS."""
    return (
        incident.incident_id,
        wording.day(incident.date),
        wording.act(incident.event_type, incident.mode),
        wording.status(incident),
        wording.parties(incident.actors, incident.recipients),
        wording.place(incident.place),
        f"{incident.sources}",
        wording.harm(incident.harm),
    )

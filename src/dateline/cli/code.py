"""`dateline code`: events out of documents, without any database."""

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli import jsonlines, tables, wording
from dateline.cli.options import Format, Output, Workers, day_option
from dateline.cli.tally import Tally
from dateline.cli.terminal import complain

if TYPE_CHECKING:
    from dateline.model import Document, Event

HEADS = ("type", "status", "actor -> recipient", "place", "date", "harm", "sentence")
NARROW = {"event": range(6), "sentence": (6,)}
Coded = Iterator["tuple[Document, tuple[Event, ...]]"]


def code(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH|URL|-", help="Reports: .txt .html .pdf .eml .jsonl, a folder, a page; - is standard input."),
    ] = None,
    output: Output = Format.TABLE,
    published: Annotated[
        date | None, day_option("--published", "The day of publication; it holds whatever the reports tell.")
    ] = None,
    url: Annotated[str | None, typer.Option("--url", help="The address that the report came from.", show_default=False)] = None,
    workers: Workers = 1,
) -> None:
    """Code reports as events, without a database."""
    from dateline import workflow
    from dateline.runners import open_runner

    if not paths and sys.stdin.isatty():
        raise typer.BadParameter("name a report, a folder, or - for standard input", param_hint="PATH")
    tally = Tally()
    foreign = Foreign()
    with open_runner(workers) as runner:
        found = workflow.code(paths or ["-"], on_refused=tally.refuse, published=published, url=url, run=runner.map)
        coded = foreign.counted(tally.counted(found))
        if output is Format.JSONL:
            jsonlines.write(_records(coded))
        elif not tables.show(HEADS, _rows(coded), NARROW) and tally.done:
            complain(f"no act of conflict or diplomacy was found (documents read: {tally.done})")
    foreign.report()
    tally.settle()


class Foreign:
    """Counts documents in languages that the coder does not read."""

    def __init__(self) -> None:
        self.languages: Counter[str] = Counter()

    def counted(self, coded: Coded) -> Coded:
        """The same documents."""
        from dateline.coding import reads

        for document, events in coded:
            if not reads(document):
                self.languages[document.language] += 1
            yield document, events

    def report(self) -> None:
        """Says, in one line, what was not coded."""
        if self.languages:
            named = ", ".join(f"{language} {n}" for language, n in sorted(self.languages.items()))
            complain(f"not coded, since they are not in English: {named} (documents by language)")


def _records(coded: Coded) -> Iterator[jsonlines.Record]:
    """Events under the codebook's names, with what `dateline merge` needs to know of their reports.

    A report whose record has a number for its id is named by that number.
    """
    from dateline.model.record import event_record

    for document, events in coded:
        day = document.published.isoformat() if document.published else None
        for event in events:
            yield event_record(event) | {
                "doc_id": document.id if document.number is None else document.number,
                "published": day,
                "published_method": document.published_method,
                "publisher": document.publisher,
            }


def _rows(coded: Coded) -> Iterator[tuple[str, ...]]:
    """The cells under HEADS."""
    for document, events in coded:
        for event in events:
            yield (
                wording.act(event.event_type, event.mode),
                wording.status(event),
                wording.parties(event.actors, event.recipients),
                wording.place(event.place),
                wording.day(event.date),
                wording.harm(event.harm),
                wording.sentence(event, document),
            )

"""`dateline read`: clean documents out of pages and files."""

from typing import Annotated

import typer

from dateline.cli import jsonlines, tables
from dateline.cli.options import Format, Output
from dateline.cli.tally import Tally
from dateline.model import DatelineLine, Document

HEADS = ("published", "from", "publisher", "title")
NARROW = {"published": (0, 1), "report": (3, 2)}


def read(
    paths: Annotated[list[str], typer.Argument(metavar="PATH|URL|-", help="Reports: files, folders, pages, feeds, archives.")],
    output: Output = Format.JSONL,
) -> None:
    """Read reports as clean documents.

    Title, text, publisher, language, and the day of publication with how it was found.
    """
    from dateline import workflow

    tally = Tally()
    documents = tally.counted(workflow.read(paths, on_refused=tally.refuse))
    if output is Format.JSONL:
        jsonlines.write(map(document_record, documents))
    else:
        tables.show(HEADS, map(_row, documents), NARROW)
    tally.settle()


def document_record(document: Document) -> jsonlines.Record:
    """One document as `dateline code` takes it back in: a page has a `url`, a file a `path`."""
    record: jsonlines.Record = {"id": document.id if document.number is None else document.number}
    if not document.address.startswith(("http://", "https://")):
        record["path"] = document.address
    return record | {
        "url": document.url,
        "title": document.title,
        "text": document.text,
        "published": document.published.isoformat() if document.published else None,
        "published_method": document.published_method,
        "publisher": document.publisher,
        "language": document.language,
        "dateline": _dateline_record(document.dateline) if document.dateline else None,
    }


def _dateline_record(line: DatelineLine) -> jsonlines.Record:
    return {
        "text": line.text,
        "place": line.place,
        "date": line.day.isoformat() if line.day else None,
        "agency": line.agency,
        "start": line.span.start,
        "end": line.span.end,
    }


def _row(document: Document) -> tuple[str, ...]:
    day = document.published.isoformat() if document.published else "?"
    return day, document.published_method, document.publisher or "", document.title

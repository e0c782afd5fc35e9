"""`dateline ingest`: reports read, coded, merged and stored."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.options import Database, Workers
from dateline.cli.tally import Tally

if TYPE_CHECKING:
    from dateline.workflow import IngestSummary, Progress

SECONDS_BETWEEN_LINES = 5.0
"""How often progress is printed where it cannot be shown in place."""


def ingest(
    addresses: Annotated[
        list[str], typer.Argument(metavar="PATH|URL|FEED|-", help="Reports: files, folders, pages, feeds, archives (.warc.gz).")
    ],
    db: Database = None,
    workers: Workers = 1,
) -> None:
    """Read, code, merge and store reports.

    A report that is stored already is passed over, so a run that was broken off is simply started again.
    """
    from dateline import workflow
    from dateline.runners import open_runner

    tally = Tally()
    with workflow.open_store(db) as store, open_runner(workers) as runner, shown() as on_progress:
        summary = workflow.ingest(addresses, store=store, on_progress=on_progress, on_refused=tally.refuse, run=runner.map)
    typer.echo("\n".join(summary_lines(summary)))
    tally.done = summary.done.documents
    tally.settle()


def progress_line(progress: "Progress") -> str:
    """How far a run has come, in one line."""
    return (
        f"{progress.documents} documents ({progress.documents_per_second:.1f} a second), "
        f"{progress.events} events, {progress.refused} refused"
    )


def summary_lines(summary: "IngestSummary") -> list[str]:
    """What a run did, and what the record holds since."""
    done = summary.done
    return [
        f"documents {done.documents} ({done.new} new, {done.known} stored already) in {done.seconds:.1f} s, "
        f"{done.documents_per_second:.1f} a second",
        f"refused   {done.refused}",
        f"events    {done.events} coded now, {summary.events} in the record",
        f"incidents {summary.incidents} in the record",
    ]


@contextmanager
def shown() -> Iterator[Callable[["Progress"], None]]:
    """Where progress goes: one line that is written over on a terminal, else a line every few seconds on standard error."""
    if sys.stderr.isatty():
        from rich.console import Console

        with Console(stderr=True, highlight=False).status("reading") as status:
            yield lambda progress: status.update(progress_line(progress))
    else:
        last = time.monotonic()

        def print_now_and_then(progress: "Progress") -> None:
            nonlocal last
            if time.monotonic() - last >= SECONDS_BETWEEN_LINES:
                last = time.monotonic()
                typer.echo(progress_line(progress), err=True)

        yield print_now_and_then

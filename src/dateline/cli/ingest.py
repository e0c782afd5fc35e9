"""`dateline ingest`: reports read, coded, merged and stored."""

from typing import Annotated

import typer

from dateline.cli.options import Database
from dateline.cli.tally import Tally


def ingest(
    addresses: Annotated[
        list[str], typer.Argument(metavar="PATH|URL|FEED ...", help="Reports: files, folders, pages, feeds, archives (.warc.gz).")
    ],
    db: Database = None,
    workers: Annotated[int, typer.Option("--workers", min=1, help="How many processes code.")] = 1,
) -> None:
    """Read, code, merge and store reports.

    A report that is stored already is passed over, so a run that was broken off is simply started again.
    """
    raise NotImplementedError(addresses, db, workers, Tally)

"""`dateline serve` and `dateline demo`: the page on this machine."""

from typing import Annotated

import typer

from dateline.cli.options import Database

Port = Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; if it is taken, the next free one.")]
Browser = Annotated[bool, typer.Option("--browser/--no-browser", help="Open the page in the browser.")]


def serve(
    db: Database = None,
    host: Annotated[str, typer.Option("--host", help="The address to listen on.")] = "127.0.0.1",
    port: Port = 8765,
    browser: Browser = True,
) -> None:
    """Serve the page and the API over a database."""
    from dateline.api import serving
    from dateline.settings import database_url
    from dateline.workflow import open_store

    address = db or database_url()
    with open_store(address, create=False):
        pass  # a database that is not there is told before the page opens
    serving.serve(address, host, port, browser)


def demo(
    db: Annotated[
        str, typer.Option("--db", metavar="FILE", help="The demo's database; it is made if it is not there.")
    ] = "demo.db",
    port: Port = 8765,
    page: Annotated[bool, typer.Option("--serve/--no-serve", help="Show the page when the reports are read.")] = True,
    browser: Browser = True,
) -> None:
    """Read the bundled reports and show the result."""
    from dateline import workflow

    done = workflow.demo(db).lines()
    further = [
        f"list      dateline incidents --db {db}",
        f"page      dateline serve --db {db}",
        "undo      make clean removes all that make has made",
    ]
    typer.echo("\n".join(done + further))
    if page:
        from dateline.api import serving

        serving.serve(db, port=port, open_browser=browser)

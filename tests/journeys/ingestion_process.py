"""An ingestion in a process of its own, forked from a server that has everything loaded, so that it can be killed at any moment."""

import multiprocessing
import os
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess

from dateline.coding import code_document
from dateline.documents import read_document
from dateline.model import Page
from dateline.settings import now
from dateline.workflow import ingest, open_store

NOW = "2026-01-20T08:00:00+00:00"
BATCH = 4

_server = multiprocessing.get_context("forkserver")
_server.set_forkserver_preload([__name__])


def warm() -> None:
    """Loads what is loaded on first use: reader, lexicon, gazetteer."""
    text = "Drones hit Odesa on Sunday."
    page = Page("warm", f"<html><body><article><p>{text * 20}</p></article></body></html>".encode(), "text/html", now())
    code_document(read_document(page))


if multiprocessing.current_process().name == "forkserver" or os.environ.get("DATELINE_WARM"):
    warm()


def run(folder: str, database: str, signals: Connection | None = None) -> None:
    """Ingests the folder; tells when it begins and when it has ended."""
    os.environ["DATELINE_NOW"] = NOW
    with open_store(database) as store:
        if signals:
            signals.send("begun")
        ingest([folder], store=store, batch=BATCH)
    if signals:
        signals.send("ended")


def start(folder: str, database: str) -> tuple[ForkServerProcess, Connection]:
    """A process that ingests; it has begun when this returns."""
    signals, theirs = _server.Pipe(duplex=False)
    process = _server.Process(target=run, args=(folder, database, theirs))
    process.start()
    theirs.close()
    assert signals.recv() == "begun"
    return process, signals

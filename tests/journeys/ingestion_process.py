"""An ingestion in a process of its own, forked from a server that has everything loaded, so that it can be killed at any moment."""

import multiprocessing
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess

from dateline.workflow import ingest, open_store

BATCH = 4

_server = multiprocessing.get_context("forkserver")


def run(folder: str, database: str, signals: Connection | None = None) -> None:
    """Ingests the folder; tells when it begins and when it has ended."""
    with open_store(database) as store:
        if signals:
            signals.send("begun")
        ingest([folder], store=store, batch=BATCH)
    if signals:
        signals.send("ended")


def start(folder: str, database: str) -> tuple[ForkServerProcess, Connection]:
    """A process that ingests; it has begun when this returns. The server takes its environment from the first call."""
    _server.set_forkserver_preload(["tests.journeys.warmed"])
    signals, theirs = _server.Pipe(duplex=False)
    process = _server.Process(target=run, args=(folder, database, theirs))
    process.start()
    theirs.close()
    assert signals.recv() == "begun"
    return process, signals

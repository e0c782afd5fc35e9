"""Loads on import all that an ingestion loads on first use; only the server that processes are forked from imports it."""

from dateline.coding import code_document
from dateline.documents import families, read_document
from dateline.model import Page
from dateline.settings import now
from dateline.workflow import ingest, open_store

_words = "Drones hit the port of Odesa on Sunday, killing three people, officials said. " * 8
_page = Page("warm", f"<html><body><article><p>{_words}</p></article></body></html>".encode(), "text/html", now())
_document = read_document(_page)
code_document(_document)
families([_document])
with open_store("sqlite://") as _store:
    ingest([], store=_store)

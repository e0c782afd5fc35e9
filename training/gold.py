"""Coded documents as the coder gets them."""

import json

from dateline.documents import read_document
from dateline.model import Document
from dateline.model.record import Record
from dateline.settings import now
from dateline.sources.jsonl import page_of


def document_of(record: Record) -> Document:
    """A gold record, its text taken as it is, without its events."""
    fields = {k: record.get(k) for k in ("id", "title", "text", "published", "url", "publisher")} | {"language": "en"}
    return read_document(page_of(json.dumps(fields).encode(), record["id"], now()))

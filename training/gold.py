"""Coded documents as the coder gets them, and as the scorer does."""

import json

from dateline.coding.setting import read_setting
from dateline.coding.where import place_named
from dateline.documents import read_document
from dateline.model import Document, Mention, Span
from dateline.model.record import Record, place_record
from dateline.settings import now
from dateline.sources.jsonl import page_of


def document_of(record: Record) -> Document:
    """A gold record, its text taken as it is, without its events."""
    fields = {k: record.get(k) for k in ("id", "title", "text", "published", "url", "publisher")} | {"language": "en"}
    return read_document(page_of(json.dumps(fields).encode(), record["id"], now()))


def placed(record: Record) -> Record:
    """A record of the corpus with its places looked up, whose markup tells only their words.

    Whether a place is right then means whether the coder found the same words; a place that our gazetteer does not know is none.
    """
    setting = read_setting(document_of(record))
    events = []
    for event in record["events"]:
        words = [Span(e["start"], e["end"]) for e in event["evidence"] if e["role"] == "place" and e["in"] == "text"]
        found = place_named(setting, Mention(words[0], "place")) if words else None
        events.append(event | {"place": place_record(found.value) if found else None})
    return record | {"events": events}

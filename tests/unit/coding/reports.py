"""Short reports of our own writing, and how to code them."""

from datetime import date

from dateline.coding import code_document
from dateline.documents import split_sentences
from dateline.model import Document, Event


def report(text: str, title: str = "", published: date | None = date(2026, 2, 10), publisher: str | None = None) -> Document:
    return Document("r1", title, text, split_sentences(text), "", "", published=published, publisher=publisher)


def code(text: str, title: str = "", published: date | None = date(2026, 2, 10), publisher: str | None = None) -> tuple[Event, ...]:
    return code_document(report(text, title, published, publisher))


def only(events: tuple[Event, ...], event_type: str) -> Event:
    found = [e for e in events if e.event_type == event_type]
    assert len(found) == 1, [(e.event_type, e.trigger) for e in events]
    return found[0]

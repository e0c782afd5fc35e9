"""Merging as a filter over records: coded events in, incidents out."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from dateline.codebook import load
from dateline.errors import DatelineError
from dateline.incidents.merging import merge_events
from dateline.model import Event, Report
from dateline.model.record import Record, event_of, incident_record


def _event(record: Mapping[str, object], number: int) -> Event:
    for name in ("event_id", "doc_id", "event_type"):
        if not record.get(name):
            raise DatelineError(f"event {number}: has no {name}; an event needs event_id, doc_id and event_type")
    if record["event_type"] not in load().types:
        raise DatelineError(f"event {number}: {record['event_type']!r} is no event type of the codebook")
    try:
        return event_of(dict(record))
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise DatelineError(
            f"event {number} ({record['event_id']}): a field does not have the codebook's shape ({error})"
        ) from error


def report_of(record: Mapping[str, object]) -> Report:
    """What an event record tells of its report: `published`, `publisher` and, where given, `title`, `url` and `family`.

    Raises DatelineError where `published` is no ISO date.
    """
    published = record.get("published")
    try:
        day = date.fromisoformat(str(published)[:10]) if published else None
    except ValueError as error:
        raise DatelineError(f"document {record['doc_id']}: published is {published!r}, not a date like 2025-12-21") from error

    def text(name: str) -> str | None:
        value = record.get(name)
        return str(value) if value else None

    return Report(str(record["doc_id"]), day, text("publisher"), text("family"), text("title") or "", text("url"))


def merge_records(records: Iterable[Record]) -> Iterator[Record]:
    """Merges coded events (codebook fields with event_id, doc_id, published, publisher) into incident records.

    Raises DatelineError, with the number of the event, where one has not the codebook's shape or repeats an id.
    """
    events: dict[str, Event] = {}
    reports: dict[str, Report] = {}
    for number, record in enumerate(records, start=1):
        event = _event(record, number)
        if event.event_id in events:
            raise DatelineError(f"event {number}: repeats event_id {event.event_id!r}; every event needs an id of its own")
        events[event.event_id] = event
        reports.setdefault(event.doc_id, report_of(record))
    for incident in merge_events(list(events.values()), reports):
        yield incident_record(incident)

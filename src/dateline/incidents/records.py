"""Merging as a filter over records: coded events in, incidents out."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from dateline.codebook import load
from dateline.errors import UnreadableInput
from dateline.incidents.merging import merge_events
from dateline.model import Event, Report
from dateline.model.record import Record, event_of, incident_record


def _event(record: Mapping[str, object], where: str) -> Event:
    for name in ("event_id", "doc_id", "event_type"):
        if record.get(name) in (None, ""):
            raise UnreadableInput(where, f"has no {name}; an event needs event_id, doc_id and event_type")
    if record["event_type"] not in load().types:
        raise UnreadableInput(where, f"{record['event_type']!r} is no event type of the codebook")
    try:
        return event_of(dict(record))
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise UnreadableInput(f"{where} ({record['event_id']})", f"a field does not have the codebook's shape ({error})") from error


def report_of(record: Mapping[str, object], where: str) -> Report:
    """What an event record tells of its report: `published`, `publisher` and, where given, `title`, `url` and `family`.

    Raises UnreadableInput at `where` if `published` is no ISO date.
    """
    published = record.get("published")
    try:
        day = date.fromisoformat(str(published)[:10]) if published else None
    except ValueError as error:
        raise UnreadableInput(where, f"published is {published!r}, not a date like 2025-12-21") from error

    def text(name: str) -> str | None:
        value = record.get(name)
        return str(value) if value else None

    return Report(str(record["doc_id"]), day, text("publisher"), text("family"), text("title") or "", text("url"))


def merge_records(records: Iterable[Record], on_refused: Callable[[UnreadableInput], None] | None = None) -> Iterator[Record]:
    """Merges coded events (codebook fields with event_id, doc_id, published, publisher) into incident records.

    An event that has not the codebook's shape, or repeats an id, is handed to `on_refused` with its number, or is raised as
    UnreadableInput where there is none.
    """
    events: dict[str, Event] = {}
    reports: dict[str, Report] = {}
    for number, record in enumerate(records, start=1):
        where = f"event {number}"
        try:
            event, report = _event(record, where), report_of(record, where)
            if event.event_id in events:
                raise UnreadableInput(where, f"repeats event_id {event.event_id!r}; every event needs an id of its own")
        except UnreadableInput as refusal:
            if on_refused is None:
                raise
            on_refused(refusal)
            continue
        events[event.event_id] = event
        reports.setdefault(event.doc_id, report)
    for incident in merge_events(list(events.values()), reports):
        yield incident_record(incident)

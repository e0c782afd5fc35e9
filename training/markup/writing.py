"""Gold documents as markup: which words are marked with which letter, and the event lines."""

import json
import string
from collections.abc import Iterable, Iterator
from datetime import date

from dateline.model.record import Record
from training.markup.events import precision
from training.markup.inline import Mark, crossing, write_marks

Words = tuple[str, str]
"""The part and the words of a span: what a letter stands for."""

_LISTS = (("harm", "harm"), ("targets", "target"), ("impacts", "impact"))
_FLAGS = (("background", "bg"), ("aggregate", "agg"), ("optional", "opt"))


def marked_parts(document: Record) -> tuple[str, str, dict[str, str]]:
    """Title and text with their marks, and how event lines refer to words: a letter, or the words in quotes."""
    references: dict[str, str] = {}
    marks: dict[str, list[Mark]] = {"title": [], "text": []}
    letters = _letters()
    for words in _told(document):
        if words in references:
            continue
        part, at = _locate(document, words)
        mark = Mark(at, at + len(words), next(letters))
        if crossing([*marks[part], mark]):
            references[words] = _quoted(words)
        else:
            marks[part].append(mark)
            references[words] = mark.label
    for part, found in _triggers(document).items():
        marks[part] += found
    return write_marks(document["title"], marks["title"]), write_marks(document["text"], marks["text"]), references


def _letters() -> Iterator[str]:
    yield from string.ascii_lowercase
    for first in string.ascii_lowercase:
        for second in string.ascii_lowercase:
            yield first + second


def _told(document: Record) -> Iterator[str]:
    """The words of every filled field, in the order of the events."""
    for event in document["events"]:
        holders = [*event["actors"], *event["recipients"], event["place"], event["date"], event["attribution"]]
        for field, _ in _LISTS:
            for entry in event.get(field) or []:
                holders += [entry, entry.get("attribution")]
        yield from (h["text"] for h in holders if h and h.get("text"))


def _locate(document: Record, words: str) -> tuple[str, int]:
    for part in ("text", "title"):
        at = document[part].find(words)
        if at >= 0:
            return part, at
    raise ValueError(f"document {document['id']}: {words!r} stands neither in its text nor in its title")


def _triggers(document: Record) -> dict[str, list[Mark]]:
    """Marks of the triggers that can be marked: each where it stands first; the others are quoted in the event's line."""
    found: dict[str, list[Mark]] = {"title": [], "text": []}
    for (part, start, end), numbers in _trigger_places(document).items():
        mark = Mark(start, end, ",".join(map(str, numbers)))
        if not crossing([*found[part], mark]):
            found[part].append(mark)
    return found


def _trigger_places(document: Record) -> dict[tuple[str, int, int], list[int]]:
    places: dict[tuple[str, int, int], list[int]] = {}
    for number, event in enumerate(document["events"], start=1):
        told = event["trigger"]
        for words in [told] if isinstance(told, str) else told:
            part, at = _locate(document, words)
            places.setdefault((part, at, at + len(words)), []).append(number)
    return places


def _unmarked(document: Record, number: int) -> list[str]:
    marked = {(m.start, m.end) for marks in _triggers(document).values() for m in marks}
    return [
        document[part][start:end]
        for (part, start, end), numbers in _trigger_places(document).items()
        if number in numbers and (start, end) not in marked
    ]


def event_line(number: int, event: Record, references: dict[str, str], document: Record) -> str:
    """The line of one event."""
    fields = [f"{number} {event['event_type']}" + (f".{event['mode']}" if event["mode"] else "")]
    fields += [event["status"]] if event["status"] != "occurred" else []
    fields += [short for name, short in _FLAGS if event.get(name)]
    fields += [f"trigger {_quoted(words)}" for words in _unmarked(document, number)]
    fields += [f"context {' '.join(event['contexts'])}"] if event.get("contexts") else []
    for key, short in (("actors", "actor"), ("recipients", "recip")):
        fields += [_entity(short, entity, references) for entity in event[key]]
    if event["place"]:
        place = event["place"]
        fields.append(f"place {_reference(place, references)}" + _rest(place, {"name": place["text"]}))
    fields.append(_date(event["date"], references))
    for field, write in (("harm", _harm), ("targets", _target), ("impacts", _impact)):
        fields += [write(entry, references) for entry in event.get(field) or []]
    if event["attribution"]:
        fields.append(_entity("by", event["attribution"], references))
    return " | ".join(fields)


def _reference(entry: Record, references: dict[str, str]) -> str:
    return references[entry["text"]] if entry.get("text") else "-"


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False).replace("|", "\\u007c")


def _rest(entry: Record, said: Record, skip: Iterable[str] = ()) -> str:
    """What the short form does not say, as ` + {json}`; nothing where it says all."""
    unsaid = {k: v for k, v in entry.items() if k not in ("text", *skip) and (k not in said or said[k] != v)}
    return " + " + json.dumps(unsaid, ensure_ascii=False).replace("|", "\\u007c") if unsaid else ""


def _entity(short: str, entity: Record, references: dict[str, str]) -> str:
    said = {"name": entity.get("text"), "country": entity["country"], "sector": entity["sector"]}
    words = f"{short} {_reference(entity, references)} {entity['country'] or '-'} {entity['sector'] or '-'}"
    return words + _rest(entity, said)


def _date(span: Record | None, references: dict[str, str]) -> str:
    if span is None:
        return "date -"
    start, end = span["start"], span["end"]
    said = {"start": start, "end": end, "precision": precision(date.fromisoformat(start), date.fromisoformat(end))}
    days = start if start == end else f"{start} {end}"
    return f"date {_reference(span, references)} {days}" + _rest(span, said)


def _number(value: int | None) -> str:
    return "?" if value is None else str(value)


def _harm(harm: Record, references: dict[str, str]) -> str:
    words = f"harm {_reference(harm, references)} {harm['kind']} {_number(harm['min'])} {_number(harm['max'])} {harm['who'] or '-'}"
    words += " sub" if harm.get("subset") else ""
    words += " old" if harm.get("superseded") else ""
    source = harm.get("attribution")
    said = {k: harm.get(k) for k in ("kind", "min", "max", "who", "subset", "superseded")}
    if source and source.get("text"):
        words += f" by {references[source['text']]}"
        said["attribution"] = {"text": source["text"]}
    return words + _rest(harm, said)


def _target(target: Record, references: dict[str, str]) -> str:
    return f"target {_reference(target, references)} {target['kind']} {target['extent']}" + _rest(target, target)


def _impact(impact: Record, references: dict[str, str]) -> str:
    words = f"impact {_reference(impact, references)} {impact['kind']}"
    said = {"kind": impact["kind"]}
    for unit in ("people", "households", "buildings"):
        count = impact.get(unit)
        if count and len(said) == 1:
            low, high = _number(count["min"]), _number(count["max"])
            words += f" {unit} {low}" if low == high else f" {unit} {low} {high}"
            said[unit] = count
    return words + _rest(impact, said)

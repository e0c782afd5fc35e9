"""The rooms' own abilities over JSON Lines records, each usable alone."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime

from dateline import coding, incidents, places, times
from dateline.codebook import load
from dateline.errors import UnreadableInput
from dateline.model import Span
from dateline.model.record import Record
from dateline.workflow.reading import OnRefused

Answer = Callable[[Record], Record]


def relate(records: Iterable[Record], *, on_refused: OnRefused | None = None) -> Iterator[Record]:
    """What a marked actor does to a marked recipient, always one answer.

    In: {id, sentence, actor: {start, end}, recipient: {start, end}}, offsets in characters.
    Out: {id, event_type, quad, confidence}.
    A record that has not this shape goes to `on_refused`, or is raised as UnreadableInput where there is none.
    """
    return _answers(records, _relation, on_refused)


def find_places(records: Iterable[Record], *, on_refused: OnRefused | None = None) -> Iterator[Record]:
    """The places in texts, resolved; without `spans` they are found.

    In: {id, text, published?, spans?: [{start, end}]}. Out: {id, spans: [{start, end, text, place}]}, `place` null where there is
    none. Refusals as in `relate`.
    """
    return _answers(records, _places, on_refused)


def find_times(records: Iterable[Record], *, on_refused: OnRefused | None = None) -> Iterator[Record]:
    """The times in texts, read from the day of publication; without it, only those whose words alone fix the days have days.

    In: {id, published?, text}. Out: {id, times: [{start, end, text, type, value, from, to, precision}]}, `type` and `value` as in
    TIMEX3. Refusals as in `relate`.
    """
    return _answers(records, _times, on_refused)


def merge(records: Iterable[Record], *, on_refused: OnRefused | None = None) -> Iterator[Record]:
    """Coded events merged into incidents.

    In: events under the codebook's names with event_id, doc_id, published and publisher. Out: one incident a record, with its
    event_ids and the merged fields. Refusals, of events that have not the codebook's shape or repeat an id, as in `relate`.
    """
    return incidents.merge_records(records, on_refused)


def _answers(records: Iterable[Record], answer: Answer, on_refused: OnRefused | None) -> Iterator[Record]:
    for number, record in enumerate(records, start=1):
        try:
            yield _answer(record, number, answer)
        except UnreadableInput as refusal:
            if on_refused is None:
                raise
            on_refused(refusal)


def _answer(record: Record, number: int, answer: Answer) -> Record:
    name = f"record {number}"
    if not isinstance(record, dict) or "id" not in record:
        raise UnreadableInput(name, "has no id; every record needs one")
    name += f" (id {record['id']!r})"
    try:
        return {"id": record["id"], **answer(record)}
    except KeyError as error:
        raise UnreadableInput(name, f"has no field {error.args[0]!r}") from error
    except (TypeError, ValueError, AttributeError) as error:
        raise UnreadableInput(name, f"has not the shape that is wanted ({error})") from error
    except Exception as error:  # a fault in one record must not end the batch
        raise UnreadableInput(name, f"cannot be answered: {type(error).__name__}: {error}") from error


def _relation(record: Record) -> Record:
    sentence = record["sentence"]
    actor, recipient = _span(record["actor"], sentence), _span(record["recipient"], sentence)
    relation = coding.relate(sentence, actor, recipient)
    quad = load().quad(relation.event_type)
    return {"event_type": relation.event_type, "quad": quad, "confidence": round(relation.confidence, 3)}


def _places(record: Record) -> Record:
    text, given = record["text"], record.get("spans")
    spans = None if given is None else [_span(span, text) for span in given]
    mentions = places.find_places(text, spans=spans, published=_day(record.get("published")))
    return {"spans": [places.mention_record(mention) for mention in mentions]}


def _times(record: Record) -> Record:
    found = times.find_times(record["text"], published=_day(record.get("published")))
    return {"times": [times.time_record(expression) for expression in found]}


def _span(mark: Record, text: str) -> Span:
    span = Span(mark["start"], mark["end"])
    if not 0 <= span.start < span.end <= len(text):
        raise ValueError(f"{span.start} to {span.end} is no part of a text of {len(text)} characters")
    return span


def _day(published: str | None) -> date | None:
    return datetime.fromisoformat(published).date() if published else None

"""The rooms' own abilities as filters: JSON Lines in, JSON Lines out, each usable alone."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

import msgspec

from dateline.cli import jsonlines, shapes
from dateline.cli.options import Records
from dateline.cli.tally import Tally
from dateline.errors import UnreadableInput


class Filter(Protocol):
    """Records in, records out; what cannot be answered is handed to `on_refused`."""

    def __call__(
        self, records: Iterable[jsonlines.Record], /, *, on_refused: Callable[[UnreadableInput], None]
    ) -> Iterator[jsonlines.Record]:
        """The answers, in order, as far as the records have come."""
        ...


def _run(answer: Filter, source: str, shape: type[msgspec.Struct]) -> None:
    tally = Tally()
    jsonlines.write(tally.counted(answer(jsonlines.records(source, shape, tally.refuse), on_refused=tally.refuse)))
    tally.settle()


def relate(source: Records) -> None:
    """What a marked actor does to a marked recipient.

    In: {id, sentence, actor: {start, end}, recipient: {start, end}}. Out: {id, event_type, quad, confidence}.
    """
    from dateline import workflow

    _run(workflow.relate, source, shapes.Relation)


def places(source: Records) -> None:
    """The places in texts, resolved.

    In: {id, text, published?, spans?: [{start, end}]}; without spans they are found. Out: {id, spans: [{start, end, text, place}]}.
    """
    from dateline import workflow

    _run(workflow.find_places, source, shapes.Toponyms)


def times(source: Records) -> None:
    """The times in texts, resolved.

    Read from the day of publication.

    In: {id, published?, text}. Out: {id, times: [{start, end, text, type, value, from, to, precision}]}.
    """
    from dateline import workflow

    _run(workflow.find_times, source, shapes.Dated)


def merge(source: Records) -> None:
    """Coded events merged into incidents.

    In: events as `dateline code --format jsonl` writes them. Out: one incident a line with its event_ids and the merged fields.
    """
    from dateline import workflow

    _run(workflow.merge, source, shapes.CodedEvent)

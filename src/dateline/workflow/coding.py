"""From addresses to events, with a fault in one document kept to that document."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from typing import Any, Protocol

from dateline.coding import code_document
from dateline.errors import DatelineError, UnreadableInput
from dateline.model import Document, Event, Page
from dateline.sources import read_pages
from dateline.workflow.reading import OnRefused, read_page, told

Coded = tuple[Document, tuple[Event, ...]]


class Mapping(Protocol):
    """Calls a function on every item and gives the results in order, lazily: the built-in `map`, or the `map` of a runner.

    A result may be an UnreadableInput in place of one that was lost.
    """

    def __call__(self, function: Callable[[Any], Any], items: Iterable[Any], /) -> Iterator[Any]:
        """The results, in the order of the items."""
        ...


def code(
    addresses: Iterable[str],
    *,
    on_refused: OnRefused,
    published: date | None = None,
    url: str | None = None,
    run: Mapping = map,
) -> Iterator[Coded]:
    """Every document at the addresses with the events that it tells, in order; one that tells none has an empty tuple.

    `published` and `url` as in `read`. What cannot be read or coded is handed to `on_refused`; the rest goes on. `run` maps over
    pages: hand over the `map` of a runner to use several processes.
    """
    for outcome in run(partial(_read_and_code, published=published, url=url), read_pages(addresses)):
        if isinstance(outcome, UnreadableInput):
            on_refused(outcome)
        else:
            yield outcome


def _read_and_code(page: Page | UnreadableInput, published: date | None, url: str | None) -> Coded | UnreadableInput:
    """What a worker does; refusals are results, so that they travel between processes in order."""
    if isinstance(page, UnreadableInput):
        return page
    try:
        document = read_page(told(page, published, url))
        return document, code_one(document)
    except UnreadableInput as refusal:
        return refusal


def code_one(document: Document) -> tuple[Event, ...]:
    """The events of one document; raises UnreadableInput where coding fails on it."""
    try:
        return code_document(document)
    except DatelineError:
        raise
    except Exception as error:  # a fault in coding one document must not end the batch
        raise UnreadableInput(document.address, f"cannot be coded: {type(error).__name__}: {error}") from error

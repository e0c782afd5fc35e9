"""From documents to events, with a fault in one document kept to that document."""

from collections.abc import Iterable, Iterator

from dateline.coding import code_document
from dateline.errors import DatelineError, UnreadableInput
from dateline.model import Document, Event
from dateline.workflow.reading import OnRefused


def code(documents: Iterable[Document], *, on_refused: OnRefused | None = None) -> Iterator[tuple[Document, tuple[Event, ...]]]:
    """Every document with the events that it tells, in order; a document that tells none has an empty tuple.

    A document on which coding fails goes to `on_refused`, or is raised as UnreadableInput where there is none.
    """
    for document in documents:
        try:
            events = code_one(document)
        except UnreadableInput as refusal:
            if on_refused is None:
                raise
            on_refused(refusal)
        else:
            yield document, events


def code_one(document: Document) -> tuple[Event, ...]:
    """The events of one document; raises UnreadableInput where coding fails on it."""
    try:
        return code_document(document)
    except DatelineError:
        raise
    except Exception as error:  # a fault in coding one document must not end the batch
        raise UnreadableInput(document.address, f"cannot be coded: {type(error).__name__}: {error}") from error

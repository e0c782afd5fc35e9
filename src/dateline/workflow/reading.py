"""From addresses to dated documents."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from dateline import settings
from dateline.documents import read_document
from dateline.errors import UnreadableInput
from dateline.model import Document, Page
from dateline.sources import read_pages
from dateline.times import infer_publication

OnRefused = Callable[[UnreadableInput], None]


def read(
    addresses: Iterable[str], *, on_refused: OnRefused, published: date | None = None, url: str | None = None
) -> Iterator[Document]:
    """Clean documents from paths, folders, feeds, archives and web addresses, in order; "-" is standard input.

    `published` and `url`, where given, hold for every document. What cannot be read is handed to `on_refused`; the rest goes on.
    """
    for page in read_pages(addresses):
        if isinstance(page, UnreadableInput):
            on_refused(page)
            continue
        try:
            yield read_page(told(page, published, url))
        except UnreadableInput as refusal:
            on_refused(refusal)


def told(page: Page, published: date | None, url: str | None) -> Page:
    """The page with what the caller knows better than the source."""
    if published is not None:
        page = replace(page, known_published=published, published_method="given")
    return replace(page, url=url) if url is not None else page


def read_page(page: Page) -> Document:
    """One document with a day of publication, if need be inferred from its text or else the day of reading, and marked as such.

    Raises UnreadableInput where the page holds no report.
    """
    try:
        document = read_document(page)
    except UnreadableInput:
        raise
    except Exception as error:  # a fault in reading one page must not end the batch
        raise UnreadableInput(page.address, f"cannot be read: {type(error).__name__}: {error}") from error
    if page.verbatim and not page.url:
        # A line number is no lasting address: the same record may stand on another line tomorrow.
        file, _, _ = page.address.rpartition(":")
        document = replace(document, address=f"{file}#{document.id}")
    return document if document.published else _dated(document)


def _dated(document: Document) -> Document:
    inferred = infer_publication(document.text)
    if inferred is not None:
        return replace(document, published=inferred[0], published_method="inferred")
    return replace(document, published=settings.now().date(), published_method="ingested")

"""Pages as they were fetched, and the clean reports made from them."""

from dataclasses import dataclass, field
from datetime import date, datetime

from dateline.model.place import Place
from dateline.model.span import Span


@dataclass(frozen=True, slots=True)
class Page:
    """Bytes with an address and a time.

    `address` is the path or URL they came from; `content` the bytes as fetched. What the source itself knows (a feed's date and
    title, the fields of a JSON Lines record) stands in the `known_*` fields and wins over what is read from the bytes.
    `verbatim` is true where the text must be taken exactly as it is (JSON Lines records).
    """

    address: str
    content: bytes
    media_type: str
    fetched_at: datetime
    charset: str | None = None
    url: str | None = None
    known_id: str | int | float | None = None
    known_title: str | None = None
    known_published: date | None = None
    published_method: str = "given"
    known_publisher: str | None = None
    known_language: str | None = None
    verbatim: bool = False


@dataclass(frozen=True, slots=True)
class DatelineLine:
    """The opening "KYIV, Ukraine (Agency) -" of a report: where it was filed, not where its events are."""

    span: Span
    text: str
    place: str
    day: date | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One clean report.

    `id` is derived from the content (or given by the source); `published` is None where nothing constrains it, and
    `published_method` says where it came from: given, feed, json-ld, meta, url, page, text, inferred, ingested, unknown.
    `sentences` are offsets into `text`, in order, without overlap. `content_hash` is the SHA-256 of title and text. `number` is the
    id as the source wrote it, where that was a number.
    """

    id: str
    title: str
    text: str
    sentences: tuple[Span, ...]
    content_hash: str
    address: str
    published: date | None = None
    published_method: str = "unknown"
    publisher: str | None = None
    url: str | None = None
    language: str = "en"
    dateline: DatelineLine | None = None
    agency: str | None = None
    authors: tuple[str, ...] = ()
    dateline_place: Place | None = field(default=None, compare=False)
    number: int | float | None = field(default=None, compare=False)

    def sentence_at(self, offset: int) -> int | None:
        """The number of the sentence that holds the character at `offset`, or None between sentences."""
        low, high = 0, len(self.sentences)
        while low < high:
            middle = (low + high) // 2
            sentence = self.sentences[middle]
            if offset < sentence.start:
                high = middle
            elif offset >= sentence.end:
                low = middle + 1
            else:
                return middle
        return None


@dataclass(frozen=True, slots=True)
class Report:
    """What merging needs to know of the document behind an event; `family` joins copies of one wire report."""

    doc_id: str
    published: date | None = None
    publisher: str | None = None
    family: str | None = None
    title: str = ""
    url: str | None = None

"""Reports into the record: read, code, store in batches, merge. A run that was killed is simply started again."""

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from typing import TypeVar

import msgspec

from dateline import settings
from dateline.coding import coder_version
from dateline.errors import UnreadableInput
from dateline.model import Document, Event, Page
from dateline.sources import read_pages
from dateline.store import CodedDocument, Store
from dateline.workflow.coding import Mapping, code_one
from dateline.workflow.merging import merge_record
from dateline.workflow.reading import OnRefused, read_page

Item = TypeVar("Item")

_ANY_TIME = datetime.min


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an ingestion has come: documents seen, of these new and known, inputs refused, events coded, seconds gone."""

    documents: int = 0
    new: int = 0
    known: int = 0
    refused: int = 0
    events: int = 0
    seconds: float = 0.0

    @property
    def documents_per_second(self) -> float:
        """Documents seen in a second."""
        return self.documents / self.seconds if self.seconds else 0.0


@dataclass(frozen=True, slots=True)
class IngestSummary:
    """What an ingestion did, and how many events and incidents the record holds since."""

    done: Progress
    refused: tuple[UnreadableInput, ...]
    events: int
    incidents: int


@dataclass(frozen=True, slots=True)
class _Work:
    """A page to read and code, or a stored document to code anew."""

    digest: str
    item: Page | Document


@dataclass(frozen=True, slots=True)
class _Outcome:
    digest: str
    document: Document
    events: tuple[Event, ...]


def ingest(
    addresses: Iterable[str],
    *,
    store: Store,
    on_progress: Callable[[Progress], None] = lambda _: None,
    on_refused: OnRefused = lambda _: None,
    run: Mapping = map,
    batch: int = 50,
) -> IngestSummary:
    """Reads, codes, merges and stores the reports at the addresses.

    Each batch is one transaction, so that a run may end at any moment; started again it passes over what is stored and gives the
    record of an undisturbed run. Pages that were read before are neither read nor coded again, unless the coder is newer. `run`
    maps over pages: hand over the `map` of a runner to use several processes. Raises DatelineError where the store fails.
    """
    ingestion = _Ingestion(store, on_progress, on_refused)
    pages = ingestion.readable(read_pages(addresses))
    outcomes = ingestion.readable(run(_read_and_code, ingestion.unknown(pages, batch)))
    for group in _batches(outcomes, batch):
        ingestion.keep(group)
    merge_record(store)
    ingestion.report()
    totals = store.totals()
    return IngestSummary(ingestion.progress, tuple(ingestion.refused), totals.events, totals.incidents)


class _Ingestion:
    """One run: counts as it goes."""

    def __init__(self, store: Store, on_progress: Callable[[Progress], None], on_refused: OnRefused) -> None:
        self.store = store
        self.coder = coder_version()
        self.progress = Progress()
        self.refused: list[UnreadableInput] = []
        self._on_progress = on_progress
        self._on_refused = on_refused
        self._start = time.perf_counter()

    def readable(self, found: Iterable[Item | UnreadableInput]) -> Iterator[Item]:
        """What was not refused."""
        for item in found:
            if isinstance(item, UnreadableInput):
                self._refuse(item)
            else:
                yield item

    def unknown(self, pages: Iterable[Page], batch: int) -> Iterator[_Work]:
        """Pages that were not read before, and documents of known pages that this coder has not coded."""
        for group in _batches(pages, batch):
            digests = [page_digest(page) for page in group]
            known = self.store.known_pages(digests)
            coded = self.store.known_documents(known.values(), self.coder)
            for page, digest in zip(group, digests, strict=True):
                if known.get(digest) in coded:
                    self._count(documents=1, known=1)
                elif digest in known:
                    yield _Work(digest, self.store.document(known[digest]).document)
                else:
                    yield _Work(digest, page)

    def keep(self, outcomes: list[_Outcome]) -> None:
        """Stores a batch; where one document is refused by the store, the others are stored one by one."""
        moment = settings.now()
        coded = [CodedDocument(o.document, o.events, self.coder, moment, o.digest) for o in outcomes]
        try:
            self._add(coded)
        except UnreadableInput:
            for one in coded:
                try:
                    self._add([one])
                except UnreadableInput as refusal:
                    self._refuse(refusal)
        self.report()

    def _add(self, coded: list[CodedDocument]) -> None:
        new = self.store.add(coded)
        self._count(documents=len(coded), new=new, known=len(coded) - new, events=sum(len(c.events) for c in coded))

    def report(self) -> None:
        """Tells how far the run has come."""
        self.progress = replace(self.progress, seconds=time.perf_counter() - self._start)
        self._on_progress(self.progress)

    def _refuse(self, refusal: UnreadableInput) -> None:
        self.refused.append(refusal)
        self._count(refused=1)
        self._on_refused(refusal)

    def _count(self, **more: int) -> None:
        self.progress = replace(self.progress, **{name: getattr(self.progress, name) + n for name, n in more.items()})


def page_digest(page: Page) -> str:
    """SHA-256 of all that a document is made from: the bytes, the address, and what the source knew; not the time of fetching."""
    known = msgspec.json.encode(replace(page, content=b"", fetched_at=_ANY_TIME))
    return hashlib.sha256(known + b"\n" + page.content).hexdigest()


def _read_and_code(work: _Work) -> _Outcome | UnreadableInput:
    """What a worker does; refusals are results, so that they travel between processes in order."""
    try:
        document = read_page(work.item) if isinstance(work.item, Page) else work.item
        return _Outcome(work.digest, document, code_one(document))
    except UnreadableInput as refusal:
        return refusal


def _batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    iterator = iter(items)
    while group := list(islice(iterator, size)):
        yield group

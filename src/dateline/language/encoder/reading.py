"""A document as the encoder sees it: what each word may tell, and what hangs on any run of words that is taken for a trigger."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from dateline.language.encoder import tagset
from dateline.language.encoder.heads import Heads, Numbers, sigmoid
from dateline.language.encoder.windows import Window, Word, characters
from dateline.model import Part, Role, Span

Views = tuple[Numbers, Numbers]
Encode = Callable[[Sequence[Window]], list[Views]]
"""For each window the views [words, size] of its words and the scores [words, types] of their tags."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words `first` to `last` (inclusive) of a window, taken for a trigger of a type (number in `tagset.types`)."""

    window: int
    first: int
    last: int
    kind: int
    probability: float


@dataclass(frozen=True, slots=True)
class Filler:
    """Words of a window that fill a role of a trigger."""

    role: Role
    span: Span
    part: Part
    probability: float
    kind: str
    kind_probability: float
    more: int


class DocumentReading:
    """The windows of a document with the encoder's views of them."""

    def __init__(self, windows: Sequence[Window], encode: Encode, heads: Heads) -> None:
        self._heads = heads
        self.windows = windows
        encoded = encode(windows) if windows else []
        self._views = [views for views, _ in encoded]
        self._tags = [sigmoid(tags) for _, tags in encoded]

    def runs(self, floor: float) -> list[Run]:
        """Every run of words that are likelier than `floor` to tell an act of one type; in the order of the text."""
        found = []
        for number, (window, tags) in enumerate(zip(self.windows, self._tags, strict=True)):
            for kind in range(tags.shape[1]):
                found += _runs(number, window, tags[:, kind], kind, floor)
        return sorted(found, key=lambda r: (r.window, r.first, r.last, -r.probability))

    def run_at(self, span: Span, part: Part, event_type: str) -> Run | None:
        """The words that a span covers, as a trigger of a type; None where no window reads them."""
        kind = tagset.types().index(event_type)
        for number, window in enumerate(self.windows):
            inside = [
                n
                for n in range(window.core if part == "text" else 0, len(window.words))
                if window.words[n].part == part and window.words[n].start < span.end and window.words[n].end > span.start
            ]
            if inside:
                sure = float(self._tags[number][inside, kind].max())
                return Run(number, inside[0], inside[-1], kind, sure)
        return None

    def view(self, run: Run) -> Numbers:
        """The mean view [size] of a run's words with its type."""
        mean = self._views[run.window][run.first : run.last + 1].mean(axis=0)
        view: Numbers = self._heads.triggers(mean[None], np.array([run.kind]))[0]
        return view

    def span(self, run: Run) -> Span:
        """The characters of a run."""
        return characters(self.words(run))

    def type(self, run: Run) -> str:
        """The event type of a run."""
        return tagset.types()[run.kind]

    def words(self, run: Run) -> list[Word]:
        """The words of a run."""
        return self.windows[run.window].words[run.first : run.last + 1]

    def fillers(self, run: Run, floor: float) -> list[Filler]:
        """The phrases that fill the roles of a run, each word likelier than `floor`."""
        window, views = self.windows[run.window], self._views[run.window]
        at = np.arange(len(window.words))
        gap = np.where(at > run.last, at - run.last, np.where(at < run.first, at - run.first, 0))
        far = np.array([w.sentence for w in window.words]) - window.words[run.first].sentence
        inside, begins = self._heads.roles(self.view(run), views, run.kind, gap, far)
        found: list[Filler] = []
        for column, role in enumerate(tagset.ROLES):
            for first, last in _stretches(window.words, inside[:, column], begins[:, column], floor):
                sure = float(inside[first : last + 1, column].mean())
                found.append(self._filler(role, window, views, first, last, sure))
        return found

    def _filler(self, role: Role, window: Window, views: Numbers, first: int, last: int, sure: float) -> Filler:
        answer = self._heads.phrases(views[first : last + 1].mean(axis=0)[None], role)
        names = tagset.kinds(role) if role in ("harm", "target", "impact") else tagset.sectors()
        best = int(answer.kind[0].argmax())
        kind = names[best] if role not in ("place", "date") else ""
        more = int(answer.more[0].argmax()) if role in ("harm", "target") else 0
        return Filler(
            role,
            characters(window.words[first : last + 1]),
            window.words[first].part,
            sure,
            kind,
            float(answer.kind[0, best]),
            more,
        )


def _runs(number: int, window: Window, tags: Numbers, kind: int, floor: float) -> list[Run]:
    found: list[Run] = []
    first: int | None = None
    for n in range(len(window.words) + 1):
        own = n >= window.core or (number == 0 and n < len(window.words) and window.words[n].part == "title")
        likely = n < len(window.words) and own and tags[n] >= floor
        if first is not None and (not likely or window.words[n].sentence != window.words[first].sentence):
            found.append(Run(number, first, n - 1, kind, float(tags[first:n].max())))
            first = None
        if likely and first is None:
            first = n
    return found


def _stretches(words: Sequence[Word], inside: Numbers, begins: Numbers, floor: float) -> list[tuple[int, int]]:
    """Runs of words inside a filler, parted where a sentence ends or a word begins a filler of its own."""
    found: list[tuple[int, int]] = []
    first: int | None = None
    for n in range(len(words) + 1):
        within = n < len(words) and inside[n] >= floor
        parts = first is not None and within and (begins[n] >= 0.5 or words[n].sentence != words[first].sentence)
        if first is not None and (not within or parts):
            found.append((first, n - 1))
            first = None
        if within and first is None:
            first = n
    return found

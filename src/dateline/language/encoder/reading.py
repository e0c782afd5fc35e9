"""A document as the encoder sees it: what each word may tell, and what hangs on any run of words that is taken for a trigger."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from dateline.language.encoder import tagset
from dateline.language.encoder.heads import Heads, Numbers, Words, sigmoid
from dateline.language.encoder.windows import Window, Word, characters
from dateline.model import Document, Part, Role, Span

Views = tuple[Numbers, Numbers]
_GOES_ON = 0.7
"""Share of the floor that a word must have for a filler to go on over it."""
_BEGINS = 0.5
_ARTICLES = frozenset({"the", "a", "an"})
_JOINING = frozenset("of and or in on at to for by with from as s".split())
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

    def __init__(self, document: Document, windows: Sequence[Window], encode: Encode, heads: Heads) -> None:
        self._document = document
        self._heads = heads
        self._of_runs: dict[Run, Numbers] = {}
        self._of_words: dict[int, Words] = {}
        self._written_together: dict[int, list[tuple[int, int]]] = {}
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
            if part == "text" and (window.words[-1].end <= span.start or window.words[window.core].start >= span.end):
                continue
            inside = [
                n
                for n in range(window.core if part == "text" else 0, len(window.words))
                if window.words[n].part == part and window.words[n].touches(span)
            ]
            if inside:
                sure = float(self._tags[number][inside, kind].max())
                return Run(number, inside[0], inside[-1], kind, sure)
        return None

    def view(self, run: Run) -> Numbers:
        """The mean view [size] of a run's words with its type; roles, modes and sameness all ask for it."""
        if run not in self._of_runs:
            mean = self._views[run.window][run.first : run.last + 1].mean(axis=0)
            self._of_runs[run] = self._heads.triggers(mean[None], np.array([run.kind]))[0]
        return self._of_runs[run]

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
        """The phrases that fill the roles of a run, each word about as likely as `floor`, see `stretches`."""
        window, views = self.windows[run.window], self._views[run.window]
        at = np.arange(len(window.words))
        gap = np.where(at > run.last, at - run.last, np.where(at < run.first, at - run.first, 0))
        far = np.array([w.sentence for w in window.words]) - window.words[run.first].sentence
        inside, begins = self._heads.roles(self.view(run), self._words(run.window), run.kind, gap, far)
        together = self._together(run.window)
        starts = [first for first, _ in together]
        sure, opens = np.maximum.reduceat(inside, starts), begins[starts]
        found: list[Filler] = []
        for column in np.flatnonzero(sure.max(axis=0) >= floor):
            role = tagset.ROLES[column]
            for first, last in stretches(window.words, together, sure[:, column], opens[:, column], floor):
                own = self._named(window, first, last)
                if own is not None:
                    likely = float(inside[first : last + 1, column].max())
                    found.append(self._filler(role, window, views, *own, likely))
        return found

    def _words(self, number: int) -> Words:
        if number not in self._of_words:
            self._of_words[number] = self._heads.words(self._views[number])
        return self._of_words[number]

    def _together(self, number: int) -> list[tuple[int, int]]:
        if number not in self._written_together:
            words = self.windows[number].words
            self._written_together[number] = list(written_together([self._written(w) for w in words], words))
        return self._written_together[number]

    def _named(self, window: Window, first: int, last: int) -> tuple[int, int] | None:
        """The words without marks and joining words at their ends; None where they are small words alone."""
        words = [self._written(window.words[n]) for n in range(first, last + 1)]
        kept = [n for n, word in enumerate(words, start=first) if word[0].isalnum() and word not in _JOINING]
        if not kept or all(words[n - first] in _ARTICLES for n in kept):
            return None
        return kept[0], kept[-1]

    def _written(self, word: Word) -> str:
        text = self._document.text if word.part == "text" else self._document.title
        return text[word.start : word.end].lower()

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


def stretches(
    words: Sequence[Word], together: Sequence[tuple[int, int]], inside: Numbers, begins: Numbers, floor: float
) -> list[tuple[int, int]]:
    """First and last words of the runs that are inside a filler, parted where a sentence ends or a word begins one of its own.

    `together` are the first and last of the words that stay together, see `written_together`; `inside` and `begins` have one
    number for each of these. A run goes on over words that are nearly as likely as the floor asks.
    """
    found: list[tuple[int, int]] = []
    run: list[int] = []
    for n in [*np.flatnonzero(inside >= floor * _GOES_ON), None]:
        if run and (n is None or n != run[-1] + 1 or _parts(words, together, run[-1], n, begins[n], inside[n] >= floor)):
            if inside[run].max() >= floor:
                found.append((together[run[0]][0], together[run[-1]][1]))
            run = []
        if n is not None:
            run.append(n)
    return found


def _parts(words: Sequence[Word], together: Sequence[tuple[int, int]], last: int, here: int, begins: float, sure: bool) -> bool:
    """Whether a new filler begins here, or a new sentence."""
    one, other = words[together[last][0]], words[together[here][0]]
    return (sure and begins >= _BEGINS) or one.sentence != other.sentence


def written_together(texts: Sequence[str], words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """First and last of the words that are one in writing: "U.S.", "Kara-Murza", "60,000", but not "we've"."""
    first = 0
    for n in range(1, len(words) + 1):
        if n < len(words) and words[n].part == words[first].part and words[n].start == words[n - 1].end:
            inside = n + 1 < len(words) and words[n + 1].start == words[n].end
            if texts[n] in ".-/&" or texts[n - 1] in ".-/&," or (texts[n] == "," and inside):
                continue
        yield first, n - 1
        first = n

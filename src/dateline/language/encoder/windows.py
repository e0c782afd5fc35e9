"""Runs of sentences cut to the encoder's size: the title and the sentence before as context, then as many sentences as fit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tokenizers import Encoding, Tokenizer

from dateline.model import Document, Part, Span

WIDEST = 192
"""Word pieces of a window, title and separators included."""
_TITLE = 24
_BEFORE = 40
_OF_A_WORD = 8  # pieces of one word; what is longer is no word of the language
TITLE_SENTENCE = -1


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the tokenizer: characters `start` to `end` of its part, the number of its sentence, its pieces."""

    start: int
    end: int
    part: Part
    sentence: int
    pieces: tuple[int, ...]

    def touches(self, span: Span) -> bool:
        """Whether it shares a character with a span of its part."""
        return self.start < span.end and self.end > span.start


@dataclass(slots=True)
class Window:
    """Piece ids for the encoder and the words behind them.

    `firsts[i]` is the index of the first piece of `words[i]`; words from `core` on are read here, those before are context.
    """

    pieces: list[int] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    firsts: list[int] = field(default_factory=list)
    core: int = 0

    def add(self, words: Sequence[Word]) -> None:
        """Appends words with their pieces."""
        for word in words:
            self.words.append(word)
            self.firsts.append(len(self.pieces))
            self.pieces.extend(word.pieces)


def words_of(encoding: Encoding, offset: int, part: Part, sentence: int) -> list[Word]:
    """The words of an encoded sentence that begins at character `offset` of its part."""
    words: list[Word] = []
    last: int | None = None
    pieces: list[int] = []
    start = end = 0
    for piece, (first, final), number in zip(encoding.ids, encoding.offsets, encoding.word_ids, strict=True):
        if number != last and pieces:
            words.append(Word(start + offset, end + offset, part, sentence, tuple(pieces[:_OF_A_WORD])))
            pieces = []
        if number != last:
            start, last = first, number
        pieces.append(piece)
        end = final
    if pieces:
        words.append(Word(start + offset, end + offset, part, sentence, tuple(pieces[:_OF_A_WORD])))
    return words


def plain_tokenizer(path: Path) -> Tokenizer:
    """The tokenizer kept in a file, without padding or truncation."""
    loaded = Tokenizer.from_file(str(path))
    loaded.no_padding()
    loaded.no_truncation()
    return loaded


def mark_of(tokenizer: Tokenizer, mark: str) -> int:
    """The piece of a mark such as [SEP]; raises ValueError where the tokenizer is not that of the encoder."""
    piece: int | None = tokenizer.token_to_id(mark)
    if piece is None:
        raise ValueError(f"the tokenizer knows no {mark}; it is not that of the encoder")
    return piece


def windows_of(document: Document, tokenizer: Tokenizer, wanted: Sequence[bool] | None = None) -> list[Window]:
    """The windows that read the `wanted` sentences (all, if not given) of a document, in order."""
    numbers = [n for n in range(len(document.sentences)) if wanted is None or wanted[n]]
    shown = sorted(set(numbers) | {n - 1 for n in numbers if n})
    encoded = tokenizer.encode_batch([document.sentences[n].of(document.text) for n in shown], add_special_tokens=False)
    rows = {n: words_of(e, document.sentences[n].start, "text", n) for n, e in zip(shown, encoded, strict=True)}
    title: list[Word] = []
    if document.title:
        title = _within(words_of(tokenizer.encode(document.title, add_special_tokens=False), 0, "title", TITLE_SENTENCE), _TITLE)
    return list(_packed(title, rows, numbers, _Marks.of(tokenizer)))


def window_around(sentence: str, sides: Sequence[Span], tokenizer: Tokenizer) -> Window:
    """One window of a lone sentence, cut around the sides where it is too long for the encoder."""
    words = words_of(tokenizer.encode(sentence, add_special_tokens=False), 0, "text", 0)
    marked = [n for n, w in enumerate(words) if any(map(w.touches, sides))]
    marks, first = _Marks.of(tokenizer), 0
    room = WIDEST - 3
    if marked and _size(words) > room:
        spare = max(0, room - _size(words[marked[0] : marked[-1] + 1])) // 2
        first = marked[0] - len(_tail(words[: marked[0]], spare))
    window = _opened([], [], marks)
    window.add(_within(words[first:], room))
    return _closed(window, marks)


@dataclass(frozen=True, slots=True)
class _Marks:
    begin: int
    part: int

    @classmethod
    def of(cls, tokenizer: Tokenizer) -> "_Marks":
        return cls(mark_of(tokenizer, "[CLS]"), mark_of(tokenizer, "[SEP]"))


def _packed(title: list[Word], rows: dict[int, list[Word]], numbers: Sequence[int], marks: _Marks) -> Iterator[Window]:
    window: Window | None = None
    last = -2
    for number in numbers:
        for row in _chunks(rows[number], WIDEST - 2 * _TITLE - 3):
            fits = window is not None and number - last <= 1 and len(window.pieces) + _size(row) + 1 <= WIDEST
            if window is None or not fits:
                if window is not None:
                    yield _closed(window, marks)
                before = rows.get(number - 1, [])
                room = WIDEST - _size(title) - _size(row) - 4
                window = _opened(title, _tail(before, min(_BEFORE, room)), marks)
            window.add(row)
            last = number
    if window is not None:
        yield _closed(window, marks)


def _opened(title: list[Word], before: list[Word], marks: _Marks) -> Window:
    window = Window(pieces=[marks.begin])
    window.add(title)
    window.pieces.append(marks.part)
    window.add(before)
    window.core = len(window.words)
    return window


def _closed(window: Window, marks: _Marks) -> Window:
    window.pieces.append(marks.part)
    return window


def _size(words: Sequence[Word]) -> int:
    return sum(len(w.pieces) for w in words)


def _within(words: list[Word], pieces: int) -> list[Word]:
    kept: list[Word] = []
    for word in words:
        pieces -= len(word.pieces)
        if pieces < 0:
            break
        kept.append(word)
    return kept


def _tail(words: list[Word], pieces: int) -> list[Word]:
    return _within(words[::-1], pieces)[::-1]


def _chunks(words: list[Word], pieces: int) -> Iterator[list[Word]]:
    """A sentence in parts of at most so many pieces; nearly always one."""
    chunk: list[Word] = []
    size = 0
    for word in words:
        if chunk and size + len(word.pieces) > pieces:
            yield chunk
            chunk, size = [], 0
        chunk.append(word)
        size += len(word.pieces)
    if chunk:
        yield chunk


def characters(words: Sequence[Word]) -> Span:
    """From the first character to the last of a run of words."""
    return Span(words[0].start, words[-1].end)

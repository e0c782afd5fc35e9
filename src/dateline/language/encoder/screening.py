"""A cheap first look: which sentences may tell an act, by a small convolution over word pieces within the whole report."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from dateline.language.encoder.heads import Numbers
from dateline.language.encoder.windows import mark_of
from dateline.model import Document

STEPS = (1, 2, 4)
"""How far to either side the layers of the convolution look, in word pieces."""
LONGEST = 256
"""Word pieces of a sentence that are looked at; a longer sentence is always read."""
TOGETHER = 2048
"""Word pieces that are looked at together; bounds the memory that a long document takes."""
ENCODED = 512
"""Sentences that the tokenizer gets at once, for the same reason."""
SOFTER, BOUND = 3.0, 2.0
"""The scores of tags are divided and kept within bounds, so that a sure tag does not outweigh all else."""


@dataclass(frozen=True, slots=True)
class Layer:
    """A linear layer: `weight` [in, out] and `bias` [out]."""

    weight: Numbers
    bias: Numbers

    def __call__(self, rows: Numbers) -> Numbers:
        """`rows` [n, in] to [n, out]."""
        return rows @ self.weight + self.bias


class Screen:
    """Says which sentences the encoder shall read.

    `arrays` holds the `table` [pieces, size] of 8-bit integers with its `scale` [size], the layers `look0`.. (one for each of
    STEPS), `tag`, `report`, `join` and `odds` as `<layer>.weight` [in, out] and `<layer>.bias` [out], and the `floor`.
    """

    def __init__(self, arrays: Mapping[str, NDArray[np.generic]], tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._table = np.asarray(arrays["table"], np.int8)
        self._scale = np.asarray(arrays["scale"], np.float32)
        self._floor = float(np.asarray(arrays["floor"]))
        self._looks = [_layer(arrays, f"look{n}") for n in range(len(STEPS))]
        self._tag, self._report = _layer(arrays, "tag"), _layer(arrays, "report")
        self._join, self._odds = _layer(arrays, "join"), _layer(arrays, "odds")
        self._end = mark_of(tokenizer, "[SEP]")

    @classmethod
    def load(cls, path: Path, tokenizer: Tokenizer) -> "Screen":
        """The screen kept in a file; `tokenizer` is the encoder's, without padding or truncation."""
        with np.load(BytesIO(path.read_bytes())) as arrays:
            return cls(dict(arrays), tokenizer)

    def wanted(self, document: Document) -> list[bool]:
        """For each sentence whether it shall be read."""
        rows = pieces_of(document, self._tokenizer)
        likely = self._scores(rows) >= self._floor
        return [bool(yes) or len(row) > LONGEST for yes, row in zip(likely, rows[1:], strict=True)]

    def scores(self, document: Document) -> Numbers:
        """How much speaks for an act in each sentence, as a log of odds; [sentences]."""
        return self._scores(pieces_of(document, self._tokenizer))

    def _scores(self, rows: Sequence[Sequence[int]]) -> Numbers:
        if len(rows) < 2:
            return np.zeros(0, np.float32)
        views = np.concatenate([self._views(run) for run in runs_of(rows)])
        title, own = views[:1] * bool(rows[0]), views[1:]
        report = np.concatenate([own.max(0), own.mean(0), title[0]])[None]
        around = np.repeat(np.concatenate([title, _above_zero(self._report(report))], 1), len(own), axis=0)
        nothing = np.zeros_like(title)
        before, after = np.concatenate([nothing, own[:-1]]), np.concatenate([own[1:], nothing])
        joined = _above_zero(self._join(np.concatenate([own, before, after, around], 1)))
        return self._odds(joined)[:, 0]

    def _views(self, rows: Sequence[Sequence[int]]) -> Numbers:
        """What stands out in each row of pieces: [rows, channels and tags]."""
        pieces = np.array([piece for row in rows for piece in (*row[:LONGEST], self._end)])
        seen = self._table[pieces] * self._scale
        for number, (step, look) in enumerate(zip(STEPS, self._looks, strict=True)):
            found = _above_zero(look(_beside(seen, step)))
            seen = found if number == 0 else seen + found
        tags = np.clip(self._tag(seen) / SOFTER, -BOUND, BOUND)
        starts = np.cumsum([0, *(min(len(row), LONGEST) + 1 for row in rows[:-1])])
        return np.maximum.reduceat(np.concatenate([seen, tags], 1), starts)


def pieces_of(document: Document, tokenizer: Tokenizer) -> list[list[int]]:
    """Piece ids of the title (may be none) and of each sentence."""
    texts = [document.title, *(s.of(document.text) for s in document.sentences)]
    some = (texts[first : first + ENCODED] for first in range(0, len(texts), ENCODED))
    return [encoding.ids for part in some for encoding in tokenizer.encode_batch_fast(part, add_special_tokens=False)]


def runs_of(rows: Sequence[Sequence[int]]) -> Iterator[list[Sequence[int]]]:
    """Rows that are looked at together: neighbours, up to TOGETHER pieces; of nearly every report there is one run."""
    run: list[Sequence[int]] = []
    size = 0
    for row in rows:
        more = min(len(row), LONGEST) + 1
        if run and size + more > TOGETHER:
            yield run
            run, size = [], 0
        run.append(row)
        size += more
    yield run


def _layer(arrays: Mapping[str, NDArray[np.generic]], name: str) -> Layer:
    weight, bias = arrays[f"{name}.weight"], arrays[f"{name}.bias"]
    return Layer(np.asarray(weight, np.float32), np.asarray(bias, np.float32))


def _above_zero(rows: Numbers) -> Numbers:
    return np.maximum(rows, 0)


def _beside(rows: Numbers, step: int) -> Numbers:
    """Each row [n, size] between those `step` before and after it; nothing beyond the ends: [n, 3 size]."""
    padded = np.pad(rows, ((step, step), (0, 0)))
    return np.concatenate([padded[: -2 * step], rows, padded[2 * step :]], 1)

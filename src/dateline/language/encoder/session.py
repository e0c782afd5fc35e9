"""The packaged model: the encoder with its tags under onnxruntime, the heads behind it, the tokenizer before it."""

import hashlib
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from importlib import resources
from io import BytesIO
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from dateline.language.encoder.heads import Heads, Numbers
from dateline.language.encoder.reading import DocumentReading, Views
from dateline.language.encoder.screening import Screen
from dateline.language.encoder.tagset import types
from dateline.language.encoder.trust import Trust
from dateline.language.encoder.windows import Window, plain_tokenizer, window_around, windows_of
from dateline.model import Document, Span

_TOGETHER = 512
"""Pieces of one call with its padding: more are slower a piece, as they leave the processor's cache, and bound no memory."""
_ALIKE = 1.2
"""How much wider than its narrowest the widest window of a call may be."""


class Model:
    """A folder with the files that `make train` writes; each is loaded when first used.

    `encoder.onnx`, `heads.npz`, `tokenizer.json`, `screen.npz`, `trust.json`; `model.json` holds the digests of all.
    """

    def __init__(self, folder: Path | None = None, threads: int = 1) -> None:
        self._folder = folder or Path(str(resources.files("dateline.language") / "data" / "reader"))
        self._threads = threads

    @cached_property
    def digest(self) -> str:
        """Twelve hexadecimal digits of the SHA-256 of `model.json`, and so of all that the model is."""
        return hashlib.sha256((self._folder / "model.json").read_bytes()).hexdigest()[:12]

    @cached_property
    def tokenizer(self) -> Tokenizer:
        """The encoder's tokenizer, without padding or truncation."""
        return plain_tokenizer(self._folder / "tokenizer.json")

    @cached_property
    def heads(self) -> Heads:
        """The layers behind the encoder."""
        with np.load(BytesIO((self._folder / "heads.npz").read_bytes())) as arrays:
            return Heads(dict(arrays))

    @cached_property
    def screen(self) -> Screen:
        """The first look that says which sentences the encoder shall read."""
        return Screen.load(self._folder / "screen.npz", self.tokenizer)

    @cached_property
    def trust(self) -> Trust:
        """How far encoder and lexicon are trusted, and from where on a word fills a role."""
        return Trust.read(self._folder / "trust.json")

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self._threads
        options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False  # windows differ in size; the arena would keep the largest of all for good
        return onnxruntime.InferenceSession(self._folder / "encoder.onnx", options, providers=["CPUExecutionProvider"])

    def read(self, document: Document, wanted: Sequence[bool] | None = None) -> DocumentReading:
        """The `wanted` sentences of a document (all, if not given) as the encoder sees them."""
        return DocumentReading(document, windows_of(document, self.tokenizer, wanted), self.encode, self.heads)

    def relation(self, sentence: str, actor: Span, recipient: Span) -> dict[str, float]:
        """For each event type the probability that this is what the actor (characters of the sentence) does to the recipient."""
        window = window_around(sentence, (actor, recipient), self.tokenizer)
        views, _ = self.encode([window])[0]
        sides = [[w.touches(side) for w in window.words] for side in (actor, recipient)]
        if not all(any(side) for side in sides):
            return dict.fromkeys(types(), 1 / len(types()))
        left, right = (views[side].mean(axis=0) for side in sides)
        chances = self.heads.relation(left, right, views.mean(axis=0))
        return dict(zip(types(), map(float, chances), strict=True))

    def encode(self, windows: Sequence[Window]) -> list[Views]:
        """For each window the views [words, size] of its words and the scores [words, types] of their tags."""
        found: dict[int, Views] = {}
        for some in batches([len(w.pieces) for w in windows]):
            views, tags = self._run([windows[n] for n in some])
            for row, n in enumerate(some):
                size = len(windows[n].words)
                found[n] = (views[row, :size], tags[row, :size])
        return [found[n] for n in range(len(windows))]

    def _run(self, windows: Sequence[Window]) -> tuple[Numbers, Numbers]:
        wide, words = max(len(w.pieces) for w in windows), max(len(w.words) for w in windows)
        pieces = np.zeros((len(windows), wide), np.int64)
        mask = np.zeros_like(pieces)
        firsts = np.zeros((len(windows), words), np.int64)
        for row, window in enumerate(windows):
            pieces[row, : len(window.pieces)] = window.pieces
            mask[row, : len(window.pieces)] = 1
            firsts[row, : len(window.words)] = window.firsts
        views, tags = self._session.run(None, {"pieces": pieces, "mask": mask, "firsts": firsts})
        return views, tags


@cache
def packaged() -> Model:
    """The model that the package carries."""
    return Model()


def batches(widths: Sequence[int]) -> Iterator[list[int]]:
    """The numbers of all windows in batches of like width that are quick to run."""
    batch: list[int] = []
    for n in sorted(range(len(widths)), key=lambda n: widths[n]):
        if batch and (widths[n] * (len(batch) + 1) > _TOGETHER or widths[n] > _ALIKE * widths[batch[0]]):
            yield batch
            batch = []
        batch.append(n)
    if batch:
        yield batch

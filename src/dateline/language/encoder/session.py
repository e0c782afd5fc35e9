"""The packaged model: the encoder with its tags under onnxruntime, the heads behind it, the tokenizer before it."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib import resources
from io import BytesIO
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from dateline.language.encoder.heads import Heads, Numbers
from dateline.language.encoder.reading import DocumentReading, Views
from dateline.language.encoder.windows import Window, plain_tokenizer, windows_of
from dateline.model import Document

_TOGETHER = 512
"""Pieces of one call with its padding: more are slower a piece, as they leave the processor's cache, and bound no memory."""
_ALIKE = 1.2
"""How much wider than its narrowest the widest window of a call may be."""


class Model:
    """A folder with `encoder.onnx`, `heads.npz`, `trust.json` and `tokenizer.json`; each loaded when first used."""

    def __init__(self, folder: Path | None = None, threads: int = 1) -> None:
        self._folder = folder or Path(str(resources.files("dateline.language") / "data" / "reader"))
        self._threads = threads

    @cached_property
    def digest(self) -> str:
        """Twelve hexadecimal digits of the SHA-256 of encoder, heads and trust."""
        sha = hashlib.sha256()
        for name in ("encoder.onnx", "heads.npz", "trust.json"):
            sha.update((self._folder / name).read_bytes())
        return sha.hexdigest()[:12]

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
    def trust(self) -> dict[str, float]:
        """How far encoder and lexicon are trusted: weights of the log of odds of each, as `training.fit_trust` has learned them."""
        return {name: float(w) for name, w in json.loads((self._folder / "trust.json").read_text(encoding="utf-8")).items()}

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self._threads
        options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False  # windows differ in size; the arena would keep the largest of all for good
        return onnxruntime.InferenceSession(self._folder / "encoder.onnx", options, providers=["CPUExecutionProvider"])

    def read(self, document: Document, wanted: Sequence[bool] | None = None) -> DocumentReading:
        """The `wanted` sentences of a document (all, if not given) as the encoder sees them."""
        return DocumentReading(windows_of(document, self.tokenizer, wanted), self.encode, self.heads)

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

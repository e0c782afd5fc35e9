"""Reports put together into tensors."""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from dateline.language.encoder import tagset
from training.reader.labels import Example, Pair, Phrase, Told
from training.reader.network import far_class, gap_class


@dataclass(slots=True)
class Batch:
    """Windows of some reports, padded, with all that is asked of them."""

    pieces: Tensor
    mask: Tensor
    firsts: Tensor
    tags: Tensor
    judged: Tensor
    sentences: Tensor
    told: list[Told]
    windows_of_told: Tensor
    phrases: list[Phrase]
    windows_of_phrases: Tensor
    twins: Tensor
    """[n, 2] pairs of `told` of one report and type."""
    same: Tensor
    """[n] whether the two tell one act."""
    pairs: list[Pair]
    windows_of_pairs: Tensor


def batch_of(examples: Sequence[Example]) -> Batch:
    """The tensors of some reports."""
    windows = [w for e in examples for w in e.windows]
    n, wide = len(windows), max(len(w.pieces) for w in windows)
    words = max(len(w.words) for w in windows)
    kinds = len(tagset.types())
    pieces, mask = torch.zeros(n, wide, dtype=torch.long), torch.zeros(n, wide, dtype=torch.long)
    firsts, sentences = torch.zeros(n, words, dtype=torch.long), torch.full((n, words), -99)
    tags, judged = torch.zeros(n, words, kinds), torch.zeros(n, words, kinds)
    told: list[Told] = []
    of_told: list[int] = []
    phrases: list[Phrase] = []
    of_phrases: list[int] = []
    pairs: list[Pair] = []
    of_pairs: list[int] = []
    twins: list[tuple[int, int]] = []
    same: list[float] = []
    row = 0
    for example in examples:
        first_told = len(told)
        for t in example.told:
            told.append(t)
            of_told.append(row + t.window)
        for p in example.phrases:
            phrases.append(p)
            of_phrases.append(row + p.window)
        for q in example.pairs:
            pairs.append(q)
            of_pairs.append(row + q.window)
        for i in range(first_told, len(told)):
            for j in range(i + 1, len(told)):
                if told[i].event_type == told[j].event_type and not (
                    told[i].event == told[j].event and told[i].spot == told[j].spot
                ):
                    twins.append((i, j))
                    same.append(float(told[i].event == told[j].event))
        for w, tag, known in zip(example.windows, example.tags, example.judged, strict=True):
            pieces[row, : len(w.pieces)] = torch.tensor(w.pieces)
            mask[row, : len(w.pieces)] = 1
            firsts[row, : len(w.words)] = torch.tensor(w.firsts)
            sentences[row, : len(w.words)] = torch.tensor([x.sentence for x in w.words])
            tags[row, : len(w.words)] = torch.from_numpy(tag)
            judged[row, w.core : len(w.words)] = torch.from_numpy(known[w.core :])
            judged[row, : w.core] = torch.from_numpy(known[: w.core]) * 0.2  # context is read again in its own window
            row += 1
    return Batch(
        pieces, mask, firsts, tags, judged, sentences, told, torch.tensor(of_told, dtype=torch.long), phrases,
        torch.tensor(of_phrases, dtype=torch.long), torch.tensor(twins, dtype=torch.long).reshape(-1, 2), torch.tensor(same),
        pairs, torch.tensor(of_pairs, dtype=torch.long),
    )  # fmt: skip


def mean_of_words(views: Tensor, rows: Tensor, firsts: Sequence[int], lasts: Sequence[int]) -> Tensor:
    """The mean view [n, size] of words `first` to `last` of a row of `views` [rows, words, size], for n spans."""
    at = torch.arange(views.shape[1])[None]
    inside = ((at >= torch.tensor(firsts)[:, None]) & (at <= torch.tensor(lasts)[:, None])).to(views.dtype)
    return torch.einsum("nw,nws->ns", inside / inside.sum(1, keepdim=True), views[rows])


def distances(batch: Batch, rows: Tensor) -> tuple[Tensor, Tensor]:
    """For each trigger the classes [n, words] of distance in words and in sentences."""
    at = torch.arange(batch.firsts.shape[1])[None]
    first = torch.tensor([t.spot.first for t in batch.told])[:, None]
    last = torch.tensor([t.spot.last for t in batch.told])[:, None]
    gap = torch.where(at > last, at - last, torch.where(at < first, at - first, torch.zeros_like(at)))
    own = torch.tensor([t.sentence for t in batch.told])[:, None]
    return gap_class(gap), far_class(batch.sentences[rows] - own)

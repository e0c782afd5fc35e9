"""Fillers as enumerated spans: every short run of words of a sentence is a candidate, scored whole against the trigger."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from benchmarks.reader_shapes.shape import ROLES, Filled, Shape, gold_fillers, padded
from dateline.language.encoder.windows import TITLE_SENTENCE
from training.reader.batches import Batch
from training.reader.network import SIZE, Pairs, far_class, gap_class

WIDEST = 12
"""Words of the widest candidate."""
NEIGHBOURS = 1
"""Sentences before and behind that of the trigger in which its fillers are sought."""
A_WORD = 1.0
"""Candidates of a window that are kept for the triggers to look at, for each of its words."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Spans of windows: first and last word, and whether they are spans of one sentence of the text, [windows, spans] each."""

    first: Tensor
    last: Tensor
    real: Tensor

    @classmethod
    def of(cls, batch: Batch) -> "Candidates":
        """All spans of up to WIDEST words; that of width w at word i has the number i * WIDEST + w - 1."""
        rows, words = batch.sentences.shape
        first = torch.arange(words).repeat_interleave(WIDEST).expand(rows, -1)
        last = first + torch.arange(WIDEST).repeat(words)
        fits = last < words
        last = last.clamp(max=words - 1)
        begun, ended = batch.sentences.gather(1, first), batch.sentences.gather(1, last)
        return cls(first, last, fits & (begun == ended) & (begun > TITLE_SENTENCE))

    def pick(self, which: Tensor) -> "Candidates":
        """Some of each row, by their numbers [windows, picked]."""
        return Candidates(self.first.gather(1, which), self.last.gather(1, which), self.real.gather(1, which))

    def of_rows(self, rows: Tensor) -> "Candidates":
        """Those of some rows, rows may come again."""
        return Candidates(self.first[rows], self.last[rows], self.real[rows])


class SpanAnswers:
    """Chances [triggers, spans, roles] of candidates; those that are not `near` [triggers, spans] were not to be asked."""

    def __init__(self, spans: Candidates, chances: Tensor, near: Tensor) -> None:
        self._first, self._last = spans.first.tolist(), spans.last.tolist()
        self._chances = chances * near[:, :, None]
        self._offered = [
            {(f, e) for f, e, ok in zip(*row, strict=True) if ok}
            for row in zip(self._first, self._last, near.tolist(), strict=True)
        ]

    def fillers(self, floor: float) -> list[set[Filled]]:
        """The likeliest candidate first, then each next that shares no word with those taken for the role."""
        found: list[set[Filled]] = [set() for _ in self._first]
        likely = (self._chances >= floor).nonzero()
        order = self._chances[tuple(likely.T)].argsort(descending=True, stable=True)
        for n, span, role in likely[order].tolist():
            first, last = self._first[n][span], self._last[n][span]
            if all(r != role or last < f or first > e for r, f, e in found[n]):
                found[n].add((role, first, last))
        return found

    def can_give(self, trigger: int, first: int, last: int) -> bool:
        """Whether the span was short and near enough and kept."""
        return (first, last) in self._offered[trigger]


class Spans(Shape):
    """Candidates are viewed once a window, pruned by a score of their own, and the kept ones scored against each trigger.

    The view is a layer over first word, last word, mean and width; the layer is taken apart, so that it runs over words, not spans.
    """

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self.first, self.last, self.mean = (
            nn.Linear(SIZE, SIZE),
            nn.Linear(SIZE, SIZE, bias=False),
            nn.Linear(SIZE, SIZE, bias=False),
        )
        self.width = nn.Embedding(WIDEST, SIZE)
        self.kept = nn.Linear(SIZE, 1)
        self.roles = Pairs(ROLES, dropout=self.network.dropout.p)
        nn.init.normal_(self.width.weight, std=0.02)
        with torch.no_grad():
            self.kept.bias.fill_(-4.0)
            self.roles.sums.bias.fill_(-4.0)

    def _views(self, spans: Candidates, views: Tensor) -> Tensor:
        """Views [windows, spans, size] of candidates."""
        sums = functional.pad(self.mean(views).float().cumsum(1), (0, 0, 1, 0))
        width = spans.last - spans.first
        mean = (_at(sums, spans.last + 1) - _at(sums, spans.first)) / (width + 1)[:, :, None]
        return torch.relu(_at(self.first(views), spans.first) + _at(self.last(views), spans.last) + mean + self.width(width))

    def _score(self, batch: Batch, views: Tensor, wanted: Tensor | None = None) -> "_Scored":
        """The candidates kept of each window, scored for each trigger; those of `wanted` [windows, spans] are kept in any case."""
        spans = Candidates.of(batch)
        seen = self._views(spans, views)
        alone = self.kept(self.network.dropout(seen))[:, :, 0].float()
        order = alone.detach().masked_fill(~spans.real, -torch.inf)
        if wanted is not None:
            order = order.masked_fill(wanted > 0, torch.inf)
        which = order.topk(int(views.shape[1] * A_WORD), dim=1).indices
        rows = batch.windows_of_told
        picked = spans.pick(which)
        room = (batch.sentences != -99).sum(1, keepdim=True) * A_WORD
        picked = Candidates(picked.first, picked.last, picked.real & (torch.arange(which.shape[1])[None] < room)).of_rows(rows)
        trigger, kind = self.triggers(batch, views)
        gap, far = _places(batch, picked)
        scores = self.roles(trigger, _at(seen, which)[rows], kind, gap_class(gap), far_class(far))
        return _Scored(spans, alone, which, picked, picked.real & (far.abs() <= NEIGHBOURS), scores.float())

    def role_loss(self, batch: Batch, views: Tensor) -> Tensor:
        """Of the kept candidates for each role, and of each candidate's own score, whether it is a filler of any trigger."""
        rows, words = batch.windows_of_told, views.shape[1]
        wanted, judged = _wanted(batch, words)
        fills = torch.zeros(len(batch.pieces), words * WIDEST).index_add(0, rows, wanted.amax(2)).clamp(max=1)
        found = self._score(batch, views, fills)
        which = found.which[rows][:, :, None].expand(-1, -1, ROLES)
        weight = judged.gather(1, which) * found.near[:, :, None]
        pairs = functional.binary_cross_entropy_with_logits(found.scores, wanted.gather(1, which), weight=weight, reduction="sum")
        real = found.spans.real.float()
        alone = functional.binary_cross_entropy_with_logits(found.alone, fills, weight=real, reduction="sum")
        return (pairs + alone) / len(batch.told)

    def answers(self, batch: Batch, views: Tensor) -> SpanAnswers:
        """Chances of the kept candidates in the trigger's sentence and beside it."""
        found = self._score(batch, views)
        return SpanAnswers(found.picked, found.scores.sigmoid(), found.near)


@dataclass(frozen=True, slots=True)
class _Scored:
    """All candidates [windows, spans] with their own scores, and the kept ones [triggers, kept] with scores for each role."""

    spans: Candidates
    alone: Tensor
    which: Tensor
    picked: Candidates
    near: Tensor
    scores: Tensor


def _at(views: Tensor, places: Tensor) -> Tensor:
    """The views [rows, places, size] at some places [rows, places] of each row."""
    return views.gather(1, places[:, :, None].expand(-1, -1, views.shape[2]))


def _places(batch: Batch, spans: Candidates) -> tuple[Tensor, Tensor]:
    """Signed distances [triggers, spans] in words and in sentences from each trigger to its candidates; 0 where they touch."""
    first = torch.tensor([t.spot.first for t in batch.told])[:, None]
    last = torch.tensor([t.spot.last for t in batch.told])[:, None]
    own = torch.tensor([t.sentence for t in batch.told])[:, None]
    gap = (spans.first - last).clamp(min=0) + (spans.last - first).clamp(max=0)
    return gap, batch.sentences[batch.windows_of_told].gather(1, spans.first) - own


def _wanted(batch: Batch, words: int) -> tuple[Tensor, Tensor]:
    """For every candidate whether it is a filler of each trigger, and whether that is known, [triggers, spans, roles] each."""
    wanted = torch.zeros(len(batch.told), words * WIDEST, ROLES)
    for n, fillers in enumerate(gold_fillers(batch)):
        for role, first, last in fillers:
            if last - first < WIDEST and batch.sentences[batch.windows_of_told[n], first] > TITLE_SENTENCE:
                wanted[n, first * WIDEST + last - first, role] = 1
    _, _, judged = padded(batch.told, words)
    wide = functional.pad(judged.transpose(1, 2), (0, WIDEST - 1)).unfold(2, WIDEST, 1).cummax(3).values
    return wanted, wide.permute(0, 2, 3, 1).reshape(wanted.shape)

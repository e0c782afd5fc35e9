"""The screen as it is trained: the same layers as at run time, on reports laid end to end."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from dateline.language.encoder import tagset
from dateline.language.encoder.screening import BOUND, LONGEST, SOFTER, STEPS, pieces_of
from dateline.language.encoder.windows import mark_of
from dateline.model.record import Record
from training.gold import document_of

CHANNELS, HIDDEN = 96, 64
NO_TAG, UNJUDGED = len(tagset.types()), -1
_APART = max(STEPS)  # empty places between two reports, so that neither sees the other
_EMPTY, _MASK = 0, 103


@dataclass(frozen=True, slots=True)
class Told:
    """A report: rows of pieces, the title's first, each with its end mark; `tags` names the type whose trigger a piece is in.

    `told` [sentences] is 1 where a trigger stands, `judged` is 0 where only optional acts are told.
    """

    part: str
    rows: list[NDArray[np.int64]]
    tags: list[NDArray[np.int64]]
    told: NDArray[np.float32]
    judged: NDArray[np.bool_]
    has_acts: bool

    @property
    def titled(self) -> bool:
        """Whether there is a title."""
        return len(self.rows[0]) > 1


def told_of(record: Record, read: Tokenizer) -> Told:
    """A coded report as the screen sees it; the tags of a title are judged only where a trigger is marked in it."""
    document = document_of(record)
    end = mark_of(read, "[SEP]")
    starts = [0, *(s.start for s in document.sentences)]
    texts = [document.title, *(s.of(document.text) for s in document.sentences)]
    offsets = [e.offsets[:LONGEST] for e in read.encode_batch(texts, add_special_tokens=False)]
    rows = [np.array([*row[:LONGEST], end]) for row in pieces_of(document, read)]
    tags = [np.array([NO_TAG] * (len(row) - 1) + [UNJUDGED]) for row in rows]
    sure, doubtful = set[int](), set[int]()
    for event in record["events"]:
        optional = bool(event.get("optional"))
        for mark in (e for e in event["evidence"] if e["role"] == "trigger"):
            sentence = -1 if mark["in"] == "title" else document.sentence_at(mark["start"])
            if sentence is None:
                continue
            (doubtful if optional else sure).add(sentence)
            here, start = sentence + 1, starts[sentence + 1]
            for n, (first, last) in enumerate(offsets[here]):
                if first + start < mark["end"] and last + start > mark["start"]:
                    tags[here][n] = UNJUDGED if optional else tagset.types().index(event["event_type"])
    if -1 not in sure:
        tags[0][:] = UNJUDGED
    numbers = range(len(document.sentences))
    told = np.array([n in sure for n in numbers], np.float32)
    judged = np.array([n in sure or n not in doubtful for n in numbers], np.bool_)
    return Told(record.get("part", ""), rows, tags, told, judged, bool(record["events"]))


@dataclass(frozen=True, slots=True)
class Laid:
    """Reports end to end: `pieces` and `tags` [places], and how many places each row has, the gap behind a report included."""

    pieces: Tensor
    tags: Tensor
    lengths: Tensor

    @classmethod
    def of(cls, reports: Sequence[Told]) -> "Laid":
        """The reports with gaps between them."""
        pieces: list[NDArray[np.int64]] = []
        tags: list[NDArray[np.int64]] = []
        lengths: list[int] = []
        for report in reports:
            pieces += [*report.rows, np.full(_APART, _EMPTY)]
            tags += [*report.tags, np.full(_APART, UNJUDGED)]
            lengths += [len(row) for row in report.rows]
            lengths[-1] += _APART
        return cls(torch.tensor(np.concatenate(pieces)), torch.tensor(np.concatenate(tags)), torch.tensor(lengths))


class ScreenNetwork(nn.Module):
    """`table` [pieces, size] is where the pieces' vectors start."""

    def __init__(self, table: NDArray[np.float32], dropout: float = 0.1, unseen: float = 0.1, alone: float = 0.3) -> None:
        super().__init__()
        size, view = table.shape[1], CHANNELS + NO_TAG + 1
        self.table = nn.Embedding.from_pretrained(torch.tensor(table), freeze=False, padding_idx=_EMPTY)
        self.look = nn.ModuleList(nn.Linear(3 * (CHANNELS if n else size), CHANNELS) for n in range(len(STEPS)))
        self.tag = nn.Linear(CHANNELS, NO_TAG + 1)
        self.report = nn.Linear(3 * view, HIDDEN)
        self.join = nn.Linear(4 * view + HIDDEN, HIDDEN)
        self.odds = nn.Linear(HIDDEN, 1)
        self.acts = nn.Linear(HIDDEN, 1)  # whether the report tells any act; trained beside the others, not kept
        self.dropout, self.unseen, self.alone = nn.Dropout(dropout), unseen, alone

    def forward(self, reports: Sequence[Told], laid: Laid) -> tuple[Tensor, Tensor, Tensor]:
        """Log of odds of the sentences and of the reports, and scores of tags [places, types and none]."""
        tags, views = self._views(laid)
        sentences: list[Tensor] = []
        whole: list[Tensor] = []
        for report, rows in zip(reports, views.split([len(r.rows) for r in reports]), strict=True):
            title, own = rows[:1] * report.titled, rows[1:]
            seen = torch.cat([own.amax(0), own.mean(0), title[0]])
            about = torch.relu(self.report(self.dropout(seen)))
            whole.append(self.acts(self.dropout(about)))
            nothing = torch.zeros_like(title)
            before, after = torch.cat([nothing, own[:-1]]), torch.cat([own[1:], nothing])
            context = [self._at_times(c) for c in (before, after, title.expand(len(own), -1), about.expand(len(own), -1))]
            joined = torch.relu(self.join(self.dropout(torch.cat([own, *context], 1))))
            sentences.append(self.odds(self.dropout(joined))[:, 0])
        return torch.cat(sentences), torch.cat(whole), tags

    def _views(self, laid: Laid) -> tuple[Tensor, Tensor]:
        there = (laid.pieces != _EMPTY)[:, None]
        pieces = laid.pieces
        if self.training:
            pieces = pieces.masked_fill((torch.rand(pieces.shape) < self.unseen) & there[:, 0], _MASK)
        seen = self.dropout(self.table(pieces))
        for number, (step, look) in enumerate(zip(STEPS, self.look, strict=True)):
            found = torch.relu(look(self.dropout(_beside(seen, step)) if number else _beside(seen, step)))
            seen = (seen + found if number else found) * there
        tags = self.tag(self.dropout(seen))
        marks = torch.cat([seen, (tags / SOFTER).clamp(-BOUND, BOUND).masked_fill(~there, -BOUND)], 1)
        return tags, torch.segment_reduce(marks, "max", lengths=laid.lengths, axis=0)

    def _at_times(self, context: Tensor) -> Tensor:
        """The context, hidden at random from some sentences, so that none leans on it alone."""
        return context * (torch.rand(len(context), 1) >= self.alone) if self.training else context


def _beside(rows: Tensor, step: int) -> Tensor:
    padded = functional.pad(rows, (0, 0, step, step))
    return torch.cat([padded[: -2 * step], rows, padded[2 * step :]], 1)

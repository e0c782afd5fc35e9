"""What every shape of the role heads has in common, and the shape that the reader has: links from triggers to words."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Protocol

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from dateline.language.encoder import tagset
from dateline.language.encoder.heads import Numbers

# how the reader itself cuts scores of words into fillers; a rule of the benchmark's own could drift from it
from dateline.language.encoder.reading import stretches
from dateline.language.encoder.windows import Word
from training.reader.batches import Batch, distances, mean_of_words
from training.reader.labels import Told
from training.reader.train import fresh

Filled = tuple[int, int, int]
"""The number of a role, first and last word of the window: a filler of a trigger."""
ROLES = len(tagset.ROLES)


class Answers(Protocol):
    """A shape's answers on the triggers of a batch."""

    def fillers(self, floor: float) -> list[set[Filled]]:
        """For each trigger the fillers that are likelier than `floor`."""
        ...

    def can_give(self, trigger: int, first: int, last: int) -> bool:
        """Whether the shape could name these words as a filler of this trigger at all."""
        ...


class Shape(nn.Module):
    """The encoder with tags for the triggers; how fillers are found is the matter of each shape."""

    def __init__(self, seed: int) -> None:
        super().__init__()
        self.network = fresh(seed)
        self.pieces_read = 0
        """Word pieces that have gone through the encoder, padding not counted."""

    def read(self, batch: Batch) -> Tensor:
        """Views [windows, words, size] of the words."""
        self.pieces_read += int(batch.mask.sum())
        views: Tensor = self.network.dropout(self.network.read(batch.pieces, batch.mask, batch.firsts).float())
        return views

    def triggers(self, batch: Batch, views: Tensor) -> tuple[Tensor, Tensor]:
        """Views [triggers, size] and types [triggers] of the gold's triggers."""
        kind = torch.tensor([t.event_type for t in batch.told])
        firsts, lasts = [t.spot.first for t in batch.told], [t.spot.last for t in batch.told]
        return self.network.trigger_view(mean_of_words(views, batch.windows_of_told, firsts, lasts), kind), kind

    @abstractmethod
    def role_loss(self, batch: Batch, views: Tensor) -> Tensor:
        """How wrong the roles are, a mean over the triggers of the batch; there is at least one."""

    @abstractmethod
    def answers(self, batch: Batch, views: Tensor) -> Answers:
        """The answers on the gold's triggers; there is at least one."""


def words_of_row(batch: Batch, row: int) -> list[Word]:
    """The words of a window as far as it takes to cut scores into fillers: the sentence of each."""
    return [Word(0, 0, "text", int(n), ()) for n in batch.sentences[row] if n != -99]


def cut(words: Sequence[Word], inside: Numbers, begins: Numbers, floor: float) -> set[Filled]:
    """The fillers in the scores [words, roles] of the words of a window."""
    alone = [(n, n) for n in range(len(words))]
    return {(role, *found) for role in range(ROLES) for found in stretches(words, alone, inside[:, role], begins[:, role], floor)}


def gold_fillers(batch: Batch) -> list[set[Filled]]:
    """The fillers of each trigger."""
    rows = zip(batch.told, batch.windows_of_told.tolist(), strict=True)
    return [cut(words_of_row(batch, row), t.inside, t.begins, 0.5) for t, row in rows]


def padded(told: Sequence[Told], words: int) -> tuple[Tensor, Tensor, Tensor]:
    """What is inside a filler, what begins one and what is judged, [triggers, words, roles] each."""
    found = np.zeros((3, len(told), words, ROLES), np.float32)
    for n, t in enumerate(told):
        for place, array in zip(found, (t.inside, t.begins, t.judged), strict=True):
            place[n, : len(array)] = array
    inside, begins, judged = torch.from_numpy(found)
    return inside, begins, judged


def word_loss(scores: Tensor, inside: Tensor, begins: Tensor, judged: Tensor) -> Tensor:
    """Sum over words of the loss of both scores [..., 2 x roles]; where a filler begins is asked only inside one."""
    wanted, weight = torch.cat([inside, begins], -1), torch.cat([judged, inside * 0.5], -1)
    return functional.binary_cross_entropy_with_logits(scores.float(), wanted, weight=weight, reduction="sum")


class WordAnswers:
    """Chances [triggers, words, roles] that words are in a filler and begin one; `asked` [triggers, words] says which could be."""

    def __init__(self, batch: Batch, inside: Tensor, begins: Tensor, asked: Tensor) -> None:
        self._words = [words_of_row(batch, row) for row in batch.windows_of_told.tolist()]
        self._inside, self._begins, self._asked = inside.numpy(), begins.numpy(), asked

    def fillers(self, floor: float) -> list[set[Filled]]:
        """Stretches of likely words, as the reader cuts them."""
        return [cut(w, i, b, floor) for w, i, b in zip(self._words, self._inside, self._begins, strict=True)]

    def can_give(self, trigger: int, first: int, last: int) -> bool:
        """Whether all the words were asked about."""
        return bool(self._asked[trigger, first : last + 1].all())


class Links(Shape):
    """The reader's own shape: each word of the window is scored against each trigger, for every role."""

    def _scores(self, batch: Batch, views: Tensor) -> Tensor:
        trigger, kind = self.triggers(batch, views)
        gap, far = distances(batch, batch.windows_of_told)
        scores: Tensor = self.network.roles(trigger, views[batch.windows_of_told], kind, gap, far)
        return scores

    def role_loss(self, batch: Batch, views: Tensor) -> Tensor:
        """Over every word of a trigger's window."""
        return word_loss(self._scores(batch, views), *padded(batch.told, views.shape[1])) / len(batch.told)

    def answers(self, batch: Batch, views: Tensor) -> WordAnswers:
        """Chances of every word of a trigger's window."""
        chances = self._scores(batch, views).sigmoid()
        return WordAnswers(batch, chances[..., :ROLES], chances[..., ROLES:], (batch.sentences != -99)[batch.windows_of_told])

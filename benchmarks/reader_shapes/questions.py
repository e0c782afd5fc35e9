"""Fillers as answers: a second pass of the encoder for each trigger and role, over a question and the text around it."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from benchmarks.reader_shapes.shape import ROLES, Shape, WordAnswers, padded, word_loss
from dateline.language.encoder import tagset
from dateline.language.encoder.windows import TITLE_SENTENCE, mark_of
from dateline.model import Role
from training.reader.batches import Batch
from training.reader.network import SIZE, Two
from training.reader.train import tokenizer

ASKED: dict[Role, str] = {
    "actor": "who does it?",
    "recipient": "to whom is it done?",
    "place": "where does it happen?",
    "date": "when does it happen?",
    "harm": "how many people are killed, injured or otherwise harmed?",
    "target": "what building, vehicle or other thing is hit?",
    "impact": "what follows from it, such as an outage or an evacuation?",
    "attribution": "who says so?",
}
NEIGHBOURS = 1
"""Sentences before and behind that of the trigger that a question is asked of."""
TOGETHER = 32
"""Questions of like width that go through the encoder together."""


@dataclass(frozen=True, slots=True)
class Question:
    """Role `role` of trigger `trigger` of a batch, asked of the words `first` to `last` of its window.

    `firsts` are the places of the words' first pieces among `pieces`, `marked` the pieces of the trigger (begin, end), `weight`
    counts in training.
    """

    trigger: int
    role: int
    first: int
    last: int
    pieces: list[int]
    firsts: list[int]
    marked: tuple[int, int]
    weight: float


class Questions(Shape):
    """[CLS] type and question [SEP] sentences [SEP], the words of the trigger marked by the second token type.

    Trained on the roles of a trigger that have fillers and as many that have none, drawn anew each time and weighted by how many
    they stand for (one, if no role has fillers): the loss to be expected is then that of asking all. Read by asking all.
    """

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self.answer = Two(SIZE, 256, 2, self.network.dropout.p)
        with torch.no_grad():
            self.answer[3].bias.fill_(-3.0)
        self._chance = random.Random(seed)
        read = tokenizer()
        self._begin, self._end = mark_of(read, "[CLS]"), mark_of(read, "[SEP]")
        self._asked = [
            [read.encode(f"{name.lower()}: {ASKED[role]}", add_special_tokens=False).ids for role in tagset.ROLES]
            for name in tagset.types()
        ]

    def _questions(self, batch: Batch, trigger: int, roles: Sequence[tuple[int, float]]) -> Iterator[Question]:
        """Questions for some roles of a trigger, with their weights."""
        told, row = batch.told[trigger], int(batch.windows_of_told[trigger])
        sentences = batch.sentences[row]
        near = (((sentences - told.sentence).abs() <= NEIGHBOURS) & (sentences > TITLE_SENTENCE)).nonzero()[:, 0]
        first, last = int(near[0]), int(near[-1])
        closing = int(batch.mask[row].sum()) - 1
        places = [*batch.firsts[row, : int((sentences != -99).sum())].tolist(), closing]
        text = batch.pieces[row, places[first] : places[last + 1]].tolist()
        for role, weight in roles:
            asked = self._asked[told.event_type][role]
            shift = len(asked) + 2 - places[first]
            yield Question(
                trigger,
                role,
                first,
                last,
                [self._begin, *asked, self._end, *text, self._end],
                [n + shift for n in places[first : last + 1]],
                (places[told.spot.first] + shift, places[told.spot.last + 1] + shift),
                weight,
            )

    def _drawn(self, batch: Batch) -> Iterator[Question]:
        """The questions of a step of training."""
        for n, told in enumerate(batch.told):
            filled = [role for role in range(ROLES) if told.inside[:, role].any()]
            empty = [role for role in range(ROLES) if role not in filled and told.judged[:, role].any()]
            drawn = self._chance.sample(empty, min(len(empty), max(1, len(filled))))
            yield from self._questions(batch, n, [(r, 1.0) for r in filled] + [(r, len(empty) / len(drawn)) for r in drawn])

    def _read_answers(self, batch: Sequence[Question]) -> Tensor:
        """Scores [questions, words, 2] of the words asked about: inside an answer, and at its beginning."""
        wide, words = max(len(q.pieces) for q in batch), max(len(q.firsts) for q in batch)
        pieces, mask, marks = torch.zeros(3, len(batch), wide, dtype=torch.long)
        firsts = torch.zeros(len(batch), words, dtype=torch.long)
        for n, q in enumerate(batch):
            pieces[n, : len(q.pieces)] = torch.tensor(q.pieces)
            mask[n, : len(q.pieces)] = 1
            marks[n, slice(*q.marked)] = 1
            firsts[n, : len(q.firsts)] = torch.tensor(q.firsts)
        self.pieces_read += int(mask.sum())
        hidden = self.network.encoder(input_ids=pieces, attention_mask=mask, token_type_ids=marks).last_hidden_state.float()
        views = torch.gather(hidden, 1, firsts[:, :, None].expand(-1, -1, SIZE))
        scores: Tensor = self.answer(self.network.dropout(views))
        return scores

    def role_loss(self, batch: Batch, views: Tensor) -> Tensor:
        """Over the words asked about of the questions drawn."""
        inside, begins, judged = padded(batch.told, views.shape[1])
        total = views.sum() * 0
        for some in _together(list(self._drawn(batch))):
            scores = self._read_answers(some)
            for q, row in zip(some, scores, strict=True):
                here = slice(q.first, q.last + 1)
                answer = [of[q.trigger, here, q.role, None] for of in (inside, begins, judged)]
                total = total + q.weight * word_loss(row[: len(q.firsts)], *answer)
        return total / len(batch.told)

    def answers(self, batch: Batch, views: Tensor) -> WordAnswers:
        """Chances of the words asked about, every role asked."""
        chances = torch.zeros(2, len(batch.told), views.shape[1], ROLES)
        asked = torch.zeros(len(batch.told), views.shape[1], dtype=torch.bool)
        every = [(role, 1.0) for role in range(ROLES)]
        for some in _together([q for n in range(len(batch.told)) for q in self._questions(batch, n, every)]):
            for q, row in zip(some, self._read_answers(some).sigmoid(), strict=True):
                chances[:, q.trigger, q.first : q.last + 1, q.role] = row[: len(q.firsts)].T
                asked[q.trigger, q.first : q.last + 1] = True
        return WordAnswers(batch, chances[0], chances[1], asked)


def _together(questions: list[Question]) -> Iterator[list[Question]]:
    """The questions by width, some at a time."""
    questions.sort(key=lambda q: len(q.pieces))
    for start in range(0, len(questions), TOGETHER):
        yield questions[start : start + TOGETHER]

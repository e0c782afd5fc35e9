"""The network: the encoder, a tag for every word and type, and what hangs on each trigger."""

import torch
from torch import Tensor, nn
from transformers import BertModel

from dateline.language.encoder import heads, tagset
from dateline.language.encoder.heads import FARTHEST, GAPS, TWINS_FARTHEST

SIZE = 384


def gap_class(gap: Tensor) -> Tensor:
    """The classes of signed distances in words, as at run time."""
    return torch.from_numpy(heads.gap_class(gap.numpy()))


def far_class(far: Tensor) -> Tensor:
    """The classes of signed distances in sentences."""
    return far.clamp(-FARTHEST, FARTHEST) + FARTHEST


class Two(nn.Sequential):
    """Two layers."""

    def __init__(self, size: int, hidden: int, out: int, dropout: float) -> None:
        super().__init__(nn.Linear(size, hidden), nn.ReLU(), nn.Dropout(dropout), nn.Linear(hidden, out))


class Pairs(nn.Module):
    """What a word is to a trigger: sums of views of both, where they stand to each other, and their product."""

    def __init__(self, out: int, hidden: int = 192, product: int = 96, dropout: float = 0.1) -> None:
        super().__init__()
        self.of_trigger = nn.Linear(SIZE, hidden)
        self.of_word = nn.Linear(SIZE, hidden)
        self.of_type = nn.Embedding(len(tagset.types()), hidden)
        self.of_gap = nn.Embedding(2 * len(GAPS) + 1, hidden)
        self.of_far = nn.Embedding(2 * FARTHEST + 1, hidden)
        self.left = nn.Linear(SIZE, product)
        self.right = nn.Linear(SIZE, product)
        self.sums = nn.Linear(hidden, out)
        self.products = nn.Linear(product, out, bias=False)
        self.dropout = nn.Dropout(dropout)

    def forward(self, trigger: Tensor, word: Tensor, kind: Tensor, gap: Tensor, far: Tensor) -> Tensor:
        """Scores [n, words, out] of triggers [n, size] and words [n, words, size]."""
        hidden = self.of_trigger(trigger)[:, None] + self.of_word(word) + self.of_type(kind)[:, None]
        hidden = torch.relu(hidden + self.of_gap(gap) + self.of_far(far))
        product = self.left(trigger)[:, None] * self.right(word)
        return self.sums(self.dropout(hidden)) + self.products(self.dropout(product))


class Network(nn.Module):
    """Encoder and heads."""

    def __init__(self, encoder: BertModel, dropout: float = 0.15) -> None:
        super().__init__()
        self.encoder = encoder
        self.dropout = nn.Dropout(dropout)
        self.tags = Two(SIZE, 256, len(tagset.types()), dropout)
        self.of_type = nn.Embedding(len(tagset.types()), SIZE)
        self.act = Two(SIZE, 256, len(tagset.modes()) + len(tagset.STATUSES) + 2, dropout)
        self.roles = Pairs(2 * len(tagset.ROLES), dropout=dropout)
        self.same = Two(3 * SIZE + 2 * 16, 128, 1, dropout)
        self.same_far = nn.Embedding(TWINS_FARTHEST + 1, 16)
        self.same_type = nn.Embedding(len(tagset.types()), 16)
        answers = sum(size + beside for _, size, beside in tagset.phrase_answers().values())
        self.phrase = Two(SIZE, 256, answers, dropout)
        self.relation = Two(4 * SIZE, 256, len(tagset.types()), dropout)
        nn.init.normal_(self.of_type.weight, std=0.02)
        with torch.no_grad():
            self.tags[3].bias.fill_(-4.0)
            self.roles.sums.bias.fill_(-3.0)

    def read(self, pieces: Tensor, mask: Tensor, firsts: Tensor) -> Tensor:
        """Views [windows, words, size] of the words, by their first pieces."""
        hidden = self.encoder(input_ids=pieces, attention_mask=mask).last_hidden_state
        return torch.gather(hidden, 1, firsts[:, :, None].expand(-1, -1, SIZE))

    def trigger_view(self, words: Tensor, kind: Tensor) -> Tensor:
        """The view of triggers from the mean [n, size] of their words and their types [n]."""
        return self.dropout(words + self.of_type(kind))

    def sameness(self, a: Tensor, b: Tensor, kind: Tensor, far: Tensor) -> Tensor:
        """Scores [n] that two triggers of one type, `far` sentences apart, tell one act."""
        view = torch.cat([a * b, (a - b).abs(), a + b, self.same_far(far.clamp(0, TWINS_FARTHEST)), self.same_type(kind)], 1)
        out: Tensor = self.same(view)
        return out[:, 0]

    def relations(self, actor: Tensor, recipient: Tensor, sentence: Tensor) -> Tensor:
        """Scores [n, types] of what the first side does to the second, from the views of both and of their whole sentence."""
        out: Tensor = self.relation(torch.cat([actor, recipient, actor * recipient, sentence], 1))
        return out

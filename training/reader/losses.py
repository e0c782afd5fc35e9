"""What the network should have answered, and how far it is from it."""

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from dateline.language.encoder import tagset
from training.reader.batches import Batch, distances, mean_of_words
from training.reader.network import Network

WEIGHTS = {"tags": 2.0, "acts": 1.0, "roles": 0.6, "same": 0.3, "phrases": 0.5, "pairs": 0.3}


def losses(network: Network, batch: Batch) -> dict[str, Tensor]:
    """The parts of the loss, each a mean over triggers (phrases for the last)."""
    views = network.dropout(network.read(batch.pieces, batch.mask, batch.firsts).float())
    scores = network.tags(views)
    count = max(1, len(batch.told))
    raw = functional.binary_cross_entropy_with_logits(scores, batch.tags, weight=batch.judged, reduction="sum")
    found = {"tags": raw / (count + 0.5 * len(batch.pieces))}
    if batch.told:
        found |= _of_triggers(network, batch, views)
    if batch.phrases:
        found["phrases"] = _of_phrases(network, batch, views)
    if batch.pairs:
        found["pairs"] = _of_pairs(network, batch, views)
    return found


def _of_pairs(network: Network, batch: Batch, views: Tensor) -> Tensor:
    rows = batch.windows_of_pairs
    actor = mean_of_words(views, rows, [p.actor.first for p in batch.pairs], [p.actor.last for p in batch.pairs])
    other = mean_of_words(views, rows, [p.recipient.first for p in batch.pairs], [p.recipient.last for p in batch.pairs])
    own = torch.stack([batch.sentences[r][p.actor.first] for r, p in zip(rows, batch.pairs, strict=True)])
    inside = (batch.sentences[rows] == own[:, None]).to(views.dtype)
    sentence = torch.einsum("nw,nws->ns", inside / inside.sum(1, keepdim=True), views[rows])
    return functional.cross_entropy(network.relations(actor, other, sentence), torch.tensor([p.event_type for p in batch.pairs]))


def _of_triggers(network: Network, batch: Batch, views: Tensor) -> dict[str, Tensor]:
    rows = batch.windows_of_told
    kind = torch.tensor([t.event_type for t in batch.told])
    words = mean_of_words(views, rows, [t.spot.first for t in batch.told], [t.spot.last for t in batch.told])
    trigger = network.trigger_view(words, kind)
    acts = act_loss(network.act(trigger), batch, kind)
    gap, far = distances(batch, rows)
    pairs = network.roles(trigger, views[rows], kind, gap, far)
    wide = views.shape[1]
    wanted, judged = _role_answers(batch, wide)
    raw = functional.binary_cross_entropy_with_logits(pairs, wanted, weight=judged, reduction="sum")
    found = {"acts": acts, "roles": raw / len(batch.told)}
    if len(batch.twins):
        a, b = batch.twins[:, 0], batch.twins[:, 1]
        sentence = torch.tensor([t.sentence for t in batch.told])
        score = network.sameness(trigger[a], trigger[b], kind[a], (sentence[a] - sentence[b]).abs())
        found["same"] = functional.binary_cross_entropy_with_logits(score, batch.same)
    return found


def act_loss(scores: Tensor, batch: Batch, kind: Tensor) -> Tensor:
    """Loss of mode (within the type), status, background, aggregate."""
    modes, statuses = len(tagset.modes()), len(tagset.STATUSES)
    allowed = torch.tensor([[t == name for name, _ in tagset.modes()] for t in tagset.types()])
    mode = scores[:, :modes].masked_fill(~allowed[kind], -1e4)
    loss = functional.cross_entropy(mode, torch.tensor([t.mode for t in batch.told]))
    loss = loss + functional.cross_entropy(scores[:, modes : modes + statuses], torch.tensor([t.status for t in batch.told]))
    flags = torch.tensor([[float(t.background), float(t.aggregate)] for t in batch.told])
    return loss + functional.binary_cross_entropy_with_logits(scores[:, modes + statuses :], flags) * 2


def _role_answers(batch: Batch, wide: int) -> tuple[Tensor, Tensor]:
    roles = len(tagset.ROLES)
    wanted = np.zeros((len(batch.told), wide, 2 * roles), np.float32)
    judged = np.zeros_like(wanted)
    for n, t in enumerate(batch.told):
        size = len(t.inside)
        wanted[n, :size, :roles], wanted[n, :size, roles:] = t.inside, t.begins
        judged[n, :size, :roles] = t.judged
        judged[n, :size, roles:] = t.inside * 0.5  # where a filler begins is asked only inside one
    return torch.from_numpy(wanted), torch.from_numpy(judged)


def _of_phrases(network: Network, batch: Batch, views: Tensor) -> Tensor:
    """Kind and extent of harm, targets and impacts, sector of actors."""
    rows = batch.windows_of_phrases
    view = mean_of_words(views, rows, [p.spot.first for p in batch.phrases], [p.spot.last for p in batch.phrases])
    scores = network.phrase(network.dropout(view))
    total = scores.sum() * 0
    for role, (start, size, extra) in tagset.phrase_answers().items():
        here = [n for n, p in enumerate(batch.phrases) if p.role == role]
        if here:
            part = scores[here]
            total = total + functional.cross_entropy(
                part[:, start : start + size], torch.tensor([batch.phrases[n].kind for n in here]), reduction="sum"
            )
            if extra:
                total = total + functional.cross_entropy(
                    part[:, start + size : start + size + extra],
                    torch.tensor([batch.phrases[n].more for n in here]),
                    reduction="sum",
                )
    return total / len(batch.phrases)

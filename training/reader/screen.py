"""`python -m training.reader.screen --out FOLDER/screen.npz`: trains the screen on the corpus; prints what it keeps and drops.

The reports coded twice are left out and measured by. The floor keeps RECALL of the sentences with triggers in folds by report.
"""

import argparse
import random
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from dateline.model.record import Record
from training.markup import held_out
from training.reader.screen_network import NO_TAG, UNJUDGED, Laid, ScreenNetwork, Told, told_of
from training.reader.train import CORPUS, fresh, tokenizer

RECALL, FOLDS = 0.995, 5
SIZE = 48
"""Numbers that are kept of a piece's vector."""
PASSES, TOGETHER = 8, 8
"""Passes over the corpus; reports of a step."""
TABLE_RATE, RATE, DECAY, WARM = 5e-4, 2e-3, 0.05, 50
TAGGED = 2.0
"""How much more a piece of a trigger weighs than another."""
WHOLE = 0.5
"""Weight of the question whether the report tells any act."""
Numbers = NDArray[np.float32]


def start_table(reports: Sequence[Told]) -> Numbers:
    """Vectors of the pieces, [pieces, SIZE]: the principal parts of the encoder's own embeddings.

    A piece weighs by the root of its number in the reports.
    """
    embeddings = fresh(0).encoder.embeddings.word_embeddings.weight.detach()
    vectors = functional.normalize(embeddings).double().numpy()
    counts = np.bincount(np.concatenate([row for r in reports for row in r.rows]), minlength=len(vectors))
    weights = np.sqrt(counts + 1.0)[:, None]
    centred = vectors - (vectors * weights).sum(0) / weights.sum()
    _, directions = np.linalg.eigh((centred * weights).T @ centred)
    table = centred @ directions[:, : -SIZE - 1 : -1]
    table /= ((weights * table**2).sum(0) / weights.sum()) ** 0.25  # halfway to equal spread, else the first parts drown the rest
    table /= table.std()
    table[0] = 0
    return np.asarray(table, np.float32)


def seen(records: Sequence[Record]) -> list[Told]:
    """The reports that have sentences, as the screen sees them."""
    read = tokenizer()
    return [told for told in (told_of(record, read) for record in records) if len(told.told)]


def fit(reports: Sequence[Told], passes: int = PASSES, seed: int = 0) -> ScreenNetwork:
    """A network trained on the reports."""
    start = start_table(reports)
    torch.manual_seed(seed)
    chance = random.Random(seed)
    network = ScreenNetwork(start)
    table = [network.table.weight]
    others = [p for n, p in network.named_parameters() if not n.startswith("table.")]
    groups = [{"params": table, "lr": TABLE_RATE, "weight_decay": 0.0}, {"params": others, "lr": RATE, "weight_decay": DECAY}]
    optimiser = torch.optim.AdamW(groups)
    steps = passes * -(-len(reports) // TOGETHER)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda n: min(1.0, (n + 1) / WARM) * max(0.02, 1 - n / steps))
    order = list(reports)
    for _ in range(passes):
        chance.shuffle(order)
        for first in range(0, len(order), TOGETHER):
            optimiser.zero_grad()
            loss_of(network, order[first : first + TOGETHER]).backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimiser.step()
            schedule.step()
    return network.eval()


def loss_of(network: ScreenNetwork, reports: Sequence[Told]) -> torch.Tensor:
    """How wrong the network is on sentences, on whole reports and on the type of every piece."""
    laid = Laid.of(reports)
    sentences, whole, tags = network(reports, laid)
    told = torch.tensor(np.concatenate([r.told for r in reports]))
    judged = torch.tensor(np.concatenate([r.judged for r in reports]))
    acts = torch.tensor([float(r.told.any()) for r in reports])
    loss = functional.binary_cross_entropy_with_logits(sentences[judged], told[judged])
    loss = loss + WHOLE * functional.binary_cross_entropy_with_logits(whole, acts)
    weights = torch.tensor([TAGGED] * NO_TAG + [1.0])
    return loss + functional.cross_entropy(tags, laid.tags, weight=weights, ignore_index=UNJUDGED)


@torch.inference_mode()
def scores_of(network: ScreenNetwork, reports: Sequence[Told]) -> list[Numbers]:
    """Log of odds of each sentence of each report."""
    return [network([report], Laid.of([report]))[0].numpy() for report in reports]


def packed(network: ScreenNetwork, floor: float) -> dict[str, NDArray[np.generic]]:
    """The arrays that `dateline.language.encoder.screening.Screen` reads: the table in 8 bits, the layers in 16."""
    table = network.table.weight.detach().numpy()
    scale = np.abs(table).max(0) / 127
    arrays: dict[str, NDArray[np.generic]] = {"table": np.rint(table / scale).astype(np.int8), "scale": scale}
    for name, values in network.named_parameters():
        if not name.startswith(("table.", "acts.")):
            kept = values.detach().numpy().astype(np.float16)
            arrays[name.replace("look.", "look")] = np.ascontiguousarray(kept.T) if kept.ndim == 2 else kept
    return arrays | {"floor": np.array(floor, np.float32)}


def told_scores(reports: Sequence[Told], scores: Sequence[Numbers]) -> Numbers:
    """The scores of the sentences with triggers, in ascending order."""
    return np.sort(np.concatenate([s[r.told == 1] for r, s in zip(reports, scores, strict=True)]))


def floor_for(recall: float, reports: Sequence[Told], scores: Sequence[Numbers]) -> float:
    """The highest floor that keeps so much of the sentences with triggers."""
    told = told_scores(reports, scores)
    return float(told[int(len(told) * (1 - recall))])


def show(name: str, reports: Sequence[Told], scores: Sequence[Numbers], floors: Mapping[float, float]) -> None:
    """Prints, for each floor, what is kept of sentences with triggers and dropped of others."""
    told = told_scores(reports, scores)
    none, idle = (
        np.concatenate(
            [s[(r.told == 0) & r.judged] for r, s in zip(reports, scores, strict=True) if r.has_acts == acts] or [np.zeros(0)]
        )
        for acts in (False, True)
    )
    print(f"{name}: {len(told)} sentences with triggers, {len(none)} of reports without acts, {len(idle)} idle ones of others")
    for recall, floor in floors.items():
        kept = f"{np.mean(told >= floor):.4f}" if len(told) else "-"
        dropped = [f"{np.mean(rows < floor):.2f}" if len(rows) else "-" for rows in (none, idle)]
        print(f"  floor {floor:.2f} ({recall:.3f} in the folds): keeps {kept}, drops {dropped[0]} and {dropped[1]}", flush=True)


def main() -> int:
    """Learns, prints and writes `screen.npz`."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--passes", type=int, default=PASSES)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    learn, twice = (seen(part) for part in held_out(CORPUS))
    scores: list[Numbers] = [np.zeros(0, np.float32)] * len(learn)
    for fold in range(FOLDS):
        network = fit([t for n, t in enumerate(learn) if n % FOLDS != fold], options.passes)
        scores[fold::FOLDS] = scores_of(network, learn[fold::FOLDS])
    floors = {recall: floor_for(recall, learn, scores) for recall in (0.99, RECALL, 0.998)}
    show("folds", learn, scores, floors)
    for part in ("part27", "part29"):
        some = [n for n, t in enumerate(learn) if t.part.startswith(part)]
        show(part, [learn[n] for n in some], [scores[n] for n in some], floors)
    network = fit(learn, options.passes)
    show("coded twice", twice, scores_of(network, twice), floors)
    np.savez_compressed(options.out, **packed(network, floors[RECALL]))
    return 0


if __name__ == "__main__":
    sys.exit(main())

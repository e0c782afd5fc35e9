"""What one marked side does to another: the benchmark variant of `dateline relate`, learned from a table in the PLV format.

    python benchmarks/plv.py cross TRAIN.tsv            five folds of the table, each judged by networks of the others
    python benchmarks/plv.py packaged TABLE.tsv         `dateline relate` as it ships, on the table
    python benchmarks/plv.py predict TRAIN.tsv FILE.tsv learns from the whole table and writes FILE's rows with a predicted root

It starts from the trained network (`make train` leaves it in build/reader/network.pt) and learns on from the table. The table has
no licence: nothing that is learned from it is shipped. CONCEDE and RETREAT are one root there, YIELD. Needs the group `train`.
"""

import argparse
import csv
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from dateline.coding import relate
from dateline.language.encoder.windows import words_of
from dateline.model import Span
from training.reader.network import SIZE, Network, Two
from training.reader.train import fresh, tokenizer

ROOTS = "ACCUSE AGREE AID ASSAULT COERCE CONSULT COOPERATE MOBILIZE PROTEST REJECT REQUEST SANCTION SUPPORT THREATEN YIELD".split()
QUADS = {
    "VC": "AGREE CONSULT SUPPORT", "MC": "COOPERATE AID YIELD", "VX": "REQUEST ACCUSE REJECT THREATEN",
    "MX": "PROTEST SANCTION MOBILIZE COERCE ASSAULT",
}  # fmt: skip
FOLDS, BATCH, RATE, HEAD_RATE, DROPOUT = 5, 16, 1.5e-4, 1e-3, 0.2


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence in pieces with the places of its two sides (indices of first pieces) and its root."""

    pieces: list[int]
    actor: list[int]
    recipient: list[int]
    root: int


def lines_of(path: Path) -> list[dict[str, str]]:
    """The lines of a table as they are."""
    csv.field_size_limit(10_000_000)
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def unmarked(marked: str) -> tuple[str, Span, Span]:
    """A sentence without its marks, and where in it the source and the target stand."""
    spans = []
    for mark, other in (("s", "t"), ("t", "s")):
        clean = marked.replace(f"<{other}>", "").replace(f"</{other}>", "")
        spans.append(Span(clean.find(f"<{mark}>"), clean.find(f"</{mark}>") - len(mark) - 2))
    plain = marked
    for mark in ("<s>", "</s>", "<t>", "</t>"):
        plain = plain.replace(mark, "")
    return plain, spans[0], spans[1]


def rows_of(path: Path) -> tuple[list[dict[str, str]], list[Row]]:
    """The lines of a table as they are, and as the network reads them."""
    lines = lines_of(path)
    read = tokenizer()
    begin, end = read.token_to_id("[CLS]"), read.token_to_id("[SEP]")
    found = []
    for line in lines:
        plain, *spans = unmarked(line["marked_sentence"])
        pieces = [begin]
        sides: list[list[int]] = [[], []]
        for word in words_of(read.encode(plain, add_special_tokens=False), 0, "text", 0):
            for side, span in zip(sides, spans, strict=True):
                if word.touches(span):
                    side.append(len(pieces))
            pieces.extend(word.pieces)
        root = line.get("gold_root", "")
        found.append(Row([*pieces[:200], end], sides[0], sides[1], ROOTS.index(root) if root in ROOTS else -1))
    return lines, found


def packaged(table: Path) -> None:
    """Prints the figures of `dateline relate` as it ships, which has learned from no such table."""
    gold, found = [], []
    for line in lines_of(table):
        answer = relate(*unmarked(line["marked_sentence"])).event_type
        gold.append(line["gold_root"])
        found.append("YIELD" if answer in ("CONCEDE", "RETREAT") else answer)
    print(f"packaged: {_figures(gold, found)}")


class Relation(nn.Module):
    """The trained encoder with a fresh head for roots, beside the head that the corpus has taught."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        self.dropout = nn.Dropout(DROPOUT)
        self.head = Two(5 * SIZE, 256, len(ROOTS), DROPOUT)

    def forward(self, rows: Sequence[Row]) -> Tensor:
        """Scores [rows, roots]."""
        wide = max(len(r.pieces) for r in rows)
        pieces, mask = torch.zeros(len(rows), wide, dtype=torch.long), torch.zeros(len(rows), wide, dtype=torch.long)
        sides = torch.zeros(2, len(rows), wide)
        for n, row in enumerate(rows):
            pieces[n, : len(row.pieces)] = torch.tensor(row.pieces)
            mask[n, : len(row.pieces)] = 1
            for side, places in enumerate((row.actor, row.recipient)):
                sides[side, n, places or [0]] = 1
        hidden = self.network.encoder(input_ids=pieces, attention_mask=mask).last_hidden_state.float()
        a, b = (torch.einsum("nw,nws->ns", s / s.sum(1, keepdim=True), hidden) for s in sides)
        whole = mask.float() / mask.sum(1, keepdim=True)
        sentence = torch.einsum("nw,nws->ns", whole, hidden)
        scores: Tensor = self.head(self.dropout(torch.cat([a, b, a * b, sentence, hidden[:, 0]], 1)))
        return scores


def learn(rows: Sequence[Row], start: Path | None, passes: int, seed: int) -> Relation:
    """A network that has learned on from the rows."""
    network = fresh(seed)
    if start is not None:
        network.load_state_dict(torch.load(start), strict=False)
    model = Relation(network)
    network.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
    encoder = [p for p in network.encoder.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW([{"params": encoder, "lr": RATE}, {"params": model.head.parameters(), "lr": HEAD_RATE}])
    chance = random.Random(seed)
    steps = passes * -(-len(rows) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda n: min(1.0, (n + 1) / (0.1 * steps), (steps - n) / (0.9 * steps))
    )
    model.train()
    for _ in range(passes):
        order = list(rows)
        chance.shuffle(order)
        for first in range(0, len(order), BATCH):
            some = order[first : first + BATCH]
            with torch.autocast("cpu", torch.bfloat16):
                loss = functional.cross_entropy(model(some).float(), torch.tensor([r.root for r in some]), label_smoothing=0.05)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
    return model.eval()


def judged(model: Relation, rows: Sequence[Row]) -> Tensor:
    """Probabilities [rows, roots]."""
    with torch.no_grad():
        return torch.cat([model(rows[n : n + 32]).softmax(1) for n in range(0, len(rows), 32)])


def macro(gold: Sequence[str], found: Sequence[str]) -> float:
    """Macro-F1 over the labels of the gold."""
    scores = []
    for label in sorted(set(gold)):
        right = sum(g == f == label for g, f in zip(gold, found, strict=True))
        scores.append(2 * right / (gold.count(label) + found.count(label)))
    return sum(scores) / len(scores)


def _figures(gold: list[str], found: list[str]) -> str:
    quad = {root: name for name, roots in QUADS.items() for root in roots.split()}
    binary = {root: name[1] for root, name in quad.items()}
    parts = [macro([t.get(g, g) for g in gold], [t.get(f, f) for f in found]) for t in ({}, quad, binary)]
    return "root {:.3f} quad {:.3f} binary {:.3f} (macro-F1)".format(*parts)


def cross(table: Path, start: Path | None, passes: int, seeds: int, folds: int) -> None:
    """Prints the figures of five folds together, and of each seed alone."""
    _, rows = rows_of(table)
    order = list(range(len(rows)))
    random.Random(0).shuffle(order)
    gold: list[str] = []
    alone: list[list[str]] = [[] for _ in range(seeds)]
    together: list[str] = []
    for fold in range(folds):
        held = [rows[n] for n in order[fold::FOLDS]]
        rest = [rows[n] for k, n in enumerate(order) if k % FOLDS != fold]
        gold += [ROOTS[r.root] for r in held]
        sums = torch.zeros(len(held), len(ROOTS))
        for seed in range(seeds):
            chances = judged(learn(rest, start, passes, seed), held)
            sums += chances
            alone[seed] += [ROOTS[n] for n in chances.argmax(1)]
        together += [ROOTS[n] for n in sums.argmax(1)]
        print(f"fold {fold + 1}: so far {_figures(gold, together)}", flush=True)
    for seed, found in enumerate(alone):
        print(f"seed {seed}: {_figures(gold, found)}")
    print(f"mean of {seeds} seeds' chances: {_figures(gold, together)}")


def predict(table: Path, file: Path, start: Path | None, passes: int, seeds: int) -> None:
    """Writes the file's rows with the columns `predicted_root` and `confidence` to standard output."""
    _, rows = rows_of(table)
    lines, asked = rows_of(file)
    sums = torch.stack([judged(learn(rows, start, passes, seed), asked) for seed in range(seeds)]).mean(0)
    writer = csv.DictWriter(sys.stdout, [*lines[0], "predicted_root", "confidence"], delimiter="\t")
    writer.writeheader()
    for line, chances in zip(lines, sums, strict=True):
        writer.writerow(line | {"predicted_root": ROOTS[int(chances.argmax())], "confidence": f"{float(chances.max()):.3f}"})


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("what", choices=("cross", "packaged", "predict"))
    parser.add_argument("tables", nargs="+", type=Path)
    parser.add_argument("--start", type=Path, help="a trained network; without it the bare starting encoder")
    parser.add_argument("--passes", type=int, default=8)
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--folds", type=int, default=FOLDS, help="how many of the five folds to run")
    arguments = parser.parse_args()
    if arguments.what == "cross":
        cross(arguments.tables[0], arguments.start, arguments.passes, arguments.seeds, arguments.folds)
    elif arguments.what == "packaged":
        packaged(arguments.tables[0])
    else:
        predict(arguments.tables[0], arguments.tables[1], arguments.start, arguments.passes, arguments.seeds)


if __name__ == "__main__":
    main()

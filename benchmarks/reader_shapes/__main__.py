"""Three shapes of the reader's role heads side by side: trained alike on reports of the corpus, measured on those coded twice.

    python benchmarks/reader_shapes [--reports 400] [--passes 3] [--test 60] [--threads 1] [--shapes links spans questions]

links      each word of a window is scored against each trigger, for every role (what the reader has)
spans      each run of up to 12 words of a sentence is a candidate: viewed once, pruned to one candidate a word of the window by a
           score of its own, scored against the triggers of its sentence and the neighbouring ones
questions  a second pass of the encoder for each trigger and role over a question and the sentences around the trigger

All start from the same encoder, see the same steps in the same order and tag triggers alike. Fillers are those of the gold's
triggers, so that no shape gains or loses by its tags; time and pieces at reading are of the windows and of the roles of those
triggers, one report at a time, in full precision. Needs the group `train`.
"""

import argparse
import random
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from benchmarks.reader_shapes.measure import FLOOR, FLOORS, Result, lengths, measure, train
from benchmarks.reader_shapes.questions import Questions
from benchmarks.reader_shapes.shape import Links, Shape
from benchmarks.reader_shapes.spans import NEIGHBOURS, WIDEST, Spans
from dateline.language.encoder import tagset
from training.markup import held_out
from training.reader.batches import batch_of
from training.reader.train import CORPUS, examples_of

SHAPES: dict[str, Callable[[int], Shape]] = {"links": Links, "spans": Spans, "questions": Questions}


def rows(results: Mapping[str, Result]) -> list[tuple[str, list[str]]]:
    """The lines of the table: a name and a cell for each shape."""
    every = list(results.values())
    gold = every[0].exact[FLOOR].gold
    found = [(f"triggers ({every[0].triggers.gold}), F1", [f"{r.triggers.f1:.3f}" for r in every])]
    for floor in FLOORS:
        cells = [f"{r.exact[floor].f1:.3f} {r.overlap[floor].f1:.3f}" for r in every]
        found.append((f"fillers ({gold}), F1 at {floor}", cells))
    for n, role in enumerate(tagset.ROLES):
        of_role = [r.of_role.get(n) for r in every]
        count = next((pair[0].gold for pair in of_role if pair), 0)
        found.append((f"  {role} ({count}) at {FLOOR}", [f"{p[0].f1:.3f} {p[1].f1:.3f}" if p else "-" for p in of_role]))
    found.append(("fillers it could give", [f"{r.could / max(1, gold):.3f}" for r in every]))
    found.append(("seconds a pass of training", [f"{r.seconds_a_pass:.1f}" for r in every]))
    found.append(("pieces a report", [f"{r.pieces / r.reports:.0f}" for r in every]))
    found.append(("CPU seconds a report", [f"{r.seconds / r.reports:.3f}" for r in every]))
    return found


def main() -> None:
    """Trains and measures each shape, then prints the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--reports", type=int, default=400, help="reports to learn from")
    parser.add_argument("--passes", type=int, default=3)
    parser.add_argument("--test", type=int, default=60, help="reports to measure on")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--shapes", nargs="+", choices=list(SHAPES), default=list(SHAPES))
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    chosen = zip(held_out(CORPUS), (options.reports, options.test), strict=True)
    learn, test = (examples_of(random.Random(0).sample(part, min(size, len(part)))) for part, size in chosen)
    print(f"{len(learn)} reports to learn from, {sum(len(e.told) for e in learn)} triggers; {len(test)} to measure on")
    fillers, short, near = lengths((batch_of([e]) for e in learn), WIDEST, NEIGHBOURS)
    print(
        f"of {fillers} fillers to learn {short / fillers:.3f} have at most {WIDEST} words, "
        f"{near / fillers:.3f} also stand in the trigger's sentence or beside it"
    )
    results = {}
    for name in options.shapes:
        print(name, flush=True)
        shape = SHAPES[name](options.seed)
        results[name] = measure(shape, test, train(shape, learn, options.passes, options.seed))
    print("two figures: by exact words, by words in common".ljust(48) + "".join(name.rjust(13) for name in results))
    for line, cells in rows(results):
        print(line.ljust(48) + "".join(cell.rjust(13) for cell in cells))


if __name__ == "__main__":
    main()

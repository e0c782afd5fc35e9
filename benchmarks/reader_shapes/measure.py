"""A shape's training, the same for each, and what it then finds in reports that it has not seen."""

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import torch
from torch import Tensor
from torch.nn import functional

from benchmarks.reader_shapes.shape import Filled, Shape, gold_fillers
from dateline.language.encoder.heads import Heads
from dateline.language.encoder.reading import DocumentReading, Run
from training.reader.batches import Batch, batch_of
from training.reader.labels import Example, Told
from training.reader.losses import WEIGHTS
from training.reader.train import DECAY, ENCODER_RATE, HEAD_RATE, WARM, batches

FLOORS = (0.3, 0.5, 0.7)
FLOOR = 0.5
"""Of triggers, of the table of roles and of what is timed."""
Spread = tuple[int, int, int]
"""The number of a type or role, first and last word."""


@dataclass(slots=True)
class Count:
    """How many are in the gold, how many were found, how many of these stand for one of the gold's."""

    gold: int = 0
    found: int = 0
    right: int = 0

    def add(self, gold: set[Spread], found: set[Spread], *, exact: bool) -> None:
        """Counts one trigger's fillers or one window's triggers; each of the gold takes at most one of the found."""
        self.gold += len(gold)
        self.found += len(found)
        self.right += len(gold & found) if exact else _overlapping(gold, found)

    @property
    def f1(self) -> float:
        """F1, 0 where nothing is right."""
        return 2 * self.right / max(1, self.gold + self.found)


def _overlapping(gold: set[Spread], found: set[Spread]) -> int:
    free = sorted(found)
    right = 0
    for kind, first, last in sorted(gold):
        taken = next((f for f in free if f[0] == kind and f[1] <= last and f[2] >= first), None)
        if taken is not None:
            free.remove(taken)
            right += 1
    return right


@dataclass(slots=True)
class Result:
    """All that is told of a shape; `exact` by floor, `of_role` exact and overlapping by role at FLOOR."""

    seconds_a_pass: float
    triggers: Count = field(default_factory=Count)
    exact: dict[float, Count] = field(default_factory=lambda: {floor: Count() for floor in FLOORS})
    overlap: dict[float, Count] = field(default_factory=lambda: {floor: Count() for floor in FLOORS})
    of_role: dict[int, tuple[Count, Count]] = field(default_factory=dict)
    could: int = 0
    pieces: int = 0
    seconds: float = 0
    reports: int = 0


def _loss(shape: Shape, batch: Batch) -> Tensor:
    """Of tags and roles, weighted as in the reader's own training; what else hangs on triggers is left out."""
    views = shape.read(batch)
    scores = shape.network.tags(views).float()
    raw = functional.binary_cross_entropy_with_logits(scores, batch.tags, weight=batch.judged, reduction="sum")
    loss = WEIGHTS["tags"] * raw / (max(1, len(batch.told)) + 0.5 * len(batch.pieces))
    return loss + WEIGHTS["roles"] * shape.role_loss(batch, views) if batch.told else loss


def train(shape: Shape, examples: Sequence[Example], passes: int, seed: int) -> float:
    """Trains with the reader's own steps and rates; returns the mean seconds of a pass."""
    steps = passes * sum(1 for _ in batches(examples, random.Random(0)))
    shape.network.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
    encoder = [p for p in shape.network.encoder.parameters() if p.requires_grad]
    heads = [p for n, p in shape.named_parameters() if not n.startswith("network.encoder.")]
    optimiser = torch.optim.AdamW([{"params": encoder, "lr": ENCODER_RATE}, {"params": heads, "lr": HEAD_RATE}], weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda n: min(1.0, (n + 1) / (WARM * steps), max(0.02, (steps - n) / (steps * (1 - WARM))))
    )
    chance = random.Random(seed)
    began = time.monotonic()
    shape.train()
    for number in range(passes):
        total = 0.0
        for batch in batches(examples, chance):
            with torch.autocast("cpu", torch.bfloat16):
                loss = _loss(shape, batch)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(shape.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += float(loss.detach())
        print(f"  pass {number + 1}: loss {total * passes / steps:.3f}, {time.monotonic() - began:.0f} s so far", flush=True)
    shape.eval()
    return (time.monotonic() - began) / passes


@torch.inference_mode()
def measure(shape: Shape, examples: Sequence[Example], seconds_a_pass: float) -> Result:
    """What the shape finds, one report at a time; time and pieces are those of tags and of the roles of the gold's triggers."""
    result = Result(seconds_a_pass, reports=len(examples), of_role={})
    for example in examples:
        batch = batch_of([example])
        shape.pieces_read = 0
        began = time.process_time()
        views = shape.read(batch)
        runs = _runs(example, views, shape.network.tags(views))
        answers = shape.answers(batch, views) if batch.told else None
        found = {FLOOR: answers.fillers(FLOOR)} if answers else {}
        result.seconds += time.process_time() - began
        result.pieces += shape.pieces_read
        _count_triggers(result.triggers, example, runs)
        if answers:
            gold = gold_fillers(batch)
            _count_fillers(result, batch.told, gold, found | {f: answers.fillers(f) for f in FLOORS if f != FLOOR})
            result.could += sum(answers.can_give(n, first, last) for n, some in enumerate(gold) for _, first, last in some)
    return result


def _runs(example: Example, views: Tensor, tags: Tensor) -> list[Run]:
    """The triggers, as the reader finds them."""
    return DocumentReading(
        example.document, example.windows, lambda _: list(zip(views.numpy(), tags.numpy(), strict=True)), Heads({})
    ).runs(FLOOR)


def _count_triggers(count: Count, example: Example, runs: Sequence[Run]) -> None:
    """Window by window; what the gold leaves open is not counted, nor titles, whose triggers are asked of the text alone."""
    for n, (window, judged) in enumerate(zip(example.windows, example.judged, strict=True)):
        gold = {(t.event_type, t.spot.first, t.spot.last) for t in example.told if t.window == n}
        found = {(r.kind, r.first, r.last) for r in runs if r.window == n and r.first >= window.core}
        open_ = {s for s in gold | found if not judged[s[1] : s[2] + 1, s[0]].all()}
        count.add(gold - open_, found - open_, exact=False)


def _count_fillers(
    result: Result, told: Sequence[Told], gold: Sequence[set[Filled]], found: dict[float, list[set[Filled]]]
) -> None:
    for floor, rows in found.items():
        for trigger, right, answered in zip(told, gold, rows, strict=True):
            asked = {a for a in answered if trigger.judged[a[1] : a[2] + 1, a[0]].any()}
            result.exact[floor].add(right, asked, exact=True)
            result.overlap[floor].add(right, asked, exact=False)
            for role in {r for r, _, _ in right | asked} if floor == FLOOR else ():
                exact, overlap = result.of_role.setdefault(role, (Count(), Count()))
                for count, whole in ((exact, True), (overlap, False)):
                    count.add(_of(role, right), _of(role, asked), exact=whole)


def _of(role: int, fillers: set[Filled]) -> set[Filled]:
    return {f for f in fillers if f[0] == role}


def lengths(batches_: Iterator[Batch], widest: int, neighbours: int) -> tuple[int, int, int]:
    """Fillers of the gold; of them those of at most so many words; of these those in sentences so near to the trigger's."""
    rows = [
        (last - first < widest, abs(int(b.sentences[row, first]) - t.sentence) <= neighbours)
        for b in batches_
        for t, row, some in zip(b.told, b.windows_of_told.tolist(), gold_fillers(b), strict=True)
        for _, first, last in some
    ]
    return len(rows), sum(short for short, _ in rows), sum(short and near for short, near in rows)

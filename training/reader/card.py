"""`python -m training.reader.card FACTS.json`: `model.json` with the digests of the model's files, and its card for people.

`FACTS.json` is what `training.reader.train` leaves beside the network. All figures are measured on the reports coded twice, which
the model has not learned from. `--files` writes `model.json` alone, which must be there before the model can code.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dateline.coding import Coder
from dateline.evaluation import score
from dateline.language import EncoderAnnotator, LexiconAnnotator, ReaderAnnotator
from dateline.model.record import Record, event_record
from training.fit_confidence import CORPUS, Drafted, calibration_error, calibration_lines, drafted
from training.gold import document_of, placed
from training.markup import held_out
from training.reader import START_DIGEST

FOLDER = Path(__file__).parents[2] / "src/dateline/language/data/reader"
FILES = ("encoder.onnx", "heads.npz", "screen.npz", "tokenizer.json", "trust.json")
START = f"all-MiniLM-L6-v2 (Apache-2.0), SHA-256 {START_DIGEST}"
FEW = 15
"""Acts of a type under which nothing is said of its calibration."""


def described(facts: dict[str, Any]) -> str:
    """The text of `model.json`: what the model was trained on and the SHA-256 of each of its files."""
    digests = {name: hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() for name in FILES}
    return json.dumps({"start": START, "training": facts, "files": digests}, indent=1) + "\n"


def card(facts: dict[str, Any], records: list[Record]) -> Iterator[str]:
    """The lines of the card."""
    size = sum((FOLDER / name).stat().st_size for name in FILES) / 1e6
    yield "# Model card: the reader of Dateline"
    yield ""
    yield "Written by `make train`, not by hand. How the reader works: `docs/reader.md`."
    yield ""
    yield "- Finds acts of conflict and diplomacy in English news reports: type, mode, status, who, to whom, where, when, harm."
    yield f"- Start: {START}."
    yield f"- Learned from {facts['reports']:,} reports of the project's own corpus ({facts['triggers']:,} triggers),"
    yield f"  {facts['passes']} passes, seed {facts['seed']}; SHA-256 of these reports with their events {facts['corpus']}."
    yield f"- {size:.1f} MB together; the encoder in 8 bits a weight. Digests: `model.json`. Weights and thresholds: `trust.json`."
    yield "- Licence: Apache-2.0, as the project. No text or label of others was learned from."
    yield "- Not for: other languages, texts that are no reports, decisions about people. Rows are drafts for a person to check."
    yield ""
    yield f"## Measured on the {len(records)} reports coded twice, which it has not learned from"
    yield ""
    yield "| reader | acts F1 | precision | recall | whole | status | mode | actors F1 | recipients F1 |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for name, coder in (
        ("lexicon", Coder(LexiconAnnotator())),
        ("encoder", Coder(EncoderAnnotator())),
        ("both, as packaged", Coder()),
    ):
        yield _row(name, coder, records)
    yield ""
    yield from _calibration(drafted(held_out(CORPUS)[1], ReaderAnnotator()))


def _row(name: str, coder: Coder, records: list[Record]) -> str:
    found = score(records, [event_record(e) for r in records for e in coder.code(document_of(r))]).as_dict()
    values = [found["events"][m] for m in ("f1", "precision", "recall")] + [found["whole"]]
    values += [found["accuracy_of_pairs"][m] for m in ("status", "mode")]
    values += [found["f1_of_pairs"][m]["f1"] for m in ("actors", "recipients")]
    return f"| {name} | " + " | ".join(f"{v:.3f}" for v in values) + " |"


def _calibration(acts: Drafted) -> Iterator[str]:
    judged = acts.judged()
    yield "## Confidence, judged by folds"
    yield ""
    yield "```"
    yield from calibration_lines(judged, acts.right)
    yield "```"
    yield ""
    yield "| type | acts drafted | mean confidence | right | calibration error |"
    yield "|---|---|---|---|---|"
    for name in sorted(set(acts.types)):
        own = acts.types == name
        row = f"| {name} | {own.sum()} | {judged[own].mean():.2f} | {acts.right[own].mean():.2f} |"
        yield row + (f" {calibration_error(judged[own], acts.right[own]):.2f} |" if own.sum() >= FEW else " too few |")


def main() -> int:
    """Writes `model.json`, and the card unless told otherwise."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("facts", type=Path)
    parser.add_argument("--files", action="store_true", help="model.json alone")
    options = parser.parse_args()
    facts = json.loads(options.facts.read_text(encoding="utf-8"))
    (FOLDER / "model.json").write_text(described(facts), encoding="utf-8")
    if not options.files:
        (FOLDER / "CARD.md").write_text("\n".join(card(facts, [placed(r) for r in held_out(CORPUS)[1]])) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

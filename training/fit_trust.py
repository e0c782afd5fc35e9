"""`python -m training.fit_trust`: how far encoder and lexicon are to be trusted, learned from the reports coded twice.

Logistic regression as in `fit_confidence`, on reports that the encoder has not learned from. Every candidate for a trigger is one
row; it is right where the corpus has a trigger of its type on the same words, and is left out where that act is optional.
"""

import argparse
import json
import sys
from pathlib import Path

import numpy as np

from dateline.language import LexiconAnnotator
from dateline.language.encoder.session import Model
from dateline.language.reader_annotator import FLOOR, evidence, paired
from dateline.model import Span
from dateline.model.record import Record
from training.fit_confidence import CORPUS, Numbers, fit
from training.gold import document_of
from training.markup import held_out

PACKAGED = Path(__file__).parents[1] / "src/dateline/language/data/reader"


def examples(model: Model, records: list[Record]) -> tuple[list[str], Numbers, Numbers]:
    """Names of the features, one row of them a candidate, whether it is right."""
    lexicon = LexiconAnnotator()
    rows, right = [], []
    for record in records:
        document = document_of(record)
        marked = [
            (e["in"], Span(e["start"], e["end"]), event["event_type"], event.get("optional"))
            for event in record["events"]
            for e in event["evidence"]
            if e["role"] == "trigger"
        ]
        reading = model.read(document)
        for run, own in paired(reading, reading.runs(FLOOR), lexicon.annotate(document).triggers):
            span, part = reading.span(run), reading.words(run)[0].part
            hits = [m for m in marked if m[0] == part and m[1].overlaps(span) and m[2] == reading.type(run)]
            if part == "title" or (hits and all(m[3] for m in hits)):
                continue
            rows.append(evidence(run, own))
            right.append(float(bool(hits)))
    return list(rows[0]), np.array([list(r.values()) for r in rows], float), np.array(right)


def main() -> int:
    """Prints the weights, and how encoder, lexicon and both find the triggers of the corpus; `--write` keeps the weights."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", type=Path, default=PACKAGED)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    _, records = held_out(CORPUS)
    names, features, right = examples(Model(options.model), records)
    weights = dict(zip(["bias", *names], (round(float(w), 3) for w in fit(features, right)), strict=True))
    print(json.dumps(weights, indent=1))
    if options.write:
        (options.model / "trust.json").write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")
    column = dict(zip(names, features.T, strict=True))
    known = np.where(column["in_lexicon"] > 0, column["lexicon"], -9)
    both = weights["bias"] + sum(weights[n] * column[n] for n in names)
    for name, score in (("encoder", column["encoder"]), ("lexicon", known), ("both", both)):
        order = np.argsort(-score)
        hits = np.cumsum(right[order])
        f1 = 2 * hits / (np.arange(len(order)) + 1 + right.sum())
        print(f"{name}: best F1 on triggers {f1.max():.3f}, of {len(right)} candidates, {int(right.sum())} right")
    return 0


if __name__ == "__main__":
    sys.exit(main())

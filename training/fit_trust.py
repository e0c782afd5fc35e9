"""`python -m training.fit_trust`: how far encoder and lexicon are to be trusted, learned from the reports coded twice.

Every candidate for a trigger is one row; it is right where the corpus has a trigger of its type on the same words, and is left out
where that act is optional. How the two are mixed (MIX) is chosen: logistic regression would trust the encoder more, for a point
of F1 on the reports coded twice, and lose six on the development gold and two on the demo, whose language the lexicon knows better.
Scale, bias and what each type adds are learned, by logistic regression as in `fit_confidence`.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from dateline.language import LexiconAnnotator
from dateline.language.encoder.session import Model
from dateline.language.encoder.tagset import types
from dateline.language.encoder.trust import Trust, evidence
from dateline.language.reader_annotator import FLOOR, paired, wanted
from dateline.model import Span
from dateline.model.record import Record
from training.fit_confidence import CORPUS, Numbers, fit
from training.gold import document_of
from training.markup import held_out

PACKAGED = Path(__file__).parents[1] / "src/dateline/language/data/reader"
MIX = {"encoder": 0.3, "lexicon": 0.8, "in_lexicon": 1.5}


@dataclass(frozen=True, slots=True)
class Candidates:
    """Candidates for triggers: `evidence` [n, names], their types as numbers, whether they are right."""

    names: list[str]
    evidence: Numbers
    kinds: list[int]
    right: Numbers


def candidates(model: Model, records: Sequence[Record]) -> Candidates:
    """All candidates of the reports, as the reader would weigh them."""
    lexicon = LexiconAnnotator()
    rows, kinds, right = [], [], []
    for record in records:
        document = document_of(record)
        marked = [
            (e["in"], Span(e["start"], e["end"]), event["event_type"], event.get("optional"))
            for event in record["events"]
            for e in event["evidence"]
            if e["role"] == "trigger"
        ]
        said = lexicon.annotate(document)
        reading = model.read(document, wanted(model, document, said))
        for run, own in paired(reading, reading.runs(FLOOR), said.triggers):
            span, part = reading.span(run), reading.words(run)[0].part
            hits = [m for m in marked if m[0] == part and m[1].overlaps(span) and m[2] == reading.type(run)]
            if part == "title" or (hits and all(m[3] for m in hits)):
                continue
            rows.append(evidence(run, own))
            kinds.append(run.kind)
            right.append(float(bool(hits)))
    return Candidates(list(rows[0]), np.array([list(r.values()) for r in rows], float), kinds, np.array(right))


def main() -> int:
    """Prints the weights, and how encoder, lexicon and both find the triggers of the corpus; `--write` keeps the weights."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", type=Path, default=PACKAGED)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    _, records = held_out(CORPUS)
    model = Model(options.model)
    seen = candidates(model, records)
    mixed = seen.evidence @ np.array([MIX[name] for name in seen.names])
    of_type = np.array([[float(kind == n) for n in range(len(types()))] for kind in seen.kinds])
    bias, scale, *by_type = (float(w) for w in fit(np.c_[mixed, of_type], seen.right))
    weights = {name: round(scale * MIX[name], 3) for name in seen.names}
    trust = Trust({"bias": round(bias, 3)} | weights, dict(zip(types(), (round(w, 3) for w in by_type), strict=True)))
    print(trust)
    if options.write:
        trust.write(options.model / "trust.json")
    both = bias + scale * mixed + of_type @ np.array(by_type)
    encoder, lexicon, in_lexicon = seen.evidence.T
    for name, score in (("encoder", encoder), ("lexicon", np.where(in_lexicon > 0, lexicon, -9)), ("both", both)):
        order = np.argsort(-score)
        hits = np.cumsum(seen.right[order])
        f1 = 2 * hits / (np.arange(len(order)) + 1 + seen.right.sum())
        print(f"{name}: best F1 on triggers {f1.max():.3f}, of {len(order)} candidates, {int(seen.right.sum())} right")
    return 0


if __name__ == "__main__":
    sys.exit(main())

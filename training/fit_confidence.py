"""`python -m training.fit_confidence`: the weights of `dateline.coding.confidence`, learned from the corpus, and their calibration.

Logistic regression by Newton's method with a ridge of 1, on the reports coded twice, which the encoder has not learned from. Every
act that the coder drafts is one row; it is right where the scorer pairs it with an act of the corpus. Calibration is measured on
five folds of documents, judged by weights learned on the others. `--write` keeps the weights for the coder.
"""

import argparse
import csv
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dateline.coding.assembly import event_of_draft
from dateline.coding.coder import Coder
from dateline.coding.confidence import evidence, named_elsewhere, words_tell
from dateline.evaluation.pairing import pair_events
from dateline.language import Annotator, LexiconAnnotator, ReaderAnnotator
from dateline.model.record import Record, event_record
from training.gold import document_of
from training.markup import held_out

Numbers = NDArray[np.float64]

CORPUS = Path(__file__).parent / "corpus"
FOLDS, RIDGE, STEPS, TENTHS = 5, 1.0, 30, 10
WEIGHTS = Path(__file__).parents[1] / "src/dateline/coding/data/confidence.tsv"
LEVELS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
LEAST = 0.15  # drafts whose words tell less are never kept and would teach little


@dataclass(frozen=True, slots=True)
class Drafted:
    """Acts that the coder drafts: `evidence` [n, names], whether each is right (0 or 1), its type, and the fold of its report."""

    names: list[str]
    evidence: Numbers
    right: Numbers
    types: NDArray[np.str_]
    folds: NDArray[np.int64]

    def judged(self) -> Numbers:
        """The confidence [n] in each act by weights that were learned on the other folds."""
        judged = np.zeros(len(self.right))
        for fold in range(FOLDS):
            own = self.folds == fold
            judged[own] = judge(fit(self.evidence[~own], self.right[~own]), self.evidence[own])
        return judged


def drafted(documents: list[Record], annotator: Annotator) -> Drafted:
    """The acts that the coder drafts from the reports."""
    coder = Coder(annotator)
    rows: list[dict[str, float]] = []
    right: list[float] = []
    types: list[str] = []
    folds: list[int] = []
    for number, record in enumerate(documents):
        setting, drafts = coder.read(document_of(record))
        shares = named_elsewhere(drafts)
        kept = [n for n, d in enumerate(drafts) if words_tell(d) >= LEAST]
        events = [event_record(event_of_draft(d, setting, coder.version, 0.0)) for d in (drafts[n] for n in kept)]
        found = {coded for _, coded in pair_events(record["events"], events, record["text"])}
        rows += [evidence(drafts[n], shares[n]) for n in kept]
        right += [float(n in found) for n in range(len(kept))]
        types += [drafts[n].event_type for n in kept]
        folds += [number % FOLDS] * len(kept)
    table = np.array([list(r.values()) for r in rows], float)
    return Drafted(list(rows[0]), table, np.array(right), np.array(types), np.array(folds))


def fit(features: Numbers, right: Numbers) -> Numbers:
    """The weights, the bias first, that make what happened most likely."""
    table = np.c_[np.ones(len(features)), features]
    ridge = RIDGE * np.eye(table.shape[1])
    ridge[0, 0] = 1e-9  # the bias is free
    weights = np.zeros(table.shape[1])
    for _ in range(STEPS):
        chance = judge(weights, features)
        slope = table.T @ (right - chance) - ridge @ weights
        bend = (table * (chance * (1 - chance))[:, None]).T @ table + ridge
        weights = weights + np.linalg.solve(bend, slope)
    return weights


def judge(weights: Numbers, features: Numbers) -> Numbers:
    """Probabilities 0..1 of the rows."""
    return np.asarray(1 / (1 + np.exp(-(weights[0] + features @ weights[1:]))), float)


def calibration_error(judged: Numbers, right: Numbers) -> float:
    """Expected calibration error over tenths of the rows, 0..1."""
    tenths = np.array_split(np.argsort(judged), TENTHS)
    return float(sum(abs(judged[tenth].mean() - right[tenth].mean()) * len(tenth) for tenth in tenths) / len(right))


def calibration_lines(judged: Numbers, right: Numbers) -> Iterator[str]:
    """By tenths of the rows, how often what was judged likely is right; then how many acts are kept at which precision."""
    for tenth in np.array_split(np.argsort(judged), TENTHS):
        yield f"  judged {judged[tenth].mean():.2f}  right {right[tenth].mean():.2f}  of {len(tenth)}"
    yield f"expected calibration error {calibration_error(judged, right):.3f}"
    for least in LEVELS:
        kept = judged >= least
        yield f"  confidence >= {least:.1f}: {kept.mean():.2f} of the acts, {right[kept].mean():.3f} right"


def main() -> int:
    """Prints the weights, how well they are calibrated, and the curve of coverage and precision."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--annotator", choices=("reader", "lexicon"), default="reader")
    parser.add_argument("--write", action="store_true", help="keep the weights: the annotator's column of the table, no other")
    options = parser.parse_args()
    annotator = ReaderAnnotator() if options.annotator == "reader" else LexiconAnnotator()
    _, documents = held_out(CORPUS)
    acts = drafted(documents, annotator)
    learned = [f"{weight:.2f}" for weight in fit(acts.evidence, acts.right)]
    rows = list(csv.DictReader(WEIGHTS.read_text(encoding="utf-8").splitlines(), delimiter="\t"))
    kept = {row["evidence"]: row for row in rows}
    for name, weight in zip(["bias", *acts.names], learned, strict=True):
        print(f"{name}\t{weight}")
        kept.setdefault(name, {"evidence": name} | dict.fromkeys(list(rows[0])[1:], "0.00"))[annotator.name] = weight
    if options.write:
        with WEIGHTS.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), delimiter="\t", lineterminator="\n")
            writer.writeheader()
            writer.writerows(kept.values())
    print(f"{len(acts.right)} acts drafted in {len(documents)} documents, {int(acts.right.sum())} right; judged by folds:")
    print("\n".join(calibration_lines(acts.judged(), acts.right)))
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""`python -m training.fit_confidence`: the weights of `dateline.coding.confidence`, learned from the corpus, and their calibration.

Logistic regression by Newton's method with a ridge of 1, on the reports coded twice, which the encoder has not learned from. Every
act that the coder drafts is one row; it is right where the scorer pairs it with an act of the corpus. Calibration is measured on
five folds of documents, judged by weights learned on the others. `--write` keeps the weights for the coder.
"""

import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dateline.coding.assembly import event_of_draft
from dateline.coding.coder import Coder
from dateline.coding.confidence import evidence, named_elsewhere, words_tell
from dateline.evaluation.pairing import pair_events
from dateline.model.record import Record, event_record
from training.gold import document_of
from training.markup import held_out

Numbers = NDArray[np.float64]

CORPUS = Path(__file__).parent / "corpus"
FOLDS, RIDGE, STEPS, TENTHS = 5, 1.0, 30, 10
WEIGHTS = Path(__file__).parents[1] / "src/dateline/coding/data/confidence.tsv"
LEAST = 0.15  # drafts whose words tell less are never kept and would teach little


def examples(documents: list[Record]) -> tuple[list[str], Numbers, Numbers, NDArray[np.int64]]:
    """Names of the features, one row of them a drafted act, whether it is right (0 or 1), and the fold of its document."""
    coder = Coder()
    rows: list[dict[str, float]] = []
    right: list[float] = []
    folds: list[int] = []
    for number, record in enumerate(documents):
        setting, drafts = coder.read(document_of(record))
        shares = named_elsewhere(drafts)
        kept = [n for n, d in enumerate(drafts) if words_tell(d) >= LEAST]
        events = [event_record(event_of_draft(d, setting, coder.version, 0.0)) for d in (drafts[n] for n in kept)]
        found = {coded for _, coded in pair_events(record["events"], events, record["text"])}
        rows += [evidence(drafts[n], shares[n]) for n in kept]
        right += [float(n in found) for n in range(len(kept))]
        folds += [number % FOLDS] * len(kept)
    return list(rows[0]), np.array([list(r.values()) for r in rows], float), np.array(right), np.array(folds)


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


def print_calibration(judged: Numbers, right: Numbers) -> None:
    """By tenths of the rows, how often what was judged likely is right; then how many acts are kept at which precision."""
    error = 0.0
    for tenth in np.array_split(np.argsort(judged), TENTHS):
        error += abs(judged[tenth].mean() - right[tenth].mean()) * len(tenth) / len(right)
        print(f"  judged {judged[tenth].mean():.2f}  right {right[tenth].mean():.2f}  of {len(tenth)}")
    print(f"expected calibration error {error:.3f}")
    for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        kept = judged >= least
        print(f"  confidence >= {least:.1f}: {kept.mean():.2f} of the acts, {right[kept].mean():.3f} right")


def main() -> int:
    """Prints the weights, how well they are calibrated, and the curve of coverage and precision."""
    _, documents = held_out(CORPUS)
    names, features, right, folds = examples(documents)
    judged = np.zeros(len(right))
    for fold in range(FOLDS):
        judged[folds == fold] = judge(fit(features[folds != fold], right[folds != fold]), features[folds == fold])
    table = "".join(f"{name}\t{weight:.2f}\n" for name, weight in zip(["bias", *names], fit(features, right), strict=True))
    print(table, end="")
    if "--write" in sys.argv[1:]:
        WEIGHTS.write_text("evidence\tweight\n" + table, encoding="utf-8")
    print(f"{len(right)} acts drafted in {len(documents)} documents, {int(right.sum())} right; judged by folds:")
    print_calibration(judged, right)
    return 0


if __name__ == "__main__":
    sys.exit(main())

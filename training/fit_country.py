"""`python -m training.fit_country`: the weights of `dateline.coding.home_country`, learned from the corpus.

Every phrase of the corpus that means one party and does not tell its country is one example; the countries that its report names
are the candidates, and none. Conditional logit by Newton's method with a ridge of 10. Measured on five folds of documents, judged
by weights learned on the others, beside the country that the report names most.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dateline.coding.cast import Cast
from dateline.coding.home_country import HomeCountries, Phrase
from dateline.coding.setting import Setting, read_setting
from dateline.model import Mention, Part, Span
from dateline.model.record import Record
from training.gold import document_of
from training.markup import read_corpus

Numbers = NDArray[np.float64]

CORPUS = Path(__file__).parent / "corpus"
TABLE = Path(__file__).parents[1] / "src/dateline/coding/data/home_country.tsv"
FOLDS, RIDGE, STEPS = 5, 10.0, 10
SEEN = 30  # phrases: what was met less often is not weighed


@dataclass(frozen=True, slots=True)
class Example:
    """One phrase: the evidence for each candidate country, the right country, and the one that the report names most."""

    rows: dict[str, dict[str, float]]
    right: str
    commonest: str
    kind: str
    fold: int


def examples(documents: list[Record]) -> Iterator[Example]:
    """One example for each phrase and country of each document."""
    for number, record in enumerate(documents):
        setting = read_setting(document_of(record))
        homes = HomeCountries(setting)
        for phrase, country in phrases(record, setting):
            yield Example(homes.evidence(phrase), country, setting.home, phrase.kind, number % FOLDS)


def phrases(record: Record, setting: Setting) -> Iterator[tuple[Phrase, str]]:
    """The phrases of a record that name a party without its country, each with the country that the record gives it.

    Words that stand for parties of several countries ("both governments") are left out.
    """
    meant: dict[tuple[int, int, Part], set[str]] = {}
    for event in record["events"]:
        for entry in event["evidence"]:
            if entry["role"] in ("actor", "recipient", "attribution"):
                entity = event["attribution"] if entry["role"] == "attribution" else event[f"{entry['role']}s"][entry["index"]]
                meant.setdefault((entry["start"], entry["end"], entry["in"]), set()).add(entity["country"])
    cast = Cast(setting, unread=True)
    for (start, end, part), countries in meant.items():
        found = cast.read(Mention(Span(start, end), "actor", part=part))
        if len(countries) == len(found) == 1 and not found[0].country:
            yield Phrase(Span(start, end), part, found[0].text or found[0].name, found[0].sector), countries.pop()


@dataclass(frozen=True, slots=True)
class Table:
    """All examples as numbers: one row a candidate, one column a feature.

    `first` is the number of each example's first row, `right` of the row that is right (-1 where its report does not name it).
    """

    rows: Numbers
    first: NDArray[np.int64]
    right: NDArray[np.int64]

    def chosen(self, weights: Numbers) -> NDArray[np.int64]:
        """For each example the number of its likeliest row."""
        bounds = zip(self.first, [*self.first[1:], len(self.rows)], strict=True)
        scores = self.rows @ weights
        return np.array([start + scores[start:end].argmax() for start, end in bounds])


def table(found: list[Example], names: list[str]) -> Table:
    """The examples, of each feature those that `names` has."""
    column = {name: n for n, name in enumerate(names)}
    first = np.cumsum([0, *(len(e.rows) for e in found)])
    rows = np.zeros((first[-1], len(names)))
    for start, example in zip(first, found, strict=False):
        for n, row in enumerate(example.rows.values()):
            for name in row.keys() & column.keys():
                rows[start + n, column[name]] = row[name]
    places = [start + list(e.rows).index(e.right) if e.right in e.rows else -1 for start, e in zip(first, found, strict=False)]
    return Table(rows, first[:-1], np.array(places))


def fit(learned: list[Example], names: list[str]) -> Numbers:
    """The weights that make the right candidates likeliest among all of their report."""
    known = table([e for e in learned if e.right in e.rows], names)
    sizes = np.diff([*known.first, len(known.rows)])
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        scores = np.exp(np.clip(known.rows @ weights, -30, 30))
        chance = scores / np.repeat(np.add.reduceat(scores, known.first), sizes)
        means = np.add.reduceat(known.rows * chance[:, None], known.first)
        spread = (known.rows - np.repeat(means, sizes, axis=0)) * np.sqrt(chance)[:, None]
        slope = (known.rows[known.right] - means).sum(axis=0) - RIDGE * weights
        weights = weights + np.linalg.solve(spread.T @ spread + RIDGE * np.eye(len(names)), slope)
    return weights


def main() -> int:
    """Writes the weights and prints, by folds, how often each way is right."""
    documents, _ = read_corpus(CORPUS)
    found = list(examples(documents))
    met = Counter(name for e in found for name in {name for row in e.rows.values() for name in row})
    names = sorted(name for name, times in met.items() if times >= SEEN)
    tallies: dict[str, Counter[str]] = {}
    for fold in range(FOLDS):
        judged = [e for e in found if e.fold == fold]
        rows = table(judged, names)
        chosen = rows.chosen(fit([e for e in found if e.fold != fold], names))
        for e, right in zip(judged, chosen == rows.right, strict=True):
            for kind in (e.kind, "all"):
                tally = tallies.setdefault(kind, Counter())
                tally.update(
                    {"phrases": 1, "learned": bool(right), "commonest": e.commonest == e.right, "reach": e.right in e.rows}
                )
    for kind, tally in tallies.items():
        shares = "  ".join(f"{name} {tally[name] / tally['phrases']:.3f}" for name in ("learned", "commonest", "reach"))
        print(f"{kind:8} {shares}  of {tally['phrases']}")
    weights = fit(found, names)
    lines = [f"{name}\t{weight:.2f}" for name, weight in zip(names, weights, strict=True)]
    TABLE.write_text("\n".join(["feature\tweight", *lines, ""]), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

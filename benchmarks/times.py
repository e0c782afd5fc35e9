"""Measure the times room on TimeBank and AQUAINT (TempEval-3 training data): spans, types, values, days, speed.

    python benchmarks/times.py [--data ../shared/data/time] [--half tune|report|both] [--errors]

The files, sorted by name, are split in two: those at even places were used to tune the grammar, those at odd places were not.
Scores are TempEval-3's: strict F1 wants the same characters, relaxed F1 any overlap (each gold expression pairs with at most one
answer); type and value F1 count the overlapping pairs that agree in type or in value, over all gold and all answers.
"""

import argparse
import re
import sys
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from dateline.model import TimeExpression
from dateline.times import find_times

_DAY = re.compile(r"\d{4}-\d\d-\d\d$")


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated expression."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Report:
    """One annotated text with its day of publication."""

    name: str
    published: date
    text: str
    times: tuple[Gold, ...]


@dataclass(slots=True)
class Scores:
    """Counts over many reports."""

    gold: int = 0
    answers: int = 0
    strict: int = 0
    relaxed: int = 0
    types: int = 0
    values: int = 0
    gold_days: int = 0
    days: int = 0
    wrong: list[tuple[str, str, str]] = field(default_factory=list)

    def f1(self, right: int) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * right / (self.gold + self.answers) if self.gold + self.answers else 0.0


def read_timeml(path: Path) -> Report:
    """A TimeML file: its TEXT element with the offsets of the TIMEX3 tags in it, and the document creation time."""
    root = ElementTree.parse(path).getroot()  # noqa: S314 - a trusted local corpus
    created = root.find("DCT/TIMEX3")
    body = root.find("TEXT")
    if created is None or body is None:
        raise ValueError(f"{path}: no DCT or TEXT element")
    pieces: list[str] = []
    times: list[Gold] = []
    _walk(body, pieces, 0, times)
    return Report(
        path.name, date.fromisoformat(created.get("value", "")[:10]), "".join(pieces), tuple(sorted(times, key=lambda g: g.start))
    )


def _walk(element: ElementTree.Element, pieces: list[str], at: int, times: list[Gold]) -> int:
    start = at
    if element.text:
        pieces.append(element.text)
        at += len(element.text)
    for child in element:
        at = _walk(child, pieces, at, times)
        if child.tail:
            pieces.append(child.tail)
            at += len(child.tail)
    if element.tag == "TIMEX3":
        times.append(Gold(start, at, element.get("type", ""), element.get("value", "")))
    return at


def corpus(folder: Path) -> list[Report]:
    """All reports under a folder, sorted by file name."""
    return [read_timeml(path) for path in sorted(folder.glob("*/*.tml"), key=lambda path: path.name)]


def pairs(gold: Sequence[Gold], answers: Sequence[TimeExpression]) -> Iterator[tuple[Gold, TimeExpression]]:
    """Each gold expression with the answer that overlaps it most, each answer used once."""
    used: set[int] = set()
    for wanted in gold:
        best, most = None, 0
        for i, answer in enumerate(answers):
            shared = min(wanted.end, answer.end) - max(wanted.start, answer.start)
            if i not in used and shared > most:
                best, most = i, shared
        if best is not None:
            used.add(best)
            yield wanted, answers[best]


def score(reports: Sequence[Report]) -> Scores:
    """Score the grammar on raw text; what is wrong is kept as (kind, words in context, gold and answer)."""
    scores = Scores()
    for report in reports:
        answers = find_times(report.text, published=report.published)
        scores.gold += len(report.times)
        scores.answers += len(answers)
        scores.gold_days += sum(bool(_DAY.match(g.value)) for g in report.times)
        matched = list(pairs(report.times, answers))
        for wanted, answer in matched:
            scores.relaxed += 1
            scores.strict += (wanted.start, wanted.end) == (answer.start, answer.end)
            scores.types += wanted.type == answer.type
            scores.values += wanted.value == answer.value
            if _DAY.match(wanted.value):
                scores.days += answer.value[:10] == wanted.value and (answer.type == "DATE" or answer.type == "TIME")
            if wanted.value != answer.value:
                scores.wrong.append(("value", _context(report, answer.start, answer.end), f"{wanted.value} != {answer.value}"))
        hit, met = {g for g, _ in matched}, {(t.start, t.end) for _, t in matched}
        scores.wrong += [("missed", _context(report, g.start, g.end), g.value) for g in report.times if g not in hit]
        scores.wrong += [("extra", _context(report, t.start, t.end), t.value) for t in answers if (t.start, t.end) not in met]
    return scores


def _context(report: Report, start: int, end: int) -> str:
    text = report.text
    words = f"{text[max(0, start - 45) : start]}[{text[start:end]}]{text[end : end + 30]}"
    return f"{report.published:%a %Y-%m-%d} {' '.join(words.split())}"


def speed(reports: Sequence[Report], repeats: int = 3) -> float:
    """Megabytes of text per second on one core, the best of a few rounds."""
    size = sum(len(report.text.encode()) for report in reports)
    best = float("inf")
    for _ in range(repeats):
        begin = time.process_time()
        for report in reports:
            find_times(report.text, published=report.published)
        best = min(best, time.process_time() - begin)
    return size / 1e6 / best


def main() -> None:
    """Print the scores of each half."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path(__file__).parents[1] / "../shared/data/time")
    parser.add_argument("--half", choices=("tune", "report", "both"), default="both")
    parser.add_argument("--errors", action="store_true", help="list every wrong answer")
    options = parser.parse_args()
    reports = corpus(options.data)
    if not reports:
        sys.exit(f"{options.data}: no TimeML files there")
    for name, half in (("tune", reports[::2]), ("report", reports[1::2])):
        if options.half not in (name, "both"):
            continue
        s = score(half)
        figures = {"strict": s.strict, "relaxed": s.relaxed, "type": s.types, "value": s.values}
        scores = ", ".join(f"{kind} F1 {s.f1(right):.3f}" for kind, right in figures.items())
        days = f"days right {s.days}/{s.gold_days} = {s.days / s.gold_days:.3f}"
        print(f"{name:6} {len(half)} texts, {s.gold} gold, {s.answers} found: {scores}, {days}")
        if options.errors:
            for kind, words, what in sorted(s.wrong):
                print(f"  {kind:6} {words} : {what}")
    rate = speed(reports)
    megabytes = sum(len(report.text.encode()) for report in reports) / 1e6
    print(f"speed  {rate:.2f} MB/s, {len(reports) * rate / megabytes:.0f} texts/s on one core")


if __name__ == "__main__":
    main()

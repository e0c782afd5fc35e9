"""The quality floors that the build checks: `python -m dateline.evaluation.floors [--raise]`.

A floor is a measure on a gold file that must not fall. The numbers stand in `floors.toml`, each with the history of its rises; a
history that falls anywhere is refused. Gold outside the repository is passed over where it is absent. Exit status 0: all hold;
1: a measure is under its floor, or gold of the repository's own is missing; 2: the file cannot be used.
"""

import argparse
import math
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from dateline.errors import DatelineError
from dateline.evaluation.clusters import score_clusters
from dateline.evaluation.gold import read_gold
from dateline.evaluation.incident_gold import gold_events, read_incident_gold
from dateline.evaluation.scoring import score
from dateline.incidents import merge_events
from dateline.model.record import Record, event_record

PACKAGED = Path(__file__).with_name("floors.toml")

Measures = dict[str, Any]
Measure = Callable[[Path, Path | None, str], Measures]
PACKAGED_READER = "packaged"


@dataclass(frozen=True, slots=True)
class Floor:
    """A measure (a path into the scores, "events.f1") on a gold file, and the floors that it has had, the present one last."""

    gold: str
    measure: str
    history: tuple[float, ...]
    incidents: str | None = None
    reader: str = PACKAGED_READER

    @property
    def level(self) -> float:
        """The floor in force."""
        return self.history[-1]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A floor and what was measured; None where the gold file is not there."""

    floor: Floor
    measured: float | None

    @property
    def holds(self) -> bool:
        """Whether the measure is not under its floor; gold that lies outside the repository may be absent, its own may not."""
        if self.measured is None:
            return self.floor.gold.startswith("../")
        return self.measured >= self.floor.level

    def line(self) -> str:
        """The outcome for people."""
        what = "merging" if self.floor.incidents else "coding" if self.floor.reader == PACKAGED_READER else self.floor.reader
        name = f"{self.floor.gold} {what} {self.floor.measure}"
        if self.measured is None:
            return f"{'skipped' if self.holds else 'MISSING'}  {name}: no such gold file here"
        return f"{'holds  ' if self.holds else 'FALLEN '}  {name}: {self.measured:.4f}, floor {self.floor.level:.2f}"


def read_floors(path: Path = PACKAGED) -> list[Floor]:
    """The floors of a file; raises DatelineError where one is malformed or its history falls."""
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("floor", [])
        floors = [
            Floor(e["gold"], e["measure"], tuple(map(float, e["history"])), e.get("incidents"), e.get("reader", PACKAGED_READER))
            for e in entries
        ]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DatelineError(f"{path}: is no file of floors; each needs gold, measure and history ({error!r})") from error
    for floor in floors:
        if not floor.history or any(later <= earlier for earlier, later in pairwise(floor.history)):
            raise DatelineError(f"{path}: the history of {floor.measure} on {floor.gold} does not rise; floors only go up")
    return floors


def coding_measures(gold: Path, reader: str) -> Measures:
    """Codes the documents of a gold file, their text taken as it is, and scores the events; see `Scores.as_dict`.

    `reader` is "packaged", or "lexicon" for the lexicon alone.
    """
    from dateline.coding import Coder  # the coder's data are loaded only where there is something to code
    from dateline.documents import read_document
    from dateline.language import LexiconAnnotator
    from dateline.sources import read_pages

    coder = Coder(LexiconAnnotator()) if reader == "lexicon" else Coder()
    coded: list[Record] = []
    for page in read_pages([str(gold)]):
        if isinstance(page, DatelineError):
            raise page
        coded.extend(event_record(event) for event in coder.code(read_document(page)))
    return score(read_gold(gold), coded).as_dict()


def merging_measures(gold: Path, incidents: Path) -> Measures:
    """Merges the gold events themselves and scores the groups; see `ClusterScores.as_dict`."""
    events, reports = gold_events(read_gold(gold))
    made = [incident.event_ids for incident in merge_events(events, reports)]
    return score_clusters(read_incident_gold(incidents).groups, made, {event.event_id for event in events}).as_dict()


@cache
def measure(gold: Path, incidents: Path | None, reader: str) -> Measures:
    """All measures of a gold file, of merging if there is one for incidents, else of coding by a reader."""
    return merging_measures(gold, incidents) if incidents else coding_measures(gold, reader)


def _value(measures: Measures, floor: Floor) -> float:
    found: Any = measures
    for name in floor.measure.split("."):
        found = found.get(name) if isinstance(found, dict) else None
    if not isinstance(found, int | float):
        raise DatelineError(f"floors: {floor.measure} is no measure on {floor.gold}; a measure is a path like events.f1")
    return float(found)


def check(floors: Sequence[Floor], root: Path, measured_by: Measure = measure) -> Iterator[Outcome]:
    """Measures every floor whose gold files are under `root`."""
    for floor in floors:
        gold, incidents = root / floor.gold, root / floor.incidents if floor.incidents else None
        if gold.exists() and (incidents is None or incidents.exists()):
            yield Outcome(floor, _value(measured_by(gold, incidents, floor.reader), floor))
        else:
            yield Outcome(floor, None)


def raised(outcome: Outcome) -> Floor:
    """The floor, raised to what was measured, rounded down to two decimals; never lowered."""
    if outcome.measured is None:
        return outcome.floor
    level = math.floor(outcome.measured * 100 + 1e-9) / 100
    if level <= outcome.floor.level:
        return outcome.floor
    return replace(outcome.floor, history=(*outcome.floor.history, level))


def _entry(floor: Floor) -> str:
    lines = ["[[floor]]", f'gold = "{floor.gold}"']
    if floor.incidents:
        lines.append(f'incidents = "{floor.incidents}"')
    if floor.reader != PACKAGED_READER:
        lines.append(f'reader = "{floor.reader}"')
    lines += [f'measure = "{floor.measure}"', f"history = [{', '.join(f'{level:.2f}' for level in floor.history)}]"]
    return "\n".join(lines)


def write_floors(floors: Sequence[Floor], path: Path) -> None:
    """Writes floors to a file, keeping the comment at its head."""
    head = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    path.write_text("\n\n".join(["\n".join(head), *map(_entry, floors)]) + "\n", encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Checks the floors, or raises them; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m dateline.evaluation.floors", description="Check the floors under quality.")
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="folder that gold paths start from (default: this one)")
    parser.add_argument("--floors", type=Path, default=PACKAGED, help="file of floors (default: the packaged one)")
    parser.add_argument("--raise", dest="raising", action="store_true", help="write higher floors where more was measured")
    chosen = parser.parse_args(arguments)
    try:
        outcomes = []
        for outcome in check(read_floors(chosen.floors), chosen.root):
            sys.stdout.write(outcome.line() + "\n")
            outcomes.append(outcome)
    except DatelineError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    if chosen.raising:
        write_floors([raised(outcome) for outcome in outcomes], chosen.floors)
    return 0 if all(outcome.holds for outcome in outcomes) else 1


if __name__ == "__main__":
    sys.exit(main())

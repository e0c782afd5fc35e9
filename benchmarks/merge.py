"""How well and how fast events are merged.

    python benchmarks/merge.py gold [--show]     the development gold: gold/dev.jsonl with gold/incidents_dev.json
    python benchmarks/merge.py told [--show]     eight incidents told by several outlets each: part09-clusters.txt
    python benchmarks/merge.py scale [EVENTS]    a made-up world, merged on one core (default 100,000 events)

Prints pairwise, B-cubed and LEA scores and the over-count (incidents made for each true one); `--show` lists the pairs that were
joined or parted wrongly, with the comparisons behind them. The first two need the development data beside the repository.
"""

import argparse
import importlib.util
import resource
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from dateline.evaluation import ClusterScores, gold_events, read_gold, read_incident_gold, score_clusters
from dateline.incidents import compare, merge_events, profile
from dateline.model import Event, Incident, Report
from made_up_world import make_world

SHARED = Path(__file__).resolve().parents[2] / "shared"
Pairs = set[tuple[str, str]]


@dataclass(frozen=True)
class Case:
    """Events and reports, with the true groups and links between events (kind, from, to)."""

    events: list[Event]
    reports: dict[str, Report]
    groups: Sequence[Sequence[str]]
    links: frozenset[tuple[str, str, str]]


def development_gold() -> Case:
    """The development gold's events, with the groups and links that its readers found."""
    truth = read_incident_gold(SHARED / "data/gold/incidents_dev.json")
    return Case(*gold_events(read_gold(SHARED / "data/gold/dev.jsonl")), truth.groups, truth.links)


def several_outlets() -> Case:
    """The incidents of the training corpus that several outlets tell."""
    spec = importlib.util.spec_from_file_location("corpus", SHARED / "tools/check_corpus.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(SHARED / "tools/check_corpus.py")
    corpus = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(corpus)
    events, reports = gold_events(corpus.load(SHARED / "corpus/part09-clusters.txt"))
    groups: dict[str, list[str]] = {}
    named = []
    for line in (SHARED / "corpus/part09-incidents.txt").read_text(encoding="utf-8").splitlines():
        head, _, rest = line.partition(": ")
        if line.startswith("#"):
            continue
        if head in ("part_of", "fulfils"):
            named.append((head, *rest.split(" -> ")))
        elif rest:
            told = [entry.split("#") for entry in rest.split()]
            groups[head] = [f"{doc}:{int(number) - 1}" for doc, number in told]
    links = frozenset((kind, a, b) for kind, part, whole in named for a in groups[part] for b in groups[whole])
    return Case(events, reports, list(groups.values()), links)


def pairs(groups: Iterable[Sequence[str]]) -> Pairs:
    """All pairs of events in one group, the lower id first."""
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def show_faults(case: Case, incidents: Sequence[Incident]) -> None:
    """The pairs that were joined or parted wrongly, with what their comparison found."""
    known = {e.event_id: profile(e, case.reports[e.doc_id]) for e in case.events}
    truth, made = pairs(case.groups), pairs(i.event_ids for i in incidents)
    for verdict, wrong in (("JOINED", made - truth), ("PARTED", truth - made)):
        for left, right in sorted(wrong):
            reason = compare(known[left], known[right])
            told = ", ".join(f"{name} {weight:+.1f}" for name, weight in reason.comparisons) if reason else "cannot be one"
            kinds = f"{known[left].event.event_type} / {known[right].event.event_type}"
            print(f"  {verdict} {left} {right} {kinds}: {reason.score if reason else 0:+.1f} = {told}")


def report_links(case: Case, incidents: Sequence[Incident], show: bool) -> None:
    """Precision and recall of links, an incident's link standing for links between all their events."""
    by_id = {i.incident_id: i for i in incidents}
    made = {(k.kind, i.incident_id, k.target) for i in incidents for k in i.links}
    right = [
        (kind, a, b)
        for kind, a, b in made
        if any((kind, x, y) in case.links for x in by_id[a].event_ids for y in by_id[b].event_ids)
    ]
    of = {event: i.incident_id for i in incidents for event in i.event_ids}
    wanted = {(kind, of[a], of[b]) for kind, a, b in case.links}
    print(f"links      {len(right)} right of {len(made)} made, {len(wanted & made)} found of {len(wanted)} wanted")
    if show:
        for kind, a, b in sorted(made - wanted):
            print(f"  LINKED {kind} {by_id[a].event_ids} -> {by_id[b].event_ids}")
        for kind, a, b in sorted(wanted - made):
            print(f"  NOT LINKED {kind} {by_id[a].event_ids} -> {by_id[b].event_ids}")


def print_scores(scores: ClusterScores) -> None:
    """The measures in four lines."""
    pairwise, found = scores.pairwise, scores.as_dict()
    print(
        f"pairwise   P {pairwise.precision:.3f}  R {pairwise.recall:.3f}  F1 {pairwise.f1:.3f}"
        f"  ({pairwise.right} right of {pairwise.coded} made, {pairwise.gold} true)"
    )
    for name in ("b_cubed", "lea"):
        print(f"{name:10} P {found[name]['precision']:.3f}  R {found[name]['recall']:.3f}  F1 {found[name]['f1']:.3f}")
    print(f"over-count {scores.over_count:.3f}")


def judge(case: Case, show: bool) -> None:
    """Merges a case and prints how well."""
    incidents = merge_events(case.events, case.reports)
    print(f"{len(case.events)} events of {len(case.reports)} reports, {len(incidents)} incidents")
    print_scores(score_clusters(case.groups, [i.event_ids for i in incidents], {e.event_id for e in case.events}))
    report_links(case, incidents, show)
    if show:
        show_faults(case, incidents)


def scale(count: int) -> None:
    """Merges a made-up world and prints time, memory and scores."""
    world = make_world(count, seed=1)
    start = time.process_time()
    incidents = merge_events(world.events, world.reports)
    seconds = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(world.events)} events, {len(incidents)} incidents in {seconds:.1f} s of one core, {memory:.0f} MB at most")
    print_scores(score_clusters(world.groups, [i.event_ids for i in incidents]))


def main() -> None:
    """Runs the benchmark named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("gold", "told", "scale"))
    parser.add_argument("events", nargs="?", type=int, default=100_000)
    parser.add_argument("--show", action="store_true")
    chosen = parser.parse_args()
    if chosen.what == "scale":
        scale(chosen.events)
    else:
        judge(development_gold() if chosen.what == "gold" else several_outlets(), chosen.show)


if __name__ == "__main__":
    main()

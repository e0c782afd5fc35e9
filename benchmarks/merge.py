"""How well and how fast events are merged.

    python benchmarks/merge.py gold [--show]     the development gold: gold/dev.jsonl with gold/incidents_dev.json
    python benchmarks/merge.py told [--show]     eight incidents told by several outlets each: part09-clusters.txt
    python benchmarks/merge.py gold --code       the same from events that the coder finds in the texts, not from gold events
    python benchmarks/merge.py scale [EVENTS]    a made-up world, merged on one core (default 100,000 events)

Prints pairwise, B-cubed and LEA scores and the over-count (incidents made for each true one); `--show` lists the pairs that were
joined or parted wrongly, with the comparisons behind them. `gold` needs the development data beside the repository.
"""

import argparse
import json
import resource
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path

from dateline.coding import code_document
from dateline.documents import read_document
from dateline.evaluation import ClusterScores, gold_events, read_gold, read_incident_gold, score_clusters
from dateline.evaluation.incident_gold import gold_event_id
from dateline.evaluation.pairing import pair_events
from dateline.incidents import compare, merge_events, profile
from dateline.model import Event, Incident, Report
from dateline.model.record import Record, event_record
from dateline.sources.jsonl import page_of
from made_up_world import make_world

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from training.markup import read_documents

SHARED = Path(__file__).resolve().parents[2] / "shared"
CORPUS = Path(__file__).resolve().parents[1] / "training/corpus"
Pairs = set[tuple[str, str]]


@dataclass(frozen=True)
class Case:
    """Events and reports, with the true groups and links between events (kind, from, to)."""

    documents: list[Record]
    events: list[Event]
    reports: dict[str, Report]
    groups: Sequence[Sequence[str]]
    links: frozenset[tuple[str, str, str]]


def development_gold() -> Case:
    """The development gold's events, with the groups and links that its readers found."""
    truth = read_incident_gold(SHARED / "data/gold/incidents_dev.json")
    documents = read_gold(SHARED / "data/gold/dev.jsonl")
    return Case(documents, *gold_events(documents), truth.groups, truth.links)


def as_coded(case: Case) -> Case:
    """The same case with the events that the coder finds; one that stands for a gold event bears the gold event's id.

    Groups keep the gold events that were not found, so that recall is of all true pairs.
    """
    events: list[Event] = []
    for document in case.documents:
        line = {name: document.get(name) for name in ("id", "title", "text", "published", "publisher", "url")}
        page = page_of(json.dumps(line).encode(), document["id"], datetime.now(UTC))
        found = code_document(read_document(page))
        stands_for = {j: i for i, j in pair_events(document["events"], [event_record(e) for e in found], document["text"])}
        for j, event in enumerate(found):
            key = gold_event_id(document["id"], stands_for[j]) if j in stands_for else f"extra-{event.event_id}"
            events.append(replace(event, event_id=key))
    return replace(case, events=events)


def several_outlets() -> Case:
    """The incidents of the training corpus that several outlets tell."""
    documents, _ = read_documents(CORPUS / "part09-clusters.txt")
    groups: dict[str, list[str]] = {}
    named = []
    for line in (CORPUS / "incidents.txt").read_text(encoding="utf-8").splitlines():
        head, _, rest = line.partition(": ")
        if line.startswith("#"):
            continue
        if head in ("part_of", "fulfils"):
            named.append((head, *rest.split(" -> ")))
        elif rest:
            told = [entry.split("#") for entry in rest.split()]
            groups[head] = [f"{doc}:{int(number) - 1}" for doc, number in told]
    links = frozenset((kind, a, b) for kind, part, whole in named for a in groups[part] for b in groups[whole])
    return Case(documents, *gold_events(documents), list(groups.values()), links)


def pairs(groups: Iterable[Sequence[str]]) -> Pairs:
    """All pairs of events in one group, the lower id first."""
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def show_faults(case: Case, incidents: Sequence[Incident]) -> None:
    """The pairs that were joined or parted wrongly, with what their comparison found."""
    known = {e.event_id: profile(e, case.reports[e.doc_id]) for e in case.events}
    truth = {pair for pair in pairs(case.groups) if known.keys() >= set(pair)}
    made = {pair for pair in pairs(i.event_ids for i in incidents) if not any(event.startswith("extra-") for event in pair)}
    for verdict, wrong in (("JOINED", made - truth), ("PARTED", truth - made)):
        for left, right in sorted(wrong):
            reason = compare(known[left], known[right])
            told = ", ".join(f"{name} {weight:+.1f}" for name, weight in reason.comparisons) if reason else "cannot be one"
            kinds = f"{known[left].event.event_type} / {known[right].event.event_type}"
            print(f"  {verdict} {left} {right} {kinds}: {reason.score if reason else 0:+.1f} = {told}")


def report_links(case: Case, incidents: Sequence[Incident], show: bool) -> None:
    """Precision and recall of links, an incident's link standing for links between all their events."""
    by_id = {i.incident_id: i for i in incidents}
    made = {(link.kind, i.incident_id, link.target) for i in incidents for link in i.links}
    right = [
        (kind, a, b)
        for kind, a, b in made
        if any((kind, x, y) in case.links for x in by_id[a].event_ids for y in by_id[b].event_ids)
    ]
    of = {event: i.incident_id for i in incidents for event in i.event_ids}
    wanted = {(kind, of[a], of[b]) for kind, a, b in case.links if a in of and b in of}
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
    """Merges a case and prints how well, over all events that are in the gold."""
    in_gold = {gold_event_id(d["id"], i) for d in case.documents for i in range(len(d["events"]))}
    found = in_gold.intersection(event.event_id for event in case.events)
    incidents = merge_events(case.events, case.reports)
    print(f"{len(case.events)} events, {len(incidents)} incidents; {len(found)} of {len(in_gold)} gold events are there")
    print_scores(score_clusters(case.groups, [i.event_ids for i in incidents], in_gold))
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
    parser.add_argument("--show", action="store_true", help="list what is wrong")
    parser.add_argument("--code", action="store_true", help="merge the events that the coder finds, not the gold's")
    chosen = parser.parse_args()
    if chosen.what == "scale":
        scale(chosen.events)
    else:
        case = development_gold() if chosen.what == "gold" else several_outlets()
        judge(as_coded(case) if chosen.code else case, chosen.show)


if __name__ == "__main__":
    main()

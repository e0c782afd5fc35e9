"""How well the packaged coder codes.

    python benchmarks/coding.py score [GOLD.jsonl ...]   every measure of `dateline evaluate` for each gold file, side by side
    python benchmarks/coding.py calibrate                its confidence against the share of right events, on the project's corpus
    python benchmarks/coding.py compare [GOLD.jsonl ...] lexicon, encoder and both together, side by side, on each gold file and on
                                                         the reports of the corpus that were coded twice

The development gold stands beside the repository (../shared); without it only the demo is scored.
"""

import argparse
import sys
from pathlib import Path
from typing import Any

from dateline.coding import Coder, code_document
from dateline.evaluation import read_gold, score
from dateline.evaluation.pairing import pair_events
from dateline.language import EncoderAnnotator, LexiconAnnotator
from dateline.model.record import Record, event_record

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from training.gold import document_of, placed
from training.markup import held_out, read_corpus

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
GOLD = (SHARED / "data/gold/seed.jsonl", SHARED / "data/gold/dev.jsonl", ROOT / "demo/gold.jsonl")


def corpus() -> list[Record]:
    """The training corpus in the gold's JSON shape."""
    return read_corpus(ROOT / "training/corpus")[0]


def coded(records: list[Record]) -> list[Record]:
    """The coder's events for all records."""
    return [event_record(e) for r in records for e in code_document(document_of(r))]


def name_of(path: Path) -> str:
    """What a gold file is called in a table: its own name in a folder of gold, else its folder's."""
    return path.stem if path.parent.name == "gold" else path.parent.name


def print_scores(paths: list[Path]) -> None:
    """One column a gold file, one row a measure."""
    results: dict[str, dict[str, Any]] = {}
    for path in paths:
        if path.is_file():
            records = read_gold(path)
            results[name_of(path)] = score(records, coded(records)).as_dict()
    if not results:
        sys.exit("no gold file found; name one")
    print_table(results)


def print_table(results: dict[str, dict[str, Any]]) -> None:
    """One column a result, one row a measure."""
    print("measure".ljust(22) + "".join(name.rjust(10) for name in results))
    rows: list[tuple[str, list[Any]]] = [
        (f"events {m}", [r["events"][m] for r in results.values()]) for m in ("precision", "recall", "f1")
    ]
    rows += [(m, [r[m] for r in results.values()]) for m in ("whole", "whole_recall")]
    for field in ("status", "background", "mode", "place", "date", "attribution"):
        rows.append((field, [r["accuracy_of_pairs"][field] for r in results.values()]))
    for field in ("actors", "recipients", "harm", "targets", "impacts"):
        rows.append((f"{field} f1", [r["f1_of_pairs"][field]["f1"] for r in results.values()]))
    if all("in idle reports" in r for r in results.values()):
        rows.append(("in idle reports", [r["in idle reports"] for r in results.values()]))
    for name, values in rows:
        shown = ("-" if v is None else v if isinstance(v, str) else f"{v:.3f}" for v in values)
        print(name.ljust(22) + "".join(v.rjust(10) for v in shown))


def compare(paths: list[Path]) -> None:
    """For each gold file, and for the reports coded twice, one column a reader."""
    golds = {name_of(path): read_gold(path) for path in paths if path.is_file()}
    golds["coded twice"] = [placed(r) for r in held_out(ROOT / "training/corpus")[1]]
    coders = {"lexicon": Coder(LexiconAnnotator()), "encoder": Coder(EncoderAnnotator()), "both": Coder()}
    for name, records in golds.items():
        results = {}
        for reader, coder in coders.items():
            events = {r["id"]: [event_record(e) for e in coder.code(document_of(r))] for r in records}
            results[reader] = score(records, [e for found in events.values() for e in found]).as_dict()
            idle = [r["id"] for r in records if not r["events"]]
            results[reader]["in idle reports"] = f"{sum(len(events[i]) for i in idle)}/{len(idle)}"
        print(name)
        print_table(results)


def calibrate() -> None:
    """Tenths of the coded events by confidence, with the share that stands for a gold event."""
    rows: list[tuple[float, bool]] = []
    for record in corpus():
        events = [event_record(e) for e in code_document(document_of(record))]
        right = {j for _, j in pair_events(record["events"], events, record["text"])}
        rows += [(e["confidence"], n in right) for n, e in enumerate(events)]
    rows.sort(key=lambda row: row[0])
    print("confidence      events   right")
    for tenth in range(10):
        part = rows[tenth * len(rows) // 10 : (tenth + 1) * len(rows) // 10]
        print(f"{part[0][0]:.2f} - {part[-1][0]:.2f}   {len(part):6}   {sum(ok for _, ok in part) / len(part):.2f}")


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("what", choices=("score", "compare", "calibrate"))
    parser.add_argument("gold", nargs="*", type=Path)
    arguments = parser.parse_args()
    if arguments.what == "score":
        print_scores(arguments.gold or list(GOLD))
    elif arguments.what == "compare":
        compare(arguments.gold or list(GOLD))
    else:
        calibrate()


if __name__ == "__main__":
    main()

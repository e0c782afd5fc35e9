"""How well `dateline.actors.resolve` reads the marked actors of the development texts, and how fast the room works.

    python benchmarks/actors.py [--data ../shared] [--errors 40]

For each actor, recipient and attribution with words: is the country right, wrong or left empty, and the sector? Once with the
phrase alone, and once with `home` set to the country that the document names most often. A bare country whose gold sector is MIL
counts as right, because the caller, who knows the act, swaps a government for its forces; how many those are is printed apart.
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from dateline import actors

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from training.markup import read_corpus

CORPUS = Path(__file__).resolve().parents[1] / "training/corpus"


@dataclass
class Score:
    """Counts over spans; `errors` keeps examples."""

    country: Counter[str] = field(default_factory=Counter)
    sector: Counter[str] = field(default_factory=Counter)
    swapped: int = 0
    errors: Counter[tuple[str, ...]] = field(default_factory=Counter)


def gold(data: Path) -> Iterator[dict[str, Any]]:
    """The documents of the development gold."""
    for path in sorted((data / "data" / "gold").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def home_of(document: dict[str, Any], on: date | None) -> str:
    """The country that title and text name most often."""
    mentions = actors.find_actors(f"{document['title']}\n{document['text']}", on=on)
    named = Counter(m.actor.country for m in mentions if m.actor.country not in ("", "IGO"))
    return named.most_common(1)[0][0] if named else ""


def entities(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The entities with words of all events."""
    for event in document["events"]:
        for entity in (*event["actors"], *event["recipients"], event["attribution"]):
            if entity and entity["text"]:
                yield entity


def verdict(given: str, wanted: str) -> str:
    """right, wrong or silent."""
    if given == wanted:
        return "right"
    return "wrong" if given else "silent"


def score(documents: list[dict[str, Any]], with_home: bool) -> Score:
    """Resolves every entity."""
    result = Score()
    for document in documents:
        on = date.fromisoformat(document["published"]) if document.get("published") else None
        home = home_of(document, on) if with_home else ""
        for entity in entities(document):
            actor = actors.resolve(entity["text"], on=on, home=home)
            country, sector = (actor.country, actor.sector) if actor else ("", "")
            said = verdict(country, entity["country"])
            result.country[said] += 1
            swapped = sector == "GOV" and entity["sector"] == "MIL" and actor is not None and bare(actor.name, country)
            result.swapped += swapped
            of_sector = "right" if swapped else verdict(sector, entity["sector"])
            result.sector[of_sector] += 1
            if "right" not in (said, of_sector) or said != of_sector:
                key = (entity["text"], f"{country}:{sector}", f"{entity['country']}:{entity['sector']}", home)
                result.errors[key] += 1
    return result


def bare(name: str, country: str) -> bool:
    """Whether the actor is a country's government under the country's own name."""
    known = actors.countries().get(country)
    return known is not None and known.name == name


def report(title: str, result: Score, errors: int) -> None:
    """Prints one table row by field."""
    total = sum(result.country.values())
    for name, counts in (("country", result.country), ("sector", result.sector)):
        shares = ", ".join(f"{key} {counts[key]} ({counts[key] / total:.1%})" for key in ("right", "wrong", "silent"))
        print(f"{title:28} {name:8} n={total}: {shares}")
    print(f"{title:28} government read where gold has forces (counted as right): {result.swapped}")
    for key, count in result.errors.most_common(errors):
        print(f"    {count}  {'  |  '.join(key)}")


def speed(documents: list[dict[str, Any]]) -> None:
    """Loading time and scanning rate, in processor time of one core."""
    actors.open_directory.cache_clear()
    begun = time.process_time()
    actors.open_directory()
    loaded = time.process_time() - begun
    text = "\n".join(d["text"] for d in documents)
    begun = time.process_time()
    found = actors.find_actors(text)
    rate = len(text.encode()) / (time.process_time() - begun) / 1e6
    phrases = [e["text"] for d in documents for e in entities(d)]
    begun = time.process_time()
    for phrase in phrases:
        actors.resolve(phrase)
    each = (time.process_time() - begun) / max(1, len(phrases)) * 1e6
    print(f"loading {loaded * 1e3:.0f} ms; find_actors {rate:.2f} MB/s ({len(found)} names); resolve {each:.0f} us a phrase")


def main() -> int:
    """Prints the figures; does nothing where the development texts are absent."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path(__file__).resolve().parents[1] / ".." / "shared")
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    for name, documents in (("corpus", read_corpus(CORPUS)[0]), ("gold", list(gold(options.data)))):
        for with_home in (False, True):
            title = f"{name}, {'document home' if with_home else 'phrase alone'}"
            report(title, score(documents, with_home), options.errors if with_home else 0)
    speed(read_corpus(CORPUS)[0])
    return 0


if __name__ == "__main__":
    sys.exit(main())

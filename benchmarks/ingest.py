"""How fast reports are ingested, and how fast a large store answers.

    python benchmarks/ingest.py reports [--count 400] [--workers N]    made-up reports through the whole pipeline
    python benchmarks/ingest.py store [--count 100000] [--db URL]      a made-up record of that many incidents, then its queries

Times of queries are the median and the slowest of 15, each after the first, and the median of the processor's time (which other
programs on the machine disturb less); the database file is warm.
"""

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from dateline import settings
from dateline.model import Actor, Document, Event, Evidence, Figure, Incident, Place, Quantity, Span, Target, TimeSpan, Toll
from dateline.runners import open_runner
from dateline.store import CodedDocument, IncidentFilter, Store, open_store
from dateline.workflow import ingest
from tests.journeys.made_reports import make_reports

REPEATS = 15
EVENTS_A_DOCUMENT = 4
KINDS = (("ASSAULT", "occurred"), ("ASSAULT", "alleged"), ("CONSULT", "occurred"), ("AGREE", "planned"), ("ACCUSE", "occurred"))
COUNTRIES = [f"C{n:02d}" for n in range(60)]
TOWNS = [f"Town{n}" for n in range(3000)]
SEEN = ("power plant", "port", "school", "market", "bridge", "substation", "hospital", "depot")


def main() -> None:
    """Runs the measurement that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("reports", "store"))
    parser.add_argument("--count", type=int)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--db")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if given.what == "reports":
            reports(Path(folder), given.count or 400, given.workers)
        else:
            store(given.db or str(Path(folder) / "large.db"), given.count or 100_000)


def reports(folder: Path, count: int, workers: int) -> None:
    """Ingests made-up reports into a new store, then the same again."""
    made = make_reports(folder / "reports", count)
    with open_store(str(folder / "record.db")) as opened, open_runner(workers) as runner:
        for name in ("first", "again"):
            summary = ingest([str(made)], store=opened, run=runner.map)
            done = summary.done
            print(
                f"{name}: {done.documents} documents ({done.new} new, {done.refused} refused), {summary.events} events, "
                f"{summary.incidents} incidents in {done.seconds:.2f} s: {done.documents_per_second:.1f} documents/s"
            )


def store(url: str, count: int) -> None:
    """Fills a store and times its queries."""
    with open_store(url) as opened:
        started = time.perf_counter()
        incidents: list[Incident] = []
        stream = record(count)
        while group := list(islice(stream, 500)):
            opened.add([coded for coded, _ in group])
            incidents.extend(incident for _, found in group for incident in found)
        added = time.perf_counter()
        opened.set_incidents(incidents)
        merged = time.perf_counter()
        opened.set_incidents(incidents)
        print(f"{opened.totals()}")
        print(f"add {added - started:.1f} s, set_incidents {merged - added:.1f} s, again {time.perf_counter() - merged:.1f} s")
        for name, ask in queries(opened).items():
            measure(name, ask)


def queries(opened: Store) -> dict[str, Callable[[], object]]:
    """What the page and the command line ask."""
    a_month = {"since": date(2025, 3, 1), "until": date(2025, 3, 31)}
    filters = {
        "list, no filter": IncidentFilter(),
        "list, page 100": IncidentFilter(offset=10_000),
        "list, one country": IncidentFilter(countries=("C07",)),
        "list, violence, deadliest": IncidentFilter(quads=("MX",), order="deadliest"),
        "list, actor and month": IncidentFilter(actors=("Forces of C07",), **a_month),  # type: ignore[arg-type]
        "list, words": IncidentFilter(text="substation town17"),
        "list, common word": IncidentFilter(text="substation"),
        "list, box": IncidentFilter(box=(10.0, 10.0, 20.0, 20.0)),
    }
    asked: dict[str, Callable[[], object]] = {name: lambda q=q: opened.incidents(q) for name, q in filters.items()}  # type: ignore[misc]
    asked["timeline, all"] = lambda: opened.timeline(IncidentFilter())
    asked["timeline, one country"] = lambda: opened.timeline(IncidentFilter(countries=("C07",)))
    asked["search, two words"] = lambda: opened.search("substation town17")
    asked["search, common word"] = lambda: opened.search("substation")
    asked["one incident"] = lambda: opened.incident("i5000")
    return asked


def measure(name: str, ask: Callable[[], object]) -> None:
    """Prints how long a query takes."""
    ask()
    times, work = [], []
    for _ in range(REPEATS):
        started, worked = time.perf_counter(), time.process_time()
        ask()
        times.append(1000 * (time.perf_counter() - started))
        work.append(1000 * (time.process_time() - worked))
    print(
        f"{name:<28}{statistics.median(times):8.1f} ms, slowest {max(times):8.1f} ms, processor {statistics.median(work):8.1f} ms"
    )


def record(count: int) -> Iterator[tuple[CodedDocument, list[Incident]]]:
    """Documents of four events each, with an incident for every event."""
    chance = random.Random(16)
    moment = settings.now()
    for number in range(count // EVENTS_A_DOCUMENT):
        lines, events, incidents = [], [], []
        start = 0
        day = date(2025, 1, 1) + timedelta(days=chance.randrange(365))
        for place in range(EVENTS_A_DOCUMENT):
            event, sentence = _event(f"{number}-{place}", f"d{number}", day, start, chance)
            lines.append(sentence)
            events.append(event)
            incidents.append(_incident(f"i{number * EVENTS_A_DOCUMENT + place}", event, day, chance))
            start += len(sentence) + 1
        text = " ".join(lines)
        document = _document(f"d{number}", text, [len(line) for line in lines], day)
        yield CodedDocument(document, tuple(events), "made-up", moment), incidents


def _document(doc_id: str, text: str, lengths: list[int], day: date) -> Document:
    sentences, start = [], 0
    for length in lengths:
        sentences.append(Span(start, start + length))
        start += length + 1
    address = f"https://news.example/{doc_id}"
    return Document(doc_id, f"Report {doc_id}", text, tuple(sentences), doc_id, address, day, "given", "A paper", address)


def _event(key: str, doc_id: str, day: date, start: int, chance: random.Random) -> tuple[Event, str]:
    kind, status = chance.choice(KINDS)
    town, country, other = chance.choice(TOWNS), chance.choice(COUNTRIES), chance.choice(COUNTRIES)
    seen = chance.choice(SEEN)
    sentence = f"Forces of {country} reached the {seen} of {town} in {other} before noon, as officials of both sides confirmed."
    place = Place(town, town, other, "city", lat=chance.uniform(-60, 70), lon=chance.uniform(-180, 180), radius_km=5.0)
    event = Event(
        f"e{key}",
        doc_id,
        kind,
        status=status,  # type: ignore[arg-type]
        actors=(Actor("Forces", f"Forces of {country}", country, "MIL"),),
        recipients=(Actor(None, f"People of {other}", other, "CVL"),),
        place=place,
        date=TimeSpan(day, day, "day"),
        targets=(Target("port"),),
        evidence=(Evidence("trigger", start, start + 6), Evidence("place", start + 20, start + 24)),
        confidence=0.7,
        coder="made-up",
    )
    return event, sentence


def _incident(key: str, event: Event, day: date, chance: random.Random) -> Incident:
    dead = Quantity(chance.randrange(9), 9)
    figure = Figure(event.event_id, event.doc_id, "A paper", day, dead)
    return Incident(
        incident_id=key,
        event_ids=(event.event_id,),
        doc_ids=(event.doc_id,),
        event_type=event.event_type,
        mode=None,
        status=event.status,
        background=False,
        aggregate=False,
        contexts=(),
        actors=event.actors,
        recipients=event.recipients,
        place=event.place,
        date=event.date,
        harm=(Toll("killed", None, False, dead, (figure,)),) if event.event_type == "ASSAULT" else (),
        targets=event.targets,
        impacts=(),
        attributions=(),
        sources=chance.randrange(1, 9),
        independent_sources=chance.randrange(1, 5),
        confidence=0.7,
    )


if __name__ == "__main__":
    main()

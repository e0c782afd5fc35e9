"""The demo's reports, read from where they lie, and their gold."""

import csv
import gzip
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline import demo
from dateline.codebook import load
from dateline.documents import families
from dateline.evaluation import read_gold
from dateline.evaluation.incident_gold import gold_event_id, gold_events, read_incident_gold
from dateline.model import Document
from dateline.model.record import Record
from dateline.store import open_store
from dateline.workflow import read
from demo.build_archive import ARCHIVE, archive

DEMO = Path(__file__).resolve().parents[2] / "demo"
GOLD = read_gold(DEMO / "gold.jsonl")
EVENTS = [(document, event) for document in GOLD for event in document["events"]]


def documents_of(part: str) -> list[Document]:
    refused: list[Exception] = []
    found = list(read([str(DEMO / part)], on_refused=refused.append))
    assert refused == []
    return found


def capture_files() -> dict[str, str]:
    with (DEMO / "archive" / "captures.tsv").open(encoding="utf-8", newline="") as stream:
        return {row["url"]: row["file"] for row in csv.DictReader(stream, delimiter="\t")}


def with_places() -> Iterator[tuple[str, Document]]:
    """Every document with the name that the gold has for where it lies."""
    files = capture_files()
    for document in documents_of("reports"):
        yield f"reports/{Path(document.address).name}", document
    for document in documents_of("archive.warc.gz"):
        yield f"archive/{files[document.address]}", document
    for document in documents_of("feed.xml"):
        yield str(Path(document.address).relative_to(DEMO)), document


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    """The documents by the gold's name for where they lie."""
    return dict(with_places())


def test_the_gold_is_what_dateline_reads(documents: dict[str, Document]) -> None:
    assert documents.keys() == {gold["read_from"] for gold in GOLD}
    for gold in GOLD:
        document = documents[gold["read_from"]]
        assert document.text == gold["text"], gold["id"]
        assert document.title == gold["title"], gold["id"]
        assert str(document.published) == gold["published"], gold["id"]
        assert (document.publisher, document.url, document.language) == (gold["publisher"], gold["url"], "en"), gold["id"]


def test_the_feed_leads_to_pages_and_holds_reports_of_its_own() -> None:
    items = [document.id for document in documents_of("feed.xml")]
    pages = {document.id for document in documents_of("reports")}
    assert len(items) == 8
    assert sum(item in pages for item in items) == 5


def test_the_story_is_as_large_as_promised() -> None:
    assert len(GOLD) >= 44
    assert len({gold["publisher"] for gold in GOLD}) == 8
    assert len({gold["published"] for gold in GOLD}) == 12
    assert 5 <= sum(not gold["events"] for gold in GOLD) <= 6
    assert {event["status"] for _, event in EVENTS} == load().statuses
    assert {event["place"]["name"] for _, event in EVENTS if event["event_type"] == "CONSULT" and event["place"]} == {
        "Vienna",
        "Doha",
    }


def test_every_page_says_that_it_is_invented() -> None:
    pages = [*DEMO.glob("reports/*.html"), *DEMO.glob("archive/*.html")]
    assert len(pages) >= 50
    assert [p.name for p in pages if p.read_text(encoding="utf-8").count("Invented for demonstration") < 2] == []
    assert all(gold["url"] is None or ".example/" in gold["url"] for gold in GOLD)
    assert not any("Invented for demonstration" in gold["text"] for gold in GOLD)


def test_dates_come_from_where_the_pages_have_them(documents: dict[str, Document]) -> None:
    methods = {place: document.published_method for place, document in documents.items()}
    assert methods["reports/rm-0211-bus.html"] == methods["reports/dh-0212-cables.html"] == "inferred"
    assert {"json-ld", "meta", "page", "feed", "inferred"} == set(methods.values())


def test_evidence_and_quotes_stand_in_the_text() -> None:
    for gold, event in EVENTS:
        assert event["trigger"], gold["id"]
        for quote in event["trigger"]:
            assert gold["text"].count(quote) == 1, (gold["id"], quote)
        triggers = [gold["text"][e["start"] : e["end"]] for e in event["evidence"] if e["role"] == "trigger"]
        assert set(triggers) == set(event["trigger"]), gold["id"]
        for words, evidence in _told(event):
            assert any(gold["text"][e["start"] : e["end"]] == words for e in evidence), (gold["id"], words)


def _told(event: Record) -> Iterator[tuple[str, list[Record]]]:
    """The words of every field that has some, with the evidence that is given for the field."""
    single = [(event[field], field) for field in ("place", "date", "attribution")]
    several = [("actor", "actors"), ("recipient", "recipients"), ("harm", "harm"), ("target", "targets"), ("impact", "impacts")]
    for value, role in [*single, *((value, role) for role, field in several for value in event[field])]:
        if value and value["text"]:
            yield value["text"], [e for e in event["evidence"] if e["role"] == role]


def test_every_field_is_in_the_codebook() -> None:
    events, _ = gold_events(GOLD)
    assert len(events) > 130
    assert [(event.event_id, fault) for event in events for fault in load().faults(event)] == []
    assert all(event.place is None or event.place.lat is not None for event in events)


def test_copies_and_versions_are_families_and_nothing_else_is(documents: dict[str, Document]) -> None:
    ids = {gold["id"]: documents[gold["read_from"]].id for gold in GOLD}
    family = families(list(documents.values()))
    copies = {frozenset((ids[gold["id"]], ids[gold["copy_of"]])) for gold in GOLD if "copy_of" in gold}
    assert len(copies) == 5
    edited = frozenset((ids["dh-0204-zap-first"], ids["dh-0204-zap"]))
    sizes = Counter(family.values())
    found = {frozenset(d for d in family if family[d] == head) for head, size in sizes.items() if size > 1}
    assert found == copies | {edited}


def test_incidents_speak_of_events_of_the_gold() -> None:
    gold = read_incident_gold(DEMO / "incidents.json")
    known = {gold_event_id(document["id"], position) for document in GOLD for position in range(len(document["events"]))}
    grouped = [event for group in gold.groups for event in group]
    assert len(gold.groups) >= 30
    assert len(grouped) == len(set(grouped))
    of = {event: number for number, group in enumerate(gold.groups) for event in group}
    named = {*grouped, *(e for _, *ends in gold.links for e in ends), *(e for pair in gold.tempting for e in pair)}
    assert named <= known
    assert all(of.get(left, left) != of.get(right, right) for left, right in gold.tempting)


def test_the_archive_is_made_from_its_pages() -> None:
    assert gzip.decompress(ARCHIVE.read_bytes()) == gzip.decompress(archive())
    assert archive() == archive()


def test_the_demo_shows_the_silent_edit_and_takes_in_nothing_twice(tmp_path: Path) -> None:
    database = str(tmp_path / "demo.db")
    first = demo(database)
    assert (first.ingested.done.new, first.ingested.done.refused, first.publishers) == (len(GOLD), 0, 8)
    again = demo(database)
    assert (again.ingested.done.new, again.ingested.incidents) == (0, first.ingested.incidents)
    with open_store(database) as store:
        now = next(s.document for s in store.documents() if s.document.text.startswith("Seven people were killed and 24"))
        versions = store.versions(now.id)
    assert [v.document.text.split()[0] for v in versions] == ["Nine", "Seven"]

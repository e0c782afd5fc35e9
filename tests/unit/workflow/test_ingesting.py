"""Ingestion: each report once, faults kept to their report, progress that adds up."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.errors import UnreadableInput
from dateline.model import Document, Event
from dateline.runners import Processes
from dateline.store import IncidentFilter, Store, open_store
from dateline.workflow import Progress, coding, ingest, ingesting, merging
from tests.journeys.made_reports import make_reports


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "record.db")) as opened:
        yield opened


@pytest.fixture
def reports(tmp_path: Path) -> str:
    return str(make_reports(tmp_path / "reports", 12))


def test_reports_become_incidents(store: Store, reports: str) -> None:
    refused: list[UnreadableInput] = []
    steps: list[Progress] = []
    summary = ingest([reports], store=store, on_progress=steps.append, on_refused=refused.append, batch=5)
    assert summary.done == steps[-1]
    assert [step.documents for step in steps] == sorted(step.documents for step in steps)
    assert [step.documents for step in steps][:2] == [5, 10]
    assert (summary.done.documents, summary.done.new + summary.done.known, summary.done.refused) == (12, 12, 1)
    assert [Path(r.address).name for r in refused] == ["noise.html"]
    assert all(isinstance(r, UnreadableInput) for r in refused)
    assert summary.refused == tuple(refused)
    assert summary.events == store.totals().events > 12
    assert summary.incidents == store.incidents(IncidentFilter()).total > 5
    assert summary.done.documents_per_second > 0


def test_a_second_run_reads_nothing_and_changes_nothing(store: Store, reports: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ingest([reports], store=store)
    before = (store.totals(), store.documents(), store.merged_basis())
    (Path(reports) / "noise.html").unlink()  # what was refused is looked at again
    monkeypatch.setattr(ingesting, "read_page", lambda page: pytest.fail(f"{page.address} is read again"))
    monkeypatch.setattr(merging, "merge_events", lambda *_: pytest.fail("merged again"))
    again = ingest([reports], store=store).done
    assert (again.documents, again.new, again.known) == (12, 0, 12)
    assert (store.totals(), store.documents(), store.merged_basis()) == before


def test_the_same_report_at_another_path_is_no_new_document(store: Store, reports: str, tmp_path: Path) -> None:
    ingest([reports], store=store)
    copy = tmp_path / "copy"
    Path(reports).rename(copy)
    again = ingest([str(copy)], store=store).done
    assert (again.new, again.known) == (0, 12)


def test_an_edited_page_is_a_new_version_and_the_old_text_stays(store: Store, reports: str, tmp_path: Path) -> None:
    page = next(Path(reports).glob("*.html"))
    folder = tmp_path / "one"
    folder.mkdir()
    page = page.rename(folder / page.name)
    ingest([str(folder)], store=store)
    (old,) = store.documents()
    page.write_text(page.read_text().replace("Russia", "Ruritania"))
    ingest([str(folder)], store=store)
    new = store.versions(old.document.id)[-1]
    assert (new.version, new.previous, "Ruritania" in new.document.text) == (2, old.document.id, True)
    assert store.versions(old.document.id)[0].document == old.document


def test_a_newer_coder_codes_stored_documents_anew_without_reading(
    store: Store, reports: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest([reports], store=store)
    first = store.events()
    (Path(reports) / "noise.html").unlink()
    monkeypatch.setattr(ingesting, "coder_version", lambda: "coder-next")
    monkeypatch.setattr(ingesting, "read_page", lambda page: pytest.fail(f"{page.address} is read again"))
    monkeypatch.setattr(coding, "code_document", lambda document: tuple(e for e in first if e.doc_id == document.id)[:1])
    ingest([reports], store=store)
    assert 0 < len(store.events()) < len(first)
    assert store.totals().documents == len(store.documents())


def test_a_fault_in_coding_one_document_ends_no_batch(store: Store, reports: str, monkeypatch: pytest.MonkeyPatch) -> None:
    sound = coding.code_document

    def fall_over(document: Document) -> tuple[Event, ...]:
        if document.id == "r2":
            raise ZeroDivisionError("no reason")
        return sound(document)

    monkeypatch.setattr(coding, "code_document", fall_over)
    summary = ingest([reports], store=store)
    reasons = {Path(r.address).name: r.reason for r in summary.refused}
    assert reasons["records.jsonl#r2"] == "cannot be coded: ZeroDivisionError: no reason"
    assert summary.done.documents == 11


def test_an_id_that_is_taken_by_another_text_is_refused_and_the_rest_is_stored(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    texts = {"1": "Drones hit Odesa.", "2": "Envoys met in Geneva.", "3": "Shells hit Sumy."}
    file.write_text("".join(json.dumps({"id": key, "text": text}) + "\n" for key, text in texts.items()))
    ingest([str(file)], store=store)
    texts |= {"2": "Envoys met in Vienna.", "4": "A mine hit a bus in Kherson."}
    file.write_text("".join(json.dumps({"id": key, "text": text}) + "\n" for key, text in texts.items()))
    summary = ingest([str(file)], store=store)
    assert [(Path(r.address).name, "stored with another text" in r.reason) for r in summary.refused] == [("a.jsonl#2", True)]
    assert [d.document.id for d in store.documents()] == ["1", "2", "3", "4"]
    assert store.document("2").document.text == "Envoys met in Geneva."


def test_processes_give_the_same_record(tmp_path: Path, reports: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_NOW", "2026-01-20T08:00:00Z")
    records = []
    for name in ("alone", "shared"):
        with open_store(str(tmp_path / f"{name}.db")) as opened:
            if name == "alone":
                ingest([reports], store=opened, batch=5)
            else:
                with Processes(2, chunk=2) as runner:
                    ingest([reports], store=opened, batch=5, run=runner.map)
            page = opened.incidents(IncidentFilter(limit=1000))
            records.append((opened.documents(), opened.events(), page, opened.totals()))
    assert records[0] == records[1]


def test_the_digest_of_a_page_forgets_only_when_it_was_fetched(reports: str) -> None:
    from dateline.model import Page
    from dateline.sources import read_pages

    page = next(p for p in read_pages([reports]) if isinstance(p, Page))
    digest = ingesting.page_digest(page)
    assert ingesting.page_digest(replace(page, fetched_at=page.fetched_at.replace(year=2000))) == digest
    others = [replace(page, content=page.content + b" "), replace(page, address="x"), replace(page, known_title="x")]
    assert digest not in {ingesting.page_digest(other) for other in others}

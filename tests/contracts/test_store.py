"""What every store must do, proven on SQLite and PostgreSQL: documents, codings, claims and judgements."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from dateline.errors import DatelineError, NotFound, UnreadableInput
from dateline.model import DatelineLine, Event, Judgement, Place, Report, Span
from dateline.store import Store, Totals, open_store
from tests.contracts.stored_samples import NOON, OSTMARK, coded, document, event


def test_an_empty_store_holds_nothing(store: Store) -> None:
    assert store.totals() == Totals(0, 0, 0, 0, 0)
    assert store.documents() == store.events() == store.judgements() == ()
    assert store.reports() == {}


def test_a_document_comes_back_whole(store: Store) -> None:
    whole = document(
        url="https://courier.example/night",
        published_method="json-ld",
        agency="Wire",
        authors=("A. Writer",),
        language="en",
        dateline=DatelineLine(Span(0, 6), "Drones", "Belhaven", date(2026, 1, 9), "Wire"),
        dateline_place=Place("Belhaven", "Belhaven", "OST", "city"),
    )
    assert store.add([coded(whole)]) == 1
    stored = store.document("d1")
    assert stored.document == whole
    assert stored.document.dateline_place == whole.dateline_place
    assert (stored.ingested_at, stored.version, stored.previous, stored.family) == (NOON, 1, None, None)
    assert store.documents() == (stored,)


def test_a_moment_keeps_its_instant_whatever_its_zone(store: Store) -> None:
    later = datetime.fromisoformat("2026-01-10T15:00:00+03:00")
    store.add([replace(coded(document()), ingested_at=later)])
    assert store.document("d1").ingested_at == NOON
    assert store.document("d1").ingested_at.tzinfo == UTC


def test_adding_again_changes_nothing(store: Store) -> None:
    batch = [coded(document(), event(), page="p1")]
    assert store.add(batch) == 1
    before = (store.totals(), store.documents(), store.events(), store.claims("e1"))
    assert store.add(batch) == 0
    assert store.add([coded(document(), page="p1")]) == 0
    assert (store.totals(), store.documents(), store.events(), store.claims("e1")) == before


def test_documents_come_in_order_of_id_whatever_the_order_they_came_in(store: Store) -> None:
    names = ["b", "B", "a", "ä", "A", "1", "_"]
    store.add([coded(document(n)) for n in names])
    assert [d.document.id for d in store.documents()] == sorted(names)


def test_an_id_cannot_be_taken_by_another_text(store: Store) -> None:
    store.add([coded(document())])
    with pytest.raises(UnreadableInput, match=r"other\.html: the id 'd1' is stored with another text"):
        store.add([coded(document("d2")), coded(document(text="Something else.", address="other.html"))])
    assert [d.document.id for d in store.documents()] == ["d1"]


@pytest.mark.parametrize(("text", "reason"), [("a\x00b.", "NUL"), ("a\ud800b.", "surrogate")])
def test_text_that_no_database_takes_is_refused(store: Store, text: str, reason: str) -> None:
    odd = replace(document(), text=text)
    with pytest.raises(UnreadableInput, match=reason):
        store.add([coded(odd)])
    assert store.totals().documents == 0


def test_a_changed_page_is_a_new_version_of_its_address(store: Store) -> None:
    url = "https://courier.example/night"
    first, second = document("d1", url=url), document("d2", "Drones hit the port. Three workers died.", url=url)
    store.add([coded(first)])
    store.add([coded(second)])
    store.add([coded(first)])
    assert [(v.document.id, v.version, v.previous) for v in store.versions("d1")] == [("d1", 1, None), ("d2", 2, "d1")]
    assert store.versions("d2") == store.versions("d1")
    with pytest.raises(NotFound, match="'d3'"):
        store.versions("d3")


def test_pages_are_known_by_their_digest(store: Store) -> None:
    store.add([coded(document(), page="p1"), coded(document(), page="p2"), coded(document("d2"))])
    assert store.known_pages(["p1", "p2", "p3"]) == {"p1": "d1", "p2": "d1"}


def test_documents_are_known_by_coder(store: Store) -> None:
    store.add([coded(document()), coded(document("d2"), coder="coder-2")])
    assert store.known_documents(["d1", "d2", "d3"], "coder-1") == {"d1"}
    assert store.known_documents([f"x{n}" for n in range(3000)] + ["d2"], "coder-2") == {"d2"}
    assert store.known_documents([], "coder-1") == set()


def test_families_join_documents(store: Store) -> None:
    store.add([coded(document()), coded(document("d2", publisher=None, url="https://x.example/2"))])
    store.set_families({"d1": "d1", "d2": "d2"})
    store.set_families({"d1": "d1", "d2": "d1"})
    assert [d.family for d in store.documents()] == ["d1", "d1"]
    assert store.reports()["d2"] == Report("d2", date(2026, 1, 9), None, "d1", "Night raid told by d2", "https://x.example/2")


def test_an_event_comes_back_whole(store: Store) -> None:
    plain = Event("e2", "d1", "CONSULT")
    store.add([coded(document(), event(), plain)])
    assert store.events() == (event(), plain)
    assert store.events("d1") == (event(), plain)
    assert store.events("d2") == ()
    assert store.event("e1") == event()
    with pytest.raises(NotFound, match="'e3'"):
        store.event("e3")


def test_every_value_is_a_claim_with_its_words(store: Store) -> None:
    store.add([coded(document(), event())])
    claims = store.claims("e1")
    fields = ["event_type", "mode", "contexts", "status", "actors", "recipients", "place", "date", "harm", "targets", "impacts"]
    assert [c.field for c in claims] == fields
    place = claims[fields.index("place")]
    assert '"geonameid":42' in place.value
    assert [(e.start, e.end) for e in place.evidence] == [(23, 31)]
    assert {c.decided_by for c in claims} == {"coder-1"}
    assert len({c.claim_id for c in claims}) == len(claims) == store.totals().claims


def test_a_newer_coder_is_in_force_and_the_older_claims_stay(store: Store) -> None:
    store.add([coded(document(), event(), event("e2"))])
    newer = event(mode="aerial", coder="coder-2")
    store.add([coded(document(), newer, coder="coder-2")])
    assert store.events() == (newer,)
    modes = [(c.value, c.decided_by) for c in store.claims("e1") if c.field == "mode"]
    assert modes == [('"drone"', "coder-1"), ('"aerial"', "coder-2")]
    store.add([coded(document(), event(), event("e2"))])
    assert store.events() == (newer,)


def judge(number: int, kind: str, **fields: object) -> Judgement:
    given = {"left": "e1", "decided_by": "editor", "person": True, "decided_at": NOON} | fields
    return Judgement(f"j{number}", kind, **given)  # type: ignore[arg-type]


def test_judgements_come_back_in_order_and_once(store: Store) -> None:
    made = (judge(2, "same", right="e2", reason="one raid"), judge(1, "different", right="e3", person=False))
    store.add_judgements(made)
    store.add_judgements(made[::-1])
    assert store.judgements() == made


def test_an_undated_judgement_is_dated_when_it_is_added(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_NOW", "2026-02-01T00:00:00Z")
    store.add_judgements([judge(1, "accept", decided_at=None)])
    assert store.judgements()[0].decided_at == datetime(2026, 2, 1, tzinfo=UTC)


def test_a_correction_changes_the_event_in_force_and_no_claim(store: Store) -> None:
    store.add([coded(document(), event())])
    before = store.claims("e1")
    store.add_judgements([judge(1, "correct", field="mode", value='"aerial"'), judge(2, "correct", field="place", value="null")])
    assert store.event("e1") == replace(event(), mode="aerial", place=None)
    assert store.claims("e1") == before
    actors = '[{"text":null,"name":"Ostmark","country":"OST","sector":"CVL"}]'
    store.add_judgements([judge(3, "correct", field="actors", value=actors)])
    assert store.event("e1").actors == (replace(OSTMARK, text=None),)


def test_a_person_outranks_the_program_and_the_newer_the_older(store: Store) -> None:
    store.add([coded(document(), event())])
    store.add_judgements(
        [
            judge(1, "correct", field="mode", value='"aerial"'),
            judge(2, "correct", field="mode", value='"explosives"'),
            judge(3, "correct", field="mode", value='"firearms"', person=False),
            judge(4, "correct", field="mode", value='"drone"', left="e9"),
        ]
    )
    assert store.event("e1").mode == "explosives"


def test_a_rejected_event_is_out_of_force_until_it_is_accepted(store: Store) -> None:
    store.add([coded(document(), event(), event("e2"))])
    store.add_judgements([judge(1, "reject")])
    assert [e.event_id for e in store.events()] == ["e2"]
    assert store.totals().events == 1
    with pytest.raises(NotFound, match="rejected"):
        store.event("e1")
    store.add_judgements([judge(2, "accept")])
    assert [e.event_id for e in store.events()] == ["e1", "e2"]


def test_what_a_person_accepted_stays_in_force_under_a_newer_coder(store: Store) -> None:
    store.add([coded(document(), event(), event("e2"), event("e3"))])
    store.add_judgements([judge(1, "accept"), judge(2, "accept", left="e2", person=False), judge(3, "reject", left="e3")])
    store.add([coded(document(), event("e4"), coder="coder-2")])
    assert [e.event_id for e in store.events()] == ["e1", "e4"]
    assert store.event("e1") == event()


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("trigger", '"hit"', "is no field"),
        ("mode", "aerial", "not readable"),
        ("place", '"Belhaven"', "not readable"),
        ("date", '{"start": "tomorrow"}', "not readable"),
    ],
)
def test_a_correction_that_cannot_be_read_is_refused(store: Store, field: str, value: str, reason: str) -> None:
    with pytest.raises(DatelineError, match=reason):
        store.add_judgements([judge(1, "correct", field=field, value=value)])
    assert store.judgements() == ()


def test_what_was_stored_is_there_when_the_store_is_opened_again(store_url: str) -> None:
    with open_store(store_url) as store:
        store.add([coded(document(), event())])
        before = (store.totals(), store.documents(), store.events())
    with open_store(store_url) as store:
        assert (store.totals(), store.documents(), store.events()) == before


def test_two_stores_on_one_database_see_each_other(store_url: str) -> None:
    with open_store(store_url) as one, open_store(store_url) as other:
        one.add([coded(document())])
        other.add([coded(document("d2"))])
        assert [d.document.id for d in one.documents()] == ["d1", "d2"]

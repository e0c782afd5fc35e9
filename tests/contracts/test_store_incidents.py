"""What every store must do with incidents: history, listings, facets, timeline and search."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dateline.errors import DatelineError, NotFound
from dateline.model import Actor, Evidence, Incident, Quantity, Target, TimeSpan
from dateline.store import Basis, IncidentFilter, SentenceHit, Store, TimelineBin
from tests.contracts.stored_samples import NIGHT, OSTMARK, PORT, RAVNIA, coded, document, event, incident, toll

JANUARY, FEBRUARY, MARCH = "2026-01-01T00:00:00+00:00", "2026-02-01T00:00:00+00:00", "2026-03-01T00:00:00+00:00"


def ids(store: Store, **query: object) -> list[str]:
    return [i.incident_id for i in store.incidents(IncidentFilter(**query)).incidents]  # type: ignore[arg-type]


def talks(incident_id: str, **fields: object) -> Incident:
    quiet = incident(incident_id, f"e-{incident_id}", event_type="CONSULT", mode=None, harm=(), targets=(), place=None, links=())
    return replace(quiet, **fields)  # type: ignore[arg-type]


def test_an_incident_comes_back_whole(store: Store) -> None:
    undated = talks("i2", date=None)
    assert store.set_incidents([incident(), undated]) is True
    assert store.incident("i1") == incident()
    assert store.incident("i2") == undated
    assert store.totals().incidents == 2
    with pytest.raises(NotFound, match="'i3'"):
        store.incident("i3")


def test_an_unknown_type_is_refused_and_nothing_is_half_written(store: Store) -> None:
    with pytest.raises(DatelineError, match="unknown event type 'PARADE'"):
        store.set_incidents([incident(), replace(talks("i2"), event_type="PARADE")])
    assert store.totals().incidents == 0


def test_earlier_states_stay_readable(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    early, late = incident(), incident(harm=(toll(3, 5),))
    monkeypatch.setenv("DATELINE_NOW", JANUARY)
    store.set_incidents([early, talks("i2")])
    monkeypatch.setenv("DATELINE_NOW", FEBRUARY)
    store.set_incidents([late])
    store.set_incidents([late])
    monkeypatch.setenv("DATELINE_NOW", MARCH)
    store.set_incidents([early, talks("i2")])
    states = [(r.revision, r.decided_at.isoformat(), r.incident) for r in store.history("i1")]
    assert states == [(1, JANUARY, early), (2, FEBRUARY, late), (3, MARCH, early)]
    assert [(r.revision, r.incident) for r in store.history("i2")] == [(1, talks("i2")), (2, None), (3, talks("i2"))]
    first, second = (store.history("i1")[n].decided_at for n in (0, 1))
    assert store.incidents_at(first) == (early, talks("i2"))
    assert store.incidents_at(second) == (late,)
    assert store.incidents_at(first.replace(year=2025)) == ()
    with pytest.raises(NotFound, match="never was"):
        store.history("i3")


def test_a_former_id_and_an_event_lead_to_the_incident_of_today(store: Store) -> None:
    store.set_incidents([incident("i1", "e1"), incident("i2", "e2", "e3"), incident("i3", "e4")])
    merged = incident("i4", "e1", "e2", "e3")
    store.set_incidents([merged, incident("i3", "e4")])
    assert store.incident("i2") == store.incident("i1") == store.incident("e3") == merged
    store.set_incidents([incident("i5", "e1", "e4"), incident("i6", "e2", "e3")])
    assert store.incident("i4").incident_id == "i6"
    assert store.incident("i3").incident_id == "i5"


def test_a_merge_from_an_older_state_is_not_put_in_force(store: Store) -> None:
    assert store.merged_basis() is None
    store.add([coded(document(), event())])
    basis = store.basis("rules-1")
    assert basis == Basis(documents=1, codings=1, judgements=0, merger="rules-1")
    store.add([coded(document("d2"))])
    assert store.set_incidents([incident()], basis) is False
    assert store.totals().incidents == 0
    assert store.merged_basis() is None
    fresh = store.basis("rules-1")
    assert store.set_incidents([incident()], fresh) is True
    assert store.merged_basis() == fresh != store.basis("rules-2")


@pytest.fixture
def five(store: Store) -> Store:
    """Five incidents that differ in what listings ask for."""
    store.set_incidents(
        [
            incident("raid", "e1", independent_sources=2, sources=2),
            talks("talks", independent_sources=3, sources=3, actors=(OSTMARK, Actor("Élan", "Élan", "FRA", "GOV"))),
            talks(
                "plan", status="planned", event_type="AGREE", date=TimeSpan(date(2026, 2, 1), date(2026, 2, 1)), actors=(RAVNIA,)
            ),
            incident("past", "e4", background=True, date=TimeSpan(date(2020, 1, 1), date(2020, 12, 31), "year")),
            incident("sums", "e5", date=None, aggregate=True, harm=(toll(100, None),), targets=(Target("rail"), Target("port"))),
        ]
    )
    return store


ORDERS = [
    ("newest", ["plan", "talks", "raid", "past", "sums"]),
    ("oldest", ["past", "raid", "talks", "plan", "sums"]),
    ("deadliest", ["sums", "raid", "past", "talks", "plan"]),
    ("most_reported", ["talks", "raid", "sums", "plan", "past"]),
]


def test_orders(five: Store, subtests: pytest.Subtests) -> None:
    for order, expected in ORDERS:
        with subtests.test(order):
            assert ids(five, order=order) == expected


def test_what_is_dated_to_a_year_stands_at_its_first_day_not_above_all_news(store: Store) -> None:
    year = TimeSpan(date(2026, 1, 1), date(2026, 12, 31), "year")
    week = TimeSpan(date(2026, 1, 2), date(2026, 1, 8))
    store.set_incidents([incident("year", date=year), incident("raid", "e2"), incident("week", "e3", date=week)])
    assert ids(store, order="newest") == ["raid", "week", "year"]


FILTERS: list[tuple[dict[str, Any], set[str]]] = [
    ({"event_types": ("AGREE", "CONSULT")}, {"plan", "talks"}),
    ({"quads": ("MX",)}, {"raid", "past", "sums"}),
    ({"statuses": ("planned",)}, {"plan"}),
    ({"countries": ("FRA",)}, {"talks"}),
    ({"countries": ("RVN", "FRA"), "quads": ("VC",)}, {"talks", "plan"}),
    ({"actors": ("élan",)}, {"talks"}),
    ({"actors": ("ravnia",), "background": False}, {"raid", "plan", "sums"}),
    ({"targets": ("rail",)}, {"sums"}),
    ({"since": date(2026, 1, 9)}, {"raid", "talks", "plan"}),
    ({"since": date(2026, 1, 10)}, {"plan"}),
    ({"until": date(2026, 1, 8)}, {"raid", "talks", "past"}),
    ({"until": date(2026, 1, 7)}, {"past"}),
    ({"since": date(2020, 6, 1), "until": date(2020, 6, 2)}, {"past"}),
    ({"background": True}, {"past"}),
    ({"killed_at_least": 3}, {"raid", "past", "sums"}),
    ({"killed_at_least": 4}, {"sums"}),
    ({"box": (30.0, 46.0, 31.0, 47.0)}, {"raid", "past", "sums"}),
    ({"box": (31.0, 46.0, 32.0, 47.0)}, set()),
    ({"box": (170.0, -90.0, 40.0, 90.0)}, {"raid", "past", "sums"}),
    ({"countries": ("X' OR 1=1 --",)}, set()),
    ({"text": " ?! "}, {"raid", "talks", "plan", "past", "sums"}),
]


def test_filters(five: Store, subtests: pytest.Subtests) -> None:
    for query, expected in FILTERS:
        with subtests.test(str(query)):
            page = five.incidents(IncidentFilter(**query))
            assert {i.incident_id for i in page.incidents} == expected
            assert page.total == len(expected)


def test_pages_cut_what_the_total_and_the_facets_count(five: Store) -> None:
    assert ids(five, limit=2, offset=1) == ["talks", "raid"]
    page = five.incidents(IncidentFilter(limit=1, background=False))
    assert page.total == 4
    assert page.facets["event_type"] == {"ASSAULT": 2, "AGREE": 1, "CONSULT": 1}
    assert list(page.facets["event_type"]) == ["ASSAULT", "AGREE", "CONSULT"]
    assert page.facets["quad"] == {"MX": 2, "VC": 2}
    assert page.facets["status"] == {"occurred": 3, "planned": 1}
    assert page.facets["country"] == {"OST": 4, "RVN": 3, "FRA": 1}
    assert page.facets["actor"] == {"Ostmark": 4, "Ravnia": 3, "Élan": 1}
    assert page.facets["target"] == {"port": 2, "rail": 1}


def test_no_limit_is_needed_to_count(five: Store) -> None:
    page = five.incidents(IncidentFilter(limit=0))
    assert (page.incidents, page.total) == ((), 5)


def test_the_timeline_bins_by_last_day(five: Store) -> None:
    assert five.timeline(IncidentFilter(limit=1)) == (
        TimelineBin(date(2026, 1, 9), {"MX": 1, "VC": 1}, 2, 3, ("raid", "talks")),
        TimelineBin(date(2026, 2, 1), {"VC": 1}, 0, 0, ("plan",)),
    )
    assert [b.day for b in five.timeline(IncidentFilter(statuses=("planned",)))] == [date(2026, 2, 1)]


def test_the_timeline_counts_no_one_twice(store: Store) -> None:
    store.set_incidents(
        [
            incident("a", "e1", harm=(toll(2, 3), toll(1, 1, who="children", subset=True), toll(9, 9, kind="injured"))),
            incident("b", "e2", harm=(toll(4, None, who="soldiers"), toll(None, 6, who="civilians"))),
            incident("c", "e3", harm=(toll(5, 5), toll(2, 2, who="workers"))),
            incident("d", "e4", status="alleged", harm=(toll(50, 60),)),
            incident("e", "e5", status="denied", harm=(toll(7, 7),)),
            incident("f", "e6", aggregate=True, harm=(toll(500, 500),)),
            incident("g", "e7", background=True, harm=(toll(500, 500),)),
            incident("h", "e8", date=TimeSpan(date(2026, 1, 3), date(2026, 1, 9), "week"), harm=()),
            incident("i", "e9", date=TimeSpan(date(2026, 1, 2), date(2026, 1, 9), "month"), harm=(toll(500, 500),)),
        ]
    )
    (day,) = store.timeline(IncidentFilter())
    assert day.incident_ids == tuple("abcdefgh")
    assert (day.killed_min, day.killed_max) == (2 + 4 + 5, 3 + (4 + 6) + 5 + 60)


@pytest.fixture
def told(store: Store) -> Store:
    """Two reports, one with an event, whose sentences can be searched."""
    second = document(
        "d2", "Envoys met in Zürich about the power grid. The grid has power. Über alles 3,000 drones.", title="Talks"
    )
    evidence = (Evidence("trigger", 7, 10), Evidence("place", 14, 20))
    store.add([coded(document(), event()), coded(second, event("e2", "d2", evidence=evidence))])
    store.set_incidents([incident("raid", "e1"), talks("talks", event_ids=("e2",))])
    return store


SEARCHES: list[tuple[str, set[tuple[str, int]]]] = [
    ("zurich", {("d2", 0)}),
    ("ZÜRICH envoys", {("d2", 0)}),
    ('"power grid"', {("d2", 0)}),
    ("power grid", {("d2", 0), ("d2", 43)}),
    ("work*", {("d1", 33)}),
    ("work", set()),
    ("3,000", {("d2", 63)}),
    ("uber", {("d2", 63)}),
    ("port AND belhaven", set()),
    ("belhaven'); DROP TABLE documents; --", set()),
    ('"unclosed port', set()),
    ("(port* OR", set()),
    ("", set()),
    ("...", set()),
]


def test_search_finds_sentences_that_meet_every_term(told: Store, subtests: pytest.Subtests) -> None:
    for text, starts in SEARCHES:
        with subtests.test(text):
            assert {(h.doc_id, h.start) for h in told.search(text)} == starts


def test_a_hit_carries_its_sentence_and_its_report(told: Store) -> None:
    title = "Night raid told by d1"
    assert told.search("belhaven") == (SentenceHit("d1", title, date(2026, 1, 9), 0, 32, "Drones hit the port of Belhaven."),)
    assert told.search("raid night") == (SentenceHit("d1", title, date(2026, 1, 9), 0, 21, title, "title"),)
    assert len(told.search("the", limit=1)) == 1


def test_the_best_sentence_comes_first(store: Store) -> None:
    store.add([coded(document(text="A long report of many things that names the grid once. The grid, the grid.", title="x"))])
    assert [h.start for h in store.search("grid")] == [55, 0]


def test_incidents_are_found_by_the_sentences_that_tell_them(told: Store, subtests: pytest.Subtests) -> None:
    found = {"workers": ["raid"], "raid": ["raid"], "zurich": ["talks"], "alles": [], "envoys workers": []}
    for text, expected in found.items():
        with subtests.test(text):
            assert ids(told, text=text) == expected


def test_an_open_toll_counts_from_its_start(store: Store) -> None:
    store.set_incidents(
        [incident("a", "e1", harm=(replace(toll(3, None), count=Quantity(3, None)),), place=replace(PORT, lat=None))]
    )
    assert ids(store, killed_at_least=3) == ["a"]
    assert ids(store, killed_at_least=4) == []
    assert ids(store, since=NIGHT.end) == ["a"]

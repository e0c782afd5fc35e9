"""Links: the part to its whole, the happening to its announcement."""

from dataclasses import replace
from datetime import date

from dateline.incidents import merge_events
from dateline.model import Event, TimeSpan
from tests.unit.incidents.invented import BELHAVEN, HILLTOWN, ORELAND, VOSTRIA, WHOLE_LAND, day, killed, report, reports, strike

WEEK = TimeSpan(date(2026, 5, 1), date(2026, 5, 7), "week", "this week")
TOTAL = strike("e9", "d9", aggregate=True, place=WHOLE_LAND, date=WEEK, mode=None, harm=(killed(60, None),))


def links(*events: Event) -> set[tuple[str, str, str]]:
    """Links as (kind, from, to) between founding events."""
    told = reports(*(report(event.doc_id, 5 + int(event.doc_id[1:])) for event in events))
    made = {incident.incident_id: incident for incident in merge_events(events, told)}
    return {(link.kind, i.event_ids[0], made[link.target].event_ids[0]) for i in made.values() for link in i.links}


def test_a_strike_points_to_the_total_that_sums_it_up() -> None:
    assert links(strike("e1", "d1"), TOTAL) == {("part_of", "e1", "e9")}


def test_a_total_of_other_days_places_or_doers_does_not() -> None:
    assert links(strike("e1", "d1", date=day(20)), TOTAL) == set()
    assert links(strike("e1", "d1"), replace(TOTAL, place=HILLTOWN)) == set()
    assert links(strike("e1", "d1", actors=(ORELAND,), recipients=(VOSTRIA,)), TOTAL) == set()


def test_the_tightest_whole_is_the_one() -> None:
    may = replace(TOTAL, event_id="e8", doc_id="d8", date=TimeSpan(date(2026, 5, 1), date(2026, 5, 31), "month", "in May"))
    assert links(strike("e1", "d1"), TOTAL, may) == {("part_of", "e1", "e9")}


def test_one_nights_raid_holds_the_strikes_that_its_report_tells_apart() -> None:
    raid = strike("e2", "d1", place=WHOLE_LAND)
    assert links(strike("e1", "d1"), raid) == {("part_of", "e1", "e2")}


def test_one_sides_fire_is_part_of_the_exchange() -> None:
    exchange = strike("e3", "d1", actors=(VOSTRIA, ORELAND), recipients=(), place=None)
    fire = strike("e1", "d1", actors=(VOSTRIA,), recipients=(ORELAND,), place=HILLTOWN)
    assert links(fire, exchange) == {("part_of", "e1", "e3")}


def talks(key: str, doc: str, event_type: str, when: TimeSpan | None, **more: object) -> Event:
    return Event(key, doc, event_type, actors=(VOSTRIA, ORELAND), date=when, **more)


def test_talks_held_fulfil_the_talks_announced() -> None:
    announced = talks("e1", "d1", "AGREE", day(9), status="planned", place=BELHAVEN)
    assert links(announced, talks("e2", "d4", "CONSULT", day(9), place=BELHAVEN)) == {("fulfils", "e2", "e1")}
    assert links(announced, talks("e2", "d4", "CONSULT", day(12), place=BELHAVEN)) == set()
    assert links(announced, talks("e2", "d4", "CONSULT", day(9), place=HILLTOWN)) == set()
    other = replace(ORELAND, name="Northmark", country="NOR")
    assert links(announced, replace(talks("e2", "d4", "CONSULT", day(9), place=BELHAVEN), actors=(VOSTRIA, other))) == set()


def test_a_release_fulfils_the_deal_struck_before_it() -> None:
    deal = talks("e1", "d1", "AGREE", day(4))
    release = talks("e2", "d9", "RETREAT", day(14), mode="release")
    assert links(deal, release) == {("fulfils", "e2", "e1")}
    assert links(deal, replace(release, date=day(2))) == set()

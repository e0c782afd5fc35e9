"""Merging as a whole: guards, judgements, order, increments."""

import random
from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.incidents import affected, group_events, link_incidents, merge_events
from dateline.incidents.blocking import candidate_pairs
from dateline.incidents.profile import profiles
from dateline.model import Event, Incident, Judgement, JudgementKind, Report
from tests.unit.incidents.invented import BELHAVEN, COAST, HILLTOWN, ORELAND, SUBURB, day, killed, report, reports, said, strike


def groups(incidents: tuple[Incident, ...]) -> set[frozenset[str]]:
    return {frozenset(incident.event_ids) for incident in incidents}


def judgement(kind: JudgementKind, left: str, right: str = "", person: bool = False, at: int = 1, key: str = "j1") -> Judgement:
    return Judgement(key, kind, left, right, person=person, decided_at=datetime(2026, 6, at, tzinfo=UTC))


ONE, TWO = strike("e1", "d1"), strike("e2", "d2")
BOTH = reports(report("d1"), report("d2"))


def test_two_reports_of_one_strike_are_one_incident_named_after_the_older() -> None:
    (incident,) = merge_events([TWO, ONE], reports(report("d1", 6), report("d2", 5)))
    assert incident.event_ids == ("e2", "e1")
    assert incident.incident_id == "i2"
    assert (incident.reasons[0].left, incident.reasons[0].right) == ("e1", "e2")


def test_events_of_a_document_without_report_are_merged_too() -> None:
    assert groups(merge_events([ONE, TWO], {})) == {frozenset({"e1", "e2"})}


def test_nothing_gives_nothing() -> None:
    assert merge_events([], {}) == ()


def test_one_report_between_does_not_chain_two_strikes_that_another_keeps_apart() -> None:
    first, second = strike("e1", "d1", place=BELHAVEN), strike("e2", "d1", place=SUBURB)
    vague = strike("e3", "d2", place=COAST)
    made = groups(merge_events([first, second, vague], BOTH))
    assert not any({"e1", "e2"} <= group for group in made)
    assert len(made) == 2


def test_an_undated_report_does_not_chain_strikes_of_two_days() -> None:
    undated = strike("e3", "d3", date=None)
    made = groups(merge_events([ONE, strike("e2", "d2", date=day(5)), undated], BOTH | reports(report("d3", 6))))
    assert not any({"e1", "e2"} <= group for group in made)


def test_versions_of_one_page_are_one_incident() -> None:
    told = reports(report("d1", url="https://courier.example/a"), report("d2", url="https://courier.example/a"))
    (incident,) = merge_events([ONE, TWO], told)
    assert "versions" in {name for name, _ in incident.reasons[0].comparisons}


def test_a_person_outranks_the_score_and_the_program() -> None:
    apart = judgement("different", "e2", "e1", person=True)
    assert len(merge_events([ONE, TWO], BOTH, [apart, judgement("same", "e1", "e2", at=9, key="j2")])) == 2
    far = strike("e2", "d2", place=HILLTOWN)
    (joined,) = merge_events([ONE, far], BOTH, [judgement("same", "e1", "e2", person=True)])
    assert joined.reasons[0].comparisons == (("judged_same", 100.0),)


def test_the_newest_of_equal_judgements_is_in_force_and_can_be_taken_back() -> None:
    apart = judgement("different", "e1", "e2", person=True, at=1, key="j1")
    again = judgement("same", "e1", "e2", person=True, at=2, key="j2")
    assert len(merge_events([ONE, TWO], BOTH, [again, apart])) == 1
    assert merge_events([ONE, TWO], BOTH, []) == merge_events([ONE, TWO], BOTH)


def test_what_a_person_keeps_apart_is_not_joined_by_a_third_report() -> None:
    third = strike("e3", "d3")
    made = groups(merge_events([ONE, TWO, third], BOTH | reports(report("d3")), [judgement("different", "e1", "e2", person=True)]))
    assert not any({"e1", "e2"} <= group for group in made)


def test_a_rejected_event_is_in_no_incident() -> None:
    made = merge_events([ONE, TWO], BOTH, [judgement("reject", "e2", person=True)])
    assert groups(made) == {frozenset({"e1"})}
    taken_back = [judgement("reject", "e2", person=True), judgement("accept", "e2", person=True, at=3, key="j2")]
    assert groups(merge_events([ONE, TWO], BOTH, taken_back)) == {frozenset({"e1", "e2"})}


def test_judgements_on_unknown_events_are_left_alone() -> None:
    assert len(merge_events([ONE, TWO], BOTH, [judgement("same", "e1", "e99", person=True)])) == 1


def test_reports_of_one_occasion_agree_on_words_without_a_place() -> None:
    speakers = [
        said(key, doc, "REQUEST", mode="assist", recipients=(), actors=(replace(ORELAND, name=name),))
        for key, doc, name in (("e3", "d1", "Office"), ("e4", "d2", "Bureau"))
    ]
    assert len(merge_events(speakers, BOTH)) == 2
    assert frozenset({"e3", "e4"}) in groups(merge_events([ONE, TWO, *speakers], BOTH))


def test_blocking_skips_what_is_far_off() -> None:
    events = [ONE, TWO, strike("e3", "d3", place=HILLTOWN), strike("e4", "d4", date=day(20)), said("e5", "d5", "SUPPORT")]
    pairs = {
        (a.event.event_id, b.event.event_id) for a, b in candidate_pairs(profiles({e.event_id: e for e in events}, {}).values())
    }
    assert pairs == {("e1", "e2")}


def world(seed: int, size: int) -> tuple[list[Event], dict[str, Report]]:
    """Reports of a few strikes and words, with all the ways in which they may differ."""
    dice = random.Random(seed)
    told = {f"d{n}": report(f"d{n}", dice.randint(4, 9), dice.choice(["Courier", "Herald", None])) for n in range(size // 2 + 1)}
    events = []
    for number in range(size):
        key, doc = f"e{number:02d}", dice.choice(sorted(told))
        when = dice.choice([day(4), day(5), day(5, None), day(6), None])
        if dice.random() < 0.3:
            events.append(said(key, doc, dice.choice(["ACCUSE", "REQUEST"]), date=when, status=dice.choice(["occurred", "denied"])))
            continue
        events.append(
            strike(
                key,
                doc,
                date=when,
                place=dice.choice([BELHAVEN, SUBURB, COAST, HILLTOWN, None]),
                mode=dice.choice([None, "aerial", "drone"]),
                aggregate=dice.random() < 0.1,
                background=dice.random() < 0.1,
                status=dice.choice(["occurred", "occurred", "alleged", "planned"]),
                harm=dice.choice([(), (killed(7, None),), (killed(11, 11),)]),
            )
        )
    return events, told


def judged(seed: int, events: list[Event]) -> list[Judgement]:
    dice = random.Random(seed)
    found = []
    for number in range(dice.randint(0, 3)):
        left, right = dice.sample(events, 2)
        kind: JudgementKind = dice.choice(["same", "different"])
        found.append(judgement(kind, left.event_id, right.event_id, dice.random() < 0.5, dice.randint(1, 9), f"j{number}"))
    return found


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.integers(2, 24))
def test_order_of_arrival_does_not_matter_and_no_event_is_lost(seed: int, size: int) -> None:
    events, told = world(seed, size)
    decided = judged(seed, events)
    made = merge_events(events, told, decided)
    shuffled = random.Random(seed).sample(events, len(events))
    assert merge_events(shuffled, dict(reversed(told.items())), decided[::-1]) == made
    assert sorted(event for incident in made for event in incident.event_ids) == sorted(event.event_id for event in events)
    assert len({incident.incident_id for incident in made}) == len(made)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.integers(3, 24), st.integers(1, 4))
def test_regrouping_what_is_affected_gives_the_whole(seed: int, size: int, fresh: int) -> None:
    events, told = world(seed, size)
    decided = judged(seed, events)
    documents = set(random.Random(seed).sample(sorted({e.doc_id for e in events}), 1))
    new = [event for event in events if event.doc_id in documents]
    old = [event for event in events if event.doc_id not in documents]
    touched = affected(new, events, told, decided)
    around = {event.doc_id for event in events if event.event_id in touched}
    again = group_events([e for e in events if e.doc_id in around], told, decided, only=touched)
    kept = [i for i in group_events(old, told, decided) if touched.isdisjoint(i.event_ids)]
    whole = {incident.incident_id: incident for incident in merge_events(events, told, decided)}
    assert {incident.incident_id: incident for incident in link_incidents([*kept, *again])} == whole


def test_a_new_report_touches_its_neighbourhood_only() -> None:
    far = [strike("e8", "d8", place=HILLTOWN, date=day(20)), strike("e9", "d9", place=HILLTOWN, date=day(20))]
    assert affected([TWO], [ONE, TWO, *far], BOTH) == {"e1", "e2"}

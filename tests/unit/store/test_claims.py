"""Which claims follow from an event."""

from dataclasses import replace

import msgspec

from dateline.model import Actor, Event, Evidence, Harm, Quantity, Target
from dateline.store.claims import claims_of

EVENT = Event(
    "e1",
    "d1",
    "ASSAULT",
    background=True,
    actors=(Actor("Russia", "Russia", "RUS", "MIL"), Actor("Belarus", "Belarus", "BLR", "MIL")),
    harm=(Harm("killed", Quantity(2, None)), Harm("injured", Quantity(5, 5), attribution=Actor("a doctor", "a doctor"))),
    targets=(Target("port"),),
    evidence=(
        Evidence("trigger", 0, 3),
        Evidence("actor", 4, 10, index=0),
        Evidence("actor", 11, 18, index=1),
        Evidence("harm", 20, 30, index=1),
        Evidence("harm_attribution", 31, 39, index=1),
    ),
)


def test_each_member_of_a_list_is_a_claim_with_its_own_words() -> None:
    found = [(c.field, [(e.start, e.end) for e in c.evidence]) for c in claims_of(EVENT, "coder")]
    assert found == [
        ("event_type", [(0, 3)]),
        ("status", [(0, 3)]),
        ("background", [(0, 3)]),
        ("actors", [(4, 10)]),
        ("actors", [(11, 18)]),
        ("harm", []),
        ("harm", [(20, 30), (31, 39)]),
        ("targets", []),
    ]


def test_values_bear_the_codebook_s_names() -> None:
    values = {c.field: msgspec.json.decode(c.value) for c in claims_of(EVENT, "coder")}
    assert values["actors"] == {"text": "Belarus", "name": "Belarus", "country": "BLR", "sector": "MIL"}
    assert (values["harm"]["min"], values["harm"]["max"]) == (5, 5)
    assert values["background"] is True


def test_ids_follow_from_content_alone() -> None:
    again = claims_of(EVENT, "coder")
    assert again == claims_of(EVENT, "coder")
    assert len({c.claim_id for c in again}) == len(again)
    others = claims_of(EVENT, "coder-2"), claims_of(replace(EVENT, event_id="e2"), "coder")
    assert not {c.claim_id for c in again} & {c.claim_id for other in others for c in other}


def test_two_equal_members_are_two_claims() -> None:
    twice = replace(EVENT, targets=(Target("port"), Target("port")))
    assert len({c.claim_id for c in claims_of(twice, "coder")}) == len(claims_of(EVENT, "coder")) + 1


def test_the_coder_that_the_event_names_decides() -> None:
    assert {c.decided_by for c in claims_of(EVENT, "coder")} == {"coder"}
    assert {c.decided_by for c in claims_of(replace(EVENT, coder="coder-1+lexicon-1"), "coder")} == {"coder-1+lexicon-1"}

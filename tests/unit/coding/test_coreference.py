"""Which mentions are one act: by the rules, and by an annotator that is sure of it."""

import pytest

from dateline.coding.coreference import merge
from dateline.coding.draft import Draft, Filled
from dateline.model import Actor, Annotations, Span, Trigger

TEXT = "Drones struck Odesa. Two days on, the wreckage smoulders and the blow is felt."


def mention(words: str, sentence: int, country: str = "") -> Draft:
    start = TEXT.index(words)
    trigger = Trigger(Span(start, start + len(words)), "ASSAULT")
    actors = [Filled(Actor(country, country, country, "MIL"), trigger.span)] if country else []
    return Draft([trigger], "ASSAULT", None, "occurred", sentence, 0.9, actors=actors)


def joined(first: Draft, second: Draft, sure: float | None) -> int:
    pair = (first.triggers[0], second.triggers[0])
    return len(merge([first, second], Annotations(same_act={} if sure is None else {pair: sure}), TEXT))


@pytest.mark.parametrize(("sure", "acts"), [(None, 1), (0.95, 1), (0.5, 1), (0.02, 2)])
def test_an_annotator_may_part_what_the_rules_would_join(sure: float | None, acts: int) -> None:
    assert joined(mention("struck", 0, "RUS"), mention("blow", 1), sure) == acts


@pytest.mark.parametrize(("sure", "acts"), [(None, 2), (0.95, 1), (0.5, 2)])
def test_an_annotator_may_join_what_the_rules_would_part(sure: float | None, acts: int) -> None:
    first, second = mention("struck", 0, "RUS"), mention("blow", 1, "RUS")
    second.background = True
    assert joined(first, second, sure) == acts


def test_acts_of_two_countries_are_never_one() -> None:
    assert joined(mention("struck", 0, "RUS"), mention("blow", 1, "ISR"), 0.99) == 2

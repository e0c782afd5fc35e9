"""What one marked actor does to another in a sentence."""

import pytest

from dateline.codebook import load
from dateline.coding import relate
from dateline.model import Span


def marked(sentence: str, phrase: str) -> Span:
    start = sentence.index(phrase)
    return Span(start, start + len(phrase))


@pytest.mark.parametrize(
    ("sentence", "actor", "recipient", "event_type"),
    [
        ("Egypt condemned Israel over the strikes.", "Egypt", "Israel", "ACCUSE"),
        ("Iran has threatened to attack the United States.", "Iran", "the United States", "THREATEN"),
        ("Rebels were shelled by the Sudanese army near El Obeid.", "the Sudanese army", "Rebels", "ASSAULT"),
        ("Germany sent generators and blankets to Ukraine.", "Germany", "Ukraine", "AID"),
        ("Serbia refused to recognise Kosovo.", "Serbia", "Kosovo", "REJECT"),
        ("India expelled two Pakistani diplomats.", "India", "two Pakistani diplomats", "SANCTION"),
    ],
)
def test_types(sentence: str, actor: str, recipient: str, event_type: str) -> None:
    answer = relate(sentence, marked(sentence, actor), marked(sentence, recipient))
    assert answer.event_type == event_type
    assert 0 < answer.confidence <= 1


def test_there_is_always_an_answer() -> None:
    sentence = "Norway and Chile."
    answer = relate(sentence, marked(sentence, "Norway"), marked(sentence, "Chile"))
    assert answer.event_type in load().types
    assert answer.confidence < 0.4

"""What the words around a trigger say of its status."""

import pytest

from dateline.language.clauses import clause_at
from dateline.language.lexicon import load
from dateline.language.modality import modality
from dateline.language.phrases import Phrases
from dateline.model import Span


@pytest.mark.parametrize(
    ("sentence", "verb", "status"),
    [
        ("The army shelled the town on Monday.", "shelled", "occurred"),
        ("The army did not shell the town.", "shell", "denied"),
        ("Belgrade denied on Tuesday that its army had moved tanks to the border.", "moved", "denied"),
        ("Reports that the two generals had met are untrue, a spokesman said.", "met", "denied"),
        ("No shots were fired at the crowd.", "fired", "denied"),
        ("Mexico has made no such request.", "made", "denied"),
        ("The two sides agreed on nothing.", "agreed", "denied"),
        ("Pakistan's army alleges that quadcopters dropped explosives on a post.", "dropped", "alleged"),
        ("The army accused the rebels of shelling a camp.", "shelling", "alleged"),
        ("Forty lorries are said to have been burned near Lakamane.", "burned", "alleged"),
        ("Rebels reportedly seized the town.", "seized", "alleged"),
        ("The council is to order a mobilisation next week.", "order", "planned"),
        ("The army will withdraw on Friday.", "withdraw", "planned"),
        ("The minister travels to Geneva tomorrow.", "travels", "planned"),
        ("Should the rebels quit the town, two battalions will advance.", "advance", "conditional"),
        ("The army would withdraw if the rebels disarmed.", "withdraw", "conditional"),
        ("Had the boat been hit, the navy would have sunk the next one.", "sunk", "conditional"),
        ("The rebels will free six men provided that the army stops.", "free", "conditional"),
        ("A spokesman denied the charge and said that troops had shelled no village but seized a bridge.", "seized", "occurred"),
    ],
)
def test_status(sentence: str, verb: str, status: str) -> None:
    tokens = load().read(sentence, Span(0, len(sentence)))
    at = next(i for i, t in enumerate(tokens) if t.lower == verb)
    clause = clause_at(tokens, Phrases(tokens), at)
    assert modality(tokens, clause, at, at).status == status

"""Tokens, lemmas and tags."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.language.lemmas import lemma
from dateline.language.lexicon import load
from dateline.language.tokens import Tag, tokenise
from dateline.model import Span


def tags(sentence: str) -> dict[str, Tag]:
    return {t.text: t.tag for t in load().read(sentence, Span(0, len(sentence)))}


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("struck", "strike"),
        ("condemned", "condemn"),
        ("agencies", "agency"),
        ("accused", "accuse"),
        ("shelling", "shell"),
        ("besieged", "besiege"),
        ("charged", "charge"),
        ("attacks", "attack"),
        ("evening", "evening"),
    ],
)
def test_lemma(word: str, expected: str) -> None:
    assert lemma(word) == expected


@given(st.text(max_size=200))
def test_tokens_stand_where_they_say(text: str) -> None:
    tokens = tokenise(text, Span(0, len(text)))
    assert all(t.text == text[t.start : t.end] for t in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))


def test_noun_and_verb_are_told_apart() -> None:
    read = tags("Russian attacks hit power grids.")
    assert read["attacks"] is Tag.NOUN
    assert read["hit"] is Tag.VERB
    assert tags("Russia attacks the grid.")["attacks"] is Tag.VERB


def test_an_adverb_makes_a_verb() -> None:
    assert tags("We, the Leaders, unequivocally condemn the raid.")["condemn"] is Tag.VERB


def test_bounds_belong_to_the_number() -> None:
    read = tags("At least 25 people died.")
    assert read["least"] is Tag.DETERMINER
    assert read["25"] is Tag.NUMBER

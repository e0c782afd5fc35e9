"""Queries taken apart: nothing that a person types is an error, and both databases see the same words."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.store.postgres import _quoted, _vector
from dateline.store.sqlite import Sqlite
from dateline.store.words import Term, terms_of, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Zürich–Kyïv line, 3,000 dead", ["the", "zurich", "kyiv", "line", "3", "000", "dead"]),
        ("snake_case o'clock", ["snake", "case", "o", "clock"]),
        ("", []),
        ("Київ Ёлка", ["киів", "елка"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("power grid", [Term(("power",)), Term(("grid",))]),
        ('"Power grid" hit*', [Term(("power", "grid")), Term(("hit",), prefix=True)]),
        ('"no end', [Term(("no",)), Term(("end",))]),
        ("* ** - ()", []),
        ("AND near(", [Term(("and",)), Term(("near",))]),
        ("mid-air", [Term(("mid", "air"))]),
    ],
)
def test_terms(query: str, terms: list[Term]) -> None:
    assert terms_of(query) == terms


@given(st.text(max_size=60))
def test_sqlite_takes_every_query(query: str) -> None:
    terms = terms_of(query)
    if not terms:
        return
    matching = Sqlite().matching(terms).compile()
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE VIRTUAL TABLE sentence_index USING fts5(text)")
        connection.execute("SELECT rowid FROM sentence_index WHERE sentence_index MATCH ?", (matching.params["query"],)).fetchall()


@given(st.text(max_size=60))
def test_nothing_can_break_out_of_a_postgres_word(text: str) -> None:
    vector = _vector(text)
    assert vector.count("'") == 2 * len(words_of(text))
    for term in terms_of(text):
        assert all(word.removesuffix(":*").count("'") == 2 for word in _quoted(term))

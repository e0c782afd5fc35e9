import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.documents.sentences import LONGEST, split_sentences

CASES = [
    ["Mr. Smith met Gen. A. B. Mwaku (ret.) in the U.S.", "He paid $3.5 million."],
    ["The U.S. Army left.", "Lt. Col. Ivan Petrov stayed."],
    ["It hit No. 5 on Jan. 5.", "J. Smith saw it."],
    ["“We have ten hours,” he said.", "“It is cold.”", "The mayor left at 5 p.m. on Sunday."],
    ["“Stop!” he cried.", "Nobody stopped."],
    ["The talks... went on.", "Is it over?", "Yes!"],
    ["Officials (and others.) came.", "They went."],
    ["He was in Washington, D.C.", "The envoy was not."],
    ["Ünï 😀 code.", "Éa va."],
    ["St. Petersburg is far.", "Prof. Ida Moen lives there."],
]


@pytest.mark.parametrize("sentences", CASES, ids=lambda c: c[0][:20])
def test_sentences_of_news_are_told_apart(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [s.of(text) for s in split_sentences(text)] == sentences


def test_headings_bullets_and_paragraphs_stand_alone() -> None:
    text = "Talks go on\n\nThey met in the U.S.\n\nWhat comes next\nBoth sides wait. One left.\n- the first point\n1. the third"
    assert [s.of(text) for s in split_sentences(text)] == [
        "Talks go on", "They met in the U.S.", "What comes next", "Both sides wait.", "One left.", "- the first point",
        "1. the third",
    ]  # fmt: skip


def test_lines_of_one_width_are_put_together() -> None:
    text = "The line is wrapped at a fixed width of about\nsixty letters and goes on. Then a second\nsentence comes."
    assert [s.of(text) for s in split_sentences(text)] == [
        "The line is wrapped at a fixed width of about\nsixty letters and goes on.",
        "Then a second\nsentence comes.",
    ]


@pytest.mark.parametrize("space", ["\u00a0", "\u2009", "\u2028", "\u3000"])
def test_spaces_of_every_kind_part_words(space: str) -> None:
    text = "They met in hall C . Nobody signed the paper. It was late."
    assert split_sentences(text.replace(" ", space)) == split_sentences(text)


@pytest.mark.parametrize("language", ["und", "xx", "uk", "ar", ""])
def test_any_language_code_will_do(language: str) -> None:
    assert len(split_sentences("Одне речення. Друге речення.", language)) == 2


PIECES = st.sampled_from(
    [
        "A word. ",
        "U.S. ",
        "\n",
        "\n\n",
        "“Quote.” ",
        "3.5 ",
        "- item\n",
        " ",
        "\t",
        "é",
        "😀",
        "\u2028",
        "...",
        "Dr. ",
        "\r\n",
        "№",
        "。",
    ]
)


@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=40).map("".join)))
def test_spans_are_exact_in_order_and_cover_every_word(text: str) -> None:
    spans = split_sentences(text)
    covered = "".join(s.of(text) for s in spans)
    for span in spans:
        assert span.start < span.end
        assert span.of(text) == span.of(text).strip()
        assert "\n\n" not in span.of(text)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert re.sub(r"\s", "", covered) == re.sub(r"\s", "", text)


@pytest.mark.parametrize("piece", ["Shells fell on the town, ", "word ", "x", "\u3000", "多"])
def test_text_without_stops_is_cut(piece: str) -> None:
    text = (piece * 9000)[:9000] + "end"
    spans = split_sentences(text)
    assert max(s.end - s.start for s in spans) <= LONGEST
    assert re.sub(r"\s", "", "".join(s.of(text) for s in spans)) == re.sub(r"\s", "", text)
    assert all(s.of(text) == s.of(text).strip() for s in spans)
    if piece.endswith(" "):
        assert all(s.of(text)[-1] in ",d" for s in spans)

"""Windows hold every sentence once as their own, with title and the sentence before as context, and never grow past the encoder."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.language.encoder.session import Model
from dateline.language.encoder.windows import WIDEST, Window, window_around, windows_of
from dateline.model import Document, Span

TOKENIZER = Model().tokenizer


def report(sentences: list[str], title: str = "Drones hit port") -> Document:
    text = " ".join(sentences)
    spans, at = [], 0
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 1
    return Document("d", title, text, tuple(spans), "h", "a", published=date(2026, 1, 1))


def own(windows: list[Window]) -> list[tuple[int, int]]:
    """Every word that a window reads as its own."""
    return [(w.start, w.end) for window in windows for w in window.words[window.core :]]


def test_a_short_report_is_one_window_with_the_title_before() -> None:
    (window,) = windows_of(report(["Drones struck Odesa.", "Two died."]), TOKENIZER)
    assert [w.part for w in window.words[: window.core]] == ["title"] * 3
    assert [w.sentence for w in window.words[window.core :]] == [0] * 4 + [1] * 3


def test_words_carry_their_characters() -> None:
    document = report(["Drones struck Odesa’s port."])
    (window,) = windows_of(document, TOKENIZER)
    words = [document.text[w.start : w.end] for w in window.words[window.core :]]
    assert words == ["Drones", "struck", "Odesa", "’", "s", "port", "."]
    assert [window.pieces[n] for n in window.firsts] == [w.pieces[0] for w in window.words]


def test_a_long_report_has_the_sentence_before_as_context() -> None:
    sentences = [f"Sentence number {n} tells that forces shelled another village near the river." for n in range(40)]
    windows = windows_of(report(sentences), TOKENIZER)
    assert len(windows) > 2
    for before, window in pairwise(windows):
        context = {w.sentence for w in window.words[: window.core] if w.part == "text"}
        assert context == {before.words[-1].sentence}


def test_only_wanted_sentences_are_read() -> None:
    sentences = [f"Sentence {n} is here." for n in range(9)]
    windows = windows_of(report(sentences), TOKENIZER, [n in (2, 6) for n in range(9)])
    assert {w.sentence for window in windows for w in window.words[window.core :]} == {2, 6}
    assert {w.sentence for window in windows for w in window.words[: window.core]} == {-1, 1, 5}


def test_a_report_without_sentences_has_no_windows() -> None:
    assert windows_of(report([]), TOKENIZER) == []


@given(st.lists(st.text(min_size=1, max_size=400), min_size=1, max_size=12), st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_text_is_read_once_and_fits(sentences: list[str], title: str) -> None:
    windows = windows_of(report(sentences, title), TOKENIZER)
    words = own(windows)
    assert len(words) == len(set(words))
    assert all(len(w.pieces) <= WIDEST and len(w.words) == len(w.firsts) for w in windows)
    assert all(0 <= a < b <= len(" ".join(sentences)) for a, b in words)


@pytest.mark.parametrize("words", [4000])
def test_an_endless_sentence_is_cut(words: int) -> None:
    windows = windows_of(report(["strike " * words]), TOKENIZER)
    assert sum(len(w.words) - w.core for w in windows) == words
    assert all(len(w.pieces) <= WIDEST for w in windows)


@pytest.mark.parametrize("filling", [0, 20, 900])
def test_a_lone_sentence_is_cut_around_its_sides(filling: int) -> None:
    idle = "and so on " * filling
    sentence = f"{idle}Egypt condemned Israel {idle}".strip()
    sides = [Span(sentence.index(name), sentence.index(name) + len(name)) for name in ("Egypt", "Israel")]
    window = window_around(sentence, sides, TOKENIZER)
    words = {sentence[w.start : w.end] for w in window.words}
    assert {"Egypt", "condemned", "Israel"} <= words
    assert len(window.pieces) <= WIDEST
    assert window.core == 0

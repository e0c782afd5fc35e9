"""The pattern language."""

import pytest

from dateline.errors import DatelineError
from dateline.language.lexicon import load
from dateline.language.patterns import PatternSet, compile_pattern
from dateline.model import Span

CLASSES = {"talks": frozenset({"talk", "meeting"})}


def matches(pattern: str, sentence: str) -> list[str]:
    tokens = load().read(sentence, Span(0, len(sentence)))
    found = PatternSet([compile_pattern(pattern, None, CLASSES)]).matches(tokens)
    return [sentence[tokens[m.first].start : tokens[m.last].end] for m in found]


def test_any_form_of_a_word() -> None:
    assert matches("condemn:v", "They condemned it.") == ["condemned"]


def test_exact_form() -> None:
    assert matches("=released", "It was released; she releases it.") == ["released"]


def test_class_gap_and_optional_item() -> None:
    assert matches("hold:v .. @talks", "They held two long meetings.") == ["held two long meetings"]
    assert matches("call:v ?=again =for", "He called for calm.") == ["called for"]


def test_a_gap_stops_at_a_comma() -> None:
    assert matches("hold:v .. @talks", "They held out, then talks began.") == []


def test_noun_use_is_asked_for() -> None:
    assert matches("strike:n", "Workers strike the deal.") == []


@pytest.mark.parametrize("pattern", ["", "hold @nothing"])
def test_a_faulty_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(DatelineError):
        compile_pattern(pattern, None, CLASSES)


def test_every_row_of_the_lexicon_is_within_the_codebook() -> None:
    from dateline.codebook import load as codebook

    book = codebook()
    for row in load().rows:
        if row.event_type == "NONE":
            continue
        assert row.event_type in book.types, row
        assert row.mode is None or row.mode in book.types[row.event_type].modes, row
        assert row.status is None or row.status in book.statuses, row
        assert 0 < row.weight <= 1, row

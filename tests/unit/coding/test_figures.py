"""Counts by the codebook's conventions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.coding.figures import quantity
from dateline.model import Quantity


@pytest.mark.parametrize(
    ("phrase", "low", "high"),
    [
        ("three civilians", 3, 3),
        ("at least three civilians", 3, None),
        ("more than 70", 70, None),
        ("nearly 48,000", 0, 48_000),
        ("up to 20", 0, 20),
        ("some 30", 30, 30),
        ("roughly two dozen", 24, 24),
        ("several dozen", 12, None),
        ("a couple of soldiers", 2, None),
        ("several", 3, None),
        ("dozens", 12, None),
        ("hundreds of people", 100, None),
        ("thousands", 1000, None),
        ("16 to 20 people", 16, 20),
        ("a worker", 1, 1),
        ("nobody", 0, 0),
        ("1.5 million people", 1_500_000, 1_500_000),
        ("one hundred and twenty-five", 125, 125),
    ],
)
def test_conventions(phrase: str, low: int, high: int | None) -> None:
    assert quantity(phrase) == Quantity(low, high)


@pytest.mark.parametrize("phrase", ["soldiers", "the army", ""])
def test_no_number_no_count(phrase: str) -> None:
    assert quantity(phrase) is None


@given(st.text(max_size=120))
def test_any_words_give_a_sound_range(phrase: str) -> None:
    found = quantity(phrase)
    if found is not None and found.minimum is not None and found.maximum is not None:
        assert 0 <= found.minimum <= found.maximum

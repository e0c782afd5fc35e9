"""Measures of grouping, against values worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.evaluation import score_clusters

TRUE = [("a", "b", "c"), ("d", "e"), ("f",)]


def test_the_truth_itself_is_perfect() -> None:
    scores = score_clusters(TRUE, TRUE)
    assert (scores.pairwise.f1, scores.b_cubed_f1, scores.lea_f1, scores.over_count) == (1, 1, 1, 1)


def test_values_by_hand() -> None:
    """Made: {a b} {c d e} {f}. Pairs true 4, made 4, right 2 (ab, de)."""
    scores = score_clusters(TRUE, [("a", "b"), ("c", "d", "e"), ("f",)])
    assert (scores.pairwise.right, scores.pairwise.coded, scores.pairwise.gold) == (2, 4, 4)
    assert scores.b_cubed_precision == pytest.approx((1 + 1 + 1 / 3 + 2 / 3 + 2 / 3 + 1) / 6)
    assert scores.b_cubed_recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1 + 1) / 6)
    assert scores.lea_recall == pytest.approx((3 * (1 / 3) + 2 * 1 + 1) / 6)
    assert scores.lea_precision == pytest.approx((2 * 1 + 3 * (1 / 3) + 1) / 6)
    assert scores.over_count == 1


def test_splitting_everything_over_counts() -> None:
    scores = score_clusters(TRUE, [])
    assert scores.over_count == pytest.approx(6 / 3)
    assert scores.b_cubed_precision == 1
    assert scores.pairwise.f1 == 0


def test_events_outside_the_comparison_do_not_count() -> None:
    assert score_clusters(TRUE, [("a", "b", "c", "z"), ("d", "e")]) == score_clusters(TRUE, TRUE)


def test_nothing_to_compare_is_refused() -> None:
    with pytest.raises(ValueError, match="no events"):
        score_clusters([], [("a",)])


labels = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=20)


@given(labels)
def test_exchanging_truth_and_result_exchanges_precision_and_recall(pairs: list[tuple[int, int]]) -> None:
    def groups(side: int) -> list[list[str]]:
        return [[f"e{n}" for n, pair in enumerate(pairs) if pair[side] == label] for label in range(5)]

    one, other = score_clusters(groups(0), groups(1)), score_clusters(groups(1), groups(0))
    assert one.b_cubed_precision == pytest.approx(other.b_cubed_recall)
    assert one.lea_precision == pytest.approx(other.lea_recall)
    assert one.pairwise.precision == other.pairwise.recall
    assert 0 <= one.lea_f1 <= 1

"""Whatever the text, spans are sound, the reading is the same every time, and the time taken grows with the length alone."""

import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.times import find_times, infer_publication
from dateline.times.lexicon import CAPITALISED, WORDS
from dateline.times.phrases import PHRASES

_MARKS = [
    ",",
    "-",
    "–",
    ".",
    "\n",
    "'s",
    "3",
    "31",
    "2025",
    "24:00",
    "1998-13-45",
    "12/25/98",
    "20th",
    "'90s",
    "0000",
    "99999999999",
    "1,200",
]
_VOCABULARY = sorted([*WORDS, *(word.capitalize() for word in CAPITALISED), *PHRASES, *_MARKS])
_TEXTS = st.lists(st.sampled_from(_VOCABULARY), max_size=40).map(" ".join)
_DAYS = st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31))


@settings(max_examples=200, deadline=None)
@given(text=_TEXTS | st.text(max_size=200), published=_DAYS, dateline_day=_DAYS)
def test_spans_are_in_order_and_true_to_the_text(text: str, published: date | None, dateline_day: date | None) -> None:
    times = find_times(text, published=published, dateline_day=dateline_day)
    assert all(t.text == text[t.start : t.end] and t.text for t in times)
    assert all(a.end <= b.start for a, b in pairwise(times))
    assert all(t.span.start <= t.span.end for t in times if t.span)
    assert all(t.value and t.type in ("DATE", "TIME", "DURATION", "SET") for t in times)
    assert times == find_times(text, published=published, dateline_day=dateline_day)


@settings(max_examples=100, deadline=None)
@given(text=_TEXTS)
def test_inference_never_fails(text: str) -> None:
    found = infer_publication(text)
    assert found is None or found[1].text in text


@pytest.mark.parametrize(
    "piece",
    [
        "five ",
        "twenty-",
        "the last ",
        "Monday ",
        "12/",
        "a ",
        "and ",
        "1,",
        "p.m. ",
        "May 3 - ",
        "every other ",
        "'",
        "2025-12-",
        "was ",
        "will be ",
        "\n",
    ],
)
def test_time_grows_with_length_alone(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        begin = time.process_time()
        find_times(text, published=date(2025, 12, 22))
        return time.process_time() - begin

    seconds(1_000)
    short = min(seconds(5_000) for _ in range(2))
    assert seconds(25_000) < 15 * short + 0.1  # linear is 5 times, quadratic 25

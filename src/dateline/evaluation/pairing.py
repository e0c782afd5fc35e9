"""Which coded event stands for which gold event of the same document."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from dateline.evaluation.fields import date_right, place_right, same_countries
from dateline.model.record import Record

# A sentence ends at . ! or ? (with a closing quotation mark or bracket, or after at least one character) before white space and
# a capital, a digit or an opening mark; or at the end of a line.
_SENTENCE_END = re.compile(
    r"""
    (?: (?<= [.!?]["”’)] ) | (?<= .[.!?] ) )  \s+  (?= ["“‘(A-Z0-9] )
    | \n+
    """,
    re.VERBOSE,
)


class Sentences:
    """The sentences of one text, for looking up which of them a stretch of characters touches."""

    def __init__(self, text: str) -> None:
        starts = sorted({0, *(end.end() for end in _SENTENCE_END.finditer(text))})
        self._starts = [start for start in starts if start < len(text)]
        self._text = text

    def touched(self, start: int, end: int) -> range:
        """Numbers of the sentences that share a character with the stretch from `start` to `end` (exclusive)."""
        if end <= 0 or start >= len(self._text):
            return range(0)
        return range(max(bisect_right(self._starts, start) - 1, 0), bisect_right(self._starts, end - 1))

    def of_triggers(self, event: Record) -> set[int]:
        """Numbers of the sentences that hold a trigger: by its evidence in the text, else wherever its words are found."""
        stretches = [
            (item["start"], item["end"])
            for item in event.get("evidence") or ()
            if item.get("role") == "trigger" and item.get("in", "text") == "text" and item.get("end") is not None
        ]
        quotes = event.get("trigger")
        if not stretches and quotes:
            for quote in [quotes] if isinstance(quotes, str) else quotes:
                stretches.extend(found.span() for found in re.finditer(re.escape(quote), self._text))
        return {number for start, end in stretches for number in self.touched(start, end)}


def _agreement(gold: Record, coded: Record, near: bool) -> int:
    """How well the coded event would stand for the gold one; 0 if it cannot.

    It can if the type is the same and the triggers share a sentence (`near`) or two of actors' country, place and date agree.
    """
    if gold["event_type"] != coded.get("event_type"):
        return 0
    hints = same_countries(gold, coded, "actors") + place_right(gold.get("place"), coded.get("place")) + date_right(gold, coded)
    if not near and hints < 2:
        return 0
    extras = (
        same_countries(gold, coded, "recipients")
        + (gold.get("status") == coded.get("status"))
        + (bool(gold.get("background")) == bool(coded.get("background")))
    )
    return 1 + 2 * near + hints + extras


def pair_events(gold: Sequence[Record], coded: Sequence[Record], text: str) -> list[tuple[int, int]]:
    """Pairs (gold number, coded number), one to one, the best agreement first; ties go to the earlier event."""
    sentences = Sentences(text)
    where_gold = [sentences.of_triggers(event) for event in gold]
    where_coded = [sentences.of_triggers(event) for event in coded]
    ranked = sorted(
        (-score, i, j)
        for i, wanted in enumerate(gold)
        for j, found in enumerate(coded)
        if (score := _agreement(wanted, found, not where_gold[i].isdisjoint(where_coded[j])))
    )
    pairs: list[tuple[int, int]] = []
    taken_gold: set[int] = set()
    taken_coded: set[int] = set()
    for _, i, j in ranked:
        if i not in taken_gold and j not in taken_coded:
            taken_gold.add(i)
            taken_coded.add(j)
            pairs.append((i, j))
    return pairs

"""The mode of an act, where its trigger leaves it open: by the weapon named, by what is asked for, by what is threatened."""

import csv
import re
from collections.abc import Sequence
from functools import cache
from importlib import resources

from dateline.coding.draft import Draft

_KEPT = frozenset(
    "abduct beat torture sexual targeted destroy primitive crowd-control unconventional suicide-attack explosives".split()
)


@cache
def _patterns(event_type: str) -> dict[str, re.Pattern[str]]:
    """Mode and the words that tell it, in the order of `data/modes.tsv`."""
    text = (resources.files("dateline.coding") / "data" / "modes.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return {r["mode"]: re.compile(rf"\b(?:{r['words']})\b", re.IGNORECASE) for r in rows if r["type"] == event_type}


def mode_of(draft: Draft, sentences: Sequence[str]) -> str | None:
    """The codebook mode of the act as its sentences tell it, or the trigger's own.

    Missiles, or missiles with drones, are `aerial`; drones alone are `drone`; else the first weapon of the table that is named.
    What is asked for or threatened is told by the word that comes first.
    """
    text = " ".join(dict.fromkeys(sentences))
    if draft.event_type == "ASSAULT":
        if draft.mode in _KEPT:
            return draft.mode
        return next((mode for mode, words in _patterns("ASSAULT").items() if words.search(text)), draft.mode)
    if draft.event_type in ("REQUEST", "THREATEN") and draft.mode is None:
        found = [(match.start(), mode) for mode, words in _patterns(draft.event_type).items() if (match := words.search(text))]
        return min(found)[1] if found else None
    return draft.mode

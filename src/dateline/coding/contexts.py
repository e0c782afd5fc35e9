"""PLOVER's contexts: the fields of life that the sentences of an act touch."""

import re
from functools import cache
from importlib import resources
from itertools import pairwise

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_MOST = 4


@cache
def _vocabulary() -> dict[str, frozenset[str]]:
    text = (resources.files("dateline.coding") / "data" / "contexts.tsv").read_text(encoding="utf-8")
    return {name: frozenset(words.split()) for name, words in (line.split("\t") for line in text.splitlines()[1:] if line)}


def contexts_of(sentences: list[str]) -> tuple[str, ...]:
    """Contexts whose words stand in the sentences, those with most hits first, at most four.

    Two-word terms are joined by a hyphen.
    """
    words = [w.lower() for s in sentences for w in _WORD.findall(s)]
    joined = set(words) | {f"{a}-{b}" for a, b in pairwise(words)}
    hits = {name: len(joined & vocabulary) for name, vocabulary in _vocabulary().items()}
    return tuple(sorted((n for n, h in hits.items() if h), key=lambda n: (-hits[n], n))[:_MOST])

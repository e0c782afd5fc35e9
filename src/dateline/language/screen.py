"""A cheap look at a whole report: whether its war words are those of sport, play or history, where no act is to be coded."""

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONG_AGO = re.compile(r"\b(1[0-8]\d\d|19[0-7]\d)\b")


@dataclass(frozen=True, slots=True)
class Screening:
    """`other_world` names the field of life that the report is about where this is not conflict or diplomacy, else it is empty."""

    other_world: str = ""
    share: float = 0.0


@cache
def _vocabularies() -> dict[str, frozenset[str]]:
    text = (resources.files("dateline.language") / "data" / "other_worlds.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:] if line)
    return {world: frozenset(words.split()) for world, words in rows}


def screen(title: str, text: str) -> Screening:
    """Judges by the share of words that belong to one other world alone (at least four different words, one in sixty)."""
    words = [w.lower() for w in _WORD.findall(f"{title} {text}")]
    if not words:
        return Screening()
    for world, vocabulary in _vocabularies().items():
        hits = [w for w in words if w in vocabulary]
        share = len(hits) / len(words)
        if len(set(hits)) >= 4 and share >= 1 / 60:
            return Screening(world, share)
    return Screening()


def long_ago(sentence: str) -> bool:
    """Whether the sentence dates itself before 1980: history that is not coded."""
    return bool(_LONG_AGO.search(sentence))

"""A cheap look at a whole report: whether its war words are those of sport, play or history, where no act is to be coded."""

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dateline.language.lemmas import lemma
from dateline.language.words import word_classes, words

_ELSEWHERE = 0.12  # of the probability that is left to a trigger in a report about sport, stage, software, nature or history
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_RECENT = re.compile(r"\b(19[89]\d|20[0-4]\d)\b")
_LONG_AGO = re.compile(r"\b(1[0-8]\d\d|19[0-7]\d)\b")


@dataclass(frozen=True, slots=True)
class Screening:
    """`other_world` names the field of life that the report is about where this is not conflict or diplomacy, else it is empty."""

    other_world: str = ""
    share: float = 0.0

    def factor(self, event_type: str) -> float:
        """By how much the report's world lessens the probability of an act; an accident is no reason to doubt talks."""
        if self.other_world == "accident" and event_type != "ASSAULT":
            return 1.0
        return _ELSEWHERE if self.other_world else 1.0


@cache
def _vocabularies() -> dict[str, frozenset[str]]:
    text = (resources.files("dateline.language") / "data" / "other_worlds.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:] if line)
    return {world: frozenset(words.split()) for world, words in rows}


def screen(title: str, text: str) -> Screening:
    """Judges by the words that belong to one other world alone, by the years told, and by accidents told without any weapon.

    A world needs four of its words and one word in sixty; history two years before 1980 and more of them than later ones;
    an accident two of its words and no word of attack, weapon or force.
    """
    found = [w.lower() for w in _WORD.findall(f"{title} {text}")]
    if not found:
        return Screening()
    if _is_history(text):
        return Screening("history", 1.0)
    for world, vocabulary in _vocabularies().items():
        hits = [w for w in found if w in vocabulary]
        share = len(hits) / len(found)
        if len(set(hits)) >= 4 and share >= 1 / 60:
            return Screening(world, share)
    accidents = [w for w in found if w in words("accidents")]
    if len(set(accidents)) >= 2 and not any(lemma(w) in _violence() for w in found):
        return Screening("accident", len(accidents) / len(found))
    return Screening()


def _is_history(text: str) -> bool:
    old = len(_LONG_AGO.findall(text))
    return old >= 2 and old > len(_RECENT.findall(text))


@cache
def _violence() -> frozenset[str]:
    classes = word_classes()
    return classes["attack"] | classes["weapon"] | {"soldier", "troop", "rebel", "militant", "gunman", "militia", "army"}


def long_ago(sentence: str) -> bool:
    """Whether the sentence dates itself before 1980: history that is not coded."""
    return bool(_LONG_AGO.search(sentence))

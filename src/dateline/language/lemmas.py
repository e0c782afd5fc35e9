"""Dictionary forms by rule: a table of irregular forms, then the regular endings of English."""

from functools import cache, lru_cache
from importlib import resources

_KEEP_E = (
    "at",
    "iz",
    "is",
    "v",
    "c",
    "u",
    "z",
    "dg",
    "ng",
    "ur",
    "ir",
    "or",
    "id",
    "od",
    "as",
    "os",
    "us",
    "uc",
    "tl",
    "bl",
    "pl",
    "gl",
    "rg",
    "ps",
    "ys",
)
_NO_E = (
    "eat",
    "oat",
    "out",
    "lt",
    "nt",
    "st",
    "rt",
    "ct",
    "pt",
    "ft",
    "ss",
    "ll",
    "ing",
    "ong",
    "ung",
    "our",
    "air",
    "on",
    "en",
    "tor",
    "bor",
    "ham",
)


@cache
def _irregular() -> dict[str, str]:
    text = (resources.files("dateline.language") / "data" / "irregular.tsv").read_text(encoding="utf-8")
    return dict(line.split("\t") for line in text.splitlines()[1:] if line)


@lru_cache(maxsize=50_000)
def lemma(word: str) -> str:
    """The dictionary form of a word in lower case: "struck" -> strike, "condemned" -> condemn, "agencies" -> agency.

    The word is returned as it is where no rule applies. Verb and noun endings are treated alike: the tag tells which it is.
    """
    known = _irregular().get(word)
    if known:
        return known
    if len(word) < 4 or not word.isalpha():
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("ied"):
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return _without_s(word)
    if word.endswith("ed") and len(word) > 4:
        return _stem(word[:-2])
    if word.endswith("ing") and len(word) > 5:
        return _stem(word[:-3])
    return word


def _without_s(word: str) -> str:
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    return word[:-1]


def _stem(stem: str) -> str:
    """The verb behind what is left when -ed or -ing is cut off."""
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] in "bdgmnprt":
        return stem[:-1]
    if stem.endswith(_NO_E):
        return stem
    if stem.endswith(_KEEP_E) or (len(stem) > 2 and stem[-1] in "kgmnldrtbps" and _lone_vowel(stem)):
        return stem + "e"
    return stem


def _lone_vowel(stem: str) -> bool:
    """Whether a single vowel stands before the last consonant: "fir(e)", "attack" has two consonants and no e."""
    return stem[-2] in "aiou" and (len(stem) < 3 or stem[-3] not in "aeiou")

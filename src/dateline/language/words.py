"""Lists of words that tagging, phrases and facts rest on: one list a line of `data/words.tsv`."""

from functools import cache
from importlib import resources


@cache
def _lists() -> dict[str, frozenset[str]]:
    text = (resources.files("dateline.language") / "data" / "words.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:] if line)
    return {name: frozenset(words.split()) for name, words in rows}


@cache
def words(name: str) -> frozenset[str]:
    """The words of the list `name`; raises KeyError for a list that is not there."""
    return _lists()[name]

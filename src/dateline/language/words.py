"""Lists of words that tagging, phrases and facts rest on: one list a line of `data/words.tsv` and `data/classes.tsv`."""

from functools import cache
from importlib import resources


@cache
def _table(name: str) -> dict[str, frozenset[str]]:
    text = (resources.files("dateline.language") / "data" / f"{name}.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:] if line)
    return {key: frozenset(members.split()) for key, members in rows}


def words(name: str) -> frozenset[str]:
    """The words of the list `name` of words.tsv; raises KeyError for a list that is not there."""
    return _table("words")[name]


def word_classes() -> dict[str, frozenset[str]]:
    """Named groups of lemmas (classes.tsv) that patterns refer to by `@name`."""
    return _table("classes")


@cache
def ordinary_words() -> frozenset[str]:
    """All lemmas of the lists and classes: words that are no names although they open a sentence with a capital."""
    return frozenset().union(*_table("words").values(), *_table("classes").values())

"""The word lists that tell a place from a person, a body or a plain word at the head of a sentence."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Words:
    """Lower-case words by use; see `data/words.tsv`.

    `titles` stand before a person's name, `bodies` close the name of a paper, club, firm or treaty, `heads` open one with "of";
    `acts` are verbs that governments do, `owned` what belongs to one ("forces"); `prepositions` may lead to a place and `locatives`
    nearly always do; `unit_words` name kinds of administrative unit; `connectors` may stand inside a name; `common` words are also
    the names of small places; `ways` close the name of a street, `clubs` open one of a club or firm;
    `features` say what a place is and may end its name in small letters ("crossing").
    """

    titles: frozenset[str]
    first_names: frozenset[str]
    bodies: frozenset[str]
    heads: frozenset[str]
    acts: frozenset[str]
    owned: frozenset[str]
    prepositions: frozenset[str]
    locatives: frozenset[str]
    unit_words: frozenset[str]
    connectors: frozenset[str]
    common: frozenset[str]
    ways: frozenset[str]
    clubs: frozenset[str]
    features: frozenset[str]


@cache
def load_words() -> Words:
    """The packaged lists."""
    text = (resources.files("dateline.places") / "data" / "words.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return Words(**{row["list"]: frozenset(row["words"].split()) for row in rows})

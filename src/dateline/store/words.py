"""Full-text queries: what a person types, as the words and phrases to look for."""

import re
import unicodedata
from dataclasses import dataclass

_TERM = re.compile(r'"([^"]*)"|(\S+)')
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must follow one another; with `prefix` the last one may go on ("strik*")."""

    words: tuple[str, ...]
    prefix: bool = False


def words_of(text: str) -> list[str]:
    """The words of a text, without case and diacritics, as SQLite's `unicode61 remove_diacritics 2` takes them apart."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    return _WORD.findall(bare)


def terms_of(query: str) -> list[Term]:
    """The terms of a query, all of which must be met: words, "quoted phrases" and prefixes*; marks alone ask nothing."""
    terms = []
    for phrase, word in _TERM.findall(query):
        words = tuple(words_of(phrase or word))
        if words:
            terms.append(Term(words, prefix=word.endswith("*")))
    return terms

"""Words of a text with what place finding needs to know of each."""

import re
from typing import NamedTuple

from dateline.places.names import normal

_WORD = re.compile(r"[^\W\d_]+(?:[’'ʼ‘`][^\W\d_]+|\.(?=[^\W\d_]\.)[^\W\d_])*")
_CASELESS = re.compile(r"[\u0590-\u06ff]")
_ABBREVIATED = frozenset("st ste mt ft pt".split())
_PLAIN_GAPS = frozenset((" ", "-", ", ", "\u00a0"))
_NAME_GAPS = frozenset((" ", "-", "\u00a0", "\n"))
_BREAKS = frozenset('!?…“"\n—')


class Token(NamedTuple):
    """A word: characters `start` to `end`, without a possessive ending, and its normal form `key`.

    `gap` is the text before it; `capital` is true of a word that could open a name, `opens` of a capital that begins a sentence, a
    line or a quotation, `upper` where all letters are capitals, `dotted` where a full stop follows. The last three are only worked
    out for capitals. A tuple, since a text has hundreds of them.
    """

    start: int
    end: int
    key: str
    text: str
    gap: str
    capital: bool = False
    opens: bool = False
    upper: bool = False
    dotted: bool = False
    possessive: bool = False


def tokens_of(text: str) -> list[Token]:
    """The words of `text` in order."""
    found: list[Token] = []
    before = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        word, gap = match.group(), text[before:start]
        before = end
        if word.islower() and (word.isascii() or not _CASELESS.match(word)):
            found.append(Token(start, end, word if word.isalpha() and word.isascii() else normal(word), word, gap))
            continue
        possessive = len(word) > 2 and word[-1] in "sS" and word[-2] in "’'"
        shown = word[:-2] if possessive else word
        found.append(
            Token(
                start,
                start + len(shown),
                normal(shown),
                shown,
                gap,
                word[0].isupper() or _CASELESS.match(word) is not None,
                not found or (gap not in _PLAIN_GAPS and _opens_sentence(gap, found[-1])),
                len(shown) > 1 and shown.isupper(),
                text[end : end + 1] == ".",
                possessive,
            )
        )
    return found


def _opens_sentence(gap: str, before: Token) -> bool:
    if gap == ". " and (before.key in _ABBREVIATED or len(before.key) == 1 or "." in before.text):
        return False
    return not _BREAKS.isdisjoint(gap) or ". " in gap or gap == "." or ": " in gap


def joins(before: Token, after: Token) -> bool:
    """Whether two words may belong to one name."""
    if before.possessive:
        return False
    return after.gap in _NAME_GAPS or (after.gap == ". " and before.key in _ABBREVIATED)

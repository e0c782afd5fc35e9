"""Words of a text with what place finding needs to know of each."""

import re
from dataclasses import dataclass

from dateline.places.names import normal

_WORD = re.compile(r"[^\W\d_]+(?:[’'ʼ‘`][^\W\d_]+|\.(?=[^\W\d_]\.)[^\W\d_])*")
_ABBREVIATED = frozenset("st ste mt ft pt".split())
_CASELESS = re.compile(r"[\u0590-\u06ff]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word: characters `start` to `end` without a possessive ending; `stop` is where the next gap begins.

    `capital` is true of a word that could open a name; `opens` of the first word of a sentence, line or quotation; `gap` is the text
    before it, `dotted` whether a full stop follows, `upper` whether all its letters are capitals.
    """

    start: int
    end: int
    stop: int
    key: str
    text: str
    gap: str
    capital: bool
    opens: bool
    upper: bool
    dotted: bool
    possessive: bool


def tokens_of(text: str) -> list[Token]:
    """The words of `text` in order."""
    found: list[Token] = []
    before = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        word, gap = match.group(), text[before:start]
        possessive = len(word) > 2 and word[-1] in "sS" and word[-2] in "’'"
        shown = word[:-2] if possessive else word
        initial = word[0]
        found.append(
            Token(
                start=start,
                end=start + len(shown),
                stop=end,
                key=normal(shown),
                text=shown,
                gap=gap,
                capital=initial.isupper() or _CASELESS.match(initial) is not None,
                opens=not found or (gap not in _PLAIN and opens_sentence(gap, found[-1])),
                upper=len(shown) > 1 and shown.isupper(),
                dotted=text[end : end + 1] == ".",
                possessive=possessive,
            )
        )
        before = end
    return found


_PLAIN = frozenset((" ", "-", ", ", "\u00a0"))


def opens_sentence(gap: str, before: Token) -> bool:
    """Whether the words after `gap` begin a sentence, a line or a quotation."""
    if gap == ". " and (before.key in _ABBREVIATED or len(before.key) == 1 or "." in before.text):
        return False
    return any(c in gap for c in '!?…“"\n') or (". " in gap or gap == "." or ": " in gap or ".” " in gap or "—" in gap)


def joins(before: Token, after: Token) -> bool:
    """Whether two words may belong to one name."""
    gap = after.gap
    if before.possessive:
        return False
    if gap == " " or gap == "-" or gap == "\u00a0" or gap == "\n":
        return True
    return gap == ". " and before.key in _ABBREVIATED

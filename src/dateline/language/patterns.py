"""A small pattern language over tagged words: how the lexicon says which words tell an act.

Items are parted by blanks: `word` (any form of it), `word:v` or `word:n` (used as verb or noun), `=form` (exactly this form),
`a|b` (either), `@class` (a word of a class in classes.tsv), `<name>` (a proper name), `?item` (may be missing), `..` (up to four
words, no comma or full stop), `~item` (stands among the next words, or before a passive verb as its subject; it is no part of
what is matched). `^` before an item makes it the head, the word whose subject and object are looked for; else the first verb
item is, else the first item.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from dateline.errors import DatelineError
from dateline.language.lemmas import lemma
from dateline.language.tokens import Tag, Token

T = TypeVar("T")
GAP = 4
NEAR_AFTER, NEAR_BEFORE = 7, 9
_NOUN_TAGS = {Tag.NOUN, Tag.NAME}


@dataclass(frozen=True, slots=True)
class Item:
    """One place of a pattern: the lemmas and forms that fill it and the tag that is asked for."""

    lemmas: frozenset[str]
    forms: frozenset[str]
    use: str = ""
    optional: bool = False
    gap: bool = False
    near: bool = False

    def fits(self, token: Token) -> bool:
        """Whether the word can stand here."""
        if self.use == "name":
            return token.tag is Tag.NAME
        if token.lemma not in self.lemmas and token.lower not in self.forms:
            return False
        if self.use == "v":
            return token.tag is Tag.VERB or (token.tag is Tag.ADJECTIVE and token.lower.endswith(("ed", "en")))
        return self.use != "n" or token.tag in _NOUN_TAGS


@dataclass(frozen=True, slots=True)
class Pattern(Generic[T]):
    """A sequence of items with the lexicon row that it stands for."""

    items: tuple[Item, ...]
    head: int
    row: T


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """Token indices `first`..`last` (inclusive) filled a pattern; `head` is the index of its head word."""

    first: int
    last: int
    head: int
    row: T


def compile_pattern(source: str, row: T, classes: dict[str, frozenset[str]]) -> Pattern[T]:
    """Reads one pattern; raises DatelineError for an unknown class or an empty pattern."""
    words = source.split()
    if not words:
        raise DatelineError("lexicon: empty pattern; write at least one word")
    items, head, first_verb = [], None, None
    for n, word in enumerate(words):
        if word.startswith("^"):
            head, word = n, word[1:]  # noqa: PLW2901 - the mark is no part of the item
        item = _item(word, classes)
        if first_verb is None and item.use == "v":
            first_verb = n
        items.append(item)
    chosen = head if head is not None else first_verb if first_verb is not None else 0
    return Pattern(tuple(items), chosen, row)


def _item(word: str, classes: dict[str, frozenset[str]]) -> Item:
    if word == "<name>":
        return Item(frozenset(), frozenset(), use="name")
    if word == "..":
        return Item(frozenset(), frozenset(), gap=True, optional=True)
    optional, near = word.startswith("?"), word.startswith("~")
    word = word.lstrip("?~")
    body, _, use = word.partition(":")
    lemmas: set[str] = set()
    forms: set[str] = set()
    for option in body.split("|"):
        if option.startswith("@"):
            if option[1:] not in classes:
                raise DatelineError(f"lexicon: unknown word class {option!r} in pattern item {word!r}; add it to classes.tsv")
            lemmas |= classes[option[1:]]
        elif option.startswith("="):
            forms.add(option[1:])
        elif lemma(option) != option:
            forms.add(option)  # "fighting", "wounded": a form that the lexicon means as it stands
        else:
            lemmas.add(option)
    return Item(frozenset(lemmas), frozenset(forms), use, optional, near=near)


class PatternSet(Generic[T]):
    """Many patterns, tried together; the words that can begin one lead to it directly."""

    def __init__(self, patterns: Iterable[Pattern[T]]) -> None:
        self._by_word: dict[str, list[Pattern[T]]] = defaultdict(list)
        for pattern in patterns:
            for item in pattern.items:
                for word in item.lemmas | item.forms:
                    self._by_word[word].append(pattern)
                if not (item.optional or item.near):
                    break

    def matches(self, tokens: list[Token]) -> Iterator[Match[T]]:
        """Every place where a pattern fits, the longest reading of each pattern; readings may overlap."""
        for i, token in enumerate(tokens):
            tried = set()
            for word in {token.lemma, token.lower}:
                for pattern in self._by_word.get(word, ()):
                    if id(pattern) in tried:
                        continue
                    tried.add(id(pattern))
                    filled = _fill(pattern.items, 0, tokens, i)
                    if filled is not None:
                        head = next((at for n, at in filled if n == pattern.head), filled[0][1])
                        yield Match(filled[0][1], filled[-1][1], head, pattern.row)


def _fill(items: tuple[Item, ...], n: int, tokens: list[Token], i: int) -> list[tuple[int, int]] | None:
    """Pairs of item number and token index that fill the pattern from token `i`, or None."""
    if n == len(items):
        return []
    item = items[n]
    if item.near:
        return _fill(items, n + 1, tokens, i) if _stands_near(item, tokens, i - 1) else None
    if item.gap:
        for skip in range(GAP + 1):
            if i + skip > len(tokens) or (skip and tokens[i + skip - 1].text in (",", ".", ";", ":", "—")):
                return None
            rest = _fill(items, n + 1, tokens, i + skip)
            if rest is not None:
                return rest
        return None
    if i < len(tokens) and item.fits(tokens[i]):
        rest = _fill(items, n + 1, tokens, i + 1)
        if rest is not None:
            return [(n, i), *rest]
    return _fill(items, n + 1, tokens, i) if item.optional else None


def _stands_near(item: Item, tokens: list[Token], verb: int) -> bool:
    """Whether a word that fits follows the verb closely, or precedes it as the subject of a passive."""
    for token in tokens[verb + 1 : verb + 1 + NEAR_AFTER]:
        if token.text in (";", ":", "—") or (token.tag is Tag.VERB and not item.fits(token)):
            break
        if item.fits(token):
            return True
    if not any(t.lemma == "be" for t in tokens[max(0, verb - 3) : verb]):
        return False
    return any(item.fits(t) for t in tokens[max(0, verb - NEAR_BEFORE) : verb])

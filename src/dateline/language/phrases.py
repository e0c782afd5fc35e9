"""Noun phrases: where they begin and end, which word is the head, and how they hang together by `of`, commas and `and`."""

from dataclasses import dataclass

from dateline.language.tokens import Tag, Token
from dateline.model import Span

_INSIDE = {Tag.DETERMINER, Tag.ADJECTIVE, Tag.NUMBER, Tag.NOUN, Tag.NAME, Tag.POSSESSIVE}
_HEADS = {Tag.NOUN, Tag.NAME, Tag.PRONOUN, Tag.NUMBER}
_PRONOUN_HEADS = frozenset("he she it they we i you him them us me everyone nobody everybody someone".split())
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_PARTS_OF_DAY = frozenset("morning afternoon evening night 's".split())
_TITLE_MARKS = frozenset({"-", "–", "."})


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `first` to `last` (inclusive) of a sentence; `head` is the index of the head word."""

    first: int
    last: int
    head: int

    def span(self, tokens: list[Token]) -> Span:
        """Character offsets in the document."""
        return Span(tokens[self.first].start, tokens[self.last].end)

    def without_article(self, tokens: list[Token]) -> "Phrase":
        """The same phrase without a leading "the", "a" or "an"."""
        if self.first < self.last and tokens[self.first].lower in ("the", "a", "an"):
            return Phrase(self.first + 1, self.last, self.head)
        return self


def noun_phrases(tokens: list[Token]) -> list[Phrase]:
    """All plain noun phrases (no prepositions inside) in order, without overlap."""
    found: list[Phrase] = []
    i = 0
    while i < len(tokens):
        tag = tokens[i].tag
        if tag is Tag.PRONOUN:
            if tokens[i].lower in _PRONOUN_HEADS:
                found.append(Phrase(i, i, i))
            i += 1
        elif tag in _INSIDE and tag is not Tag.POSSESSIVE:
            j = _end(tokens, i)
            head = _head(tokens, i, j)
            if head is not None:
                found.append(Phrase(i, j, head))
            i = j + 1
        else:
            i += 1
    return found


def _end(tokens: list[Token], start: int) -> int:
    j = start
    while j + 1 < len(tokens):
        if (
            tokens[j].lower in _DAYS
            and tokens[j + 1].lower not in _PARTS_OF_DAY
            and start > 0
            and tokens[start - 1].tag is Tag.PREPOSITION
        ):
            break  # "On Monday police arrested ...": the day is no part of who
        here, after = tokens[j + 1], tokens[j + 2] if j + 2 < len(tokens) else None
        if here.tag in _INSIDE:
            if here.tag is Tag.DETERMINER and tokens[j].tag in _HEADS and tokens[j].tag is not Tag.NUMBER:
                break
            j += 1
        elif (
            here.text in _TITLE_MARKS
            and after is not None
            and after.tag in _INSIDE
            and here.end == after.start
            and here.start == tokens[j].end
        ):
            j += 2
        elif here.lower == "and" and tokens[j].tag is Tag.ADJECTIVE and after is not None and after.tag is Tag.ADJECTIVE:
            j += 2  # "an extensive and productive meeting"
        elif here.tag is Tag.CONJUNCTION and here.lower == "&" and after is not None and after.tag is Tag.NAME:
            j += 2
        else:
            break
    return j


def _head(tokens: list[Token], first: int, last: int) -> int | None:
    for k in range(last, first - 1, -1):
        if tokens[k].tag in _HEADS:
            return k
    return last if tokens[last].tag is Tag.ADJECTIVE else None


class Phrases:
    """The noun phrases of one sentence, found by the words they hold, begin or end with."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.all = noun_phrases(tokens)
        self._holding: dict[int, Phrase] = {k: p for p in self.all for k in range(p.first, p.last + 1)}

    def holding(self, index: int) -> Phrase | None:
        """The phrase that the token at `index` is part of."""
        return self._holding.get(index)

    def ending_at(self, index: int) -> Phrase | None:
        """The phrase whose last token is `index`."""
        phrase = self._holding.get(index)
        return phrase if phrase is not None and phrase.last == index else None

    def starting_at(self, index: int) -> Phrase | None:
        """The phrase whose first token is `index`."""
        phrase = self._holding.get(index)
        return phrase if phrase is not None and phrase.first == index else None

    def with_complement(self, phrase: Phrase) -> Phrase:
        """The phrase with what follows by `of`, `for` or `in` + name: "the head" -> "the head of the relief agency"."""
        last = phrase.last
        while (
            last + 2 < len(self.tokens)
            and self.tokens[last + 1].lower in ("of", "for")
            and self.tokens[last + 1].tag is Tag.PREPOSITION
        ):
            inner = self.starting_at(last + 2)
            if inner is None:
                break
            last = inner.last
        return Phrase(phrase.first, last, phrase.head)

    def climb(self, phrase: Phrase) -> Phrase:
        """The phrase that this one is a complement of: in "officials in the port of Odesa" from "Odesa" to "officials"."""
        while phrase.first >= 2 and self.tokens[phrase.first - 1].tag is Tag.PREPOSITION:
            outer = self.ending_at(phrase.first - 2)
            if outer is None:
                break
            phrase = outer
        return phrase

    def list_left(self, phrase: Phrase) -> list[Phrase]:
        """The members of the list that ends with this phrase: "A, B and C" from C, in order."""
        members, joined = [phrase], False
        first = phrase.first
        while first >= 2:
            mark = self.tokens[first - 1]
            step = 1
            if mark.tag is Tag.CONJUNCTION and mark.lower in ("and", "or", "&"):
                joined = True
                if first >= 3 and self.tokens[first - 2].text == ",":
                    step = 2
            elif not (mark.text == "," and joined):
                break
            before = self.ending_at(first - 1 - step)
            in_complement = before is not None and before.first and self.tokens[before.first - 1].tag is Tag.PREPOSITION
            if before is None or (in_complement and mark.text == "," and not joined):
                break
            members.insert(0, before)
            first = before.first
        return members

    def list_right(self, phrase: Phrase) -> list[Phrase]:
        """The members of the list that begins with this phrase: "A, B and C" from A, as long as no clause begins."""
        members = [phrase]
        last = self.with_complement(phrase).last
        while last + 2 < len(self.tokens):
            mark = self.tokens[last + 1]
            step = 1
            if mark.text == "," and self.tokens[last + 2].lower == "and":
                step = 2
            elif mark.lower not in ("and", "or", "&", ","):
                break
            after = self.starting_at(last + 1 + step)
            if after is None or self._opens_clause(after):
                break
            members.append(after)
            last = self.with_complement(after).last
        if len(members) > 1 and not any(self.tokens[m.first - 1].lower in ("and", "or", "&") for m in members[1:]):
            return members[:1]
        return members

    def _opens_clause(self, phrase: Phrase) -> bool:
        following = self.tokens[self.with_complement(phrase).last + 1 :][:2]
        if not following or following[0].tag not in (Tag.VERB, Tag.AUXILIARY, Tag.MODAL):
            return False
        reduced = following[0].lower.endswith("ed") and len(following) > 1 and following[1].tag is Tag.PREPOSITION
        return not reduced

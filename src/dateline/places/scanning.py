"""Finding the words of a text that may name places, and throwing out those that name people, bodies or nothing."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dateline.places.entry import Entry, holds
from dateline.places.gazetteer import Gazetteer
from dateline.places.names import normal
from dateline.places.tokens import Token, joins, tokens_of
from dateline.places.words import Words, load_words

_LONGEST = 7
_SURE = 0.95
_VARIANT, _ALIKE = 0.6, 0.5
_SHORTEST_VARIANT = 5
_SPEECH = frozenset("said says told tells added adds recalled asked explained".split())
_ARTICLES = frozenset(("al", "el", "ad", "ar", "as", "ash", "at", "az", "an"))


@dataclass(frozen=True, slots=True)
class Name:
    """Words that bear the name of a place: tokens `first` to `last`, both included; `likely` 0..1 that a place is meant."""

    start: int
    end: int
    first: int
    last: int
    entries: tuple[Entry, ...]
    likely: float
    metonym: bool = False


@dataclass(frozen=True, slots=True)
class Scan:
    """A text in words, the names of places in it, and the countries whose people or things it speaks of, with their numbers."""

    tokens: list[Token]
    names: list[Name]
    peoples: Counter[str]


def scan(text: str, gazetteer: Gazetteer) -> Scan:
    """All names of places in `text`, each with its probability, in order and without overlap."""
    words, tokens = load_words(), tokens_of(text)
    lower = frozenset(t.key for t in tokens if not t.capital)
    setting = _Setting(lower, set(), sum(t.upper for t in tokens) > 0.6 * len(tokens))
    judge = _Judge(tokens, words, setting, gazetteer)
    peoples: Counter[str] = Counter()
    names: list[Name] = []
    at = 0
    while at < len(tokens):
        last = _match(tokens, at, gazetteer, words) if _may_open(tokens, at) else -1
        if last < 0:
            if tokens[at].capital:
                _note_people(tokens, at, gazetteer, peoples)
                spelt = _spelt_otherwise(tokens, at, gazetteer, words)
                if spelt is not None:
                    names.append(spelt)
                    at = spelt.last
            at += 1
            continue
        surface = text[tokens[at].start : tokens[last].end]
        demonym = gazetteer.demonym(surface)
        if demonym is not None:
            peoples[demonym.country] += 1
            at = last + 1
            continue
        entries = gazetteer.candidates(surface)
        likely = judge.likely(at, last, entries)
        end = tokens[last].end + (1 if tokens[last].dotted and _takes_dot(tokens[last], gazetteer) else 0)
        names.append(Name(tokens[at].start, end, at, last, entries, likely, _metonym(tokens, at, last, words)))
        at = last + 1
    return Scan(tokens, _contained(names, text), peoples)


def _contained(names: list[Name], text: str) -> list[Name]:
    """The names, surer of a town that stands before what holds it ("Price, Utah")."""
    raised = list(names)
    for i, (inner, outer) in enumerate(pairwise(names)):
        if text[inner.end : outer.start] != ", ":
            continue
        above = [e for e in outer.entries[:12] if e.kind in {"country", "admin1"}]
        if any(holds(container, e) for container in above for e in inner.entries):
            raised[i] = replace(raised[i], likely=max(raised[i].likely, _SURE))
            raised[i + 1] = replace(raised[i + 1], likely=max(raised[i + 1].likely, _SURE))
    return raised


def _may_open(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.capital:
        return True
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return token.key in _ARTICLES and following is not None and following.capital and following.gap in {"-", " "}


def _note_people(tokens: Sequence[Token], at: int, gazetteer: Gazetteer, peoples: Counter[str]) -> None:
    demonym = gazetteer.demonym(tokens[at].text)
    if demonym is not None:
        peoples[demonym.country] += 1


def _match(tokens: Sequence[Token], at: int, gazetteer: Gazetteer, words: Words) -> int:
    """The last token of the longest name that begins at `at`, or -1."""
    keys = [tokens[at].key]
    ends = {len(keys[0]): at}
    length = len(keys[0])
    for number in range(at + 1, min(at + _LONGEST, len(tokens))):
        token = tokens[number]
        if not joins(tokens[number - 1], token) or not _may_continue(token, words):
            break
        keys.append(token.key)
        length += 1 + len(token.key)
        if token.capital or token.gap == "-" or token.key in words.features:
            ends[length] = number
    line = " ".join(keys)
    fitting = [ends[len(k)] for k in gazetteer.keys_at_start(line) if len(k) in ends]
    for last in sorted(set(fitting), reverse=True):
        if keys[0] == "the" and not _named_with_article(line, last - at, gazetteer):
            continue
        if last > at or _stands_alone(tokens, at, gazetteer):
            return last
    return -1


def _spelt_otherwise(tokens: Sequence[Token], at: int, gazetteer: Gazetteer, words: Words) -> Name | None:
    """A name that only a spelling variant knows, where a preposition says that a place is meant ("in Hadhramawt")."""
    if not at or tokens[at - 1].key not in words.locatives or tokens[at].gap != " " or tokens[at].upper:
        return None
    last = at
    while last + 1 < len(tokens) and tokens[last + 1].capital and joins(tokens[last], tokens[last + 1]):
        last += 1
    text = " ".join(t.text for t in tokens[at : last + 1])
    if len(text) < _SHORTEST_VARIANT or last - at > 2 or gazetteer.demonym(text) or normal(text) in words.common:
        return None
    entries = gazetteer.candidates(text)
    likely = _VARIANT if entries and entries[0].match == "variant" else _ALIKE
    return Name(tokens[at].start, tokens[last].end, at, last, entries, likely) if entries else None


def _named_with_article(line: str, more: int, gazetteer: Gazetteer) -> bool:
    """Whether a name that begins with "the" is one ("The Hague"), and not one behind an article ("The City")."""
    entries = gazetteer.exact(" ".join(line.split(" ")[: more + 1]))
    return any(normal(e.name).startswith("the ") for e in entries[:1])


def _may_continue(token: Token, words: Words) -> bool:
    """Whether a word may stand inside a name: a capital, a connector ("of"), or what a place is ("Rafah crossing")."""
    return token.capital or token.gap == "-" or token.key in words.connectors or token.key in words.features


def _stands_alone(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> bool:
    """Whether a one-word key may be taken: abbreviations need a full stop or a comma before, and "us" is no country."""
    token = tokens[at]
    if not token.capital:
        return False
    if gazetteer.is_abbreviation(token.key):
        return token.gap == ", " and at > 0 and tokens[at - 1].capital
    if len(token.key) <= 3 and not token.upper and token.text.isascii():
        return token.key not in {"us", "uk", "uae", "drc", "eu", "un"} and not (token.opens or len(token.key) < 3)
    return len(token.key) > 1


def _takes_dot(token: Token, gazetteer: Gazetteer) -> bool:
    """Whether the full stop after a word belongs to it ("Que.", "B.C.")."""
    if "." in token.text:
        return True
    return gazetteer.is_abbreviation(token.key) and not token.upper


@dataclass(frozen=True, slots=True)
class _Setting:
    """What the text as a whole says: the words that it also writes small, the names of people, whether all is in capitals."""

    lower: frozenset[str]
    people: set[str]
    shouting: bool


class _Judge:
    """Says how likely the words `first` to `last` name a place; the weights, in log-odds, were set by hand."""

    def __init__(self, tokens: Sequence[Token], words: Words, setting: _Setting, gazetteer: Gazetteer) -> None:
        self._tokens = tokens
        self._words = words
        self._setting = setting
        self._gazetteer = gazetteer

    def likely(self, first: int, last: int, entries: tuple[Entry, ...]) -> float:
        """The probability, from the fame of the name and the words around it."""
        tokens = self._tokens
        before = tokens[first - 1] if first else None
        after = tokens[last + 1] if last + 1 < len(tokens) else None
        fame = _fame(entries)
        score = fame + (1.5 if last > first else 0.0)
        score += self._place_cues(first, before, after)
        if first == last:
            score += self._plain_word(tokens[first], before, entries)
        score += self._person(first, last, before, after, fame)
        score += self._body(first, before, after, tokens[last])
        return 1 / (1 + math.exp(-score))

    def _place_cues(self, first: int, before: Token | None, after: Token | None) -> float:
        head, score = self._tokens[first], 0.0
        if before is not None and head.gap == " ":
            if before.key in self._words.locatives:
                score += 2.0
            elif before.key in self._words.prepositions:
                score += 1.0
        if after is not None and after.gap == ", " and after.capital:
            score += 0.5
        if before is not None and head.gap == ", " and before.capital:
            score += 0.7
        return score

    def _plain_word(self, head: Token, before: Token | None, entries: tuple[Entry, ...]) -> float:
        score = 0.0
        located = before is not None and before.key in self._words.locatives and head.gap == " "
        common = head.key in self._words.common or (head.key in self._setting.lower and not self._setting.shouting)
        if common and entries[0].kind != "country" and not self._gazetteer.is_abbreviation(head.key):
            score -= 5.0 if head.opens or not located else 3.0
        if before is not None and before.key == "the" and head.gap == " " and not before.capital:
            score -= 1.0
        known = entries[0].kind == "country" or entries[0].match == "curated" or self._gazetteer.is_abbreviation(head.key)
        known = known or "." in head.text
        if head.upper and len(head.key) <= 4 and not self._setting.shouting and not known:
            score -= 4.0
        if head.opens and entries[0].population < 200_000 and entries[0].kind == "city":
            score -= 1.0
        return score

    def _person(self, first: int, last: int, before: Token | None, after: Token | None, fame: float) -> float:
        head, tail, words = self._tokens[first], self._tokens[last], self._words
        score = 0.0
        if before is not None and head.gap in {" ", ". "} and before.capital and not before.possessive and not head.opens:
            initial = len(before.key) == 1 and before.key not in {"a", "i"}
            if before.key in words.titles or before.key in words.first_names or initial:
                self._setting.people.add(tail.key)
                score -= 4.5
            elif head.gap == " " and not before.opens and before.key not in words.common and first == last:
                score -= 1.2
        follows = after is not None and after.gap in {" ", ". "} and after.capital and not tail.possessive and not tail.dotted
        given = first == last and head.key in words.first_names
        located = before is not None and before.key in words.locatives and head.gap == " "
        if follows and after is not None and after.key not in words.unit_words:
            surname = not located and after.key not in words.common and after.key not in self._setting.lower
            if given and surname:
                self._setting.people.update((head.key, after.key))
                score -= 4.5
            elif first == last and not after.upper:
                score -= 0.8
        elif given and fame < 3.0:
            score -= 1.5
        if first == last and head.key in self._setting.people:
            score -= 4.5 if given else 3.5 if fame < 2.5 else 2.0
        spoke = (before is not None and before.key in _SPEECH) or (after is not None and after.gap == " " and after.key in _SPEECH)
        if spoke and first == last and fame < 2.5:
            score -= 2.0
        return score

    def _body(self, first: int, before: Token | None, after: Token | None, tail: Token) -> float:
        words, score = self._words, 0.0
        if after is not None and after.gap == " " and after.capital:
            if after.key in words.bodies and not tail.possessive:
                score -= 7.0
            if after.key in words.ways and not tail.possessive:
                score -= 4.0
        if tail is not self._tokens[first] and tail.key in words.ways:
            score -= 5.0
        if self._tokens[first].key in {"st", "saint"} and (
            tail.possessive or (after is not None and after.gap == " " and after.capital)
        ):
            score -= 2.5
        if before is not None and before.capital and before.key in words.clubs and self._tokens[first].gap.isspace():
            score -= 4.0
        if before is not None and before.key == "of" and first >= 2:
            head = self._tokens[first - 2]
            if head.capital and head.key in words.heads and before.gap == " ":
                score -= 7.0
        return score


def _fame(entries: tuple[Entry, ...]) -> float:
    """How readily the best-known bearer of the name comes to mind, in log-odds."""
    best = -2.0
    for entry in entries[:12]:
        if entry.kind == "country":
            worth = 4.0
        elif entry.match == "curated" or entry.kind in {"site", "region", "sea"}:
            worth = 2.5
        elif entry.kind in {"admin1", "city"}:
            worth = -4.2 + 0.42 * math.log(entry.population + 100) + (0.0 if entry.match == "name" else -0.8)
            worth += 0.25 * math.log(entry.names + 1)
        elif entry.kind == "admin2":
            worth = -4.0 + 0.36 * math.log(entry.population + 100)
        else:
            worth = 0.0
        best = max(best, worth)
    return best


def _metonym(tokens: Sequence[Token], first: int, last: int, words: Words) -> bool:
    """Whether the name does what governments do ("Moscow said") or owns what they own ("Moscow's forces")."""
    tail = tokens[last]
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    if after is None or after.gap != " ":
        return False
    before = tokens[first - 1] if first else None
    if before is not None and before.key in words.locatives and tokens[first].gap == " ":
        return False
    return after.key in words.owned if tail.possessive else after.key in words.acts

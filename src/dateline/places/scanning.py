"""Finding the words of a text that may name places, and throwing out those that name people, bodies or nothing."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.places.entry import Entry
from dateline.places.gazetteer import Gazetteer
from dateline.places.tokens import Token, joins, tokens_of
from dateline.places.words import Words, load_words

_LONGEST = 7
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
    lower = {t.key for t in tokens if not t.capital}
    shouting = sum(t.upper for t in tokens) > 0.6 * len(tokens)
    people: set[str] = set()
    peoples: Counter[str] = Counter()
    names: list[Name] = []
    at = 0
    while at < len(tokens):
        last = _match(tokens, at, gazetteer, words) if _may_open(tokens, at) else -1
        if last < 0:
            if tokens[at].capital:
                _note_people(tokens, at, gazetteer, peoples)
            at += 1
            continue
        surface = text[tokens[at].start : tokens[last].end]
        demonym = gazetteer.demonym(surface)
        if demonym is not None:
            peoples[demonym.country] += 1
            at = last + 1
            continue
        entries = gazetteer.candidates(surface)
        likely = _likely(tokens, at, last, entries, lower, people, words, shouting)
        end = tokens[last].end + (1 if tokens[last].dotted and _takes_dot(tokens[last], gazetteer, text) else 0)
        names.append(Name(tokens[at].start, end, at, last, entries, likely, _metonym(tokens, at, last, words)))
        at = last + 1
    return Scan(tokens, names, peoples)


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
        if not joins(tokens[number - 1], token) or not (token.capital or token.key in words.connectors or token.gap == "-"):
            break
        keys.append(token.key)
        length += 1 + len(token.key)
        if token.capital or token.gap == "-":
            ends[length] = number
    line = " ".join(keys)
    fitting = [ends[len(k)] for k in gazetteer.keys_at_start(line) if len(k) in ends]
    for last in sorted(set(fitting), reverse=True):
        if last > at or _stands_alone(tokens, at, gazetteer):
            return last
    if keys[0] in _ARTICLES and tokens[at].capital is False:
        return -1
    return -1


def _stands_alone(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> bool:
    """Whether a one-word key may be taken: abbreviations need a full stop or a comma before, and "us" is no country."""
    token = tokens[at]
    if not token.capital:
        return False
    if gazetteer.is_abbreviation(token.key):
        return token.gap == ", " and (token.upper or token.dotted) and at > 0 and tokens[at - 1].capital
    if len(token.key) <= 3 and not token.upper and token.text.isascii():
        return token.key not in {"us", "uk", "uae", "drc", "eu", "un"} and not (token.opens or len(token.key) < 3)
    return len(token.key) > 1


def _takes_dot(token: Token, gazetteer: Gazetteer, text: str) -> bool:
    """Whether the full stop after a word belongs to it ("Que.", "B.C.")."""
    if "." in token.text:
        return True
    return gazetteer.is_abbreviation(token.key) and not token.upper


def _likely(
    tokens: Sequence[Token],
    first: int,
    last: int,
    entries: tuple[Entry, ...],
    lower: set[str],
    people: set[str],
    words: Words,
    shouting: bool,
) -> float:
    """The probability that the words name a place, from what stands around them; weights set by hand."""
    head, tail = tokens[first], tokens[last]
    before = tokens[first - 1] if first else None
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    located = before is not None and before.key in words.locatives and head.gap == " "
    led = located or (before is not None and before.key in words.prepositions and head.gap == " ")
    score = _fame(entries) + (1.5 if last > first else 0.0) + (2.0 if located else 1.0 if led else 0.0)
    single = first == last
    if before is not None and before.key == "the" and head.gap == " " and single and before.capital is False:
        score -= 1.0
    if single and (head.key in words.common or (head.key in lower and not shouting)):
        score -= 5.0 if head.opens or not located else 3.0
    if single and head.opens and entries and entries[0].population < 200_000 and entries[0].kind == "city":
        score -= 1.0
    score += _person(tokens, first, last, before, after, people, words)
    score += _body(tokens, first, before, after, tail, words)
    if after is not None and after.gap == ", " and after.capital:
        score += 0.5
    if before is not None and head.gap == ", " and before.capital:
        score += 0.7
    return 1 / (1 + math.exp(-score))


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


def _person(
    tokens: Sequence[Token], first: int, last: int, before: Token | None, after: Token | None, people: set[str], words: Words
) -> float:
    head, tail = tokens[first], tokens[last]
    score = 0.0
    close = before is not None and head.gap in {" ", ". "} and before.capital and not before.possessive and not head.opens
    if close and before is not None:
        if before.key in words.titles and not (before.opens and before.key in {"judge", "justice"}):
            people.add(tail.key)
            score -= 4.0
        elif before.key in words.first_names or len(before.key) == 1:
            people.add(tail.key)
            score -= 4.5
        elif head.gap == " " and not before.opens and before.key not in words.common and first == last:
            score -= 1.2
    follows = after is not None and after.gap in {" ", ". "} and after.capital and not tail.possessive and not tail.dotted
    if follows and after is not None and head.key in words.first_names and after.key not in words.unit_words:
        people.add(after.key)
        score -= 4.5
    elif follows and after is not None and first == last and not after.upper and after.key not in words.unit_words:
        score -= 0.8
    if first == last and head.key in people:
        score -= 3.5
    return score


def _body(tokens: Sequence[Token], first: int, before: Token | None, after: Token | None, tail: Token, words: Words) -> float:
    score = 0.0
    if after is not None and after.gap == " " and after.capital and after.key in words.bodies and not tail.possessive:
        score -= 3.0
    if before is not None and before.key == "of" and first >= 2:
        head = tokens[first - 2]
        if head.capital and head.key in words.heads and before.gap == " ":
            score -= 4.0
    return score


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

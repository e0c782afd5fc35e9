"""The notation of the rules and its compiler.

A rule is written in terminals of the lexicon, as in

    "THE? (last:LAST|PAST) count:COUNT? unit:UNITS"

`|`, `?` and brackets mean what they mean in regular expressions; `name:TERMINAL` lets the rule's reader ask for that token by name.
There is no unbounded repetition, so the match of a rule costs at most a small constant, whatever the text. Each terminal is one
character of a private alphabet; a run of tokens is a short string of them, and a rule is one compiled regular expression on it.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dateline.times.anchors import Anchors
from dateline.times.lexicon import UNITS
from dateline.times.numerals import Token
from dateline.times.values import TimeOfDay, Value

# Terminals that stand for several lexemes.
GROUPS: dict[str, str] = {
    "ANYMONTH": "MONTH MAY MONTHABBR",
    "DAY": "D12 D24 D31 NTH ORDINAL SECOND",
    "ROUGHLY": "APPROXIMATELY OVER",
    "DIGITDAY": "D12 D24 D31",
    "COUNT": "D12 D24 D31 D99 BIG CARDINAL SPELLEDYEAR SOME COUPLE",
    "FIGURE": "D12 D24 D31 D99 BIG CARDINAL SPELLEDYEAR",
    "SHORT": "D12 D24 D31 D99",
    "ANYYEAR": "YEAR SHORTYEAR SPELLEDYEAR",
    "RANK": "ORDINAL NTH SECOND",
    "UNIT": " ".join(f"{unit.name}WORD" for unit in UNITS),
    "ANYUNIT": " ".join(f"{unit.name}WORD" for unit in UNITS) + " UNITS SECOND",
    "LONGUNIT": "DAYWORD WEEKWORD MONTHWORD QUARTERWORD YEARWORD DECADEWORD CENTURYWORD WEEKENDWORD",
    "HOUR": "D12 CARDINAL",
    "HALFDAY": "AM PM",
    "RANGE": "HYPHEN DASH",
    "ANYDAY": "WEEKDAY DAYABBR",
    "DEFINITE": "THE ITS THIS THAT",
    "BACK": "LAST PAST PREVIOUS",
    "FORTH": "NEXT COMING",
    "PHASE": "EARLY MID LATE",
    "PHASES": "EARLY MID LATE EARLIER LATER SOMETIME",
    "EDGE": "MIDDLE BEGINNING END CLOSE",
}

_TOKEN = re.compile(r"(?:(?P<name>[a-z]\w*):)?(?P<terminal>[A-Z]\w*)|(?P<mark>[()|?])|\s+")
_alphabet: dict[str, str] = {}


def letter(terminal: str) -> str:
    """The character that stands for a terminal."""
    return _alphabet.setdefault(terminal, chr(0x4E00 + len(_alphabet)))


@dataclass(frozen=True, slots=True)
class Phrase:
    """The tokens that a rule matched, by the names that the rule gives them."""

    tokens: Sequence[Token]
    match: re.Match[str]
    names: dict[str, tuple[int, ...]]

    def __getitem__(self, name: str) -> Token:
        """The token named `name`; KeyError where the rule did not match one."""
        token = self.get(name)
        if token is None:
            raise KeyError(name)
        return token

    def get(self, name: str) -> Token | None:
        """The token named `name`, or None where the phrase or the rule has none."""
        for group in self.names.get(name, ()):
            at = self.match.start(group)
            if at >= 0:
                return self.tokens[at]
        return None

    @property
    def first(self) -> Token:
        """The first token of the phrase."""
        return self.tokens[self.match.start()]

    @property
    def start(self) -> int:
        """Where the phrase begins in the text."""
        return self.first.start

    @property
    def end(self) -> int:
        """Where the phrase ends in the text."""
        return self.tokens[self.match.end() - 1].end

    @property
    def length(self) -> int:
        """The number of tokens."""
        return self.match.end() - self.match.start()

    def number(self, name: str) -> int:
        """The token's number as a whole number."""
        return int(self[name].number or 0)


@dataclass(frozen=True, slots=True)
class Piece:
    """One of several expressions that a rule reads from one phrase: from token `first` to token `last`, by name."""

    first: str
    last: str
    value: Value | TimeOfDay


# An empty sequence of pieces: the phrase is used up and tells no time ("52 years old").
Reading = Value | TimeOfDay | Sequence[Piece] | None
Reader = Callable[[Phrase, Anchors], Reading]


@dataclass(frozen=True, slots=True)
class Rule:
    """A compiled pattern and the function that reads its phrase as a value (None: it is no time expression after all)."""

    notation: str
    pattern: re.Pattern[str]
    names: dict[str, tuple[int, ...]]
    starts: frozenset[str]
    read: Reader


class Grammar:
    """A set of rules, indexed by the terminal that a phrase begins with."""

    def __init__(self) -> None:
        self._by_start: dict[str, list[Rule]] = {}

    def rule(self, *notations: str) -> Callable[[Reader], Reader]:
        """Register the decorated reader for each notation."""

        def register(read: Reader) -> Reader:
            for notation in notations:
                self._add(compile_rule(notation, read))
            return read

        return register

    def _add(self, rule: Rule) -> None:
        for start in rule.starts:
            self._by_start.setdefault(start, []).append(rule)

    def matches(self, tokens: Sequence[Token], letters: str, at: int) -> list[tuple[Phrase, Rule]]:
        """The phrases that begin at token `at`, the longest first; among equals in the order of the rules."""
        found = []
        for rule in self._by_start.get(letters[at], ()):
            match = rule.pattern.match(letters, at)
            if match:
                found.append((Phrase(tokens, match, rule.names), rule))
        if len(found) > 1:
            found.sort(key=lambda pair: -pair[0].match.end())
        return found


def compile_rule(notation: str, read: Reader) -> Rule:
    """Translate a rule's notation into a regular expression over letters; ValueError on a mistake in it."""
    pattern: list[str] = []
    names: dict[str, tuple[int, ...]] = {}
    groups = position = 0
    while position < len(notation):
        match = _TOKEN.match(notation, position)
        if match is None:
            raise ValueError(f"rule {notation!r}: cannot read {notation[position:]!r}")
        position = match.end()
        if match["terminal"]:
            members = "".join(sorted(letters_of(match["terminal"])))
            if match["name"]:
                groups += 1
                names[match["name"]] = (*names.get(match["name"], ()), groups)
            pattern.append(f"([{members}])" if match["name"] else f"[{members}]")
        elif match["mark"]:
            pattern.append("(?:" if match["mark"] == "(" else match["mark"])
    return Rule(notation, re.compile("".join(pattern)), names, _starts(notation), read)


def letters_of(terminal: str) -> set[str]:
    """The letters of a terminal, or of all terminals in a group."""
    return {letter(member) for member in GROUPS.get(terminal, terminal).split()}


def _starts(notation: str) -> frozenset[str]:
    """The letters that a phrase of this rule can begin with."""
    items = [(m["terminal"], m["mark"]) for m in _TOKEN.finditer(notation) if m["terminal"] or m["mark"]]
    starts, _, _ = _first(items, 0)
    return frozenset(starts)


def _first(items: Sequence[tuple[str | None, str | None]], at: int) -> tuple[set[str], bool, int]:
    """First letters of the alternatives from item `at` to the closing bracket, whether they may be empty, and where they end."""
    starts: set[str] = set()
    empty_alternative = False
    open_start = True
    while at < len(items):
        terminal, mark = items[at]
        if mark == ")":
            break
        if mark == "|":
            empty_alternative |= open_start
            open_start = True
            at += 1
            continue
        if mark == "(":
            first, empty, at = _first(items, at + 1)
        else:
            first, empty = letters_of(terminal or ""), False
        at += 1
        if at < len(items) and items[at][1] == "?":
            empty, at = True, at + 1
        if open_start:
            starts |= first
            open_start = empty
    return starts, empty_alternative or open_start, at


def letters_for(tokens: Iterable[Token]) -> str:
    """A run of tokens as a string of letters."""
    return "".join(letter(token.terminal) for token in tokens)

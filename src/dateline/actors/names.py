"""Names in running text: folding of accents, and an index that finds the longest name at each place.

A name is a run of words. Text and names are compared word by word after folding, so that "Al-Shabaab" meets "al Shabaab" and
"Erdoğan" meets "Erdogan". Case counts: text may write more capitals than the name has, never fewer.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value")

_SPECIAL = {"’": "'", "ʼ": "'", "‘": "'", "ʻ": "'", "`": "'", "‑": "-", "–": "-", "\u00a0": " ", "\n": " "}
_SPECIAL |= {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ə": "a", "Ə": "A", "ð": "d", "Ð": "D"}


def _fold_table() -> dict[int, str]:
    table = {ord(char): plain for char, plain in _SPECIAL.items()}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        plain = unicodedata.normalize("NFD", chr(code))[0]
        if code not in table and plain.isascii():
            table[code] = plain
    return table


_FOLD = _fold_table()
_WORD = re.compile(r"[^\W_]+")
_NEXT = re.compile(r"[ \-'./(&+]{1,3}([^\W_]+)")
_SHORT = 4
_AROUND = 40
_MANY = 100


def fold(text: str) -> str:
    """The text without accents and with plain apostrophes and hyphens; never longer or shorter, so that offsets hold."""
    return text.translate(_FOLD)


@dataclass(frozen=True, slots=True)
class Name(Generic[Value]):
    """One name as a run of folded words."""

    words: tuple[str, ...]
    text: str
    value: Value

    @property
    def is_abbreviation(self) -> bool:
        """Whether it is a short run of capitals, which headlines in capitals would imitate."""
        return len(self.text) <= _SHORT and self.text.isupper() and self.text.isalpha()


@dataclass(frozen=True, slots=True)
class Found(Generic[Value]):
    """A name at characters `start` to `end`."""

    start: int
    end: int
    name: Name[Value]


class NameIndex(Generic[Value]):
    """Names by their first word; `scan` is linear in the text. Names are taken apart when a text first meets their first word."""

    __slots__ = ("_by_first", "_first", "_raw")

    def __init__(self, names: Iterable[tuple[str, Value]]) -> None:
        """Of two values under one name the one given first wins."""
        self._raw: dict[str, list[tuple[str, Value]]] = {}
        self._by_first: dict[str, list[Name[Value]]] = {}
        lower = set()
        for text, value in names:
            folded = text if text.isascii() else fold(text)
            first = _WORD.search(folded)
            if first is None:
                continue
            word = first.group()
            self._raw.setdefault(word.lower(), []).append((folded, value))
            if word[0].islower():
                lower.add(word)
        self._first = _opening(lower)

    def scan(self, folded: str) -> Iterator[Found[Value]]:
        """The longest name at each place of a folded text, left to right, without overlap."""
        position = 0
        for match in self._first.finditer(folded):
            if match.start() < position:
                continue
            word = match.group().lower()
            if word not in self._raw:
                continue
            found = _longest(folded, match, self._by_first.get(word) or self._parse(word))
            if found is not None:
                position = found.end
                yield found

    def _parse(self, word: str) -> list[Name[Value]]:
        parsed: dict[tuple[str, ...], Name[Value]] = {}
        for text, value in self._raw[word]:
            words = tuple(_WORD.findall(text))
            parsed.setdefault(words, Name(words, text, value))
        names = sorted(parsed.values(), key=lambda name: -len(name.words))
        self._by_first[word] = names
        return names


def _opening(lower: set[str]) -> re.Pattern[str]:
    """A pattern for words that may begin a name.

    Most words of a report are in small letters and begin no name; where few names begin so, the pattern skips the others at the
    speed of the regex engine.
    """
    if len(lower) > _MANY:
        return _WORD
    alternatives = "".join(f"|{re.escape(word)}" for word in sorted(lower, key=len, reverse=True))
    return re.compile(rf"(?<![^\W_])(?:[A-Z0-9][^\W_]*{alternatives})(?![^\W_])")


def _longest(folded: str, first: re.Match[str], candidates: list[Name[Value]]) -> Found[Value] | None:
    words, ends = [first.group()], [first.end()]
    for name in candidates:
        while len(words) < len(name.words):
            following = _NEXT.match(folded, ends[-1])
            if following is None or _closes_sentence(words[-1], folded[ends[-1] : following.start(1)]):
                break
            words.append(following.group(1))
            ends.append(following.end())
        size = len(name.words)
        if size <= len(words) and _agree(words[:size], name.words):
            end = ends[size - 1]
            if name.text.endswith(".") and folded[end : end + 1] == ".":
                end += 1
            if name.is_abbreviation and _shouted(folded, first.start(), end):
                continue
            return Found(first.start(), end, name)
    return None


def _closes_sentence(word: str, gap: str) -> bool:
    """A full stop and a space part two names, unless the word before is an initial or a short title."""
    return "." in gap and " " in gap and len(word) > 2


def _agree(words: list[str], name: tuple[str, ...]) -> bool:
    shouted = all(word.isupper() for word in words) and sum(map(len, words)) >= _SHORT
    for word, wanted in zip(words, name, strict=True):
        if word == wanted or (shouted and word == wanted.upper()):
            continue
        if word[1:] != wanted[1:] or word[0] != wanted[0].upper():
            return False
    return True


def _shouted(folded: str, start: int, end: int) -> bool:
    """Whether the words around are all in capitals, so that capitals tell nothing."""
    around = folded[max(0, start - _AROUND) : start] + folded[end : end + _AROUND]
    return sum(map(str.isalpha, around)) >= _AROUND // 4 and around.isupper()

"""Finding the names of the directory in running text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dateline.actors.directory import Directory, meaning_on, open_directory
from dateline.actors.entries import Entry, Kind
from dateline.actors.names import fold
from dateline.model import Actor

_PREVIOUS_WORD = re.compile(r"([^\W\d_]+)\.? $")
# Words that begin sentences: a capital on them does not make them somebody's given name.
_NO_GIVEN_NAMES = frozenset(
    "a after again against also although and as at because before both but by despite did do does during even ex for "
    "former from had has he her his how however if in is it its like may mr mrs ms many meanwhile most no nor not now of "
    "on once one only or our over said says she should since so some still than that the their then there these they "
    "this though through to today under until was we were what when where whether which while who why will with without "
    "would yet you".split()
)


@dataclass(frozen=True, slots=True)
class ActorMention:
    """A name at characters `start` to `end` of the text, and who it is on the day asked for."""

    start: int
    end: int
    text: str
    actor: Actor
    kind: Kind


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """A name with the row of the directory behind it."""

    start: int
    end: int
    entry: Entry
    ambiguous: bool


def find_actors(
    text: str,
    *,
    on: date | None = None,
    directory: Directory | None = None,
) -> tuple[ActorMention, ...]:
    """Every name of the directory in the text, longest first at each place, left to right, without overlap.

    `on` is the day of the report: it decides who held which office and what a group was then. Regions of several states
    ("European") are left out.
    """
    spans = named_spans(fold(text), on, directory or open_directory())
    return tuple(
        ActorMention(s.start, s.end, text[s.start : s.end], actor_of(s, text[s.start : s.end], on), s.entry.kind)
        for s in spans
        if s.entry.country or s.entry.kind not in ("country", "demonym")
    )


def named_spans(folded: str, on: date | None, directory: Directory, home: str = "") -> Iterator[NamedSpan]:
    """The names in a folded text; of several meanings that of the `home` country, else of the day, else the first."""
    for found in directory.names.scan(folded):
        meanings = found.name.value
        if not meanings:
            continue
        entry = meaning_on(meanings, on, home)
        if entry.surname_only and _has_other_given_name(folded, found.start, directory):
            continue
        yield NamedSpan(found.start, found.end, entry, len({e.country for e in meanings}) > 1)


def actor_of(span: NamedSpan, text: str, on: date | None) -> Actor:
    """The actor that a name stands for on a day."""
    entry = span.entry
    country, sector = entry.country, entry.sector
    confidence = 0.95
    if entry.person is not None:
        country, sector = entry.person.term_on(on).country, entry.person.sector_on(on)
        if on is not None and not entry.person.in_office(on):
            confidence = 0.7
    if entry.surname_only:
        confidence -= 0.1
    if span.ambiguous:
        confidence -= 0.25
    return Actor(text, entry.name, country, sector, entry.wikidata, round(confidence, 2))


def _has_other_given_name(folded: str, start: int, directory: Directory) -> bool:
    """Whether a capitalised word before a lone family name says that somebody else of that name is meant ("Hunter Biden")."""
    previous = _PREVIOUS_WORD.search(folded[max(0, start - 30) : start])
    if previous is None or not previous.group(1)[0].isupper():
        return False
    word = previous.group(1)
    return word.lower() not in _NO_GIVEN_NAMES and not directory.roles.scan(word) and not any(directory.names.scan(word))

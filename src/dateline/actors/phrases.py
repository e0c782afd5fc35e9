"""A noun phrase taken apart: names, roles and other words in a head part and the parts that hang on it."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateline.actors.directory import Directory
from dateline.actors.finder import NamedSpan, named_spans
from dateline.actors.names import Found, fold
from dateline.actors.roles import Role

_TOKEN = re.compile(r"[^\W_]+(?:['-][^\W_]+)*|[,;:()\[\]]|--")
_LINKS = frozenset(
    "of in from at on near for with to against by under along around between across outside inside over into during "
    "since after before about who whom whose that which where and or but as led loyal backed belonging known called "
    "linked accused working living trapped held detained waiting queuing travelling fleeing fighting including such than "
    "plus including while when operating aboard based opposed close through without among".split()
)
# "Iran-backed militias" are not Iran's own, "pro-Russian voters" not Russians.
_LOOSE = re.compile(
    r"-(?:backed|supported|allied|aligned|friendly|sponsored|funded|armed|trained|made|supplied|linked|inspired|brokered|mediated)\b"
)
_STANCE = re.compile(r"(?:^|[^\w])(?:pro|anti|non)-$", re.IGNORECASE)
_DETERMINERS = frozenset(
    "the a an some several many most all both each every any no other another his her its their our my your this that "
    "these those one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety dozens dozen hundreds "
    "thousands tens scores about around nearly almost at least more fewer than up to of over".split()
)


_COUNTS = _DETERMINERS | frozenset("hundreds thousands dozens tens scores hundred thousand million others some all".split())
_LARGE = ("hundred", "thousand", "million")
_NAME_LIKE = frozenset(
    "wali king prince pope bishop judge marshal major cook cooks porter hunter hunters shepherd miner sheriff".split()
)
Bound = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the phrase between two links; `link` is the word or mark before it, empty for the head.

    `words` are the capitalised words that belong to no name of the directory and no role, with their offsets.
    """

    link: str
    start: int
    end: int
    names: tuple[NamedSpan, ...]
    roles: tuple[Found[Role], ...]
    words: tuple[tuple[int, int], ...]
    loose: tuple[NamedSpan, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """The text, its folded form and its parts in order."""

    text: str
    folded: str
    parts: tuple[Part, ...]

    @property
    def head(self) -> Part:
        """The part that says who is meant."""
        return self.parts[0]

    def words_of(self, start: int, end: int) -> str:
        """The words themselves, without articles and counts before them."""
        words = self.text[start:end].strip(" ,;:.'’\"“”").split()
        while len(words) > 1 and (words[0].lower().strip("’'\"“") in _DETERMINERS or words[0][0].isdigit()):
            words.pop(0)
        return " ".join(words).removesuffix("'s").removesuffix("’s")


def read_phrase(text: str, on: date | None, home: str, directory: Directory) -> Phrase:
    """Takes a phrase apart; a phrase has one part at least."""
    folded = fold(text)
    spans = list(named_spans(folded, on, directory, home))
    loose = [s for s in spans if _LOOSE.match(folded, s.end) or _STANCE.search(folded[: s.start])]
    roles = [role for role in directory.roles.scan(_without(folded, spans)) if not _ends_a_name(folded, role)]
    taken = [(s.start, s.end) for s in spans] + [(r.start, r.end) for r in roles]
    bounds = _without_counts(folded, _bounds(folded, taken))
    parts = []
    for link, start, end in bounds:
        within = [s for s in spans if start <= s.start < end]
        parts.append(
            Part(
                link,
                start,
                end,
                tuple(s for s in within if s not in loose),
                tuple(r for r in roles if start <= r.start < end),
                tuple(_proper_words(folded, start, end, taken)),
                tuple(s for s in within if s in loose),
            )
        )
    return Phrase(text, folded, tuple(parts))


def _without(folded: str, spans: list[NamedSpan]) -> str:
    """The text with its names blotted out, so that no role is read across them ("Sudanese army" | "chief")."""
    for span in spans:
        folded = folded[: span.start] + "_" * (span.end - span.start) + folded[span.end :]
    return folded


def _ends_a_name(folded: str, role: Found[Role]) -> bool:
    """Whether a word that is a title elsewhere is the family name here ("Abdul Wali", "Martin Luther King")."""
    word = folded[role.start : role.end]
    before = folded[: role.start].split()
    return (
        word[0].isupper()
        and word.lower() in _NAME_LIKE
        and bool(before)
        and before[-1][0].isupper()
        and before[-1].lower() != "the"
    )


def _without_counts(folded: str, bounds: list[Bound]) -> list[Bound]:
    """The parts without leading counts: "more than | forty militants", "four of | the women", "hundreds of | students"."""
    while len(bounds) > 1 and all(
        w.lower() in _COUNTS or w[0].isdigit() for w in re.findall(r"[^\W_]+", folded[slice(*bounds[0][1:])])
    ):
        bounds = [("", *bounds[1][1:]), *bounds[2:]]
    return bounds


def _bounds(folded: str, taken: list[tuple[int, int]]) -> list[Bound]:
    """Where the parts begin and end: at links and marks that belong to no name or role."""
    bounds: list[Bound] = []
    link, start = "", 0
    for token in _TOKEN.finditer(folded):
        word = token.group()
        mark = not word[0].isalnum()
        if any(s <= token.start() < e for s, e in taken) or not (mark or word in _LINKS):
            continue
        if word == "and" and folded[: token.start()].rstrip().endswith(_LARGE):
            continue  # "one hundred and forty soldiers"
        if folded[start : token.start()].strip() or link:
            bounds.append((link, start, token.start()))
        link, start = word, token.end()
    bounds.append((link, start, len(folded)))
    filled = [(link, s, e) for link, s, e in bounds if folded[s:e].strip()]
    if not filled:
        return [("", 0, len(folded))]
    return [("", *filled[0][1:]), *filled[1:]]


def _proper_words(folded: str, start: int, end: int, taken: list[tuple[int, int]]) -> list[tuple[int, int]]:
    found = []
    for token in _TOKEN.finditer(folded, start, end):
        word = token.group()
        free = not any(s < token.end() and token.start() < e for s, e in taken)
        if free and word[0].isupper() and word.lower() not in _DETERMINERS:
            found.append((token.start(), token.end()))
    return found


_OWNING = frozenset("of in from at for on near inside across outside based belonging loyal led".split())
PartKind = Literal["head", "apposition", "owner", "other"]


def kind_of(part: Part) -> PartKind:
    """How a part hangs on the head."""
    if not part.link:
        return "head"
    if part.link in (",", "(", "--", ":", "known", "called"):
        return "apposition"
    return "owner" if part.link in _OWNING else "other"

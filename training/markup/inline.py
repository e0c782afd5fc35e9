"""Marks inside the text: `[words|a]` for spans, `{words|1,2}` for triggers; a backslash takes the meaning from a mark's character.

Marks may nest, and a span may cross a trigger. Of two spans or two triggers that cross, one is quoted in its event's line.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from dateline.model import Part, Span

_CLOSE = re.compile(r"\|\s*(?:(?P<span>[a-z]{1,2})\s*\]|(?P<triggers>\d+(?:\s*,\s*\d+)*)\s*\})")
_SPECIAL = "[]{}|\\"


@dataclass(frozen=True, slots=True)
class Place:
    """Where marked words stand: offsets into the title or the text."""

    span: Span
    part: Part


@dataclass(slots=True)
class Marks:
    """The marks of one document: spans by letter, triggers by the number of their event, each in the order of the words."""

    spans: dict[str, list[Place]] = field(default_factory=dict)
    triggers: dict[int, list[Place]] = field(default_factory=dict)


def plain_text(lines: Iterable[str]) -> str:
    """Lines as running text: line breaks become blanks, empty lines part paragraphs."""
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        words = " ".join(line.split())
        if words:
            paragraphs[-1].append(words)
        elif paragraphs[-1]:
            paragraphs.append([])
    return "\n\n".join(" ".join(p) for p in paragraphs if p)


def read_marks(source: str, part: Part, marks: Marks) -> tuple[str, list[str]]:
    """The words of marked text without its marks, which are added to `marks`, and what is wrong with them."""
    out: list[str] = []
    length = 0
    open_spans: list[int] = []
    open_triggers: list[int] = []
    wrong: list[str] = []
    i = 0
    while i < len(source):
        close = _CLOSE.match(source, i) if source[i] == "|" else None
        if close:
            _close(close, "".join(out), (open_spans, open_triggers), part, marks, wrong)
            i = close.end()
            continue
        if source[i] in "[{":
            (open_spans if source[i] == "[" else open_triggers).append(length)
        elif source[i] in "]}|":
            wrong.append(f"{source[i]!r} closes nothing, after {source[max(0, i - 30) : i]!r}")
        else:
            i += source[i] == "\\" and i + 1 < len(source)
            out.append(source[i])
            length += 1
        i += 1
    words = "".join(out)
    wrong += [f"a mark is never closed: {words[start : start + 40]!r}" for start in (*open_spans, *open_triggers)]
    return words, wrong


def _close(
    close: re.Match[str], words: str, open_marks: tuple[list[int], list[int]], part: Part, marks: Marks, wrong: list[str]
) -> None:
    starts = open_marks[0] if close["span"] else open_marks[1]
    if not starts:
        wrong.append(f"{close[0]!r} closes nothing, after {words[-30:]!r}")
        return
    start = starts.pop()
    marked = words[start:]
    inner = Span(start + len(marked) - len(marked.lstrip()), start + len(marked.rstrip()))
    if inner.end <= inner.start:
        wrong.append(f"{close[0]!r} marks no words")
    elif close["span"]:
        marks.spans.setdefault(close["span"], []).append(Place(inner, part))
    else:
        for number in close["triggers"].split(","):
            marks.triggers.setdefault(int(number), []).append(Place(inner, part))


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """One pair of brackets to be written: `label` is a letter for spans, numbers for triggers."""

    start: int
    end: int
    label: str

    @property
    def brackets(self) -> str:
        """The pair that it is written with."""
        return "{}" if self.label[0].isdigit() else "[]"


def crossing(marks: Iterable[Mark]) -> set[Mark]:
    """Marks that cannot be written because they cross an earlier one of their own kind."""
    found: set[Mark] = set()
    stacks: dict[str, list[Mark]] = {"{}": [], "[]": []}
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        stack = stacks[mark.brackets]
        while stack and stack[-1].end <= mark.start:
            stack.pop()
        if stack and stack[-1].end < mark.end:
            found.add(mark)
        else:
            stack.append(mark)
    return found


def write_marks(words: str, marks: Iterable[Mark]) -> str:
    """Words with their marks; the marks must not cross others of their own kind."""
    ordered = sorted(marks, key=lambda m: (m.start, -m.end, m.label))
    rank = {mark: n for n, mark in enumerate(ordered)}
    out: list[str] = []
    for i in range(len(words) + 1):
        closing = sorted((m for m in ordered if m.end == i), key=lambda m: -rank[m])
        out += [f"|{m.label}{m.brackets[1]}" for m in closing]
        out += [m.brackets[0] for m in ordered if m.start == i]
        if i < len(words):
            out.append("\\" + words[i] if words[i] in _SPECIAL else words[i])
    return "".join(out)

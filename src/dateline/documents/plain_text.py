"""Saved pages as plain text: title, report, and the furniture that was saved with them."""

import re
from datetime import date
from itertools import pairwise

from dateline.documents.article import Article, joined, same_words, tidy
from dateline.documents.datelines import dateline_of
from dateline.documents.furniture import SENTENCE_END, is_furniture, is_prose, without_furniture
from dateline.documents.publication import from_header_line
from dateline.errors import UnreadableInput

TITLE_WORDS = 30
BULLET = re.compile(r"[-*•–]\s|\d+[.)]\s")
HEADER_LINES = 8
BYLINE = re.compile(r"^(?i:by|written by|reporting by|story by)\s*:?\s+(?P<names>[A-Z\u00c0-\u024f][\w.'’ ,&-]{2,80})$")


def read_plain_text(text: str, address: str) -> Article:
    """The report in a saved page; UnreadableInput where nothing but furniture is left.

    The first line is the title where it looks like one, and is then no part of the text. Bylines and date lines at the head are
    read and taken out.
    """
    lines = without_furniture([tidy(line) for line in text.split("\n")])
    while lines and not lines[0]:
        lines.pop(0)
    title = ""
    if lines and is_title(lines):
        title = lines.pop(0).strip("# ")
    body, authors, published = header_read(lines, title)
    paragraphs = joined_paragraphs(body)
    if not re.search(r"[^\W\d_]{2}", " ".join(paragraphs)):
        raise UnreadableInput(address, "holds no running text")
    method = "text" if published else "unknown"
    return Article(title, joined(paragraphs), published, method, authors=authors)


def is_title(lines: list[str]) -> bool:
    """Whether the first line heads the rest: short, no sentence with a full stop, no dateline, and text below it."""
    first = lines[0]
    below = next((line for line in lines[1:] if line), "")
    if not below or len(first.split()) > TITLE_WORDS or dateline_of(first) is not None:
        return False
    ends_plain = SENTENCE_END.search(first) is None or first.rstrip("\"'”’").endswith(("?", "!", "…"))
    wrapped = len(lines) > 1 and bool(lines[1]) and below[:1].islower()
    return ends_plain and not wrapped and not first.endswith((",", ";", ":"))


def header_read(lines: list[str], title: str) -> tuple[list[str], tuple[str, ...], date | None]:
    """The lines without bylines, date lines and a second title at the head, with what the former say."""
    authors: tuple[str, ...] = ()
    published: date | None = None
    kept: list[str] = []
    for number, line in enumerate(lines):
        if sum(1 for k in kept if k) >= HEADER_LINES or any(is_prose(k) for k in kept):
            return kept + lines[number:], authors, published
        stated, byline = from_header_line(line), BYLINE.match(line)
        if stated:
            published = published or stated[0]
        elif byline:
            authors = authors or names_in(byline["names"])
        elif not (title and same_words(line, title)) and not (line and is_furniture(line)):
            kept.append(line)
    return kept, authors, published


def names_in(byline: str) -> tuple[str, ...]:
    """The names in "Anna Berg, Paul Renn and Li Na"."""
    return tuple(n for n in (p.strip(" ,") for p in re.split(r",|&|\band\b", byline)) if n)


def joined_paragraphs(lines: list[str]) -> list[str]:
    """Lines put together to paragraphs: at blank lines, and, where lines are not broken at a fixed width, at every line end."""
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line:
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return [paragraph for block in blocks if block for paragraph in unwrapped(block)]


def unwrapped(block: list[str]) -> list[str]:
    """The paragraphs of a block of lines.

    In a block broken at a fixed width a paragraph ends with a finished sentence short of that width, a heading or before a bullet;
    elsewhere each line is one, unless the next goes on in small letters.
    """
    width = fixed_width(block)
    paragraphs = [[block[0]]]
    for above, line in pairwise(block):
        finished = SENTENCE_END.search(above) is not None
        goes_on = line[0].islower() and not finished
        if width:
            full = len(above) >= width * (0.85 if finished else 0.5)
            goes_on = goes_on or (full and not BULLET.match(line))
        if goes_on:
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [" ".join(lines) for lines in paragraphs]


def fixed_width(block: list[str]) -> int:
    """The width at which the lines of a block were broken, 0 where they were not: most full lines end no sentence."""
    lengths = sorted(len(line) for line in block)
    width = lengths[int(0.9 * (len(lengths) - 1))]
    full = [line for line in block[:-1] if len(line) >= width * 0.7]
    unfinished = sum(SENTENCE_END.search(line) is None for line in full)
    return width if 40 <= width <= 130 and unfinished * 2 > len(full) else 0

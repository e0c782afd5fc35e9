"""Saved pages as plain text: title, report, and the furniture that was saved with them."""

import re
from datetime import date

from dateline.documents.article import Article, joined, same_words, tidy
from dateline.documents.datelines import dateline_of
from dateline.documents.furniture import SENTENCE_END, is_furniture, is_prose, without_furniture
from dateline.documents.publication import from_header_line
from dateline.errors import UnreadableInput

TITLE_WORDS = 30
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
    """Lines put together to paragraphs: at blank lines, and, where lines are not hard-wrapped, at every line end."""
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line:
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    paragraphs: list[str] = []
    for block in blocks:
        paragraphs.extend([" ".join(block)] if is_wrapped(block) else block)
    return paragraphs


def is_wrapped(block: list[str]) -> bool:
    """Whether the lines of a block are one paragraph broken at a fixed width: alike in length, most not ending a sentence."""
    if len(block) < 2:
        return False
    full = block[:-1]
    widest = max(len(line) for line in block)
    return (
        40 <= widest <= 100
        and all(len(line) >= widest * 0.6 for line in full)
        and sum(SENTENCE_END.search(line) is None for line in full) * 2 >= len(full)
        and not any(re.match(r"[-*•–]\s|\d+[.)]\s", line) for line in block)
    )

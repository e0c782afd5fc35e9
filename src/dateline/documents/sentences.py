"""Sentences with exact offsets: sentencex decides, and what news text needs beyond it is put right here."""

import re
from collections.abc import Iterator

from dateline.model import Span

ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof rev hon st sr jr messrs gen lt col maj capt cpl sgt pvt cmdr adm brig gov sen rep pres supt insp "
    "det jan feb mar apr jun jul aug sept sep oct nov dec no nos vs al approx est dept ft mt gov'n amb min sec atty fr "
    "bros corp co inc ltd art para fig pp vol ch".split()
)
"""Words that a full stop behind them shortens, and after which a sentence goes on, whatever follows."""
BEFORE_NAMES = re.compile(r"(?:^|[\s(“\"‘'-])(?:[A-Z]\.){1,3}$")
"""Initials ("J.", "A. B.") before a name."""
COUNTRIES = re.compile(r"(?:^|[\s(“\"‘'-])(?:U\.S|U\.N|U\.K|E\.U|U\.S\.A|D\.C|a\.m|p\.m|Ph\.D)\.$")
"""Shortened names that may end a sentence; the next word tells."""
OPENERS = frozenset(
    "the a an in on at he she it they we i you his her its their our this that these those but and as after before when while "
    "however meanwhile officials police there what no for if both since under with from some many several".split()
)
BULLET = re.compile(r"(?:[-*•–▪◦]|\d{1,2}[.)])\s+\S")
STOP = re.compile(r"[.!?…؟。！？][\"'”’»)\]]*$")
LONGEST = 1500
"""Characters that a sentence may have: text without stops (a list, a table, a transcript) is cut, since reading a sentence takes
more than its length in time. The longest sentence of the development gold has 464."""
WRAP_WIDTH = 45
"""Characters from which an unfinished line counts as broken by a fixed width, not as a heading."""


def split_sentences(text: str, language: str = "en") -> tuple[Span, ...]:
    """The sentences of a text as spans in order, without overlap and without white space at their ends.

    Blank lines always cut; so do line ends behind headings, bullets and finished sentences. Every character that is not white space
    belongs to exactly one span.
    """
    spans: list[Span] = []
    for block in lines_together(text):
        spans.extend(cut(text, block, language))
    return tuple(spans)


def lines_together(text: str) -> Iterator[Span]:
    """The stretches of a text that no sentence crosses: paragraphs, headings, bullets."""
    start: int | None = None
    previous = ""
    offset = 0
    for raw in text.split("\n"):
        line = raw.strip()
        if start is not None and (not line or not continues(previous, line)):
            yield trimmed(text, start, offset)
            start = None
        if line and start is None:
            start = offset
        previous = line
        offset += len(raw) + 1
    if start is not None:
        yield trimmed(text, start, len(text))


def continues(previous: str, line: str) -> bool:
    """Whether a line goes on with the sentence of the line above it: hard-wrapped text."""
    if BULLET.match(line) or STOP.search(previous):
        return bool(STOP.search(previous)) and not BULLET.match(line) and line[:1].islower()
    return len(previous) >= WRAP_WIDTH or line[:1].islower()


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def cut(text: str, block: Span, language: str) -> Iterator[Span]:
    """The sentences of one block: sentencex's, joined where it cut behind a shortening."""
    from sentencex import get_sentence_boundaries

    words = block.of(text)
    flat = re.sub(r"\s", " ", words)  # sentencex 1.0 panics at "C ." with a space other than ASCII's
    ends = [b["end_index"] for b in get_sentence_boundaries(language if language != "und" else "en", flat)]
    start = 0
    for end in [*ends, len(words)]:
        if start < end and (end == len(words) or is_boundary(flat[start:end].rstrip(), flat[end:].lstrip())):
            span = trimmed(text, block.start + start, block.start + end)
            if span.start < span.end:
                yield from shortened(text, span)
            start = end


def shortened(text: str, span: Span) -> Iterator[Span]:
    """The span in pieces of at most LONGEST characters, cut behind a comma or the like, else between words, else anywhere."""
    start = span.start
    while span.end - start > LONGEST:
        piece = text[start : start + LONGEST]
        cuts = (max(piece.rfind(mark) for mark in marks) + 1 for marks in ((",", ";", ":", "—"), (" ", "\n")))
        end = start + next((c for c in cuts if c > LONGEST // 2), LONGEST)
        piece_span = trimmed(text, start, end)
        if piece_span.start < piece_span.end:
            yield piece_span
        start = trimmed(text, end, span.end).start
    yield Span(start, span.end)


def is_boundary(before: str, after: str) -> bool:
    """Whether a sentence really ends between the two, sentencex having said so."""
    if not before or not after:
        return True
    if not re.search(r"\w", before) or after[0] in ")]”’»,;:":
        return False
    if COUNTRIES.search(before):
        return re.sub(r"\W", "", after.split()[0]).lower() in OPENERS
    if BEFORE_NAMES.search(before):
        return False
    last = re.search(r"([\w']+)\.$", before)
    if last and last[1].lower() in ABBREVIATIONS and last[1][0].isupper():
        return last[1].lower() in ("co", "inc", "ltd", "corp", "jr", "sr") and after.split()[0].lower() in OPENERS
    return not (after[0].islower() and before.endswith((".", "…", ".”", '."')) and not after.startswith(("al-", "el-", "iPhone")))

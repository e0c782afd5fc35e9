"""Lines of a page that are no part of its report: share counters, menus, cookie notices, forms, teasers.

The rules (data/furniture.tsv) speak of what such lines say and how they stand, in general; none is made for one site.
"""

import re

from dateline.documents.rules import rules

COOKIES = re.compile(r"\bcookies?\b", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
NOTICE_WORDS = 45
LINE_WORDS = 30


def is_furniture(line: str) -> bool:
    """Whether a line is no part of a report, judged by itself. Long lines are furniture only as cookie or newsletter notices."""
    line = line.strip(" \t*•·—–|")
    words = len(line.split())
    if not re.search(r"\w", line):
        return True
    quoted = line.startswith(("“", '"', "‘"))
    if words <= NOTICE_WORDS and COOKIES.search(line) and rules("furniture")["consent"].search(line):
        return not quoted
    if words > LINE_WORDS:
        return False
    return (not quoted and rules("furniture")["newsletter"].search(line) is not None) or is_line_of_furniture(line)


def is_line_of_furniture(line: str) -> bool:
    """Whether the whole line is one of those that pages put around reports."""
    return rules("furniture")["line"].fullmatch(line) is not None


def ends_report(line: str) -> bool:
    """Whether a line opens what stands below a report: a comment form, lists of other reports."""
    return rules("furniture")["ends"].fullmatch(line.strip(" \t*•·—–|#:")) is not None


def is_prose(line: str) -> bool:
    """Whether a line is a sentence or more of running text."""
    return len(line.split()) >= 12 and SENTENCE_END.search(line.rstrip()) is not None


def without_furniture(lines: list[str]) -> list[str]:
    """The lines of the report among `lines` (blank ones kept).

    From a line that ends the report on, everything goes, unless most of the running text stands below it: then only that line goes.
    """
    prose = sum(is_prose(line) for line in lines)
    kept: list[str] = []
    above = 0
    for line in lines:
        if ends_report(line) and prose and above * 2 >= prose:
            break
        if not line.strip() or not (is_furniture(line) or ends_report(line)):
            kept.append(line)
            above += is_prose(line)
    return kept

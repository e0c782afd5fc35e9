"""Pages that are no report: error pages, log-ins, consent walls, indexes, pages with next to no text."""

import re
from typing import Any
from urllib.parse import urlsplit

from dateline.documents.furniture import is_prose
from dateline.documents.metadata import PageFacts
from dateline.documents.rules import rules

LEAST_WORDS = 25
"""Words of running text that the shortest report has; briefs of one long sentence reach it."""
WALL_WORDS = 220
"""Below so many words, a page whose title is that of an error or a wall (data/walls.tsv) is taken at its word."""
INDEX_PATHS = re.compile(
    r"^/?(?:index\.\w+|home|(?:category|tag|tags|topic|topics|section|author|authors|search|archive|archives)(?:/.*)?|page/\d+)?/?$"
)


def why_no_article(tree: Any, facts: PageFacts, title: str, paragraphs: list[str], url: str | None) -> str | None:
    """The reason why a page is no report, None if it is one."""
    words = sum(len(p.split()) for p in paragraphs)
    claimed = bool(facts.article) or facts.metas.get("og:type", "").lower() == "article"
    if words < WALL_WORDS:
        for reason, pattern in rules("walls").items():
            if pattern.search(title):
                return f"{reason} ({title!r}), no report"
    if words < LEAST_WORDS:
        if has_password(tree):
            return "is a log-in page, no report"
        return f"holds too little running text to be a report ({words} words)"
    if not claimed and is_index(tree, paragraphs, url):
        return "is an index of other pages, no report"
    return None


def has_password(tree: Any) -> bool:
    """Whether the page asks for a password."""
    return any((e.get("type") or "").lower() == "password" for e in tree.iter("input"))


def is_index(tree: Any, paragraphs: list[str], url: str | None) -> bool:
    """Whether a page lists other reports: many linked headings, and hardly a paragraph of more than one teaser's length.

    The front page of a site needs less proof than a page deep inside it.
    """
    headings = sum(1 for e in tree.iter("h1", "h2", "h3", "h4") if e.find(".//a") is not None or parent_is_link(e))
    prose = [p for p in paragraphs if is_prose(p)]
    long_paragraphs = sum(len(p.split()) >= 40 for p in prose)
    front = url is not None and INDEX_PATHS.match(urlsplit(url).path) is not None
    if headings >= 6:
        return long_paragraphs <= (4 if front else 1) and headings >= len(prose)
    return front and headings >= 3 and long_paragraphs <= 1


def parent_is_link(element: Any) -> bool:
    """Whether an element stands inside a link."""
    return any(a.tag == "a" for a in element.iterancestors())

"""Pages that are no report: error pages, log-ins, consent walls, indexes, pages with next to no text."""

import re
from typing import Any
from urllib.parse import urlsplit

from dateline.documents.furniture import is_prose
from dateline.documents.metadata import PageFacts

LEAST_WORDS = 25
"""Words of running text that the shortest report has; briefs of one long sentence reach it."""
WALL_WORDS = 220
"""Below so many words a page with an error's or a wall's title is taken at its word."""
WALLS = (
    (r"\b(?:error )?(?:404|410)\b|(?:page|article|story|content)\b.{0,20}\b(?:not found|cannot be found|no longer (?:exists|available))|not found", "is an error page"),
    (r"\b(?:403|500|502|503) |access denied|forbidden|service unavailable|bad gateway|internal server error|temporarily unavailable|site maintenance", "is an error page"),
    (r"just a moment|attention required|are you (?:a )?(?:human|robot)|verify(?:ing)? (?:that )?you are|security check|captcha|checking your browser|enable javascript", "is a check for robots"),
    (r"^(?:log ?in|sign ?in|sign ?up|register|create (?:an |your )?account|my account|forgot(?:ten)? (?:your )?password|reset password)\b", "is a log-in page"),
    (r"^(?:subscribe|subscription|become a (?:member|subscriber)|support our)\b.{0,40}$|subscribers? only|subscribe to (?:continue|read|unlock)", "is a page that asks for a subscription"),
    (r"before you continue|cookie (?:consent|policy|settings|notice)|your privacy|privacy (?:policy|settings|notice)|consent|we value your privacy", "is a consent or privacy page"),
    (r"^(?:search results?\b.*|search|contact(?: us)?|about(?: us)?|terms (?:of|and) .{3,30}|advertise.{0,20}|sitemap|rss feeds?)$", "is a service page"),
)  # fmt: skip
INDEX_PATHS = re.compile(
    r"^/?(?:index\.\w+|home|(?:category|tag|tags|topic|topics|section|author|authors|search|archive|archives)(?:/.*)?|page/\d+)?/?$"
)


def why_no_article(tree: Any, facts: PageFacts, title: str, paragraphs: list[str], url: str | None) -> str | None:
    """The reason why a page is no report, None if it is one."""
    words = sum(len(p.split()) for p in paragraphs)
    claimed = bool(facts.article) or facts.metas.get("og:type", "").lower() == "article"
    if words < WALL_WORDS:
        for pattern, reason in WALLS:
            if re.search(pattern, title, re.IGNORECASE):
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

"""Web pages: the report without everything around it, by trafilatura in its fast mode."""

import logging
import re
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from dateline.documents.article import Article, joined, same_words, tidy
from dateline.documents.furniture import without_furniture
from dateline.documents.metadata import PageFacts, added_to, authors_of, canonical_url, facts_of, name_of, without_site
from dateline.documents.no_article import why_no_article
from dateline.documents.plain_text import header_read
from dateline.documents.publication import publication_date
from dateline.errors import UnreadableInput

WHOLE = re.compile(r"<html[\s>]", re.IGNORECASE)
BLOCK = re.compile(r"<(?:article|body|br|div|font|h[1-6]|main|p|section|span|table)[\s/>]", re.IGNORECASE)
"""Elements that a piece of a page begins with, as mail messages often hold one."""

for library in ("trafilatura", "htmldate"):
    logging.getLogger(library).addHandler(logging.NullHandler())
    logging.getLogger(library).propagate = False


def read_html(markup: str, address: str, url: str | None, known_title: str | None = None) -> Article:
    """The report in a page; UnreadableInput says why a page is none (an index, a form, an error page, too little text)."""
    from trafilatura import load_html

    tree = load_html(markup if WHOLE.search(markup) or not BLOCK.search(markup) else f"<html><body>{markup}</body></html>")
    if tree is None:
        raise UnreadableInput(address, "is no HTML that can be parsed")
    facts = facts_of(tree)
    own_url = canonical_url(tree, facts, url)
    headline = headline_of(tree)
    publisher = publisher_of(tree, facts, headline, own_url)
    title = known_title or title_of(tree, facts, publisher, headline)
    paragraphs = paragraphs_of(extracted_body(tree, own_url, address))
    paragraphs = without_furniture(without_title(paragraphs, (title, headline)))
    paragraphs, byline, _ = header_read(paragraphs, title)
    reason = why_no_article(tree, facts, title, paragraphs, own_url)
    if reason:
        raise UnreadableInput(address, reason)
    published, method = publication_date(tree, facts, own_url)
    return Article(
        title=title,
        text=joined(paragraphs),
        published=published,
        method=method,
        publisher=publisher,
        url=own_url,
        authors=authors_of(facts, facts.metas.get("author")) or byline,
        language=facts.language,
    )


def extracted_body(tree: Any, url: str | None, address: str) -> Any:
    """The main text as trafilatura's tree, None where it finds none."""
    from trafilatura import bare_extraction

    try:
        extracted = bare_extraction(tree, url=url, fast=True, include_comments=False, with_metadata=False)
    except Exception as error:  # the library is not written for hostile trees
        raise UnreadableInput(address, f"is HTML that cannot be read ({type(error).__name__})") from error
    return getattr(extracted, "body", None)


def publisher_of(tree: Any, facts: PageFacts, headline: str, url: str | None) -> str | None:
    """The publisher by JSON-LD, og:site_name, what the title element adds to the headline, else the host."""
    said = (name_of(facts.article.get("publisher")), facts.metas.get("og:site_name"), facts.metas.get("application-name"))
    named = next((tidy(name) for name in said if name and "://" not in name), None)
    host = re.sub(r"^www\.", "", urlsplit(url).hostname or "") if url else ""
    return named or added_to(headline, title_element(tree)) or host or None


def title_element(tree: Any) -> str:
    """The text of the title element."""
    return next((tidy(e.text_content()) for e in tree.iter("title") if tidy(e.text_content())), "")


def headline_of(tree: Any) -> str:
    """The page's h1: the first inside an article, else the only one; empty if there are several."""
    headings = [e for e in tree.iter("h1") if tidy(e.text_content())]
    inside = [e for e in headings if any(a.tag in ("article", "main") for a in e.iterancestors())]
    chosen = inside[:1] or (headings if len(headings) == 1 else [])
    return tidy(chosen[0].text_content()) if chosen else ""


def title_of(tree: Any, facts: PageFacts, site: str | None, headline: str) -> str:
    """The title by og:title, JSON-LD, the h1, else the title element; without the site's name."""
    said = facts.article.get("headline")
    candidates = (
        headline,
        facts.metas.get("og:title"),
        said if isinstance(said, str) else "",
        facts.metas.get("twitter:title"),
        title_element(tree),
    )
    title = next((tidy(unescape(c)) for c in candidates if c and c.strip()), "")
    return without_site(title, site, headline)


def without_title(paragraphs: list[str], titles: tuple[str, ...]) -> list[str]:
    """The paragraphs without a title repeated at their head."""
    for number, paragraph in enumerate(paragraphs[:3]):
        if any(same_words(paragraph, title) for title in titles if title):
            return paragraphs[number + 1 :] if number == 0 else paragraphs[:number] + paragraphs[number + 1 :]
    return paragraphs


def paragraphs_of(body: Any) -> list[str]:
    """Paragraphs, headings, quotations, list items ("- ...") and table rows of trafilatura's body, in order."""
    found: list[str] = []
    for element in body if body is not None else ():
        if element.tag == "list":
            items = [tidy(text_of(item)) for item in element.iter("item")]
            found.extend(f"- {item}" for item in items if item)
        elif element.tag == "table":
            rows = [[tidy(text_of(cell)) for cell in row.iter("cell")] for row in element.iter("row")]
            found.extend(" | ".join(cell for cell in row if cell) for row in rows)
        else:
            blocks = list(element) if element.tag in ("quote", "div") and any(c.tag == "p" for c in element) else [element]
            found.extend(p for block in blocks for p in re.split(r"\n+", text_of(block)))
        if element.tail and element.tail.strip():
            found.append(element.tail)
    return [p for p in map(tidy, found) if p]


def text_of(element: Any) -> str:
    """The text of an element, line breaks kept as such and other white space joined."""
    parts = [" ".join((element.text or "").split("\n"))]
    for child in element:
        parts.append("\n" if child.tag == "lb" else text_of(child))
        parts.append(" ".join((child.tail or "").split("\n")))
    return "".join(parts)

"""Feeds: RSS, Atom, RDF and JSON Feed, parsed with fastfeedparser; each item is one page."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

from dateline.errors import UnreadableInput
from dateline.model import Page
from dateline.sources.files import SingleFiles
from dateline.sources.resource import Resource

SUFFIXES = (".xml", ".rss", ".atom", ".rdf")
ROOT = re.compile(rb"<(rss|feed|rdf:RDF)[\s>]")
WHOLE_REPORT = 800
"""Characters of text from which an item's own content counts as the whole report, so that its link need not be fetched."""


@dataclass(frozen=True, slots=True)
class Item:
    """What a feed says of one report; `content` is HTML."""

    title: str
    link: str
    content: str
    published: date | None


class Feeds:
    """Reads every item: a linked file beside the feed, else content that is a whole report, else the linked page, else any."""

    name = "a feed"
    suffixes = SUFFIXES

    def reads(self, resource: Resource) -> bool:
        """By the root element, or the version line of JSON Feed; the ending alone does not make a feed."""
        head = resource.head
        return ROOT.search(head) is not None or b"//jsonfeed.org/version/" in head.replace(b"\\/", b"/") or utf16_feed(head)

    def pages(self, resource: Resource) -> Iterator[Page | UnreadableInput]:
        """One page or refusal an item, in the feed's order; the feed's date, title and name go with it."""
        import fastfeedparser

        try:
            feed = fastfeedparser.parse(resource.read())
        except (ValueError, RecursionError) as error:
            raise UnreadableInput(resource.address, f"cannot be read as a feed: {error}") from error
        items = [item_of(entry) for entry in feed.entries]
        if not items:
            raise UnreadableInput(resource.address, "is a feed without items")
        publisher = plain(feed.feed.get("title") or "") or None
        for number, item in enumerate(items, start=1):
            try:
                page = page_of(item, resource, f"{resource.address}#{number}")
            except UnreadableInput as refusal:
                yield refusal
                continue
            yield replace(
                page,
                known_title=item.title or None,
                known_published=item.published,
                published_method="feed" if item.published else page.published_method,
                known_publisher=publisher,
            )


def utf16_feed(head: bytes) -> bool:
    """Whether the bytes are a feed in UTF-16."""
    return head[:2] in (b"\xff\xfe", b"\xfe\xff") and ROOT.search(head.replace(b"\x00", b"")) is not None


def item_of(entry: Any) -> Item:
    """The parts of a parsed entry that are used; the longest of its contents is taken."""
    contents = [c.get("value") or "" for c in entry.get("content") or []] + [entry.get("summary") or entry.get("description") or ""]
    link = entry.get("link") or next((x.get("href") or "" for x in entry.get("links") or []), "")
    return Item(plain(entry.get("title") or ""), link.strip(), max(contents, key=len), day_of(entry.get("published")))


def page_of(item: Item, resource: Resource, address: str) -> Page:
    """The best page that an item leads to."""
    if resource.url and item.link:
        item = replace(item, link=urljoin(resource.url, item.link))
    own = own_page(item, resource, address)
    scheme = urlsplit(item.link).scheme
    local = bool(item.link) and not scheme and resource.path is not None
    if not local and own is not None and (scheme not in ("http", "https") or len(plain(item.content)) >= WHOLE_REPORT):
        return own
    try:
        if not item.link:
            raise UnreadableInput(address, "is an item with neither link nor content")
        return linked_page(resource.linked(item.link))
    except UnreadableInput:
        if own is None:
            raise
        return own


def linked_page(linked: Resource) -> Page:
    """The one page that a link leads to; feeds and archives behind links are not followed."""
    files = SingleFiles()
    if not files.reads(linked):
        raise UnreadableInput(linked.address, "is linked from a feed and is no page")
    for page in files.pages(linked):
        if isinstance(page, Page):
            return page
    raise UnreadableInput(linked.address, "is linked from a feed and holds no page")


def own_page(item: Item, resource: Resource, address: str) -> Page | None:
    """The item's own content as a small web page, None where it has none."""
    if not plain(item.content):
        return None
    markup = item.content if re.search(r"<\w", item.content) else "".join(f"<p>{p}</p>" for p in item.content.split("\n\n"))
    body = f"<html><body><article><h1>{html.escape(item.title)}</h1><div>{markup}</div></article></body></html>"
    url = item.link if urlsplit(item.link).scheme in ("http", "https") else None
    return Page(address, body.encode(), "text/html", resource.fetched_at, "utf-8", url)


def plain(markup: str) -> str:
    """Text without tags and entities, white space collapsed."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def day_of(value: object) -> date | None:
    """The day of fastfeedparser's ISO date-time, in UTC as it gives it."""
    try:
        return datetime.fromisoformat(str(value)).date() if value else None
    except ValueError:
        return None

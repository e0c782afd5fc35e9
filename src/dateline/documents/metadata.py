"""What a web page says about itself: JSON-LD, meta elements, canonical address."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

ARTICLE_TYPES = {
    "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "BlogPosting",
    "LiveBlogPosting", "OpinionNewsArticle", "Report", "SocialMediaPosting", "AdvertiserContentArticle", "TechArticle",
    "ScholarlyArticle",
}  # fmt: skip
DATE_NAMES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date.published",
    "published_time", "pubdate", "publishdate", "publish-date", "publish_date", "published-date", "publication_date",
    "article.published", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "dcterms.created",
    "dcterms.issued", "dc.date.issued", "dc.date.created", "dcterms.date", "dc.date", "citation_publication_date",
    "citation_date", "displaydate", "originalpublicationdate", "article_date_original", "iso-8601-publish-date", "date",
)  # fmt: skip
SEPARATORS = r"\s+[|–—·»:-]\s+|\s*\|\s*"


@dataclass(frozen=True, slots=True)
class PageFacts:
    """The statements of one page about itself; `article` is its JSON-LD object of an article type, empty if there is none."""

    metas: dict[str, str] = field(default_factory=dict)
    article: dict[str, Any] = field(default_factory=dict)
    language: str | None = None


def facts_of(tree: Any) -> PageFacts:
    """Reads meta elements (names in lower case, the first of a name counts) and JSON-LD from an lxml tree."""
    metas: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        value = element.get("content") or element.get("datetime")
        if name and value and value.strip():
            metas.setdefault(name.strip().lower(), value.strip())
    articles = [thing for thing in json_ld(tree) if types_of(thing) & ARTICLE_TYPES]
    stated = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or metas.get("og:locale") or ""
    language = stated[:2].lower()
    return PageFacts(metas, articles[0] if articles else {}, language if language.isalpha() else None)


def json_ld(tree: Any) -> Iterator[dict[str, Any]]:
    """Every object at the top of the page's JSON-LD scripts, @graph and lists opened."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        text = re.sub(r"^\s*(?:<!--|/\*.*?\*/|//<!\[CDATA\[)|(?:-->|//\]\]>)\s*;?\s*$", "", script.text or "")
        try:
            yield from opened(json.loads(text, strict=False))
        except (ValueError, RecursionError):
            continue


def opened(value: Any) -> Iterator[dict[str, Any]]:
    """The objects in lists and graphs, one level of `mainEntity` included."""
    if isinstance(value, list):
        for item in value:
            yield from opened(item)
    elif isinstance(value, dict):
        yield value
        for name in ("@graph", "mainEntity"):
            if isinstance(value.get(name), list | dict):
                yield from opened(value[name])


def types_of(thing: dict[str, Any]) -> set[str]:
    """The schema.org types of an object, without their address."""
    types = thing.get("@type") or ()
    return {str(t).rpartition("/")[2] for t in (types if isinstance(types, list) else [types])}


def name_of(value: Any) -> str:
    """The name of a person or organisation in JSON-LD, however it is written."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name") or ""
    return value.strip() if isinstance(value, str) else ""


def authors_of(facts: PageFacts, found: str | None) -> tuple[str, ...]:
    """Names by JSON-LD, else as trafilatura found them ("A; B")."""
    said = facts.article.get("author")
    names = [name_of(a) for a in (said if isinstance(said, list) else [said])] if said else (found or "").split(";")
    cleaned = [re.sub(r"^by\s+", "", n.strip(), flags=re.IGNORECASE) for n in names]
    return tuple(dict.fromkeys(n for n in cleaned if n and len(n) < 80 and "://" not in n))


def canonical_url(tree: Any, facts: PageFacts, fetched: str | None) -> str | None:
    """The address that the page calls its own, if it is a full one on the same site as it was fetched from."""
    links = [e.get("href") for e in tree.iter("link") if "canonical" in (e.get("rel") or "").lower().split()]
    for candidate in (*links, facts.metas.get("og:url"), fetched):
        try:
            url = urljoin(fetched or "", (candidate or "").strip())
            parts = urlsplit(url)
        except ValueError:  # no address at all, such as "http://["
            continue
        deep_enough = parts.path.strip("/") or parts.query or not has_path(fetched)
        if parts.scheme in ("http", "https") and parts.netloc and deep_enough:
            return str(url).partition("#")[0]
    return None


def has_path(url: str | None) -> bool:
    """Whether an address leads below a site's front page."""
    try:
        return bool(urlsplit(url or "").path.strip("/"))
    except ValueError:
        return False


def without_site(title: str, site: str | None, headline: str) -> str:
    """A page title without the site's name at its end (or beginning).

    A part is cut where it is the site's name, or where the rest is the page's own headline.
    """
    title = " ".join(title.split())
    parts = re.split(f"({SEPARATORS})", title)
    if len(parts) < 3:
        return title
    headline = " ".join(headline.split())
    if headline and title.startswith(headline) and re.match(SEPARATORS, title[len(headline) :]):
        return headline
    bare = bared(site or "")
    while len(parts) >= 3 and bare and bared(parts[-1]) and (bared(parts[-1]) in bare or bare in bared(parts[-1])):
        parts = parts[:-2]
    if len(parts) >= 3 and bare and bared(parts[0]) == bare:
        parts = parts[2:]
    return "".join(parts)


def added_to(headline: str, title: str) -> str | None:
    """What a page title adds to the page's headline ("Headline | Site"): the site's name; None for nothing or a long phrase."""
    headline, title = " ".join(headline.split()), " ".join(title.split())
    match = re.match(SEPARATORS, title[len(headline) :]) if headline and title.startswith(headline) else None
    added = title[len(headline) + match.end() :] if match else ""
    return added if 0 < len(added.split()) <= 5 else None


def bared(name: str) -> str:
    """Letters and digits alone, without "www" and the ending of a domain."""
    name = re.sub(r"^www\.|\.(?:com|org|net|co\.\w\w|\w\w)$", "", name.lower().strip())
    return re.sub(r"[^\w]+|^the(?=\W)", "", name)

"""When a page was published, and how that is known. Explicit statements come first; unknown is better than wrong."""

import re
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlsplit

from dateline.documents.days import EARLIEST_YEAR, MONTHS, day_in, days_in, made
from dateline.documents.metadata import DATE_NAMES, PageFacts, json_ld
from dateline.settings import now

Dated = tuple[date, str]

URL_DAY = (
    re.compile(r"[/_-](?P<year>(?:19|20)\d\d)[/_-](?P<month>[01]?\d)[/_-](?P<day>[0-3]?\d)(?=[/_.-]|$)"),
    re.compile(r"[/_-](?P<year>20\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?=[/_.-]|$)"),
    re.compile(r"[/_-](?P<year>20\d\d)[/_-](?P<month>[a-z]{3})[/_-](?P<day>[0-3]?\d)(?=[/_.-]|$)"),
)
DATED_CLASS = re.compile(r"date|publi|posted|timestamp|\btime\b|byline|dateline|meta\b|entry-meta|article-info", re.IGNORECASE)
CHANGED = re.compile(r"updat|modif|chang|edit|revis|last\b", re.IGNORECASE)
PUBLISHED_LINE = re.compile(
    r"^\W*(?:first\s+)?(?:published|posted|issued|released|publication date|date)\b(?:\s+on|\s+at)?\s*:?", re.IGNORECASE
)
DATE_WORD = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|[ap]m|at|on|of|th|st|nd|rd|t|z|gmt|utc|[ecmpwa][sed]?t|[cew]est|bst|msk|ist"
)
SHORT = 120
"""Characters that an element with a date line may hold."""


def publication_date(tree: Any, facts: PageFacts, url: str | None) -> tuple[date | None, str]:
    """The day and its method: json-ld, meta, url or page; (None, "unknown") where nothing explicit is found.

    Of the statements found, the first in that order that another agrees with (within a day) counts, else the first.
    """
    stated = [s for s in (from_json_ld(facts), from_meta(facts), from_url(url), from_page(tree)) if s is not None]
    for day, method in stated:
        if any(other != method and abs(day - said) <= timedelta(days=1) for said, other in stated):
            return day, method
    if stated:
        return stated[0]
    return (None, "unknown") if speaks_of_days(tree, facts) else from_htmldate(tree)


def plausible(day: date | None) -> date | None:
    """The day, unless it is before the web or after tomorrow."""
    return day if day and day.year >= EARLIEST_YEAR and day <= now().date() + timedelta(days=1) else None


def from_json_ld(facts: PageFacts) -> Dated | None:
    """`datePublished` of the page's article object."""
    for name in ("datePublished", "dateCreated"):
        value = facts.article.get(name)
        if isinstance(value, str) and (day := plausible(day_in(value))):
            return day, "json-ld"
    return None


def from_meta(facts: PageFacts) -> Dated | None:
    """The first of the meta elements that state a publication date and can be read in one way."""
    for name in DATE_NAMES:
        if name in facts.metas and (day := plausible(day_in(facts.metas[name]))):
            return day, "meta"
    return None


def from_url(url: str | None) -> Dated | None:
    """A whole day in the path of the address."""
    path = urlsplit(url or "").path.lower()
    for pattern in URL_DAY:
        if match := pattern.search(path):
            month = match["month"]
            number = int(month) if month.isdigit() else MONTHS.get(month)
            if number and (day := plausible(made(int(match["year"]), number, int(match["day"])))):
                return day, "url"
    return None


def from_page(tree: Any) -> Dated | None:
    """Time elements and date lines of the report itself; only where they speak of one day."""
    for days in (time_elements(tree), date_lines(tree)):
        if len(days) == 1:
            return days.pop(), "page"
    return None


def time_elements(tree: Any) -> set[date]:
    """The days of the page's time elements: of those marked as publication, else of those in the article, else of all."""
    marked, inside, everywhere = set[date](), set[date](), set[date]()
    for element in tree.iter("time"):
        day = plausible(day_in(element.get("datetime") or element.text_content()))
        if day is None or CHANGED.search(describing(element)):
            continue
        if element.get("pubdate") is not None or re.search("publi|posted", describing(element), re.IGNORECASE):
            marked.add(day)
        ancestors = {a.tag for a in element.iterancestors()}
        if not ancestors & {"aside", "nav", "footer"}:
            everywhere.add(day)
            if "article" in ancestors:
                inside.add(day)
    return marked or inside or everywhere


def date_lines(tree: Any) -> set[date]:
    """Days in short elements whose name or words say that they hold the publication date, outside lists of other reports."""
    days = set[date]()
    for element in tree.xpath("//*[@class or @id or @itemprop]"):
        if element.tag in ("html", "body", "a", "script", "style") or not DATED_CLASS.search(describing(element)):
            continue
        text = " ".join(element.text_content().split())
        if not text or len(text) > SHORT or {a.tag for a in element.iterancestors()} & {"aside", "nav", "footer", "li"}:
            continue
        published = re.split(r"(?:last\s+)?(?:updated|modified)", text, flags=re.IGNORECASE)[0]
        days.update(d for d in days_in(published or text) if plausible(d))
    return days


def describing(element: Any) -> str:
    """The attributes that tell what an element holds."""
    return " ".join(element.get(name) or "" for name in ("class", "id", "itemprop"))


def speaks_of_days(tree: Any, facts: PageFacts) -> bool:
    """Whether the page states days that were found unclear or not to be its own; a guess would pick one of them."""
    named = any(name in facts.metas for name in DATE_NAMES)
    return named or next(tree.iter("time"), None) is not None or any("datePublished" in thing for thing in json_ld(tree))


def from_htmldate(tree: Any) -> tuple[date | None, str]:
    """The strict search of htmldate, the last resort. The first of January is what it makes of a bare year, and is not believed."""
    from htmldate import find_date

    try:
        found = find_date(tree, extensive_search=False, original_date=True, max_date=now().date().isoformat())
    except (AssertionError, ValueError):  # it takes for granted that a page has a body
        return None, "unknown"
    day = plausible(date.fromisoformat(found)) if found else None
    if day is None or (day.month, day.day) == (1, 1):
        return None, "unknown"
    return day, "page"


def from_header_line(line: str) -> Dated | None:
    """A line at the head of a saved page that holds a date and little else ("Saturday, September 12, 2015")."""
    if len(line) > SHORT or len(line.split()) > 14 or CHANGED.match(line.strip()):
        return None
    first = re.split(r"(?:last\s+)?(?:updated|modified)", line, flags=re.IGNORECASE)[0]
    day = plausible(day_in(first))
    if day is None:
        return None
    words = re.findall(r"[a-z]+", PUBLISHED_LINE.sub("", first).lower())
    return (day, "text") if all(word in MONTHS or DATE_WORD.fullmatch(word) for word in words) else None

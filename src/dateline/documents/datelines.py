"""The dateline of a report: "KYIV, Ukraine (Agency) -". Where it was filed, when, and by which agency."""

import re
from datetime import date

from dateline.documents.agencies import agency_named
from dateline.documents.article import same_words
from dateline.documents.days import MONTHS, day_near
from dateline.model import DatelineLine, Span

CAP = r"[A-Z\u00c0-\u00de\u0410-\u042f]"
WORD = rf"{CAP}[\w.'’-]*"
LINKING = r"(?:de|del|da|do|la|le|les|el|al|es|of|and|the|on|upon|sur|an|am|di)"
NAME = rf"{WORD}(?:[ -](?:{LINKING}[ -])?{WORD}){{0,3}}"
MONTH = r"(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
DAYS = (
    rf"(?:{MONTH}\s+\d{{1,2}}(?:,?\s+\d{{4}})?|\d{{1,2}}\s+{MONTH}(?:,?\s+\d{{4}})?"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
DATELINE = re.compile(
    rf"\s*(?P<place>{NAME}(?:\s?/\s?{NAME}){{0,2}}(?:,\s?{NAME}){{0,2}}?)"
    rf"(?:,?\s+(?P<day>(?i:{DAYS})))?"
    r"(?:\s*[(\[](?P<agency>[^)\]\n]{2,60})[)\]])?"
    r"(?:,?\s+(?P<day2>(?i:" + DAYS + r")))?"
    r"\s*(?P<dash>—|–|--|-(?=\s)|:(?=\s)|_(?=\s))\s*(?P<rest>\S)"
)
HEADER_LINES = 5
HEADER_WORDS = 14
NO_PLACE = frozenset(
    "update updates updated breaking exclusive analysis opinion live watch video photos gallery explainer factbox "
    "timeline interview correction corrected editorial comment letter column column review feature report special alert "
    "urgent developing news world politics business sports sport weather note editor editors read more related summary "
    "highlights fact check quotes quote profile obituary background newsletter podcast statement transcript remarks "
    "casualties here there this that he she they we it but and the a an in on at if when while as meanwhile however yes "
    "no yesterday today tomorrow monday tuesday wednesday thursday friday saturday sunday nato un eu us usa uk who iaea "
    "osce asean opec imf g7 g20 advisory warning press release q a new president minister prime general colonel captain "
    "mr mrs ms dr sir lord king queen prince pope".split()
)


def find_dateline(text: str, title: str, published: date | None = None) -> DatelineLine | None:
    """The dateline of a report: at the head of its text, or of the first paragraph behind its title and short header lines."""
    start = 0
    for paragraph in text.split("\n")[:HEADER_LINES]:
        found = dateline_of(text, published, start)
        if found or (len(paragraph.split()) > HEADER_WORDS and not same_words(paragraph, title)):
            return found
        start += len(paragraph) + 1
    return None


def dateline_of(text: str, published: date | None = None, start: int = 0) -> DatelineLine | None:
    """The dateline that stands at `start` of a text, None if there is none.

    A place in capitals, or one with an agency, date or region beside it, before a dash or colon; a bare name in small letters only
    before a dash with white space around it and a new sentence behind it. `published` gives the year that datelines leave out.
    """
    match = DATELINE.match(text, start)
    if match is None or not is_place(match):
        return None
    end = match.end("dash")
    written = match["day"] or match["day2"]
    agency = match["agency"]
    place = match["place"].rstrip(" .") if not match["place"].endswith(("D.C.", "U.S.")) else match["place"]
    return DatelineLine(
        span=Span(match.start("place"), end),
        text=text[match.start("place") : end],
        place=place,
        day=day_near(written, published) if written else None,
        agency=(agency_named(agency) or agency.strip()) if agency else None,
    )


def is_place(match: re.Match[str]) -> bool:
    """Whether what stands before the dash can be a place, by its form."""
    place, dash, rest = match["place"], match["dash"], match["rest"]
    words = re.findall(r"[\w']+", place.lower())
    if not words or words[0] in NO_PLACE or words[-1] in NO_PLACE or len(words) > 9:
        return False
    agency = match["agency"]
    dated = bool(match["day"] or match["day2"])
    if agency and agency_named(agency) is None and not re.fullmatch(rf"{CAP}[\w.&' /-]+", agency):
        return False
    first = re.split(r"[,/]", place)[0]
    capitals = first == first.upper() and len(re.sub(r"\W", "", first)) >= 3
    new_sentence = rest.isupper() or rest.isdigit() or rest in "“\"'‘«("
    spaced = match.string[match.end("dash") : match.end("dash") + 1].isspace() or dash == "—"
    if dash == ":":
        return capitals and new_sentence and spaced
    if agency or dated or capitals:
        return spaced and (new_sentence or capitals or bool(agency) or dated)
    before = match.string[match.start("dash") - 1 : match.start("dash")]
    return new_sentence and spaced and before.isspace() and (dash in "—–" or "," in place or "/" in place)

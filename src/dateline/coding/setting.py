"""What a report as a whole tells before any act is read: its times, places, names, the country it is set in, and who speaks."""

import re
from collections import Counter
from dataclasses import dataclass, field

from dateline.actors import ActorMention, find_actors, resolve
from dateline.model import Actor, Document, Span, TimeExpression
from dateline.places import PlaceMention, find_places
from dateline.times import find_times

_STATEMENT = re.compile(
    r"\b(?:(?:joint )?(?:statement|remarks|address|speech|letter|message|proclamation|announcement)s?) (?:from|by|of) (?P<who>.+?)"
    r"(?= (?:on|to|regarding|about|welcoming|marking|following|condemning|announcing|at|concerning|in|calling|urging)\b|[:,;]|$)",
    re.IGNORECASE,
)
_POSSESSIVE_STATEMENT = re.compile(
    r"^(?:joint )?(?P<who>[^.:;]+?)(?:['’]s?|s['’])? (?:joint )?(?:statement|communiqu[eé])\b", re.IGNORECASE
)
_SIGNATURE = re.compile(r"\n\s*(?P<who>[A-Z][A-Z. ,'’-]{6,40}[A-Z.])\s*$")
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y)\b")
_QUOTED = re.compile(r"[“\"][^“”\"]{0,1500}[”\"]")


_VENUE = re.compile(r"\b(?:in|at|from|to|near|outside) $", re.IGNORECASE)
_SIDE_KINDS = frozenset({"country", "demonym", "seat", "person", "force", "group"})


@dataclass(frozen=True, slots=True)
class Setting:
    """The resolved surroundings of one document; offsets are into its text.

    `countries` counts how often each country (ISO alpha-3) is named, by name, adjective, city or leader.
    """

    document: Document
    times: tuple[TimeExpression, ...]
    places: tuple[PlaceMention, ...]
    names: tuple[ActorMention, ...]
    speaker: Actor | None
    countries: Counter[str] = field(default_factory=Counter)
    quotes: tuple[Span, ...] = ()

    @property
    def home(self) -> str:
        """The country that the report tells most of, ISO alpha-3, or empty."""
        return next((c for c, _ in self.countries.most_common() if c not in ("", "IGO")), "")

    @property
    def sides(self) -> tuple[str, ...]:
        """The two countries that are named most often as such, ISO alpha-3: the sides of what is reported."""
        named = (n for n in self.names if n.kind in _SIDE_KINDS and not (n.kind == "seat" and self._venue(n)))
        counts = Counter(n.actor.country for n in named if n.actor.country not in ("", "IGO"))
        return tuple(country for country, _ in counts.most_common(2))

    def _venue(self, name: ActorMention) -> bool:
        """Whether a capital is named as the place of something ("in Vienna"), not for its government."""
        return bool(_VENUE.search(self.document.text[max(0, name.start - 12) : name.start]))

    def in_quote(self, offset: int) -> bool:
        """Whether the character stands inside quotation marks."""
        return any(q.start < offset < q.end for q in self.quotes)

    def sentence(self, offset: int) -> Span:
        """The sentence that holds the character; the whole text where none does."""
        number = self.document.sentence_at(offset)
        return self.document.sentences[number] if number is not None else Span(0, len(self.document.text))


def read_setting(document: Document) -> Setting:
    """Finds times, places and names in the text and works out who speaks in it."""
    day = document.dateline.day if document.dateline else None
    home_place = document.dateline.place if document.dateline else ""
    times = find_times(document.text, published=document.published, dateline_day=day)
    places = find_places(document.text, published=document.published, dateline_place=home_place)
    names = find_actors(document.text, on=document.published)
    quotes = tuple(Span(*m.span()) for m in _QUOTED.finditer(document.text))
    return Setting(document, times, places, names, _speaker(document), _count_countries(document, places, names), quotes)


def _count_countries(document: Document, places: tuple[PlaceMention, ...], names: tuple[ActorMention, ...]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for place in places:
        if place.place is not None and place.place.country:
            counts[place.place.country] += 2 if place.kind in ("city", "site", "admin1", "admin2") else 1
    for name in names:
        if name.actor.country and name.kind not in ("body", "media", "ngo"):
            counts[name.actor.country] += 1
    for name in find_actors(document.title, on=document.published):
        if name.actor.country:
            counts[name.actor.country] += 1
    return counts


def _speaker(document: Document) -> Actor | None:
    """Whose "I" or "we" the report is in, from a title such as "Statement by ..." or a signature; None for a reporter's text."""
    for pattern in (_STATEMENT, _POSSESSIVE_STATEMENT):
        match = pattern.search(document.title)
        if match:
            found = resolve(match.group("who").strip(), on=document.published)
            if found is not None and (found.country or found.sector):
                return found
    match = _SIGNATURE.search(document.text)
    if match:
        signed = resolve(match.group("who").title().replace(" Jr.", "").replace(" Jr", ""), on=document.published)
        if signed is not None and signed.country:
            return signed
    if not _FIRST_PERSON.search(_QUOTED.sub(" ", document.text)):
        return None
    publisher = resolve(document.publisher, on=document.published) if document.publisher else None
    return publisher if publisher is not None and publisher.sector in ("GOV", "IGO", "MIL", "NGO") and publisher.country else None

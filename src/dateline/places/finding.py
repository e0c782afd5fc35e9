"""Places in a text: the room's front door."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from dateline.model import Place, Span
from dateline.places.areas import Anchor, Surroundings, area_around, unit_end
from dateline.places.entry import Entry, Kind, PlaceMention
from dateline.places.gazetteer import Gazetteer, open_gazetteer
from dateline.places.names import normal
from dateline.places.ranking import Ranked, Ranker
from dateline.places.scanning import Name, Scan, scan

_FOUND: Final = 0.5
_PLAUSIBLE: Final = 0.3
_SHOWN: Final = 5
_EVERYWHERE_KM: Final = 20_000
_OPENING = re.compile(
    r"^(?:(?:the|a|an|its|their|this|city|town|village|port|settlement|capital|district|province|region|state|of)\s+)+",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"^(?:the )?(?P<whose>.+?)(?:[’']s)? capital$")


@dataclass(frozen=True, slots=True)
class _Reading:
    """A text with the rankings of its names (by identity) and what areas in it are told by."""

    text: str
    rankings: Mapping[int, Ranked]
    around: Surroundings


def find_places(
    text: str,
    *,
    spans: Sequence[Span] | None = None,
    published: date | None = None,  # noqa: ARG001 - names and borders change with time; part of the call for the tables that will know it
    home_country: str = "",
    dateline_place: str = "",
    gazetteer: Gazetteer | None = None,
) -> tuple[PlaceMention, ...]:
    """The places that `text` names, in order.

    With `spans` there is exactly one mention a span, in the order given, with `place` None where the words name no place that is
    known; without, places are looked for and doubtful ones left out. Continents and blocs get a place only where a span asks for
    one. `home_country` (ISO alpha-3) and `dateline_place` are weak hints.
    """
    known = gazetteer or open_gazetteer()
    found = scan(text, known)
    home = _home(home_country, dateline_place, known)
    given = None if spans is None else [_given(text, span, known, found) for span in spans]
    names = [n for n in found.names if n.likely >= _FOUND]
    if given is not None:
        outside = [n for n in names if not any(n.start < g.end and g.start < n.end for g in given)]
        names = sorted((*given, *outside), key=lambda n: n.start)
    ranked = Ranker(text, known.capitals, found.peoples, home).rank(names)
    countries = _countries(ranked, found, home)
    around = Surroundings(known.borders, countries, known.countries)
    reading = _Reading(text, {id(n): r for n, r in zip(names, ranked, strict=True)}, around)
    if given is None:
        return _searched(reading, names)
    return tuple(_asked(reading, span, name) for span, name in zip(spans or (), given, strict=True))


def _home(home_country: str, dateline_place: str, gazetteer: Gazetteer) -> str:
    if home_country or not dateline_place:
        return home_country
    candidates = gazetteer.candidates(dateline_place.split(",")[0])
    return candidates[0].country if candidates else ""


def _countries(ranked: Sequence[Ranked], found: Scan, home: str) -> tuple[str, ...]:
    """The countries of the places that are sure of themselves and of the people spoken of."""
    votes = Counter(found.peoples)
    votes.update(r.entries[0].country for r in ranked if r.entries and r.entries[0].match != "fuzzy" and r.entries[0].country)
    if home:
        votes[home] += 1
    return tuple(c for c, _ in votes.most_common())


def _given(text: str, span: Span, gazetteer: Gazetteer, found: Scan) -> Name:
    """The name that a span holds: all of its words, or what they are about ("the village of Robotyne", "a Warsaw court")."""
    words = text[span.start : span.end]
    shown = words.strip(' \n\t,;:"“”')
    common = shown.islower() and not text.islower()
    entries = () if common else gazetteer.candidates(shown)
    if entries and entries[0].match not in {"fuzzy", "variant"}:
        return Name(span.start, span.end, -1, -1, entries, 1.0)
    capital = _CAPITAL.match(shown)
    seat = _seat(capital["whose"], gazetteer) if capital else None
    if seat is not None:
        return Name(span.start, span.end, -1, -1, (seat,), 1.0)
    opening = _OPENING.match(words)
    bare = words[opening.end() :] if opening else ""
    if bare and not bare.islower():
        inner = gazetteer.candidates(bare)
        if inner and inner[0].match != "fuzzy":
            return Name(span.start + len(words) - len(bare), span.end, -1, -1, inner, 1.0)
    inside = [n for n in found.names if span.start <= n.start and n.end <= span.end and n.likely >= _PLAUSIBLE]
    if inside:
        return _most_exact(inside)
    return Name(span.start, span.end, -1, -1, entries, 1.0)


def _seat(whose: str, gazetteer: Gazetteer) -> Entry | None:
    """The capital of the country that "the Emirati capital" or "Chad's capital" speaks of."""
    people = gazetteer.demonym(whose)
    land = people or next((e for e in gazetteer.exact(normal(whose)) if e.kind == "country"), None)
    return gazetteer.capital(land.country) if land is not None else None


def _most_exact(inside: Sequence[Name]) -> Name:
    """The first of the names whose likeliest bearer is no country, else the first."""
    return next((n for n in inside if n.entries and n.entries[0].kind != "country"), inside[0])


def _searched(reading: _Reading, names: Sequence[Name]) -> tuple[PlaceMention, ...]:
    rankings = ((name, _supported(reading, reading.rankings[id(name)])) for name in names)
    return tuple(_mention(reading, name, ranked) for name, ranked in rankings if ranked.entries)


def _supported(reading: _Reading, ranked: Ranked, *, asked: bool = False) -> Ranked:
    """The ranking, or an empty one where its best is a look-alike in a country of which the text says nothing, or a bloc.

    A bloc with an area of its own (the European Union) is answered where a span asks for it.
    """
    if not ranked.entries:
        return ranked
    best = ranked.entries[0]
    unlikely = best.match == "fuzzy" and best.country not in reading.around.spoken_of
    nowhere = best.bloc and not (asked and best.radius_km < _EVERYWHERE_KM)
    return Ranked((), ()) if unlikely or nowhere else ranked


def _mention(reading: _Reading, name: Name, ranked: Ranked) -> PlaceMention:
    """The mention of a name that was found; the words of its place take in what makes an area of it ("eastern Ukraine")."""
    text, best, confidence = reading.text, ranked.entries[0], round(ranked.shares[0] * name.likely, 3)
    shown = text[name.start : name.end]
    place, kind = _place(reading, text, name.start, name.end, best, confidence)
    return PlaceMention(name.start, name.end, shown, None if best.vague else place, kind, ranked.entries[:_SHOWN], name.metonym)


def _place(reading: _Reading, text: str, start: int, end: int, best: Entry, confidence: float) -> tuple[Place, Kind]:
    area = area_around(Anchor(text, start, end, best, confidence), reading.around)
    if area is not None:
        return area, "region"
    stop = unit_end(text, end) if best.kind in {"admin1", "admin2"} else end
    return best.place(text[start:stop], confidence), best.kind


def _asked(reading: _Reading, span: Span, name: Name) -> PlaceMention:
    """The mention for a given span; an area is read only from words inside it."""
    text = reading.text[span.start : span.end]
    ranked = _supported(reading, reading.rankings[id(name)], asked=True)
    if not ranked.entries:
        return PlaceMention(span.start, span.end, text, None, "region")
    best, confidence = ranked.entries[0], round(ranked.shares[0] * name.likely, 3)
    place, kind = _place(reading, text, name.start - span.start, name.end - span.start, best, confidence)
    return PlaceMention(span.start, span.end, text, replace(place, text=text), kind, ranked.entries[:_SHOWN], name.metonym)

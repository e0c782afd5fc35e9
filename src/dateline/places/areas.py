"""Places that are told by way of another: "20 km north of Kupiansk", "eastern Ukraine", "the border with Belarus", "off Yemen".

The answer is an area: a point with a radius that the place certainly lies in, marked with precision "region", never a pin.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from dateline.model import Place
from dateline.places.entry import Entry
from dateline.places.tables import Border, Country

KM_PER_DEGREE: Final = 111.2
KM_PER_MILE: Final = 1.609
_COUNTRY_COAST_KM, _CITY_COAST_KM = 150.0, 60.0
_BESIDE_KM: Final = 15.0
_SIDE_SHIFT, _SIDE_RADIUS = 0.4, 0.7
_REACH: Final = 70
_COMPASS: Final = {"north": (1, 0), "south": (-1, 0), "east": (0, 1), "west": (0, -1)}
_SIDE = r"(?:north|south)[ -]?(?:east|west)(?:ern)?|(?:north|south|east|west)(?:ern)?|central"
_OFFSET = re.compile(
    rf"(?:(?:about|around|some|roughly|nearly|almost|approximately|just|over|more than|less than) )?(?P<count>\d+(?:[.,]\d+)?)[ -]?"
    rf"(?P<unit>km|kms|kilomet(?:er|re)s?|miles?|mi)\b\.? (?:\(\d+[^)]{{1,12}}\) )?(?:to the )?(?:(?P<side>{_SIDE}) )?"
    r"(?:of|from|outside|off|away from|beyond)(?: the)?(?: (?:city|town|village|port|capital|coast)(?: of)?)?(?: the)? $",
    re.IGNORECASE,
)
_COAST = re.compile(
    r"\boff (?:the )?(?:[a-z]+ )?(?:(?:coasts?|shores?|port) of )?(?:the )?$|\bcoasts? of (?:the )?$", re.IGNORECASE
)
_COAST_AFTER = re.compile(r"^(?:[’']s)? (?:[a-z]+ )?(?:coast|coastline|waters|territorial waters)\b")
_BORDER = re.compile(
    r"\b(?:border|frontier|boundary|border area|border region)s? with (?:the )?(?:neighbouring |neighboring )?$", re.IGNORECASE
)
_INNER = re.compile(rf"\bthe (?P<side>{_SIDE}) of (?:the )?$", re.IGNORECASE)
_OUTER = re.compile(rf"\b(?:just |immediately )?(?P<side>{_SIDE}) of (?:the )?(?:city |town |village )?(?:of )?$", re.IGNORECASE)
_MODIFIER = re.compile(
    rf"\b(?:(?:far|mid|war-torn|rural|government-held|rebel-held|occupied) )?(?P<side>{_SIDE}) (?:the )?$", re.IGNORECASE
)
_UNIT_WORD = re.compile(
    r"^ (?:county|district|raion|municipality|parish|province|oblast|region|governorate|state|prefecture|krai|canton|department"
    r"|division)\b",
    re.IGNORECASE,
)


def moved(lat: float, lon: float, side: str, km: float) -> tuple[float, float]:
    """The point `km` away towards `side` ("north-eastern", "southwest"; anything else does not move)."""
    rows = columns = 0
    for word, (row, column) in _COMPASS.items():
        if word in side.lower():
            rows, columns = rows + row, columns + column
    length = math.hypot(rows, columns) or 1.0
    shifted = lat + rows / length * km / KM_PER_DEGREE
    turn = columns / length * km / (KM_PER_DEGREE * max(0.1, math.cos(math.radians(lat))))
    return max(-90.0, min(90.0, round(shifted, 4))), round((lon + turn + 180) % 360 - 180, 4)


def unit_end(text: str, end: int) -> int:
    """Where a name ends together with the word for its kind of unit ("Kharkiv region"), or `end` unchanged."""
    match = _UNIT_WORD.match(text[end : end + 16])
    return end + match.end() if match else end


@dataclass(frozen=True, slots=True)
class Anchor:
    """The name at characters `start` to `end` of `text`, the entry it was resolved to, and how surely."""

    text: str
    start: int
    end: int
    entry: Entry
    confidence: float


@dataclass(frozen=True, slots=True)
class Surroundings:
    """All land borders, the countries that the text speaks of (ISO alpha-3, most often first), and the table of countries."""

    borders: tuple[Border, ...]
    spoken_of: tuple[str, ...]
    countries: Mapping[str, Country]


def area_around(anchor: Anchor, around: Surroundings) -> Place | None:
    """The area told around a name, or None where the name stands for itself."""
    before = anchor.text[max(0, anchor.start - _REACH) : anchor.start]
    match = _BORDER.search(before)
    if match:
        return _border(anchor, match, around)
    for pattern, told in _TOLD:
        match = pattern.search(before)
        found = told(anchor, match) if match else None
        if found is not None:
            return found
    return _coast(anchor, before)


def _area(anchor: Anchor, words: str, name: str, point: tuple[float, float], radius: float, *, within: bool = False) -> Place:
    """An area by its anchor; one `within` it keeps the anchor's GeoNames id, as the unit that it is a part of."""
    entry = anchor.entry
    return Place(
        text=words,
        name=name,
        country=entry.country,
        precision="region",
        geonameid=entry.geonameid if within else None,
        admin1=entry.name if entry.kind == "admin1" else entry.admin1,
        lat=point[0],
        lon=point[1],
        radius_km=round(radius, 1),
        confidence=anchor.confidence,
    )


def _border(anchor: Anchor, match: re.Match[str], around: Surroundings) -> Place | None:
    entry = anchor.entry
    pairs = ((other, b) for other in around.spoken_of for b in around.borders if {b.left, b.right} == {other, entry.country})
    other, border = next(pairs, ("", None))
    if border is None or entry.kind != "country":
        return None
    return Place(
        text=match.group() + anchor.text[anchor.start : anchor.end],
        name=f"border of {around.countries[other].name} with {entry.name}",
        country=other,
        precision="region",
        lat=border.lat,
        lon=border.lon,
        radius_km=border.radius_km,
        confidence=anchor.confidence,
    )


def _offset(anchor: Anchor, match: re.Match[str]) -> Place:
    entry, written, side = anchor.entry, match["count"], match["side"] or ""
    thousands = "," in written and len(written.rpartition(",")[2]) == 3
    count = float(written.replace(",", "" if thousands else "."))
    km = count * (KM_PER_MILE if match["unit"].lower().startswith("mi") else 1.0)
    point = moved(entry.lat, entry.lon, side, km) if side else (entry.lat, entry.lon)
    words = match.group() + anchor.text[anchor.start : anchor.end]
    return _area(anchor, words, words, point, entry.radius_km + (max(3.0, 0.3 * km) if side else 1.1 * km))


def _side(anchor: Anchor, match: re.Match[str]) -> Place | None:
    """A part of a country or a unit: its point lies towards that side, and its radius takes in that half."""
    entry, side = anchor.entry, match["side"].lower()
    if entry.kind in {"city", "site", "airport", "sea"} or entry.vague:
        return None
    begin = anchor.start - (len(match.string) - match.start("side"))
    words = anchor.text[begin : unit_end(anchor.text, anchor.end)]
    point = moved(entry.lat, entry.lon, side, _SIDE_SHIFT * entry.radius_km)
    return _area(anchor, words, f"{side} {entry.name}", point, _SIDE_RADIUS * entry.radius_km, within=True)


def _beside(anchor: Anchor, match: re.Match[str]) -> Place | None:
    """Ground outside a town, on one side of it, at no distance told."""
    entry, side = anchor.entry, match["side"].lower()
    if entry.kind not in {"city", "site", "airport", "admin2"}:
        return None
    begin = anchor.start - (len(match.string) - match.start("side"))
    point = moved(entry.lat, entry.lon, side, _BESIDE_KM + entry.radius_km)
    words = anchor.text[begin : anchor.end]
    return _area(anchor, words, f"{side} of {entry.name}", point, entry.radius_km + 2 * _BESIDE_KM)


def _coast(anchor: Anchor, before: str) -> Place | None:
    entry = anchor.entry
    match, after = _COAST.search(before), _COAST_AFTER.match(anchor.text[anchor.end : anchor.end + 30])
    if not (match or after) or entry.vague or entry.kind in {"sea", "airport"}:
        return None
    begin = anchor.start - (len(before) - match.start()) if match else anchor.start
    stop = anchor.end + (after.end() if after and not match else 0)
    wide = _COUNTRY_COAST_KM if entry.kind in {"country", "admin1", "region"} else _CITY_COAST_KM
    words = anchor.text[begin:stop]
    return _area(anchor, words, f"coast of {entry.name}", (entry.lat, entry.lon), entry.radius_km + wide)


_TOLD: Final = ((_OFFSET, _offset), (_INNER, _side), (_OUTER, _beside), (_MODIFIER, _side))

"""Names and points of administrative units: GeoNames names them in the local language and the packages give no coordinates."""

import math
import re
import unicodedata
from collections.abc import Iterable

from sources import City, Country, Division

EARTH_KM = 6371.0
MARGIN_KM = 10.0
_SUFFIX = re.compile(
    r"^(?:State of |Province of |Emirate of |Republic of |Autonomous Republic of )?(?P<core>.+?)[’']?(?: "
    r"(?:Autonomous )?(?:Oblast|oblast|Province|Governorate|State|Region|region|District|Municipality|Prefecture|Emirate|"
    r"Voivodeship|Canton|Department|Krai|City|Division|Territory))?$"
)
_ENGLISH = re.compile(
    r" (?:Oblast|oblast|Province|Governorate|State|Region|District|Prefecture|Emirate|Voivodeship|Canton|Department|Krai|Republic)$"
)
_DIRECTIONS = frozenset("Northern Southern Eastern Western Central North South East West Capital Federal National".split())


def plain(name: str) -> str:
    """`name` without accents and transliteration signs."""
    spread = unicodedata.normalize("NFKD", name)
    return "".join(c for c in spread if not unicodedata.combining(c) and c not in "‘’ʻʼ`'ʹʺ")


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great-circle distance (haversine)."""
    a, b = math.radians(lat), math.radians(other_lat)
    h = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(h))


def short_name(unit: Division) -> str:
    """The short English name: "Kharkivska oblast" with the alias "Kharkiv Oblast" is Kharkiv; else the name without accents."""
    latin = [n for n in unit.names if n.isascii() or plain(n).isascii()]
    english = [n for n in latin if _ENGLISH.search(n)]
    for full in english:
        match = _SUFFIX.match(full)
        core = plain(match["core"]) if match else plain(full)
        if core in _DIRECTIONS:
            return plain(full)
        return core
    match = _SUFFIX.match(unit.name)
    core = plain(match["core"]) if match else plain(unit.name)
    return core if core not in _DIRECTIONS else plain(unit.name)


def centre(cities: Iterable[City]) -> tuple[float, float]:
    """The mean position on the sphere, each city weighted by the square root of its people (never less than 10)."""
    x = y = z = 0.0
    for city in cities:
        weight = math.sqrt(max(city.population, 100))
        a, b = math.radians(city.lat), math.radians(city.lon)
        x, y, z = x + weight * math.cos(a) * math.cos(b), y + weight * math.cos(a) * math.sin(b), z + weight * math.sin(a)
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def locate(units: dict[int, Division], cities: list[City], by_country: dict[str, Country]) -> list[Division]:
    """The units with point, radius and population from the cities in them.

    A unit without a listed city takes the point and radius of the unit above it; one with nothing above is left out.
    """
    codes = {unit.code: unit for unit in units.values()}
    for city in cities:
        inside = {n for n in city.divisions if n in units}
        above = codes.get(city.admin1)
        for number in inside | ({above.key} if above else set()):
            units[number].members.append(city)
    for unit in units.values():
        if unit.members:
            unit.lat, unit.lon = centre(unit.members)
            unit.radius_km = MARGIN_KM + max(distance_km(unit.lat, unit.lon, c.lat, c.lon) for c in unit.members)
            unit.population = sum(c.population for c in unit.members)
    kept = []
    for unit in sorted(units.values(), key=lambda u: (u.level, u.code)):
        above = codes.get(unit.code.rsplit(".", 1)[0])
        if unit.iso2 not in by_country:
            continue
        if not unit.members and unit.level == 2 and above and above.members:
            unit.lat, unit.lon, unit.radius_km = above.lat, above.lon, above.radius_km
        elif not unit.members:
            continue
        kept.append(unit)
    return kept


def spread_countries(by_country: dict[str, Country], cities: list[City]) -> None:
    """Gives every country the radius that holds all its listed cities, or its area if that is wider."""
    reach: dict[str, float] = {}
    for city in cities:
        country = by_country.get(city.iso2)
        if country:
            reach[city.iso2] = max(reach.get(city.iso2, 0.0), distance_km(country.lat, country.lon, city.lat, city.lon))
    for iso2, country in by_country.items():
        country.radius_km = max(reach.get(iso2, 0.0) + MARGIN_KM, math.sqrt(country.area_km2 / math.pi))

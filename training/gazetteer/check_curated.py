"""Checks the curated layer against the listed towns: `python training/gazetteer/check_curated.py`; the build runs it too.

A row with `near` must lie within `near_km` of the town of that name ("NAME", or "NAME/ISO3" where it lies in another country). A
site, town or district in a country must have a town of that country (or the named one) among the nearest, unless no town is listed
within 60 km. Rows without `near` keep a radius of at least 2 km.
"""

import sys
from collections import defaultdict
from pathlib import Path

import sources
from units import distance_km

from dateline.places.names import normal
from dateline.places.tables import Curated, read_aliases, read_countries, read_curated

DATA = Path(__file__).parents[2] / "src" / "dateline" / "places" / "data"
NEIGHBOURS, WILDERNESS_KM, SITE_KM = 8, 60.0, 200.0


class Towns:
    """The listed towns by name and by one-degree cell."""

    def __init__(self, cities: list[sources.City], iso3: dict[str, str]) -> None:
        self._iso3 = iso3
        self._by_name: dict[str, list[sources.City]] = defaultdict(list)
        self._by_cell: dict[tuple[int, int], list[sources.City]] = defaultdict(list)
        for city in cities:
            for key in {normal(n) for n in (city.name, *city.names)}:
                self._by_name[key].append(city)
            self._by_cell[round(city.lat), round(city.lon)].append(city)

    def away(self, name: str, country: str, lat: float, lon: float) -> float | None:
        """Kilometres to the nearest town of that name (in `country` if given), None if none is listed."""
        found = [c for c in self._by_name.get(normal(name), ()) if not country or self._iso3.get(c.iso2) == country]
        return min((distance_km(lat, lon, c.lat, c.lon) for c in found), default=None)

    def countries_around(self, lat: float, lon: float) -> set[str]:
        """The countries of the nearest few towns within `WILDERNESS_KM`."""
        row, column = round(lat), round(lon)
        near = [c for i in (-1, 0, 1) for j in (-1, 0, 1) for c in self._by_cell.get((row + i, column + j), ())]
        ranked = sorted((distance_km(lat, lon, c.lat, c.lon), self._iso3.get(c.iso2, "")) for c in near)
        return {iso3 for away, iso3 in ranked[:NEIGHBOURS] if away <= WILDERNESS_KM}


def faults(row: Curated, towns: Towns) -> list[str]:
    """What is wrong with a row, one sentence each."""
    found = []
    if not (-90 <= row.lat <= 90 and -180 <= row.lon <= 180):
        found.append(f"{row.name}: {row.lat}, {row.lon} is no point on the earth")
    if row.near:
        name, _, other = row.near.partition("/")
        away = towns.away(name, other, row.lat, row.lon)
        if away is None:
            found.append(f"{row.name}: no town {row.near} is listed")
        elif away > row.near_km:
            found.append(f"{row.name}: {row.near} is {away:.0f} km away, not within {row.near_km:.0f}")
        if row.kind == "site" and row.near_km > SITE_KM:
            found.append(f"{row.name}: a site needs a town nearer than {SITE_KM:.0f} km, or none")
    elif row.radius_km < 2:
        found.append(f"{row.name}: nothing to check it against, so its radius must be 2 km at least")
    if row.country and row.kind in {"site", "city", "admin2"}:
        around = towns.countries_around(row.lat, row.lon)
        if row.near and towns.away(row.near.partition("/")[0], row.country, row.lat, row.lon) is not None:
            around.add(row.country)
        if around and row.country not in around:
            found.append(f"{row.name}: the towns around it lie in {', '.join(sorted(around))}, not {row.country}")
    return found


def check() -> list[str]:
    """All faults of the curated layer and the aliases."""
    countries = read_countries(DATA)
    towns = Towns(sources.cities(), {c.iso2: c.iso3 for c in countries.values()})
    rows = read_curated(DATA)
    found = [f for row in rows for f in faults(row, towns)]
    seen: dict[tuple[str, str], str] = {}
    for row in rows:
        if row.country and row.country not in countries:
            found.append(f"{row.name}: {row.country} is no country of countries.tsv")
        for key in {normal(n) for n in (row.name, *row.names)}:
            if (key, row.country) in seen:
                found.append(f"{row.name}: the name {key!r} also stands under {seen[key, row.country]}")
            seen[key, row.country] = row.name
    found.extend(f"alias of {a.name}: {a.country} is no country" for a in read_aliases(DATA).values() if a.country not in countries)
    return found


def main() -> None:
    """Prints the faults and exits with 1 if there are any."""
    found = check()
    for fault in found:
        print(fault)
    print(f"{len(read_curated(DATA))} rows, {len(found)} faults")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()

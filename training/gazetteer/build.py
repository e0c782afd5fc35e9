"""Builds the gazetteer's two files from installed packages: `python training/gazetteer/build.py [FOLDER]`.

Needs the dependency group `gazetteer`. The same package versions always give the same bytes.
"""

import csv
import math
import sys
from pathlib import Path

import borders
import check_curated
import sources
import units
from pack import Row, keys_of, unit_keys, write

from dateline.places import layout
from dateline.places.names import normal

HERE = Path(__file__).parent
DATA = HERE.parents[1] / "src" / "dateline" / "places" / "data"
CITY_RADIUS_KM = 1.5
AIRPORT_RADIUS_KM = 3.0
_GENERIC = frozenset("international regional municipal central north south east west city county field national".split())
_FIELD = ("International Airport", "Intl Airport", "Regional Airport", "Municipal Airport", "Domestic Airport", "Airport")


def city_radius(population: int) -> float:
    """The radius of a town in km: area grows with people, about 4,000 a square kilometre, and never under 1.5 km."""
    return max(CITY_RADIUS_KM, 1.5 * math.sqrt(population / 4000 / math.pi))


def airport_names(airport: sources.Airport) -> set[str]:
    """Full and short names: "London Heathrow Airport" is also Heathrow, Heathrow Airport and London Heathrow."""
    full = airport.name
    core = next((full.removesuffix(f" {end}") for end in _FIELD if full.endswith(f" {end}")), full)
    rest = core.removeprefix(f"{airport.city} ").strip(" -/") if airport.city else core
    tail = core.partition(" ")[2].strip(" -/")
    cores = {c for c in (core, rest, tail) if c and not c.isdigit() and normal(c) not in _GENERIC}
    names = {full} | {f"{c} {end}" for c in cores for end in ("Airport", "International Airport")}
    if rest != core:
        names.add(core)
        if " " not in rest and normal(rest) not in _GENERIC:
            names.add(rest)
    return {n for n in names if normal(n) != normal(airport.city)}


def english_names() -> dict[str, list[str]]:
    """English names of first-level divisions that the packages lack, the short one first, by GeoNames code."""
    with (HERE / "admin1_names.tsv").open(encoding="utf-8") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["code"]: [row["name"], *row["names"].split("|")] for row in rows}


def rows() -> tuple[list[Row], tuple[int, ...], list[tuple[str, str]]]:
    """All rows in file order, the number of each kind, and the countries' codes."""
    by_country = sources.countries(DATA / "countries.tsv")
    places = sources.cities()
    divisions = units.locate(sources.divisions(), places, by_country)
    units.spread_countries(by_country, places)
    states = list(by_country.values())
    firsts = [d for d in divisions if d.level == 1]
    seconds = [d for d in divisions if d.level == 2]
    first_number = {d.code: i for i, d in enumerate(firsts)}
    second_number = {d.key: i for i, d in enumerate(seconds)}
    country_number = {c.iso2: len(firsts) + i for i, c in enumerate(states)}
    english = english_names()

    def parent(code: str, iso2: str) -> int:
        return first_number.get(code, country_number[iso2])

    out = []
    for state in states:
        keys = keys_of(state.names)
        place = (state.geonameid, state.name, state.lat, state.lon, state.population, country_number[state.iso2])
        out.append(Row(*place, layout.NO_ADMIN2, state.radius_km, keys, 40.0, state.iso2, 255))
    for unit in firsts:
        given = english.get(unit.code, [])
        name = given[0] if given else units.short_name(unit)
        keys = unit_keys({unit.name, name, *given, *unit.names} - {""}, 1)
        place = (unit.geonameid, name, unit.lat, unit.lon, unit.population, country_number[unit.iso2])
        out.append(Row(*place, layout.NO_ADMIN2, unit.radius_km, keys, 20 + math.log1p(unit.population), unit.iso2, len(keys)))
    for unit in seconds:
        keys = unit_keys({unit.name, *unit.names}, 2)
        place = (unit.geonameid, unit.name, unit.lat, unit.lon, unit.population, parent(unit.code.rsplit(".", 1)[0], unit.iso2))
        order = math.log1p(unit.population) - 4
        out.append(Row(*place, second_number[unit.key], unit.radius_km, keys, order, unit.iso2, len(keys)))
    kept = [c for c in places if c.iso2 in by_country]
    for city in kept:
        second = next((second_number[n] for n in city.divisions if n in second_number), layout.NO_ADMIN2)
        keys = keys_of({city.name, *city.names})
        place = (city.geonameid, city.name, city.lat, city.lon, city.population, parent(city.admin1, city.iso2), second)
        out.append(Row(*place, city_radius(city.population), keys, math.log1p(city.population), city.iso2, len(city.names)))
    landing = [a for a in sources.airports() if a.iso2 in by_country]
    first_at = nearest_division(kept)
    for airport in landing:
        keys = keys_of(airport_names(airport))
        code = first_at(airport.lat, airport.lon, airport.iso2)
        place = (0, airport.name, airport.lat, airport.lon, 0, parent(code, airport.iso2), layout.NO_ADMIN2, AIRPORT_RADIUS_KM)
        out.append(Row(*place, keys, 1.0, airport.iso2, len(keys)))
    counts = (len(states), len(firsts), len(seconds), len(kept), len(landing))
    return out, counts, [(c.iso2, c.iso3) for c in states]


def nearest_division(places: list[sources.City]):
    """A function from a point in a country to the first-level division of the nearest listed city there."""
    grid: dict[tuple[str, int, int], list[sources.City]] = {}
    for city in places:
        grid.setdefault((city.iso2, round(city.lat), round(city.lon)), []).append(city)

    def at(lat: float, lon: float, iso2: str) -> str:
        row, column = round(lat), round(lon)
        near = [c for i in (-1, 0, 1) for j in (-1, 0, 1) for c in grid.get((iso2, row + i, column + j), ())]
        found = min(near, key=lambda c: units.distance_km(lat, lon, c.lat, c.lon), default=None)
        return found.admin1 if found else ""

    return at


def main() -> None:
    """Builds, writes and prints what was written."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DATA
    found = check_curated.check()
    if found:
        sys.exit("\n".join(found))
    everything, counts, codes = rows()
    write(everything, counts, codes, folder)
    by_country = sources.countries(DATA / "countries.tsv")
    print(f"borders  {borders.write(folder, by_country, [c for c in sources.cities() if c.iso2 in by_country]):8,}")
    for kind, count in zip(layout.ROW_KINDS, counts, strict=True):
        print(f"{kind:8} {count:8,}")
    for name in (layout.ENTITIES, layout.NAMES):
        print(f"{name} {(folder / name).stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()

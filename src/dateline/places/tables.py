"""The plain tables of our own: countries, the curated layer, and short forms. One place is one line; adding a line is enough."""

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import cast, get_args

from dateline.errors import DatelineError
from dateline.places.entry import Kind
from dateline.places.names import normal

COUNTRIES, CURATED, ALIASES, BORDERS = "countries.tsv", "curated.tsv", "aliases.tsv", "borders.tsv"


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory: codes, the GeoNames id of it and of its capital, its names and what its people are called."""

    iso3: str
    iso2: str
    geonameid: int
    capital: int | None
    name: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Curated:
    """A row of the curated layer; `vague` rows are continents and blocs; the build checks `near`, a town within `near_km`."""

    name: str
    names: tuple[str, ...]
    kind: Kind
    country: str
    admin1: str
    lat: float
    lon: float
    radius_km: float
    geonameid: int | None
    vague: bool
    bloc: bool
    near: str
    near_km: float
    source: str


@dataclass(frozen=True, slots=True)
class Alias:
    """A short or old form of a packaged name; an `abbreviation` counts only with a full stop or after a comma."""

    name: str
    kind: Kind
    country: str
    abbreviation: bool


def _rows(folder: Path, table: str) -> list[dict[str, str]]:
    path = folder / table
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise DatelineError(f"{path}: this table of the gazetteer is missing ({error.strerror}); copy the packaged one") from error
    rows = [line for line in lines if line and not line.startswith("#")]
    return list(csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE))


def _split(names: str) -> tuple[str, ...]:
    return tuple(n for n in names.split("|") if n)


def _kind(value: str, path: Path, name: str) -> Kind:
    if value not in get_args(Kind):
        raise DatelineError(f"{path}: {name} has kind {value!r}; use one of {', '.join(get_args(Kind))}")
    return cast("Kind", value)


def read_countries(folder: Path) -> dict[str, Country]:
    """`countries.tsv` by ISO 3166-1 alpha-3."""
    return {
        row["iso3"]: Country(
            iso3=row["iso3"],
            iso2=row["iso2"],
            geonameid=int(row["geonameid"]),
            capital=int(row["capital"]) if row["capital"] else None,
            name=row["name"],
            names=_split(row["names"]),
            demonyms=_split(row["demonyms"]),
        )
        for row in _rows(folder, COUNTRIES)
    }


def read_curated(folder: Path) -> list[Curated]:
    """`curated.tsv`; DatelineError names a row that cannot be read."""
    path = folder / CURATED
    found = []
    for row in _rows(folder, CURATED):
        vague = row["kind"] in {"continent", "bloc"}
        try:
            point = (float(row["lat"]), float(row["lon"]), float(row["radius_km"]))
        except (TypeError, ValueError) as error:
            raise DatelineError(f"{path}: {row['name']} has no number in lat, lon or radius_km") from error
        found.append(
            Curated(
                name=row["name"],
                names=_split(row["names"]),
                kind="region" if vague else _kind(row["kind"], path, row["name"]),
                country=row["country"],
                admin1=row["admin1"],
                lat=point[0],
                lon=point[1],
                radius_km=point[2],
                geonameid=int(row["geonameid"]) if row["geonameid"] else None,
                vague=vague,
                bloc=row["kind"] == "bloc",
                near=row["near"],
                near_km=float(row["near_km"] or 0),
                source=row["source"],
            )
        )
    return found


def read_aliases(folder: Path) -> dict[str, Alias]:
    """`aliases.tsv` by the normal form of the short name."""
    path = folder / ALIASES
    return {
        normal(row["alias"]): Alias(
            row["name"], _kind(row["kind"], path, row["alias"]), row["country"], row["how"] == "abbreviation"
        )
        for row in _rows(folder, ALIASES)
    }


@dataclass(frozen=True, slots=True)
class Border:
    """A land border between two countries (ISO alpha-3): its middle and the radius that holds it; made by the build script."""

    left: str
    right: str
    lat: float
    lon: float
    radius_km: float


def read_borders(folder: Path) -> tuple[Border, ...]:
    """`borders.tsv`."""
    rows = _rows(folder, BORDERS)
    return tuple(Border(r["left"], r["right"], float(r["lat"]), float(r["lon"]), float(r["radius_km"])) for r in rows)

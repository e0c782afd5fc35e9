"""What the gazetteer knows of one place, and what is said of a place in a text."""

import math
from dataclasses import dataclass
from typing import Final, Literal

from dateline.model import Place, PlacePrecision

Kind = Literal["country", "admin1", "admin2", "city", "site", "region", "sea", "airport"]
Match = Literal["name", "alternate", "curated", "demonym", "variant", "fuzzy"]
_NEAR_KM: Final = 120.0
_KM_PER_DEGREE: Final = 111.2
_SUBURB_KM: Final = 30.0
_BIG_CITY: Final = 100_000
PRECISIONS: dict[Kind, PlacePrecision] = {
    "country": "country",
    "admin1": "admin1",
    "admin2": "admin2",
    "city": "city",
    "airport": "site",
    "site": "site",
    "region": "region",
    "sea": "region",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the gazetteer.

    `number` is its place in the file (curated rows count on from there); `country` ISO 3166-1 alpha-3, empty on the high seas;
    `admin1` the short English name of its first-level division and `admin1_number` that division's own row, -1 if it has none;
    `population` people, rounded to about 7 %; `names` how many names it has; `radius_km` of the circle around it that it lies in.
    `vague` marks continents and blocs, which are no place of an event, `bloc` those among them that act rather than lie somewhere.
    `match` says how the name that was looked up is its own.
    """

    number: int
    name: str
    kind: Kind
    country: str
    admin1: str
    lat: float
    lon: float
    radius_km: float
    geonameid: int | None = None
    population: int = 0
    names: int = 1
    admin1_number: int = -1
    admin2_number: int = -1
    vague: bool = False
    bloc: bool = False
    match: Match = "name"

    def place(self, text: str | None, confidence: float) -> Place:
        """The model's place for this entry, as written in `text`."""
        return Place(
            text=text,
            name=self.name,
            country=self.country,
            precision=PRECISIONS[self.kind],
            geonameid=self.geonameid,
            admin1=self.name if self.kind == "admin1" else self.admin1,
            lat=self.lat,
            lon=self.lon,
            radius_km=self.radius_km,
            confidence=confidence,
        )


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Words of a text that name a place: characters `start` to `end`.

    `place` is None where no candidate is likely enough; `candidates` are the entries considered, likeliest first. `metonym` is true
    where the name stands for a government or its forces ("Moscow said") rather than for the ground.
    """

    start: int
    end: int
    text: str
    place: Place | None
    kind: Kind
    candidates: tuple[Entry, ...] = ()
    metonym: bool = False


def near(a: Entry, b: Entry) -> float:
    """1 for the same spot, falling to nothing over a few hundred kilometres."""
    rows = abs(a.lat - b.lat)
    if rows > 5:
        return 0.0
    columns = abs(a.lon - b.lon) * math.cos(math.radians(a.lat))
    if columns > 5:
        return 0.0
    return math.exp(-math.hypot(rows, columns) * _KM_PER_DEGREE / _NEAR_KM)


def holds(outer: Entry, inner: Entry) -> bool:
    """Whether `inner` lies in `outer`, as far as the gazetteer tells."""
    if outer.number == inner.number:
        return False
    if outer.kind == "country":
        return outer.country == inner.country and inner.kind != "country"
    if outer.kind == "admin1":
        return inner.admin1_number == outer.number and inner.kind != "admin1"
    if outer.kind == "admin2":
        return inner.admin2_number == outer.number and inner.kind != "admin2"
    if outer.kind == "city" and outer.population > _BIG_CITY and inner.kind in {"city", "site", "airport"}:
        return inner.population < outer.population and near(outer, inner) > math.exp(-_SUBURB_KM / _NEAR_KM)
    return False

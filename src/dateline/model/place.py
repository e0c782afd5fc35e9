"""A place in the world, drawn as certain as it is."""

from dataclasses import dataclass
from typing import Literal

PlacePrecision = Literal["site", "city", "admin2", "admin1", "region", "country"]


@dataclass(frozen=True, slots=True)
class Place:
    """A resolved place.

    `country` is ISO 3166-1 alpha-3 (empty: none, such as the high seas), `admin1` the name of the first-level division,
    `lat`/`lon` WGS 84 degrees, `radius_km` the radius of the circle that the place certainly lies in, `confidence` 0..1.
    `text` is None where the place is inferred and no words of the document name it.
    """

    text: str | None
    name: str
    country: str
    precision: PlacePrecision
    geonameid: int | None = None
    admin1: str = ""
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    confidence: float = 1.0

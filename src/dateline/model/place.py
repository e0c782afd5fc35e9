"""A place in the world, drawn as certain as it is."""

import math
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


EARTH_DIAMETER_KM = 12_742  # twice the mean radius of 6,371 km (IUGG)


def great_circle_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Kilometres along the sphere between two points in WGS 84 degrees (haversine formula)."""
    phi1, phi2 = math.radians(lat1), math.radians(lat2)
    across = math.sin((phi2 - phi1) / 2) ** 2
    along = math.sin((math.radians(lon2) - math.radians(lon1)) / 2) ** 2
    return EARTH_DIAMETER_KM * math.asin(min(1.0, math.sqrt(across + math.cos(phi1) * math.cos(phi2) * along)))

import math

import pytest

from dateline.model import Place
from dateline.places import find_places
from dateline.places.areas import moved


def area(text: str, word: str) -> Place:
    found = next(m for m in find_places(text) if m.text == word)
    assert found.place is not None
    return found.place


def test_moving_keeps_the_distance_and_the_side() -> None:
    lat, lon = moved(50.0, 36.0, "north-east", 100.0)
    assert lat > 50
    assert lon > 36
    assert math.isclose(111.2 * math.hypot(lat - 50, (lon - 36) * math.cos(math.radians(50))), 100, rel_tol=0.01)
    assert moved(10.0, 179.9, "east", 50.0)[1] < -179
    assert moved(10.0, 20.0, "central", 50.0) == (10.0, 20.0)


@pytest.mark.parametrize(
    ("text", "word", "lat", "lon", "slack_km"),
    [
        ("A blast 20 km north of Kupiansk, Ukraine.", "Kupiansk", 49.89, 37.62, 8),
        ("A blast some 12 miles south-west of Kherson, Ukraine.", "Kherson", 46.52, 32.44, 12),
        ("It fell 1,200 kilometres east of Moscow, Russia.", "Moscow", 55.75, 56.8, 60),
    ],
)
def test_offsets_move_the_point(text: str, word: str, lat: float, lon: float, slack_km: float) -> None:
    place = area(text, word)
    assert place.precision == "region"
    assert place.lat is not None
    assert place.lon is not None
    assert 111.2 * math.hypot(place.lat - lat, (place.lon - lon) * math.cos(math.radians(lat))) < slack_km
    assert place.text == text[text.index(place.text or "?") :][: len(place.text or "")]


def test_a_distance_without_a_side_is_a_circle() -> None:
    place = area("Troops are 30 km from Kharkiv, Ukraine.", "Kharkiv")
    assert place.radius_km is not None
    assert place.radius_km >= 30


def test_a_side_of_a_country_lies_on_that_side() -> None:
    whole = area("It hit Ukraine.", "Ukraine")
    east = area("It hit eastern Ukraine.", "Ukraine")
    assert east.precision == "region"
    assert east.text == "eastern Ukraine"
    assert east.country == "UKR"
    assert east.lon is not None
    assert whole.lon is not None
    assert east.lon > whole.lon
    assert area("It happened in the north of Mali.", "Mali").lat > area("It is in Mali.", "Mali").lat  # type: ignore[operator]


def test_a_name_that_holds_a_side_stays_itself() -> None:
    assert area("Seoul said North Korea fired it.", "North Korea").precision == "country"
    assert area("It hit South Sudan.", "South Sudan").country == "SSD"


def test_the_border_with_a_neighbour() -> None:
    place = area("Poland closed its border with Belarus. Poland said so.", "Belarus")
    assert place.precision == "region"
    assert place.country == "POL"
    assert place.lon is not None
    assert 22 < place.lon < 25
    assert place.name == "border of Poland with Belarus"


def test_a_border_with_no_neighbour_is_the_country() -> None:
    assert area("Japan spoke of a border with Belarus.", "Belarus").precision == "country"


def test_off_the_coast_is_wider_than_the_land() -> None:
    land = area("It hit Yemen.", "Yemen")
    sea = area("A tanker burned off the coast of Yemen.", "Yemen")
    assert sea.precision == "region"
    assert sea.radius_km is not None
    assert land.radius_km is not None
    assert sea.radius_km > land.radius_km


def test_across_a_country_is_the_country() -> None:
    assert area("Strikes across Ukraine.", "Ukraine").precision == "country"

"""Comparing where two events happened."""

from dateline.incidents.parties import folded, telling_words
from dateline.incidents.profile import Profile
from dateline.model import Place, great_circle_km

SAME_POINT_KM = 5.0
NEAR_KM = 25.0  # the codebook's limit for places that agree
DIVISION_KM = 150.0  # from the middle of a province to its edge, where no radius is known
REGION_KM = 300.0  # from the middle of a sea or a border to its end, where no radius is known

APART = "apart"  # no weight: the two cannot be one


def _distance(left: Place, right: Place) -> float | None:
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return None
    return great_circle_km(left.lat, left.lon, right.lat, right.lon)


def _same_division(left: Place, right: Place, distance: float | None) -> bool:
    names = [(place.admin1 or (place.name if place.precision == "admin1" else "")).casefold() for place in (left, right)]
    if all(names):
        return names[0] == names[1]
    return distance is not None and distance <= DIVISION_KM


def _by_name(left: Profile, right: Profile) -> str:
    """Places of which at least one has no coordinates: a name can tell that they are one, hardly that they are not."""
    if left.place_words & right.place_words:
        return "same_name_place"
    countries = {p.place.country for p in (left, right) if p.place and p.place.country}
    return APART if len(countries) > 1 else "other_name_place"


def _same_name(left: Place | None, right: Place | None) -> bool:
    return left is not None and right is not None and folded(left.name) == folded(right.name) != ""


def _both_fine(left: Profile, right: Profile, distance: float | None) -> str:
    if distance is None:
        return _by_name(left, right)
    if distance <= NEAR_KM:
        return "same_point" if distance <= SAME_POINT_KM else "near"
    return "namesakes" if _same_name(left.place, right.place) else APART


def _within(narrow: Place, wide: Place, distance: float | None) -> str:
    """How a place lies to one of coarser precision."""
    foreign = narrow.country and wide.country and narrow.country != wide.country
    if wide.precision == "region":
        reach = max(wide.radius_km or 0.0, REGION_KM)
        return "inside_region" if distance is not None and distance <= reach else APART
    if wide.precision == "country":
        return "other_country" if foreign or not narrow.country else "inside_country"
    if foreign or not narrow.country:
        return APART
    return "inside_division" if _same_division(narrow, wide, distance) else APART


_BREADTH = {"site": 0, "city": 0, "admin2": 0, "admin1": 1, "region": 2, "country": 3}


def place_level(left: Profile, right: Profile) -> str | None:
    """The name of the comparison of two places, APART where they contradict each other, None where both are missing."""
    placed = [(_BREADTH[p.place.precision], p.place, p) for p in (left, right) if p.place is not None]
    if len(placed) < 2:
        return "place_missing_once" if placed else None
    (breadth, narrow, one), (wider, wide, other) = sorted(placed, key=lambda entry: entry[0])
    distance = _distance(narrow, wide)
    if other.fine:
        return _both_fine(one, other, distance)
    if breadth < wider:
        return _within(narrow, wide, distance)
    if wide.precision == "region":
        return "same_area" if distance is not None and distance <= REGION_KM else _by_name(one, other)
    if narrow.country != wide.country:
        return APART
    if wide.precision == "country":
        return "same_country_place"
    return "same_area" if _same_division(narrow, wide, distance) else APART


def contains(wide: Place, narrow: Place) -> bool:
    """Whether a place lies in another of the same or coarser precision, or the two agree within 25 km."""
    distance = _distance(narrow, wide)
    if _BREADTH[wide.precision] > _BREADTH[narrow.precision]:
        return _within(narrow, wide, distance).startswith("inside")
    if _BREADTH[wide.precision] < _BREADTH[narrow.precision]:
        return False
    if wide.precision == "country":
        return wide.country == narrow.country
    if distance is None:
        return bool(telling_words(wide.name) & telling_words(narrow.name))
    return distance <= (REGION_KM if wide.precision == "region" else NEAR_KM)

"""Comparing where two events happened and when."""

from collections.abc import Iterator

from dateline.incidents.parties import telling_words
from dateline.incidents.profile import SPEECH, Profile
from dateline.model import Place, great_circle_km

SAME_POINT_KM = 5.0
NEAR_KM = 25.0  # the codebook's limit for places that agree
DIVISION_KM = 150.0  # from the middle of a province to its edge, where no radius is known
REGION_KM = 300.0  # from the middle of a sea or a border to its end, where no radius is known
PUBLISHED_WITHIN_DAYS = 10  # an undated act of a report's news lies at most this long before the report
INFERRED_SLACK_DAYS = 2  # a day taken from the publication may be this far from the act
SAME_PERIOD = 0.75  # days in common, of the days in either, for two totals to be one
HALF_SHARED = 0.5  # the same for two soft dates to say much
LONG_DAYS = 400  # the longest period that background may be matched by

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


def _both_fine(left: Profile, right: Profile, distance: float | None) -> str:
    if distance is None:
        return _by_name(left, right)
    if distance <= SAME_POINT_KM:
        return "same_point"
    return "near" if distance <= NEAR_KM else APART


def _within(narrow: Place, wide: Place, distance: float | None) -> str:
    """How a place lies to one of coarser precision."""
    foreign = narrow.country and wide.country and narrow.country != wide.country
    if wide.precision == "region":
        reach = max(wide.radius_km or 0.0, REGION_KM)
        return "inside_region" if distance is not None and distance <= reach else APART
    if foreign or not narrow.country:
        return APART
    if wide.precision == "country":
        return "inside_country"
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
        return _within(narrow, wide, distance) != APART
    if _BREADTH[wide.precision] < _BREADTH[narrow.precision]:
        return False
    if wide.precision == "country":
        return wide.country == narrow.country
    if distance is None:
        return bool(telling_words(wide.name) & telling_words(narrow.name))
    return distance <= (REGION_KM if wide.precision == "region" else NEAR_KM)


def _undated(left: Profile, right: Profile) -> str:
    """Two events of which at least one has no date: it lies in the days before its report, if it is news at all."""
    if left.event.background or right.event.background:
        return APART
    dated = [p for p in (left, right) if p.first is not None]
    undated = [p for p in (left, right) if p.first is None]
    if any(p.day is None for p in undated):
        return APART
    if not dated:
        return "date_missing" if abs((left.day or 0) - (right.day or 0)) <= PUBLISHED_WITHIN_DAYS else APART
    told, report_day = dated[0], undated[0].day or 0
    fits = (told.first or 0) <= report_day and (told.last or 0) >= report_day - PUBLISHED_WITHIN_DAYS
    return "date_missing" if fits else APART


def date_level(left: Profile, right: Profile) -> str:
    """The name of the comparison of two dates, APART where they exclude each other."""
    if left.first is None or right.first is None or left.last is None or right.last is None:
        return _undated(left, right)
    gap = max(left.first - right.last, right.first - left.last)
    told, sharp = left.told and right.told, left.sharp and right.sharp
    if gap <= 0:
        shared = -gap + 1
        share = shared / (left.length + right.length - shared)
        if left.event.aggregate and right.event.aggregate and share < SAME_PERIOD:
            return APART
        if not sharp:
            return "soft_days" if share >= HALF_SHARED else "within_period"
        return "same_days" if told else "same_days_inferred"
    if not told and gap <= INFERRED_SLACK_DAYS:
        return "next_day_said" if left.quad in SPEECH else "next_day_inferred"
    return "next_day" if gap == 1 and not (sharp and left.quad == "MX") else APART


def background_agrees(left: Profile, right: Profile, place: str | None, when: str) -> bool:
    """Whether background may be the other event: one type, periods that overlap and are no era, places that agree closely."""
    if left.event.event_type != right.event.event_type or max(left.length, right.length) > LONG_DAYS:
        return False
    if when not in ("same_days", "same_days_inferred", "soft_days", "within_period"):
        return False
    return place in (None, "same_point", "near", "same_name_place", "same_area", "inside_division") or (
        place == "same_country_place" and left.length <= 31 and right.length <= 31
    )


_AT_ONE_PLACE = frozenset({"same_point", "near", "same_name_place", "same_area"})


def where_and_when(left: Profile, right: Profile) -> Iterator[str]:
    """The comparisons of place and date; APART where the two cannot be one event."""
    when = date_level(left, right)
    if when == APART:
        yield APART
        return
    place = place_level(left, right)
    if place == APART:
        yield APART
        return
    if (left.event.background or right.event.background) and not background_agrees(left, right, place, when):
        yield APART
        return
    yield when
    if place is not None:
        is_venue = left.quad in SPEECH and left.event.event_type != "CONSULT" and place in _AT_ONE_PLACE
        yield "same_venue" if is_venue else place
    if left.quad == "MX" and left.fine != right.fine and place in ("inside_region", "inside_country"):
        yield "narrow_in_wide"

"""When one field of a coded event counts as right: the tolerances that the codebook's gold is scored with.

Places and dates are compared as records (dictionaries under the codebook's names), because a coded file may hold anything.
"""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from dateline.model import great_circle_km
from dateline.model.record import Record

POINT_KM = 25  # a site, a city, a district: as near as the codebook's rule for one place
REGION_KM = 300  # the middle of a sea, a border, several provinces
DIVISION_KM = 60  # the middles of two first-level divisions that are one under two spellings
HALF_SHARED = 0.5  # days that two soft dates must share, of the days that either covers

_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_POINTS = frozenset({"site", "city", "admin2"})


def plain(text: str | None) -> str:
    """Lower case, with every run of other characters than a-z and 0-9 made one space."""
    return _NOT_PLAIN.sub(" ", (text or "").lower()).strip()


def distance_km(left: Record, right: Record) -> float | None:
    """Kilometres between two place records; None where a coordinate is missing or no number."""
    try:
        return great_circle_km(float(left["lat"]), float(left["lon"]), float(right["lat"]), float(right["lon"]))
    except (KeyError, TypeError, ValueError):
        return None


def _within(distance: float | None, limit: float) -> bool:
    return distance is not None and distance <= limit


def _same_division(gold: Record, coded: Record, distance: float | None) -> bool:
    names = [plain(place.get("admin1") or place.get("name")) for place in (gold, coded)]
    return names[0] == names[1] or _within(distance, DIVISION_KM)


def place_right(gold: Record | None, coded: Record | None) -> bool:
    """Whether the place is right within the tolerance of the gold's precision; no place is right where the gold has none."""
    if not gold or not (gold.get("country") or gold.get("name")):
        return not coded or not coded.get("country")
    if not coded:
        return False
    distance, precision = distance_km(gold, coded), gold.get("precision")
    same_country = gold.get("country") == coded.get("country")
    if precision in _POINTS:
        if distance is None:
            return same_country and plain(gold.get("name")) == plain(coded.get("name"))
        return distance <= POINT_KM
    if not same_country:
        return False
    if precision == "region":
        return _within(distance, REGION_KM)
    return precision != "admin1" or _same_division(gold, coded, distance)


def division_right(gold: Record | None, coded: Record | None) -> bool:
    """Whether country and, where the gold has one, first-level division are right; all is right where the gold has no country."""
    if not gold or not gold.get("country"):
        return True
    if not coded or coded.get("country") != gold["country"]:
        return False
    wanted, found = plain(gold.get("admin1")), plain(coded.get("admin1"))
    if not wanted or gold.get("precision") == "country":
        return True
    spelt_alike = bool(found) and (wanted in found or found in wanted)
    return spelt_alike or _within(distance_km(gold, coded), DIVISION_KM)


def days(event: Record) -> tuple[date, date] | None:
    """First and last day of an event record, or None where it has no readable date."""
    when = event.get("date") or {}
    try:
        first = date.fromisoformat(str(when["start"])[:10])
        return first, date.fromisoformat(str(when.get("end") or when["start"])[:10])
    except (KeyError, ValueError, TypeError):
        return None


def date_right(gold: Record, coded: Record) -> bool:
    """Whether the dates agree: to the day with one day's grace at either end, soft dates by sharing half of their days."""
    wanted, found = days(gold), days(coded)
    if wanted is None or found is None:
        return wanted is found
    if (gold.get("date") or {}).get("precision") in ("hour", "day"):
        ends_near = all(abs((a - b).days) <= 1 for a, b in zip(wanted, found, strict=True))
        return ends_near and wanted[0] <= found[1] and found[0] <= wanted[1]
    shared = (min(wanted[1], found[1]) - max(wanted[0], found[0])).days + 1
    covered = (max(wanted[1], found[1]) - min(wanted[0], found[0])).days + 1
    return shared > 0 and shared / covered >= HALF_SHARED


def attribution_right(gold: Record, coded: Record) -> bool:
    """Whether both or neither are attributed, and to the same country."""
    wanted, found = gold.get("attribution") or {}, coded.get("attribution") or {}
    return bool(wanted) == bool(found) and plain(wanted.get("country")) == plain(found.get("country"))


def countries(entities: Iterable[Record] | None) -> set[str]:
    """The countries of a list of entities, unknown ones left out."""
    return {entity["country"] for entity in entities or () if entity.get("country")}


def same_countries(gold: Record, coded: Record, role: str) -> bool:
    """Whether the two have a country in common in this role ("actors", "recipients"), or neither has any."""
    wanted, found = countries(gold.get(role)), countries(coded.get(role))
    return bool(wanted & found) or not (wanted or found)


def bag(event: Record, field: str) -> Counter[Any]:
    """What is counted of a list field: country and sector of entities, kind and bounds of harm, kinds of targets and impacts."""
    members = event.get(field) or ()
    if field in ("actors", "recipients"):
        return Counter((member.get("country") or "", member.get("sector") or "") for member in members)
    if field == "harm":
        return Counter((member.get("kind"), member.get("min"), member.get("max")) for member in members)
    return Counter({member.get("kind"): 1 for member in members})

"""How the gazetteer's two files are laid out; the reader and the build script share it, so that neither can drift.

`entities.bin` holds a JSON table of sections and then columns of fixed width, one value a row: GeoNames id, latitude,
longitude, population, parent, second-level division, number of names, radius, name. Rows stand in the order of `ROW_KINDS`.
`names.marisa` is a trie of keys (normal forms), of skeletons and of the names as displayed; `postings` gives for the number of a
key the row it means, or where in `shared` the list of its rows begins.
"""

import json
import math
from dataclasses import dataclass
from typing import Final

from dateline.errors import DatelineError

ENTITIES: Final = "entities.bin"
NAMES: Final = "names.marisa"
MAGIC: Final = b"DLGAZ001"
ROW_KINDS: Final = ("country", "admin1", "admin2", "city", "airport")
WIDTHS: Final = {"geonameid": 3, "lat": 3, "lon": 3, "population": 1, "parent": 2, "admin2": 2, "names": 1, "radius": 1, "name": 3}
DISPLAY: Final = "\x02"
SKELETON: Final = "\x03"
SHARED: Final = 0x800000
ABSENT: Final = 0xFFFFFF
NO_ADMIN2: Final = 0xFFFF
LONGEST_LIST: Final = 200
_STEPS: Final = 0xFFFFFF
_RADIUS_SCALE, _RADIUS_STEP = 0.25, 25.0
_POPULATION_STEP = 12.0


@dataclass(frozen=True, slots=True)
class Header:
    """Where sections lie (offset, length in bytes), how many rows each kind has, the ISO codes of the countries in row order."""

    sections: dict[str, tuple[int, int]]
    counts: tuple[int, ...]
    countries: tuple[tuple[str, str], ...]


def pack_degrees(value: float, half: float) -> int:
    """A latitude (`half` 90) or longitude (180) in 24 bits: steps of at most 2.4 m."""
    return round((value + half) / (2 * half) * _STEPS)


def degrees(packed: int, half: float) -> float:
    """The inverse of `pack_degrees`, rounded to five places."""
    return round(packed / _STEPS * 2 * half - half, 5)


def pack_radius(km: float) -> int:
    """A radius in 8 bits, never rounded down: 4 % steps from 0.25 km to 6,700 km."""
    return min(255, max(0, math.ceil(_RADIUS_STEP * math.log(max(km, _RADIUS_SCALE) / _RADIUS_SCALE))))


def radius(packed: int) -> float:
    """The inverse of `pack_radius`, in km."""
    return round(_RADIUS_SCALE * math.exp(packed / _RADIUS_STEP), 1)


def pack_population(people: int) -> int:
    """A number of people in 8 bits: 0, then steps of 8.7 %."""
    return min(255, 1 + round(_POPULATION_STEP * math.log(people))) if people > 0 else 0


def population(packed: int) -> int:
    """The inverse of `pack_population`."""
    return round(math.exp((packed - 1) / _POPULATION_STEP)) if packed else 0


def write_header(sections: dict[str, bytes], counts: tuple[int, ...], countries: tuple[tuple[str, str], ...]) -> bytes:
    """The whole file from its sections, which keep their order."""
    places, offset = {}, 0
    for name, content in sections.items():
        places[name] = (offset, len(content))
        offset += len(content)
    table = json.dumps({"sections": places, "counts": counts, "countries": countries}, separators=(",", ":")).encode()
    return b"".join((MAGIC, len(table).to_bytes(4, "little"), table, *sections.values()))


def read_header(content: memoryview, address: str) -> Header:
    """The header of an open file; DatelineError if it is not one of this version."""
    if bytes(content[: len(MAGIC)]) != MAGIC:
        raise DatelineError(f"{address} is no gazetteer of this version; build it again with training/gazetteer/build.py")
    start = len(MAGIC) + 4
    size = int.from_bytes(content[len(MAGIC) : start], "little")
    table = json.loads(bytes(content[start : start + size]))
    sections = {name: (start + size + offset, length) for name, (offset, length) in table["sections"].items()}
    return Header(sections, tuple(table["counts"]), tuple((a, b) for a, b in table["countries"]))

"""Writing the gazetteer's two files: which names become keys, and how rows are packed."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import marisa_trie

from dateline.places import layout
from dateline.places.names import TYPES, normal, skeleton

SCRIPTS = ("LATIN", "CYRILLIC", "ARABIC", "HEBREW")
SKELETON_COUNTRIES = frozenset(
    "UA RU BY MD GE AM AZ KZ KG TJ TM UZ SY IQ IR YE SA JO LB PS IL EG LY DZ TN MA MR SD SS ET ER SO DJ TD ML NE BF NG CM CF CD "
    "RW BI UG KE MZ AF PK IN BD MM LK TH KP XK AE OM KW QA BH TR".split()
)
_CODE = re.compile(r"^[A-Z]{1,4}$")


@dataclass(frozen=True, slots=True)
class Row:
    """One row to be written; `order` sorts the rows that share a key, larger first."""

    geonameid: int
    name: str
    lat: float
    lon: float
    population: int
    parent: int
    admin2: int
    radius_km: float
    keys: frozenset[str]
    order: float
    iso2: str
    names: int


def readable(name: str) -> bool:
    """Whether `name` is a name in one of the scripts kept, and no romanised key ("hrtwm") or code ("KRT")."""
    if _CODE.match(name) or (name.isascii() and name.islower()):
        return False
    return all(unicodedata.name(c, "").startswith(SCRIPTS) for c in name if c.isalpha())


def keys_of(names: Iterable[str]) -> frozenset[str]:
    """The normal forms of the names worth keeping."""
    return frozenset(key for key in (normal(n) for n in names if readable(n)) if key and not key.isdigit())


def unit_keys(names: Iterable[str], level: int) -> frozenset[str]:
    """Keys of a division; a first-level one is also called by its name without the word for its type."""
    keys = set(keys_of(names))
    if level == 1:
        for key in list(keys):
            words = key.split()
            if len(words) > 1 and words[-1] in TYPES:
                keys.add(" ".join(words[:-1]))
    return frozenset(keys)


def _columns(rows: list[Row], name_number: dict[str, int]) -> dict[str, bytes]:
    values = {
        "geonameid": [r.geonameid for r in rows],
        "lat": [layout.pack_degrees(r.lat, 90) for r in rows],
        "lon": [layout.pack_degrees(r.lon, 180) for r in rows],
        "population": [layout.pack_population(r.population) for r in rows],
        "parent": [r.parent for r in rows],
        "admin2": [r.admin2 for r in rows],
        "names": [min(255, r.names) for r in rows],
        "radius": [layout.pack_radius(r.radius_km) for r in rows],
        "name": [name_number[r.name] for r in rows],
    }
    return {c: b"".join(v.to_bytes(layout.WIDTHS[c], "little") for v in column) for c, column in values.items()}


def _postings(trie: marisa_trie.Trie, meant: dict[str, list[int]]) -> tuple[bytes, bytes]:
    direct = bytearray(layout.ABSENT.to_bytes(3, "little") * len(trie))
    shared = bytearray()
    for key in sorted(meant):
        numbers, slot = meant[key], trie[key] * 3
        if len(numbers) == 1:
            value = numbers[0]
        else:
            value = layout.SHARED + len(shared)
            shared += bytes((len(numbers),)) + b"".join(n.to_bytes(3, "little") for n in numbers)
        direct[slot : slot + 3] = value.to_bytes(3, "little")
    return bytes(direct), bytes(shared)


def write(rows: list[Row], counts: tuple[int, ...], countries: list[tuple[str, str]], folder: Path) -> None:
    """Writes both files; the same rows always give the same bytes."""
    meant: dict[str, set[int]] = defaultdict(set)
    for number, row in enumerate(rows):
        for key in row.keys:
            meant[key].add(number)
            bare = skeleton(key) if row.iso2 in SKELETON_COUNTRIES and row.population else ""
            if bare:
                meant[layout.SKELETON + bare].add(number)
    lists = {k: sorted(n, key=lambda i: (-rows[i].order, i))[: layout.LONGEST_LIST] for k, n in meant.items()}
    trie = marisa_trie.Trie(sorted({*lists, *(layout.DISPLAY + r.name for r in rows)}), order=marisa_trie.LABEL_ORDER)
    direct, shared = _postings(trie, lists)
    numbers = {row.name: trie[layout.DISPLAY + row.name] for row in rows}
    sections = {**_columns(rows, numbers), "postings": direct, "shared": shared}
    folder.mkdir(parents=True, exist_ok=True)
    trie.save(str(folder / layout.NAMES))
    (folder / layout.ENTITIES).write_bytes(layout.write_header(sections, counts, tuple(countries)))

"""The gazetteer: two memory-mapped files of packaged places, and two plain tables of our own beside them."""

import mmap
from collections.abc import Iterable
from dataclasses import replace
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path
from typing import Final, TypeVar

import marisa_trie
from rapidfuzz.distance import JaroWinkler

from dateline.errors import DatelineError
from dateline.places import layout
from dateline.places.entry import Entry, Match
from dateline.places.names import TYPES, normal, skeleton, variants
from dateline.places.tables import Country, read_aliases, read_borders, read_countries, read_curated

_ALIKE: Final = 0.9
_ARABIC_THE: Final = "ال"
_CACHED_NAMES: Final = 20_000
T = TypeVar("T")


class Gazetteer:
    """Names to places. Open it with `open_gazetteer`; it is read-only, and may be shared between threads."""

    def __init__(self, folder: Path) -> None:
        entities = folder / layout.ENTITIES
        try:
            with entities.open("rb") as file:
                self._map = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
            self._trie = marisa_trie.Trie().mmap(str(folder / layout.NAMES))
        except (OSError, RuntimeError, ValueError) as error:
            raise DatelineError(
                f"{folder}: no gazetteer can be read here ({error}); reinstall Dateline or build it again"
            ) from error
        header = layout.read_header(self._map, str(entities))
        self._sections = {name: self._map[start : start + size] for name, (start, size) in header.sections.items()}
        self._starts = [sum(header.counts[:i]) for i in range(len(header.counts) + 1)]
        self._iso3 = [iso3 for _, iso3 in header.countries]
        self.countries: dict[str, Country] = read_countries(folder)
        self._demonyms = _keyed((c.iso3, c.demonyms) for c in self.countries.values())
        self._called = _keyed((c.iso3, (c.name, *c.names)) for c in self.countries.values())
        self._country_row = {iso3: number for number, iso3 in enumerate(self._iso3)}
        self.capitals = frozenset(c.capital for c in self.countries.values() if c.capital)
        self._aliases = read_aliases(folder)
        self.borders = read_borders(folder)
        rows = read_curated(folder)
        self._curated = rows
        self._by_curated = _keyed((i, (row.name, *row.names)) for i, row in enumerate(rows))
        self.starts = self._first_words()
        self.entry = lru_cache(maxsize=_CACHED_NAMES)(self._entry)
        self.candidates = lru_cache(maxsize=_CACHED_NAMES)(self._candidates)

    def _first_words(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, set[str]] = {}
        for key in (*self._called, *self._by_curated, *self._aliases):
            found.setdefault(key.split(" ", 1)[0], set()).add(key)
        return {word: tuple(keys) for word, keys in found.items()}

    def _value(self, column: str, number: int) -> int:
        width = layout.WIDTHS[column]
        return int.from_bytes(self._sections[column][number * width : (number + 1) * width], "little")

    def _entry(self, number: int) -> Entry:
        """The row `number` as it stands in the file, or the curated row past its end."""
        if number >= self._starts[-1]:
            return self._curated_entry(number - self._starts[-1])
        kind = next(k for k, end in zip(layout.ROW_KINDS, self._starts[1:], strict=True) if number < end)
        first_rows = self._starts[1]
        parent, second = self._value("parent", number), self._value("admin2", number)
        admins = self._starts[2] - first_rows
        above = first_rows + parent if parent < admins else -1
        if kind == "admin1":
            above = number
        code = self._value("parent", above) if parent < admins else parent
        name = str(self._trie.restore_key(self._value("name", number)))[1:]
        return Entry(
            number=number,
            name=name,
            kind=kind,  # type: ignore[arg-type]
            country=self._iso3[code - admins],
            admin1="" if above in {-1, number} else str(self._trie.restore_key(self._value("name", above)))[1:],
            lat=layout.degrees(self._value("lat", number), 90),
            lon=layout.degrees(self._value("lon", number), 180),
            radius_km=layout.radius(self._value("radius", number)),
            geonameid=self._value("geonameid", number) or None,
            population=layout.population(self._value("population", number)),
            names=self._value("names", number),
            admin1_number=above,
            admin2_number=self._starts[2] + second if second != layout.NO_ADMIN2 else -1,
        )

    def _curated_entry(self, index: int) -> Entry:
        row, above = self._curated[index], -1
        if row.admin1:
            rows = (self._entry(n) for n in self.rows(normal(row.admin1)))
            above = next((e.number for e in rows if e.kind == "admin1" and e.country == row.country), -1)
        return Entry(
            number=self._starts[-1] + index,
            name=row.name,
            kind=row.kind,
            country=row.country,
            admin1=row.admin1,
            lat=row.lat,
            lon=row.lon,
            radius_km=row.radius_km,
            geonameid=row.geonameid,
            names=1 + len(row.names),
            admin1_number=above,
            vague=row.vague,
            bloc=row.bloc,
            match="curated",
        )

    def rows(self, key: str) -> tuple[int, ...]:
        """The numbers of the packaged rows that a normal form (or a skeleton key) means, most important first."""
        slot = self._trie.get(key)
        if slot is None:
            return ()
        value = self._value_at("postings", slot * 3)
        if value == layout.ABSENT:
            return ()
        if value < layout.SHARED:
            return (value,)
        start = value - layout.SHARED
        count = self._sections["shared"][start]
        return tuple(self._value_at("shared", start + 1 + 3 * i) for i in range(count))

    def _value_at(self, section: str, start: int) -> int:
        return int.from_bytes(self._sections[section][start : start + 3], "little")

    def keys_at_start(self, text: str) -> list[str]:
        """The keys that `text`, a normal form, begins with; they may end inside a word of it."""
        found = list(self._trie.prefixes(text))
        word = text.split(" ", 1)[0]
        found.extend(key for key in self.starts.get(word, ()) if text.startswith(key))
        return found

    def demonym(self, word: str) -> Entry | None:
        """The country whose people or things `word` ("Ukrainian", "Sudanese") names."""
        named = self._demonyms.get(normal(word))
        return replace(self.country(named[0]), match="demonym") if named else None

    def country(self, iso3: str) -> Entry:
        """The row of a country by its ISO 3166-1 alpha-3 code; KeyError if there is none."""
        return self.entry(self._country_row[iso3])

    def capital(self, iso3: str) -> Entry | None:
        """The seat of a country's government, None where the country has none or is unknown."""
        country = self.countries.get(iso3)
        return self.by_geonameid(country.capital) if country and country.capital else None

    def by_geonameid(self, geonameid: int) -> Entry | None:
        """The town with a GeoNames id; towns stand in the order of their ids, so this is a binary search."""
        low, high = self._starts[3], self._starts[4]
        while low < high:
            middle = (low + high) // 2
            found = self._value("geonameid", middle)
            if found == geonameid:
                return self.entry(middle)
            low, high = (middle + 1, high) if found < geonameid else (low, middle)
        return None

    def is_abbreviation(self, key: str) -> bool:
        """Whether a key is a short form that means a place only beside another place or with a full stop ("Que.", "Ky.")."""
        alias = self._aliases.get(key)
        return alias is not None and alias.abbreviation

    def exact(self, key: str) -> tuple[Entry, ...]:
        """The entries that bear the name with this normal form, packaged ones by importance after our own tables."""
        found: dict[int, Entry] = {}
        for iso3 in self._called.get(key, ()):
            entry = self.country(iso3)
            found[entry.number] = entry
        for index in self._by_curated.get(key, ()):
            entry = self.entry(self._starts[-1] + index)
            found.setdefault(entry.number, entry)
        alias = self._aliases.get(key)
        if alias:
            rows = (self.entry(n) for n in self.rows(normal(alias.name)))
            target = next((e for e in rows if e.kind == alias.kind and e.country == alias.country), None)
            if target:
                found.setdefault(target.number, target)
        for number in self.rows(key):
            entry = self.entry(number)
            match: Match = "name" if normal(entry.name) == key else "alternate"
            found.setdefault(number, entry if match == "name" else replace(entry, match=match))
        return tuple(found.values())

    def _candidates(self, name: str) -> tuple[Entry, ...]:
        """All that `name` may mean, best kind of match first; variants and look-alikes only where nothing bears the name."""
        key = normal(name)
        if not key:
            return ()
        found = self.exact(key)
        people = self.demonym(name)
        if people:
            return (people, *(e for e in found if e.number != people.number))
        if found:
            have = {e.number for e in found}
            return (*found, *(replace(e, match="variant") for e in self._also(key) if e.number not in have))
        for other in variants(key):
            found = self.exact(other)
            if found:
                return tuple(replace(e, match="variant") for e in found)
        return self.alike(key)

    def _also(self, key: str) -> tuple[Entry, ...]:
        """What a name that is known may also mean: without the word for its kind ("Karak district"), without the Arabic article."""
        head, _, kind = key.rpartition(" ")
        if kind in TYPES:
            return self.exact(head)
        return self.exact(key.removeprefix(_ARABIC_THE)) if key.startswith(_ARABIC_THE) else ()

    def alike(self, key: str) -> tuple[Entry, ...]:
        """Places whose name reads like `key` after transliteration, most alike first; never where `key` is short."""
        bare = skeleton(key)
        if not bare or len(key) < 5:
            return ()
        scored = []
        for number in self.rows(layout.SKELETON + bare):
            entry = self.entry(number)
            alike = JaroWinkler.similarity(key, normal(entry.name))
            if alike >= _ALIKE:
                scored.append((alike, entry))
        scored.sort(key=lambda pair: (-pair[0], -pair[1].population, pair[1].number))
        return tuple(replace(entry, match="fuzzy") for _, entry in scored[:10])


def _keyed(named: Iterable[tuple[T, Iterable[str]]]) -> dict[str, tuple[T, ...]]:
    found: dict[str, tuple[T, ...]] = {}
    for value, names in named:
        for name in names:
            key = normal(name)
            if value not in found.get(key, ()):
                found[key] = (*found.get(key, ()), value)
    return found


@cache
def open_gazetteer(path: Path | None = None) -> Gazetteer:
    """The packaged gazetteer, or the one in the folder `path`; opened once for each folder."""
    return Gazetteer(path or Path(str(resources.files("dateline.places") / "data")))

"""The directory of who acts in the news: names of countries, people, offices, forces, groups, bodies and persons."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from pathlib import Path

from dateline.actors import entries
from dateline.actors.entries import Country, Entry
from dateline.actors.names import NameIndex, fold
from dateline.actors.roles import RoleLexicon
from dateline.actors.tables import parts, rows
from dateline.actors.terms import Person
from dateline.errors import DatelineError
from dateline.model import Actor

Meanings = tuple[Entry, ...]
_FAMILY_FIRST = frozenset(("CHN", "TWN", "HKG", "KOR", "PRK", "VNM", "KHM"))


@dataclass(frozen=True, slots=True)
class Directory:
    """All tables, indexed.

    `names` gives for a name all that it may mean, best first; an empty tuple marks words that look like a name but are none
    ("Indian Ocean"). `surnames` lists persons by folded family name in small letters.
    """

    names: NameIndex[Meanings]
    roles: RoleLexicon
    countries: dict[str, Country]
    adjectives: dict[str, str]
    people: tuple[Person, ...]
    surnames: dict[str, tuple[Person, ...]]


@cache
def open_directory(extra: Path | None = None) -> Directory:
    """The packaged directory, with the rows of the user's own file `extra` before all others.

    That file is a tab-separated table with the columns name, aliases, country, sector, kind and optionally from, to, wikidata,
    source. Raises DatelineError if it cannot be read.
    """
    folder = resources.files("dateline.actors") / "data"
    countries = entries.read_countries(folder)
    people = entries.read_people(folder)
    meanings: dict[str, list[Entry]] = {}

    def add(named: entries.Named) -> None:
        known = meanings.setdefault(named[0], [])
        if named[1] not in known:
            known.append(named[1])

    for name in _traps(folder):
        meanings[name] = []
    own = list(entries.organisation_names(extra, None)) if extra else []
    for named in own:
        add(named)
    mine = {name for name, _ in own}
    sources = [entries.person_names(folder, people), entries.country_names(countries), entries.seat_names(folder)]
    sources += [entries.organisation_names(folder / table, kind) for table, kind in entries.ORGANISATIONS]
    sources += [entries.region_names(folder)]
    for source in sources:
        for named in source:
            if named[0] not in mine:
                add(named)
    surnames: dict[str, tuple[Person, ...]] = {}
    for person in people:
        for key in _family_names(person):
            surnames[key] = (*surnames.get(key, ()), person)
    return Directory(
        NameIndex((name, tuple(found)) for name, found in meanings.items()),
        RoleLexicon(folder),
        {country.iso3: country for country in countries},
        _adjectives(countries, folder),
        tuple(people),
        surnames,
    )


def _family_names(person: Person) -> set[str]:
    """The folded family names in small letters: those of the table, else the last word, or the first where it comes first."""
    words = person.name.split()
    first = person.terms[0].country in _FAMILY_FIRST
    return {fold(name).lower() for name in person.surnames or (words[0] if first else words[-1],)}


def _traps(folder: entries.Folder) -> list[str]:
    return [words for _, row in rows(folder / "traps.tsv", ("words",)) for words in parts(row["words"])]


def _adjectives(countries: list[Country], folder: entries.Folder) -> dict[str, str]:
    found: dict[str, str] = {}
    for country in countries:
        for word in country.adjectives:
            found.setdefault(fold(word), country.iso3)
    for name, entry in entries.region_names(folder):
        if entry.kind == "demonym" and not entry.plural and entry.country:
            found.setdefault(fold(name), entry.country)
    return found


def countries() -> dict[str, Country]:
    """Every country by its ISO 3166-1 alpha-3 code (XKX for Kosovo)."""
    return open_directory().countries


def country_of_adjective(word: str) -> str:
    """The ISO 3166-1 alpha-3 code of "Ukrainian" or "Tigrayan"; empty if the word is no adjective of one country."""
    return open_directory().adjectives.get(fold(word), "")


def government_of(iso3: str) -> Actor:
    """The government of a country, under the country's name; raises DatelineError for an unknown code."""
    return Actor(None, _country(iso3).name, iso3, "GOV")


def forces_of(iso3: str) -> Actor:
    """The armed forces of a country; raises DatelineError for an unknown code."""
    return Actor(None, _country(iso3).forces, iso3, "MIL")


def civilians_of(iso3: str) -> Actor:
    """The civilians of a country; raises DatelineError for an unknown code."""
    return Actor(None, entries.civilians_name(_country(iso3)), iso3, "CVL")


def _country(iso3: str) -> Country:
    country = open_directory().countries.get(iso3)
    if country is None:
        raise DatelineError(f"country {iso3!r}: no ISO 3166-1 alpha-3 code; use three capitals such as UKR")
    return country


def meaning_on(meanings: Meanings, day: date | None, home: str = "") -> Entry:
    """Which of several meanings holds: of the `home` country before others, in force on `day` before others, then table order.

    Without a `day` the newest of the rows of one name holds.
    """
    if len(meanings) == 1:
        return meanings[0]

    def rank(entry: Entry) -> tuple[bool, bool]:
        in_force = entry.covers(day) if day else entry.end == date.max
        return bool(home) and entry.country == home, in_force

    return max(meanings, key=rank)

"""What the directory knows: entries (one row each), countries, and how the tables become entries."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal, cast, get_args

from dateline.actors import tables
from dateline.actors.terms import Person, Term
from dateline.errors import DatelineError

Kind = Literal["person", "country", "demonym", "seat", "body", "group", "force", "office", "company", "media", "ngo"]

ORGANISATIONS: tuple[tuple[str, Kind], ...] = (
    ("groups.tsv", "group"),
    ("forces.tsv", "force"),
    ("bodies.tsv", "body"),
    ("offices.tsv", "office"),
    ("ngos.tsv", "ngo"),
    ("companies.tsv", "company"),
    ("media.tsv", "media"),
    ("parties.tsv", "group"),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a name may mean, while `start` <= day <= `end`.

    `plural` marks the people of a country ("Iranians"), `person` is set for persons, whose country and sector follow from their
    terms of office. A `country` that is empty on a country or demonym is a region of several states ("European").
    """

    name: str
    country: str
    sector: str
    kind: Kind
    start: date = date.min
    end: date = date.max
    wikidata: str | None = None
    plural: bool = False
    surname_only: bool = False
    person: Person | None = None

    def covers(self, day: date) -> bool:
        """Whether the entry holds on that day."""
        return self.start <= day <= self.end


@dataclass(frozen=True, slots=True)
class Country:
    """A country as reports name it; `adjectives` hold the forms before a noun, `people` its nationals in the plural."""

    iso3: str
    name: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    seats: tuple[str, ...]
    forces: str


Named = tuple[str, Entry]
Folder = Traversable | Path


def read_countries(folder: Folder) -> list[Country]:
    """The countries of `countries.tsv` in the order of their names."""
    found = []
    for _, row in tables.rows(folder / "countries.tsv", ("iso3", "name", "aliases", "adjectives", "people", "seats", "forces")):
        adjectives = tuple(tables.parts(row["adjectives"]))
        forces = row["forces"] or f"{adjectives[0] if adjectives else row['name']} Armed Forces"
        aliases, people, seats = (tuple(tables.parts(row[column])) for column in ("aliases", "people", "seats"))
        found.append(Country(row["iso3"], row["name"], aliases, adjectives, people, seats, forces))
    return found


def country_names(countries: list[Country]) -> Iterator[Named]:
    """Names, people, adjectives and capitals, in this order of precedence."""
    for country in countries:
        own = Entry(country.name, country.iso3, "GOV", "country")
        yield from ((name, own) for name in (country.name, *country.aliases))
    for country in countries:
        adjective = Entry(country.name, country.iso3, "GOV", "demonym")
        yield from ((name, adjective) for name in country.adjectives)
        people = Entry(civilians_name(country), country.iso3, "CVL", "demonym", plural=True)
        yield from ((name, people) for name in country.people if name not in country.adjectives)
    for country in countries:
        seat = Entry(country.name, country.iso3, "GOV", "seat")
        yield from ((name, seat) for name in country.seats)


def civilians_name(country: Country) -> str:
    """The canonical name of a country's civilians."""
    return f"{country.adjectives[0] if country.adjectives else country.name} civilians"


def region_names(folder: Folder) -> Iterator[Named]:
    """Parts of countries, peoples and wider regions of `regions.tsv`."""
    for _, row in tables.rows(folder / "regions.tsv", ("name", "adjectives", "people", "iso3")):
        names, adjectives = tables.parts(row["name"]), tables.parts(row["adjectives"])
        name = (names or adjectives)[0]
        sector = "GOV" if row["iso3"] else ""
        yield from ((n, Entry(name, row["iso3"], sector, "country")) for n in names)
        yield from ((n, Entry(name, row["iso3"], sector, "demonym")) for n in adjectives)
        plural = Entry(f"{name} civilians", row["iso3"], "CVL", "demonym", plural=True)
        yield from ((n, plural) for n in tables.parts(row["people"]) if n not in adjectives)


def seat_names(folder: Folder) -> Iterator[Named]:
    """Buildings, streets and towns of `seats.tsv` that stand for who sits there."""
    for _, row in tables.rows(folder / "seats.tsv", ("name", "aliases", "country", "sector", "stands_for")):
        entry = Entry(row["stands_for"], row["country"], row["sector"], "seat")
        yield from ((name, entry) for name in (row["name"], *tables.parts(row["aliases"])))


def organisation_names(table: Folder, kind: Kind | None) -> Iterator[Named]:
    """Names and aliases of one table of organisations; without a `kind` the table has a column of that name (a user's own file)."""
    required = ("name", "aliases", "country", "sector", *(("kind",) if kind is None else ()))
    for number, row in tables.rows(table, required):
        where = f"actor table {table}, line {number}"
        of_kind = kind or row["kind"]
        if of_kind not in get_args(Kind):
            raise DatelineError(f"{where}: kind {of_kind!r} is none of {', '.join(get_args(Kind))}")
        start, end = tables.first_day(row.get("from", ""), where), tables.last_day(row.get("to", ""), where)
        person = None
        if of_kind == "person":
            term = Term(row["country"], row.get("office", ""), row["sector"], start, end)
            person = Person(row["name"], (), (term,), row.get("wikidata") or None)
        entry = Entry(
            row["name"],
            row["country"],
            row["sector"],
            cast("Kind", of_kind),
            start,
            end,
            row.get("wikidata") or None,
            person=person,
        )
        yield from ((name, entry) for name in (row["name"], *tables.parts(row["aliases"])))


def read_people(folder: Folder) -> list[Person]:
    """The persons of `people.tsv` with their terms from `terms.tsv`; raises DatelineError if one of them is in one table alone."""
    terms: dict[str, list[Term]] = {}
    table = folder / "terms.tsv"
    for number, row in tables.rows(table, ("person", "country", "office", "sector", "from", "to")):
        where = f"actor table {table}, line {number}"
        start, end = tables.first_day(row["from"], where), tables.last_day(row["to"], where)
        terms.setdefault(row["person"], []).append(Term(row["country"], row["office"], row["sector"], start, end))
    people = []
    for number, row in tables.rows(folder / "people.tsv", ("name", "surnames", "aliases", "alone", "wikidata")):
        held = terms.pop(row["name"], None)
        if held is None:
            raise DatelineError(f"actor table people.tsv, line {number}: {row['name']} has no row in terms.tsv")
        held.sort(key=lambda term: term.start)
        people.append(Person(row["name"], tuple(tables.parts(row["surnames"])), tuple(held), row["wikidata"] or None))
    if terms:
        raise DatelineError(f"actor table terms.tsv: {next(iter(terms))} has no row in people.tsv")
    return people


def person_names(folder: Folder, people: list[Person]) -> Iterator[Named]:
    """Full names in every spelling of the family name, other names, and the family name alone where it is told apart by itself."""
    known = {person.name: person for person in people}
    for _, row in tables.rows(folder / "people.tsv", ("name", "surnames", "aliases", "alone")):
        person = known[row["name"]]
        newest = person.term_on(None)
        entry = Entry(person.name, newest.country, newest.sector, "person", wikidata=person.wikidata, person=person)
        yield person.name, entry
        yield from ((alias, entry) for alias in tables.parts(row["aliases"]))
        for surname in person.surnames[1:]:
            if person.surnames[0] in person.name:
                yield person.name.replace(person.surnames[0], surname), entry
        if row["alone"]:
            alone = Entry(
                person.name,
                newest.country,
                newest.sector,
                "person",
                wikidata=person.wikidata,
                surname_only=True,
                person=person,
            )
            yield from ((surname, alone) for surname in person.surnames)

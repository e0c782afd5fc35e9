"""Persons and the offices they held: who was what on a day, and whether the table contradicts itself."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

SINGLE_SEATS = (
    "head of state",
    "head of government",
    "foreign minister",
    "defence minister",
    "interior minister",
    "army chief",
)

GRACE = timedelta(days=60)  # reports go on calling a toppled president by the office for a while


@dataclass(frozen=True, slots=True)
class Term:
    """One office of one person, both days inclusive; `end` is date.max while it lasts."""

    country: str
    office: str
    sector: str
    start: date
    end: date

    def covers(self, day: date) -> bool:
        """Whether the office was held on that day."""
        return self.start <= day <= self.end


@dataclass(frozen=True, slots=True)
class Person:
    """A public person with all terms, oldest first; `surnames` are the spellings under which reports write the family name."""

    name: str
    surnames: tuple[str, ...]
    terms: tuple[Term, ...]
    wikidata: str | None = None

    def term_on(self, day: date | None) -> Term:
        """The term that tells best what the person was on `day`.

        That is the one that covers it (of several the one that began last), else the last that had ended, else the first to come;
        without a day the newest.
        """
        if day is None:
            return max(self.terms, key=lambda term: (term.end, term.start))
        covering = [term for term in self.terms if term.covers(day)]
        if covering:
            return max(covering, key=lambda term: term.start)
        past = [term for term in self.terms if term.end < day]
        return max(past, key=lambda term: term.end) if past else self.terms[0]

    def in_office(self, day: date) -> bool:
        """Whether any term covers the day."""
        return any(term.covers(day) for term in self.terms)

    def sector_on(self, day: date | None) -> str:
        """The sector on `day`; who left a government office for good more than two months before is of the elite (ELI)."""
        term = self.term_on(day)
        left = day is not None and day - term.end > GRACE and not any(other.start > day for other in self.terms)
        return "ELI" if left and term.sector == "GOV" else term.sector


def clashes(people: list[Person], tolerance: timedelta = timedelta(days=31)) -> list[str]:
    """Every case of two holders of one single-seat office at once, or of a term that ends before it begins, one sentence each.

    Terms known to the month only may overlap by the `tolerance`.
    """
    found = []
    seats: dict[tuple[str, str], list[tuple[Term, str]]] = {}
    for person in people:
        for term in person.terms:
            if term.end < term.start:
                found.append(f"{person.name}: {term.office} of {term.country} ends before it begins")
            if term.office in SINGLE_SEATS:
                seats.setdefault((term.country, term.office), []).append((term, person.name))
    for (country, office), terms in seats.items():
        terms.sort(key=lambda held: held[0].start)
        for (earlier, first), (later, second) in pairwise(terms):
            overlap = min(earlier.end, later.end) - later.start
            if overlap > tolerance:
                found.append(f"{office} of {country}: {first} and {second} at once from {later.start}")
    return found

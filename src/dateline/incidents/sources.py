"""How many sources tell an incident, and how many of them are independent."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from dateline.incidents.clustering import connected
from dateline.incidents.profile import Profile
from dateline.model import Report

Value = TypeVar("Value")


def publisher_of(report: Report) -> str:
    """Who published a report; an unnamed publisher is known by the document alone."""
    return f"publisher {report.publisher}" if report.publisher else f"document {report.doc_id}"


def origins(reports: Iterable[Report]) -> dict[str, str]:
    """The origin of every document, by id: reports of one publisher and copies of one wire report have one origin."""
    reports = sorted(reports, key=lambda report: report.doc_id)
    links = [(f"document {r.doc_id}", publisher_of(r)) for r in reports]
    links += [(f"document {r.doc_id}", f"family {r.family}") for r in reports if r.family]
    groups = connected({name for link in links for name in link}, links)
    return {report.doc_id: min(groups.of[f"document {report.doc_id}"]) for report in reports}


@dataclass(frozen=True, slots=True)
class Votes:
    """The events of one incident, oldest report first, and the origin of each document: one origin has one vote."""

    members: Sequence[Profile]
    origin: Mapping[str, str]

    def count(self, values: Iterable[tuple[Profile, Value]]) -> list[tuple[Value, int]]:
        """Values by how many origins give them, most first; ties go to the higher confidence, then to the older report."""
        voters: defaultdict[Value, set[str]] = defaultdict(set)
        trust: defaultdict[Value, float] = defaultdict(float)
        for profile, value in values:
            voters[value].add(self.origin[profile.event.doc_id])
            trust[value] = max(trust[value], profile.event.confidence)
        ranked = sorted(voters, key=lambda value: (-len(voters[value]), -trust[value]))
        return [(value, len(voters[value])) for value in ranked]

    def winner(self, values: Iterable[tuple[Profile, Value]]) -> Value | None:
        """The value that most origins give; None where none is given."""
        counted = self.count(values)
        return counted[0][0] if counted else None


def votes(members: Sequence[Profile]) -> Votes:
    """The events of one incident, in order of publication, ready to be counted."""
    return Votes(members, origins({p.report.doc_id: p.report for p in members}.values()))

"""Loading and checking a codebook folder (`types.tsv`, `lists.tsv`)."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import cast, get_args

from dateline.errors import DatelineError
from dateline.model import Event, Quad

VERSION = "dateline-1.0"


@dataclass(frozen=True, slots=True)
class EventType:
    """One event type with its quad class (VC, MC, VX, MX) and the modes that it allows."""

    name: str
    quad: Quad
    modes: frozenset[str]
    summary: str


@dataclass(frozen=True, slots=True)
class Codebook:
    """All closed lists that coding may use."""

    version: str
    types: dict[str, EventType]
    contexts: frozenset[str]
    statuses: frozenset[str]
    sectors: frozenset[str]
    harm: frozenset[str]
    targets: frozenset[str]
    extents: frozenset[str]
    impacts: frozenset[str]

    def quad(self, event_type: str) -> Quad:
        """The quad class of a type."""
        return self.types[event_type].quad

    def faults(self, event: Event) -> list[str]:
        """What in the event is outside the codebook, one sentence each; empty if nothing is."""
        found = []
        known = self.types.get(event.event_type)
        if known is None:
            return [f"unknown event type {event.event_type!r}"]
        if event.mode is not None and event.mode not in known.modes:
            found.append(f"mode {event.mode!r} is none of {event.event_type}")
        if event.status not in self.statuses:
            found.append(f"unknown status {event.status!r}")
        checks = (
            ("context", event.contexts, self.contexts),
            ("sector", [a.sector for a in (*event.actors, *event.recipients) if a.sector], self.sectors),
            ("harm kind", [h.kind for h in event.harm], self.harm),
            ("target kind", [t.kind for t in event.targets], self.targets),
            ("impact kind", [i.kind for i in event.impacts], self.impacts),
        )
        for name, values, allowed in checks:
            found.extend(f"unknown {name} {v!r}" for v in values if v not in allowed)
        return found


def _rows(folder: Traversable | Path, name: str) -> list[dict[str, str]]:
    try:
        text = (folder / name).read_text(encoding="utf-8")
    except OSError as error:
        raise DatelineError(
            f"codebook folder {folder}: cannot read {name} ({error.strerror}); copy the packaged one and edit it"
        ) from error
    return list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def load(folder: Path | None = None) -> Codebook:
    """The packaged codebook, or the one in `folder`; raises DatelineError if files are missing or a quad class is wrong."""
    source = folder or resources.files("dateline.codebook") / "data"
    types = {}
    for row in _rows(source, "types.tsv"):
        if row["quad"] not in get_args(Quad):
            raise DatelineError(f"codebook {source}: type {row['type']} has quad class {row['quad']!r}, not one of VC, MC, VX, MX")
        types[row["type"]] = EventType(row["type"], cast("Quad", row["quad"]), frozenset(row["modes"].split()), row["summary"])
    lists = {row["list"]: frozenset(row["codes"].split()) for row in _rows(source, "lists.tsv")}
    try:
        return Codebook(VERSION, types, **lists)
    except TypeError as error:
        raise DatelineError(f"codebook {source}: lists.tsv does not hold exactly the expected lists ({error})") from error

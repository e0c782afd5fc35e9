"""What the JSON Lines filters ask of their input lines; fields that are not named here are let through."""

from datetime import date, datetime
from typing import Any

import msgspec

from dateline.codebook import load

Id = str | int | float


class Range(msgspec.Struct):
    """Characters `start` to `end` of the record's text."""

    start: int
    end: int


def _must_lie_in(text: str, field: str, *ranges: Range) -> None:
    for part in ranges:
        if not 0 <= part.start < part.end <= len(text):
            raise ValueError(f"{field}: {part.start} to {part.end} is no part of a text of {len(text)} characters")


def _must_be_a_time(published: str | None) -> None:
    if published:
        try:
            datetime.fromisoformat(published)
        except ValueError:
            raise ValueError(f"published: {published!r} is no ISO 8601 date") from None


class Relation(msgspec.Struct):
    """A sentence with the two parties marked in it."""

    id: Id
    sentence: str
    actor: Range
    recipient: Range

    def __post_init__(self) -> None:
        """Raises ValueError (which msgspec reports with its place) where a mark is outside the sentence."""
        _must_lie_in(self.sentence, "actor", self.actor)
        _must_lie_in(self.sentence, "recipient", self.recipient)


class Toponyms(msgspec.Struct):
    """A text in which places are found or, if `spans` are given, resolved."""

    id: Id
    text: str
    published: str | None = None
    spans: list[Range] | None = None

    def __post_init__(self) -> None:
        """Raises ValueError where a span is outside the text."""
        _must_be_a_time(self.published)
        _must_lie_in(self.text, "spans", *(self.spans or ()))


class Dated(msgspec.Struct):
    """A text in which times are found, read from the day of its publication; without one, days that the words alone fix."""

    id: Id
    text: str
    published: str | None = None

    def __post_init__(self) -> None:
        """Raises ValueError where the day is none."""
        _must_be_a_time(self.published)


class Party(msgspec.Struct):
    """An entity of an event."""

    text: str | None = None
    name: str | None = None
    country: str | None = None
    sector: str | None = None


class Where(msgspec.Struct):
    """The place of an event."""

    name: str | None = None
    country: str | None = None
    precision: str | None = None
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None


class When(msgspec.Struct):
    """The date of an event."""

    start: date | None = None
    end: date | None = None
    precision: str | None = None


class Figures(msgspec.Struct):
    """One figure of harm of an event."""

    kind: str
    min: int | None = None
    max: int | None = None


class Kind(msgspec.Struct):
    """A target or an impact of an event."""

    kind: str


class CodedEvent(msgspec.Struct):
    """An event under the codebook's field names, with what merging needs to know of its report."""

    event_id: Id
    doc_id: Id
    event_type: str
    mode: str | None = None
    status: str | None = None
    background: bool | None = None
    aggregate: bool | None = None
    published: str | None = None
    publisher: str | None = None
    actors: list[Party] | None = None
    recipients: list[Party] | None = None
    place: Where | None = None
    date: When | None = None
    harm: list[Figures] | None = None
    targets: list[Kind] | None = None
    impacts: list[Kind] | None = None
    attribution: Party | None = None
    evidence: list[dict[str, Any]] | None = None
    confidence: float | None = None

    def __post_init__(self) -> None:
        """Raises ValueError where the type is none of the codebook's or the day of publication is none."""
        _must_be_a_time(self.published)
        if self.event_type not in load().types:
            raise ValueError(f"event_type: {self.event_type!r} is none of the codebook's")

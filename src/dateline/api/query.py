"""Query parameters of the listings, checked and turned into the store's filter."""

from collections.abc import Container
from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from dateline import codebook
from dateline.errors import DatelineError
from dateline.model import Quad, Status
from dateline.store import IncidentFilter, Order

MAX_LIMIT = 1000
CountryCode = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]


class IncidentQuery(BaseModel):
    """The filter of incidents; parameters that take several values are repeated (`status=alleged&status=denied`)."""

    model_config = ConfigDict(extra="forbid")

    event_type: list[str] = Field(default=[], description="event types of the codebook, such as ASSAULT")
    quad: list[Quad] = Field(default=[], description="quad classes: VC, MC, VX, MX")
    status: list[Status] = Field(default=[], description="occurred, planned, conditional, alleged or denied")
    country: list[CountryCode] = Field(default=[], description="ISO 3166-1 alpha-3 codes of the place")
    actor: list[str] = Field(default=[], description="canonical names of actors or recipients")
    target: list[str] = Field(default=[], description="kinds of things hit, such as energy.grid")
    since: date | None = Field(default=None, description="first day, ISO 8601")
    until: date | None = Field(default=None, description="last day, inclusive, ISO 8601")
    text: str = Field(default="", max_length=500, description="words that the reports' sentences must hold")
    background: bool | None = Field(default=None, description="true: only background; false: none; left out: both")
    killed_at_least: int | None = Field(default=None, ge=0, description="lowest count of people killed")
    box: str | None = Field(default=None, description="west,south,east,north in degrees; west may be greater than east")
    order: Order = "newest"
    limit: int = Field(default=100, ge=1, le=MAX_LIMIT)
    offset: int = Field(default=0, ge=0)

    def as_filter(self) -> IncidentFilter:
        """The store's filter; raises DatelineError for values outside the codebook and for days in the wrong order."""
        book = codebook.load()
        _check("event_type", self.event_type, book.types)
        _check("target", self.target, book.targets)
        if self.since and self.until and self.since > self.until:
            raise DatelineError(f"since {self.since} is after until {self.until}; swap them.")
        return IncidentFilter(
            event_types=tuple(self.event_type),
            quads=tuple(self.quad),
            statuses=tuple(self.status),
            countries=tuple(self.country),
            actors=tuple(self.actor),
            targets=tuple(self.target),
            since=self.since,
            until=self.until,
            text=self.text.strip(),
            background=self.background,
            killed_at_least=self.killed_at_least,
            box=_box(self.box) if self.box else None,
            order=self.order,
            limit=self.limit,
            offset=self.offset,
        )


def _box(text: str) -> tuple[float, float, float, float]:
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError as error:
        raise DatelineError(f"box {text!r} is not four numbers west,south,east,north in degrees.") from error
    if not (-90 <= south <= north <= 90 and -180 <= west <= 180 and -180 <= east <= 180):
        raise DatelineError(f"box {text!r} is not on the globe: longitudes -180 to 180, latitudes -90 to 90, south first.")
    return west, south, east, north


def _check(name: str, values: list[str], known: Container[str]) -> None:
    for value in values:
        if value not in known:
            raise DatelineError(f"{name} {value!r} is not in the codebook; /api/codebook lists what is.")

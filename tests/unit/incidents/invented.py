"""Small invented events and reports for the tests of merging."""

from datetime import date
from typing import Any

from dateline.incidents import profile
from dateline.incidents.profile import Profile
from dateline.model import Actor, Event, Harm, Place, Quantity, Report, TimeSpan

FLEET = Actor("the fleet", "Armed Forces of Vostria", "VOS", "MIL")
VOSTRIA = Actor("Vostria", "Vostria", "VOS", "GOV")
ORELAND = Actor("Oreland", "Oreland", "ORE", "GOV")
TOWNSFOLK = Actor("residents", "residents of Belhaven", "ORE", "CVL")
BELHAVEN = Place("Belhaven", "Belhaven", "ORE", "city", admin1="Coast", lat=46.0, lon=30.0)
SUBURB = Place("Belhaven East", "Belhaven East", "ORE", "city", admin1="Coast", lat=46.1, lon=30.1)
HILLTOWN = Place("Hilltown", "Hilltown", "ORE", "city", admin1="Hills", lat=48.0, lon=33.0)
COAST = Place("the coast", "Coast", "ORE", "admin1", admin1="Coast", lat=46.3, lon=30.5)
WHOLE_LAND = Place("Oreland", "Oreland", "ORE", "country", lat=48.0, lon=32.0)
FIRST_OF_MAY = date(2026, 5, 1)


def day(number: int, text: str | None = "that day") -> TimeSpan:
    """One day of May 2026; without `text` it is taken from the publication."""
    return TimeSpan(date(2026, 5, number), date(2026, 5, number), "day", text)


def killed(low: int | None, high: int | None, **more: Any) -> Harm:
    return Harm("killed", Quantity(low, high), **more)


def strike(key: str, doc: str, **changes: Any) -> Event:
    """A strike on Belhaven on 4 May."""
    told: dict[str, Any] = {
        "mode": "aerial",
        "actors": (FLEET,),
        "recipients": (TOWNSFOLK,),
        "place": BELHAVEN,
        "date": day(4),
        "confidence": 0.8,
    }
    return Event(key, doc, changes.pop("event_type", "ASSAULT"), **(told | changes))


def said(key: str, doc: str, event_type: str = "ACCUSE", **changes: Any) -> Event:
    """Oreland accuses Vostria on 5 May."""
    told: dict[str, Any] = {"actors": (ORELAND,), "recipients": (VOSTRIA,), "date": day(5, None), "confidence": 0.7}
    return Event(key, doc, event_type, **(told | changes))


def report(doc: str, number: int = 5, publisher: str | None = None, **more: Any) -> Report:
    """A report of 5 May by an outlet of its own."""
    return Report(doc, date(2026, 5, number), publisher or f"Outlet {doc}", **more)


def reports(*told: Report) -> dict[str, Report]:
    return {each.doc_id: each for each in told}


def seen(event: Event, source: Report | None = None) -> Profile:
    return profile(event, source or report(event.doc_id))

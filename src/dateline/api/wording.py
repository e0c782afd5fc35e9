"""Values of the record in a few words, for the plain pages."""

from dateline.model import Actor, Incident, Place, Quantity, TimeSpan, Toll


def count_words(count: Quantity) -> str:
    """A range: "3", "0–5", "3 or more", "up to 5" where no lowest is known, "unknown"."""
    low, high = count.minimum, count.maximum
    if low is not None and low == high:
        return str(low)
    if low is None and high is None:
        return "unknown"
    if high is None:
        return f"{low} or more"
    return f"up to {high}" if low is None else f"{low}–{high}"


def date_words(date: TimeSpan | None) -> str:
    """ISO days with the precision where it is not a day."""
    if date is None:
        return "no date"
    days = date.start.isoformat() if date.start == date.end else f"{date.start} to {date.end}"
    return days if date.precision in ("day", "hour") else f"{days} (known to the {date.precision})"


def place_words(place: Place | None) -> str:
    """The name, country and, where it is wider than a town, the precision."""
    if place is None:
        return "no place"
    name = ", ".join(part for part in (place.name, place.country) if part)
    wide = {"admin2": "district", "admin1": "province", "region": "region", "country": "country"}.get(place.precision)
    return f"~ {name} ({wide})" if wide else name


def actor_words(actors: tuple[Actor, ...]) -> str:
    """Names with country and sector, or "unknown"."""
    return ", ".join(_actor(a) for a in actors) or "unknown"


def _actor(actor: Actor) -> str:
    codes = " ".join(c for c in (actor.country, actor.sector) if c)
    return f"{actor.name} ({codes})" if codes else actor.name


def toll_words(toll: Toll) -> str:
    """A range with its kind and group: "3–5 killed (soldiers)", "2 of the killed: children"."""
    if toll.subset:
        return f"{count_words(toll.count)} of the {toll.kind}" + (f": {toll.who}" if toll.who else "")
    return f"{count_words(toll.count)} {toll.kind}" + (f" ({toll.who})" if toll.who else "")


def act_words(incident: Incident) -> str:
    """Who did what to whom, with the status where the act is not known to have happened."""
    mode = f" ({incident.mode})" if incident.mode else ""
    whom = f" → {actor_words(incident.recipients)}" if incident.recipients else ""
    status = "" if incident.status == "occurred" else f" [{incident.status}]"
    return f"{incident.event_type}{mode}{status}: {actor_words(incident.actors)}{whom}"

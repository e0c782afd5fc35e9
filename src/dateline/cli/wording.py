"""Events and incidents in few words, for tables and pages of text."""

from collections.abc import Iterable, Sequence

from dateline.model import Actor, Document, Event, Harm, Incident, Place, Quantity, TimeSpan, Toll


def parties(actors: Sequence[Actor], recipients: Sequence[Actor]) -> str:
    """Such as "Russia (RUS MIL) -> Ukraine (UKR CVL)"; commas join the sides of a two-sided act, "?" is a doer not told."""
    doers = ", ".join(map(party, actors)) or "?"
    return f"{doers} -> {', '.join(map(party, recipients))}" if recipients else doers


def party(actor: Actor) -> str:
    """Name, and in brackets country and sector as far as they are known."""
    codes = " ".join(filter(None, (actor.country, actor.sector)))
    return f"{actor.name} ({codes})" if codes else actor.name


def place(where: Place | None) -> str:
    """Name and country; a precision coarser than a city is said."""
    if where is None:
        return ""
    coarse = f" ({where.precision})" if where.precision in ("region", "admin1", "admin2") else ""
    country = f", {where.country}" if where.country and where.precision != "country" else ""
    return f"{where.name}{country}{coarse}"


def day(span: TimeSpan | None) -> str:
    """One ISO day, or the first and the last with as much as differs."""
    if span is None:
        return ""
    first, last = span.start.isoformat(), span.end.isoformat()
    if first == last:
        return first
    if first[:8] == last[:8]:
        return f"{first}..{last[8:]}"
    return f"{first}..{last[5:] if first[:5] == last[:5] else last}"


def quantity(count: Quantity) -> str:
    """Such as "3", "3+" (at least), "0-20" (up to)."""
    if count.minimum is None and count.maximum is None:
        return "?"
    if count.maximum is None:
        return f"{count.minimum}+"
    return f"{count.minimum or 0}" if count.minimum == count.maximum else f"{count.minimum or 0}-{count.maximum}"


def harm(figures: Iterable[Harm | Toll]) -> str:
    """Such as "3+ killed, 12 injured"; whose they are if they are part of another figure; older figures in brackets."""
    words = []
    for figure in figures:
        one = f"{quantity(figure.count)} {figure.kind}" + (f" ({figure.who})" if figure.who and figure.subset else "")
        words.append(f"[{one}]" if isinstance(figure, Harm) and figure.superseded else one)
    return ", ".join(words)


def act(event_type: str, mode: str | None) -> str:
    """Type and mode."""
    return f"{event_type} {mode}" if mode else event_type


def status(event: Event | Incident) -> str:
    """The status, with what takes it out of the news or out of sums."""
    marks = [name for name, value in (("background", event.background), ("aggregate", event.aggregate)) if value]
    return " ".join([event.status, *marks])


def sentence(event: Event, document: Document) -> str:
    """The sentence (or title) that tells the act, on one line."""
    trigger = next((e for e in event.evidence if e.role == "trigger"), None)
    if trigger is None:
        return ""
    if trigger.part == "title":
        return document.title
    number = document.sentence_at(trigger.start)
    if number is None:
        return document.text[trigger.start : trigger.end]
    return " ".join(document.sentences[number].of(document.text).split())

"""Which triggers of one report tell the same act."""

from collections.abc import Callable, Sequence

from typing import TypeVar

from dateline.coding.draft import Draft, Filled
from dateline.model import Place, TimeSpan

T = TypeVar("T")


def merge(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """One draft an act, in order of first trigger; each later mention joins the best earlier act that it agrees with."""
    merged: list[Draft] = []
    for draft in drafts:
        home = next((m for m in reversed(merged) if _same(m, draft, text)), None)
        if home is None:
            merged.append(draft)
        else:
            absorb(home, draft)
    return merged


def _same(a: Draft, b: Draft, text: str) -> bool:
    if a.event_type != b.event_type:
        return False
    if a.sentence == b.sentence:
        return _same_sentence(a, b)
    if not (_agree(a.date, b.date, _days_meet) and _agree(a.place, b.place, _places_meet)) or a.background != b.background:
        return b.anaphoric and not b.place and not b.date
    if a.event_type in ("ACCUSE", "REQUEST", "THREATEN", "SUPPORT", "REJECT", "CONCEDE"):
        return _same_speech(a, b)
    if a.event_type in ("ASSAULT", "COERCE", "PROTEST", "MOBILIZE"):
        return _same_force(a, b, text)
    return _sides_agree(a.countries, b.countries) and (a.status == b.status or b.anaphoric) and _near(a, b)


def _same_sentence(a: Draft, b: Draft) -> bool:
    """One sentence rarely tells two acts of one type, unless their places, days or doers differ."""
    apart = (a.place and b.place and not _places_meet(a.place.value, b.place.value)) or (
        a.date and b.date and not _days_meet(a.date.value, b.date.value)
    )
    if apart:
        return False
    return not (a.countries and b.countries and not a.countries & b.countries and a.event_type not in ("CONSULT", "AGREE"))


def _near(a: Draft, b: Draft) -> bool:
    return b.sentence - a.sentence <= 4 or b.anaphoric


def _same_speech(a: Draft, b: Draft) -> bool:
    """One speaker, one type, one recipient in one report is one event."""
    if not (a.countries and b.countries and a.countries & b.countries):
        return False
    return _sides_agree(a.recipient_countries, b.recipient_countries)


def _same_force(a: Draft, b: Draft, text: str) -> bool:
    if not _sides_agree(a.countries, b.countries):
        return False
    if b.anaphoric or not b.actors:
        return not (b.place and a.place and not _places_meet(a.place.value, b.place.value)) and (
            b.place is None or a.place is not None
        )
    if a.place and b.place:
        return _places_close(a.place.value, b.place.value)
    return not b.place and _near(a, b) and a.status == b.status


def _sides_agree(a: set[str], b: set[str]) -> bool:
    return not a or not b or bool(a & b)


def _agree(a: Filled[T] | None, b: Filled[T] | None, meet: Callable[[T, T], bool]) -> bool:
    return a is None or b is None or meet(a.value, b.value)


def _days_meet(a: TimeSpan, b: TimeSpan) -> bool:
    return a.overlaps(b)


def _places_meet(a: Place, b: Place) -> bool:
    """Whether one may contain the other."""
    if a.country != b.country:
        return False
    if a.name == b.name or "country" in (a.precision, b.precision):
        return True
    if a.precision in ("admin1", "region") or b.precision in ("admin1", "region"):
        return not a.admin1 or not b.admin1 or a.admin1 == b.admin1 or "region" in (a.precision, b.precision)
    return False


def _places_close(a: Place, b: Place) -> bool:
    return a.name == b.name or (b.precision == "country" and a.country == b.country)


def absorb(home: Draft, other: Draft) -> None:
    """Adds a later mention to an act: its triggers and figures, and what the act still lacks."""
    home.triggers += other.triggers
    home.probability = max(home.probability, other.probability)
    home.anaphoric = home.anaphoric and other.anaphoric
    home.mode = home.mode or other.mode
    home.actors = home.actors or other.actors
    home.recipients = home.recipients or other.recipients
    home.aggregate = home.aggregate or other.aggregate
    home.place = _finer(home.place, other.place)
    home.date = home.date or other.date
    home.attribution = home.attribution or other.attribution
    if home.status != other.status and "occurred" in (home.status, other.status) and "denied" not in (home.status, other.status):
        home.status = "occurred"
    home.harm += [h for h in other.harm if all((h.value.kind, h.value.count) != (k.value.kind, k.value.count) for k in home.harm)]
    home.targets += [t for t in other.targets if all(t.value.kind != k.value.kind for k in home.targets)]
    home.impacts += [i for i in other.impacts if all(i.value.kind != k.value.kind for k in home.impacts)]


_FINENESS = {"site": 5, "city": 4, "admin2": 3, "admin1": 2, "region": 1, "country": 0}


def _finer(a: Filled[Place] | None, b: Filled[Place] | None) -> Filled[Place] | None:
    if a is None or b is None:
        return a or b
    return b if _FINENESS[b.value.precision] > _FINENESS[a.value.precision] and a.value.country == b.value.country else a

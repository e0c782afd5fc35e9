"""Which triggers of one report tell the same act."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from dateline.coding.details import same_figure
from dateline.coding.draft import Draft, Filled
from dateline.model import Actor, Annotations, Place, TimeSpan, Trigger

T = TypeVar("T")
_REACH = 6  # sentences that a mention without place or doer may lie from the act that it tells again
_NEW = frozenset("another separate second third fresh further similar earlier previous".split())
_SPEECH = frozenset({"ACCUSE", "REQUEST", "THREATEN", "SUPPORT", "REJECT", "CONCEDE", "AGREE"})

_MANNER = {"abduct": "abduct", "beat": "by hand", "torture": "by hand", "sexual": "sexual", "crowd-control": "crowd-control"}
"""Modes of assault that are acts of their own beside bombing and shooting."""


_SURE = 0.6
"""From this probability by the annotator on, a later mention tells an act again although the rules see two."""
_UNSURE = 0.03
"""Under this probability by the annotator it tells another, although the rules see one. Both are chosen on reports coded twice and
the development gold."""


def merge(drafts: Sequence[Draft], annotations: Annotations, text: str) -> list[Draft]:
    """One draft an act, in order of first trigger; each later mention joins the best earlier act that it agrees with."""
    earlier: dict[Trigger, list[tuple[Trigger, float]]] = {}
    for (one, other), sure in annotations.same_act.items():
        earlier.setdefault(other, []).append((one, sure))
    merged: list[Draft] = []
    homes: dict[Trigger, int] = {}
    for draft in drafts:
        (trigger,) = draft.triggers
        alike: dict[int, float] = {}
        for one, sure in earlier.get(trigger, []):
            if one in homes:
                alike[homes[one]] = max(sure, alike.get(homes[one], 0.0))
        number = _home(merged, draft, alike, text)
        if number is None:
            number = len(merged)
            merged.append(draft)
        else:
            absorb(merged[number], draft)
        homes[trigger] = number
    return merged


def _home(merged: Sequence[Draft], draft: Draft, alike: Mapping[int, float], text: str) -> int | None:
    """The number of the act that a mention tells again.

    The likeliest by the annotator where it is sure, else the nearest that agrees. `alike` holds, by number of the act, the
    probability of its mention that is likest.
    """
    sure = [n for n, p in alike.items() if p >= _SURE and merged[n].event_type == draft.event_type and _may_join(merged[n], draft)]
    if sure:
        return max(sure, key=lambda n: (alike[n], n))
    numbers = range(len(merged) - 1, -1, -1)
    return next((n for n in numbers if alike.get(n, 1.0) >= _UNSURE and _same(merged[n], draft, text)), None)


def _may_join(a: Draft, b: Draft) -> bool:
    """Whether no day, place or doer that both name speaks against one act."""
    return _agree(a.date, b.date, _days_meet) and _agree(a.place, b.place, _places_meet) and _sides_agree(a.countries, b.countries)


def _same(a: Draft, b: Draft, text: str) -> bool:
    """Whether nothing speaks against one act.

    Days that miss, places or doers that differ, a status of its own, words like "another".
    """
    if a.event_type != b.event_type:
        return False
    if a.sentence == b.sentence:
        return _same_sentence(a, b)
    if b.anaphoric and not b.place and not b.date and not b.actors:
        return True
    if a.background != b.background or a.aggregate != b.aggregate or _told_as_new(b, text):
        return False
    if not (
        _agree(a.date, b.date, _days_meet) and _agree(a.place, b.place, _places_join if a.event_type == "ASSAULT" else _places_meet)
    ):
        return False
    if not _sides_agree(a.countries, b.countries):
        return False
    if a.event_type == "ASSAULT" and b.place and _other_targets(a, b):
        return False
    if not _modes_agree(a, b):
        return False
    if a.event_type == "AGREE" and a.status != b.status:
        return False
    if a.event_type in _SPEECH:
        return bool(a.countries & b.countries) and _same_addressee(a, b)
    if a.status != b.status and "occurred" not in (a.status, b.status):
        return False
    return bool(b.place or b.actors or b.anaphoric) or b.sentence - a.sentence <= _REACH


def _same_sentence(a: Draft, b: Draft) -> bool:
    """One sentence rarely tells two acts of one type, unless their places, days or doers differ."""
    apart = (a.place and b.place and not _places_meet(a.place.value, b.place.value)) or (
        a.date and b.date and not _days_meet(a.date.value, b.date.value)
    )
    if apart:
        return False
    return not (a.countries and b.countries and not a.countries & b.countries and a.event_type not in ("CONSULT", "AGREE"))


def _modes_agree(a: Draft, b: Draft) -> bool:
    """Whether one act can be told in both modes: an arrest is no curfew; a strike is told as drone, bombing or blast by turns."""
    if a.event_type in _SPEECH or a.event_type == "CONSULT" or None in (a.mode, b.mode):
        return True
    if a.event_type == "ASSAULT":
        return _MANNER.get(a.mode or "") == _MANNER.get(b.mode or "")
    return a.mode == b.mode


def _same_addressee(a: Draft, b: Draft) -> bool:
    """Whether a later word of the speaker is to the same side; praise that names a side is another than praise that names none."""
    if a.event_type == "SUPPORT" and b.recipient_countries and not a.recipient_countries:
        return False
    return _sides_agree(a.recipient_countries, b.recipient_countries)


def _other_targets(a: Draft, b: Draft) -> bool:
    """Whether both tell what was hit and it is not the same kind of thing."""
    kinds = {t.value.kind for t in a.targets}, {t.value.kind for t in b.targets}
    return bool(kinds[0]) and bool(kinds[1]) and not kinds[0] & kinds[1]


def _told_as_new(b: Draft, text: str) -> bool:
    """Whether the words before the trigger set it apart from what was told: "another strike", "a separate attack"."""
    before = text[max(0, b.first.start - 25) : b.first.start].lower()
    return any(word in _NEW for word in re.findall(r"[a-z]+", before)[-3:])


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


def _places_join(a: Place, b: Place) -> bool:
    """Whether a later mention's place may be that of the act: the same, or a whole country that holds it.

    A finer place is a part told apart.
    """
    return a.name == b.name or (b.precision == "country" and a.country == b.country)


def absorb(home: Draft, other: Draft) -> None:
    """Adds a later mention to an act: its triggers and figures, and what the act still lacks."""
    home.triggers += other.triggers
    home.sentences |= other.sentences
    home.probability = max(home.probability, other.probability)
    home.anaphoric = home.anaphoric and other.anaphoric
    home.mode = home.mode or other.mode
    home.actors = [*home.actors, *_newcomers(home, other)] if home.event_type == "CONSULT" else home.actors or other.actors
    home.recipients = home.recipients or other.recipients
    home.aggregate = home.aggregate or other.aggregate
    home.place = _finer(home.place, other.place)
    home.date = home.date or other.date
    home.attribution = home.attribution or other.attribution
    if home.status != other.status and "occurred" in (home.status, other.status) and "denied" not in (home.status, other.status):
        home.status = "occurred"
    home.harm += [h for h in other.harm if all(not same_figure(h.value, k.value) for k in home.harm)]
    home.targets += [t for t in other.targets if all(t.value.kind != k.value.kind for k in home.targets)]
    home.impacts += [i for i in other.impacts if all(i.value.kind != k.value.kind for k in home.impacts)]


def _newcomers(home: Draft, other: Draft) -> list[Filled[Actor]]:
    """Participants of a meeting that only a later mention names, one a country."""
    return [a for a in other.actors if a.value.country and not a.assumed and a.value.country not in home.countries]


_FINENESS = {"site": 5, "city": 4, "admin2": 3, "admin1": 2, "region": 1, "country": 0}


def _finer(a: Filled[Place] | None, b: Filled[Place] | None) -> Filled[Place] | None:
    if a is None or b is None:
        return a or b
    return b if _FINENESS[b.value.precision] > _FINENESS[a.value.precision] and a.value.country == b.value.country else a

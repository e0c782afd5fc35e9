"""The codebook's conventions that settle doubt: what a planned meeting is, who a strike is done to, whom a statement addresses."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.draft import Draft, Filled
from dateline.model import Actor

_COOPERATIVE = frozenset({"CONSULT", "AID", "COOPERATE"})
SPEECH = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AGREE", "CONCEDE"})
_TWO_SIDED = frozenset({"CONSULT", "COOPERATE"})
_STATE_ARMED = {"GOV": "MIL", "": "MIL"}
_PERSONS = frozenset({"he", "she", "him", "her"})  # as a rule the speaker of the report's quotes
_HELPERS = re.compile(
    r"\b(?:rescuer|firefighter|diver|engineer|medic|paramedic|responder|sapper|deminer|crew|volunteer|inspector)s?\b", re.IGNORECASE
)
_TELLERS = re.compile(
    r"\b(?:spokes\w+|ambassadors?|envoys?|foreign minist\w+)\b", re.IGNORECASE
)  # who speaks of an act does not do it
_VICTIMS = frozenset({"CVL", "MED", "REF", "EDU"})
_MOB = re.compile(
    r"protest|demonstr|riot|mob|crowd|settler|villager|youth|marcher|supporter|men\b|group|attacker|assailant", re.IGNORECASE
)


def settle_type(draft: Draft) -> None:
    """Turns announced cooperative acts into AGREE, threatened force into THREATEN, a government's protest into ACCUSE."""
    if draft.event_type in _COOPERATIVE and draft.status in ("planned", "conditional"):
        draft.event_type, draft.mode = "AGREE", None
    elif draft.event_type == "SUPPORT" and draft.status == "planned":
        draft.status = "occurred"
    elif (
        draft.event_type == "PROTEST" and draft.actors and all(a.value.sector in ("GOV", "MIL", "IGO", "JUD") for a in draft.actors)
    ):
        draft.event_type, draft.mode = "ACCUSE", "disapprove"
    elif draft.event_type == "ASSAULT" and draft.status == "planned" and draft.actors:
        draft.event_type, draft.mode, draft.status = "THREATEN", "violence", "occurred"
    if draft.event_type in ("ACCUSE", "REQUEST", "REJECT", "THREATEN") and draft.status in ("planned", "alleged"):
        draft.status = "occurred"


def settle_sectors(draft: Draft) -> None:
    """Whoever does armed force for a state is MIL, however named; a state that speaks or is spoken to is GOV."""
    if draft.event_type == "ASSAULT":
        draft.actors = [_with_sector(a, _STATE_ARMED.get(a.value.sector, a.value.sector)) for a in draft.actors]
    elif draft.event_type in SPEECH or draft.event_type in _TWO_SIDED:
        draft.recipients = [_with_sector(a, "GOV") if a.value.sector == "" else a for a in draft.recipients]
        draft.actors = [_with_sector(a, "GOV") if a.value.sector == "" and a.value.country else a for a in draft.actors]


def _with_sector(filled: Filled[Actor], sector: str) -> Filled[Actor]:
    return filled if filled.value.sector == sector else replace(filled, value=replace(filled.value, sector=sector))


def settle_sides(draft: Draft) -> None:
    """Two-sided acts list everyone as actor; nobody is both actor and recipient; doubles go."""
    if draft.event_type in _TWO_SIDED or (draft.event_type == "AGREE" and draft.status != "planned"):
        draft.actors += draft.recipients
        draft.recipients = []
    draft.actors = _distinct(draft.actors)
    keys = {_key(a) for a in draft.actors}
    draft.recipients = [r for r in _distinct(draft.recipients) if _key(r) not in keys]


def drop_victims_as_doers(draft: Draft) -> None:
    """Children, rescuers, spokesmen are no doers of an armed act: a pronoun or an odd sentence order led to them."""
    if draft.event_type in ("ASSAULT", "COERCE", "SANCTION"):
        draft.actors = [a for a in draft.actors if not _no_doer(a.value)]
    if draft.event_type == "ASSAULT":
        draft.actors = [a for a in draft.actors if not _TELLERS.search(a.value.text or a.value.name)]


def _no_doer(actor: Actor) -> bool:
    words = actor.text or actor.name
    if words.lower() in _PERSONS or _HELPERS.search(words):
        return True
    return actor.sector in _VICTIMS and not _MOB.search(words)


def settle_speaker(draft: Draft) -> None:
    """Who tells a speech act that has no doer of its own is its doer: "Kyiv affirmed that its concerns were met"."""
    if (
        draft.event_type in SPEECH
        and draft.attribution is not None
        and (not draft.actors or draft.actors[0].value == draft.attribution.value)
    ):
        draft.actors, draft.attribution = draft.actors or [draft.attribution], None


def share_country(actors: list[Filled[Actor]]) -> None:
    """Gives those of no country of their own in a list that of the named ones: "President Zelenskyy and other officials"."""
    sure = [a.value.country for a in actors if not a.assumed and a.value.country not in ("", "IGO")]
    if len(set(sure)) != 1:
        return
    for n, actor in enumerate(actors):
        if actor.assumed or (not actor.value.country and actor.value.sector in ("GOV", "MIL", "")):
            actors[n] = replace(actor, value=replace(actor.value, country=sure[0]), assumed=False)


def settle_struck(draft: Draft) -> None:
    """People struck, of no country in their own words, are of the town that the report names, or at least not the doer's own."""
    if draft.place is None or draft.event_type != "ASSAULT":
        return
    country = draft.place.value.country
    told = draft.place.span is not None and draft.place.value.precision in ("site", "city")

    def settled(struck: Filled[Actor]) -> Filled[Actor]:
        if not (country and struck.assumed and (told or struck.value.country in draft.countries)):
            return struck
        return replace(struck, value=replace(struck.value, country=country))

    draft.recipients = [settled(r) for r in draft.recipients]


def settle_failure(draft: Draft, drafts: Sequence[Draft]) -> None:
    """An agreement that was not reached: told by a party, at the place and time of the talks that it was sought in."""
    if not draft.actors and draft.attribution is not None:
        draft.actors = [draft.attribution]
    talks = [d for d in drafts if d.event_type == "CONSULT" and d.status == "occurred" and not d.background]
    if talks:
        draft.place = draft.place or (Filled(talks[0].place.value) if talks[0].place else None)
        draft.date = draft.date or (Filled(talks[0].date.value) if talks[0].date else None)


def _key(filled: Filled[Actor]) -> tuple[str, str, str]:
    return filled.value.name.lower(), filled.value.country, filled.value.sector


def _distinct(actors: Sequence[Filled[Actor]]) -> list[Filled[Actor]]:
    kept: dict[tuple[str, str, str], Filled[Actor]] = {}
    for actor in actors:
        kept.setdefault(_key(actor), actor)
    return list(kept.values())


def mark_wholes(drafts: Sequence[Draft]) -> None:
    """Marks a raid told as a whole, whose toll contains those of the places that the report tells apart, as an aggregate."""
    raids = [d for d in drafts if d.event_type == "ASSAULT" and not d.background and d.place and d.harm]
    for whole in raids:
        parts = [d for d in raids if d is not whole and _is_part(d, whole)]
        if parts:
            whole.aggregate = True


def _is_part(part: Draft, whole: Draft) -> bool:
    if part.place is None or whole.place is None or not part.countries & whole.countries:
        return False
    inner, outer = part.place.value, whole.place.value
    within = (
        inner.country == outer.country
        and outer.precision in ("country", "region", "admin1")
        and inner.precision in ("city", "site")
    )
    return within and part.date is not None and whole.date is not None and part.date.value.overlaps(whole.date.value)

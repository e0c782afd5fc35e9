"""The codebook's conventions that settle doubt: what a planned meeting is, who a strike is done to, whom a statement addresses."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.actors import civilians_of, government_of
from dateline.coding.cast import Cast
from dateline.coding.draft import Draft, Filled
from dateline.coding.setting import Setting
from dateline.model import Actor, Mention, Place, Quantity, Span

_COOPERATIVE = frozenset({"CONSULT", "AID", "COOPERATE"})
SPEECH = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AGREE", "CONCEDE"})
_TWO_SIDED = frozenset({"CONSULT", "COOPERATE"})
_STATE_ARMED = {"GOV": "MIL", "": "MIL"}
_SIDES = frozenset({"country", "demonym", "seat", "group", "person", "body"})
_PERSONS = frozenset({"he", "she", "him", "her"})  # as a rule the speaker of the report's quotes
_VICTIMS = frozenset({"CVL", "MED", "REF", "EDU"})
_MOB = re.compile(
    r"protest|demonstr|riot|mob|crowd|settler|villager|youth|marcher|supporter|men\b|group|attacker|assailant", re.IGNORECASE
)
_ON_THE_GROUND = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "AID", "RETREAT"})
_MILITARY_TARGETS = frozenset({"military"})


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
    """Children, residents and the like are no doers of an armed act: a pronoun or an odd sentence order led to them."""
    if draft.event_type in ("ASSAULT", "COERCE", "SANCTION"):
        draft.actors = [
            a
            for a in draft.actors
            if (a.value.sector not in _VICTIMS or _MOB.search(a.value.text or a.value.name))
            and (a.value.text or "").lower() not in _PERSONS
        ]


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


def settle_assumed(draft: Draft) -> None:
    """People of no country of their own belong to the country that the act took place in."""
    if draft.place is None or not draft.place.value.country or draft.event_type not in _ON_THE_GROUND:
        return
    country = draft.place.value.country

    def local(filled: Filled[Actor]) -> Filled[Actor]:
        return replace(filled, value=replace(filled.value, country=country)) if filled.assumed else filled

    draft.actors = [local(a) for a in draft.actors]
    draft.recipients = [local(r) for r in draft.recipients]
    draft.attribution = local(draft.attribution) if draft.attribution else None


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


def people_harmed(draft: Draft, cast: Cast) -> list[Filled[Actor]]:
    """Those whom the act's own figures count, as its recipients: "143 civilians"."""
    for harm in draft.harm:
        if harm.span is None or harm.value.subset or harm.value.count == Quantity(0, 0):
            continue
        found = [a for a in cast.who(Mention(harm.span, "actor", part=harm.part)) if a.value.sector]
        if found:
            return found
    return []


def recipients_of_strike(draft: Draft, setting: Setting) -> list[Filled[Actor]]:
    """Whom a strike with no recipient told is done to: the country's civilians, or its military where only that was hit."""
    country = _country_struck(draft, setting)
    if not country:
        return []
    person = civilians_of(country)
    if draft.targets and all(t.value.kind in _MILITARY_TARGETS for t in draft.targets):
        person = replace(person, sector="MIL")
    return [Filled(replace(person, text=None))]


def _country_struck(draft: Draft, setting: Setting) -> str:
    """The country named behind the trigger ("strikes on Ukrainian energy sites"), else that of the place, else the other side."""
    sentence = setting.sentence(draft.first.start)
    for name in setting.names:
        behind = draft.first.start <= name.start < sentence.end
        if behind and name.kind in ("country", "demonym") and name.actor.country not in draft.countries | {"", "IGO"}:
            return name.actor.country
    place = draft.place.value.country if draft.place else ""
    if place and (place not in draft.countries or not draft.countries):
        return place
    others = [c for c in setting.sides if c not in draft.countries]
    return others[0] if others and draft.countries else ""


def place_of_recipients(draft: Draft, setting: Setting) -> Filled[Place] | None:
    """The country of those struck, as the place of a strike that tells none."""
    country = next((r.value.country for r in draft.recipients if r.value.country not in ("", "IGO")), "")
    for mention in setting.places:
        if mention.kind == "country" and mention.place is not None and mention.place.country == country:
            return Filled(replace(mention.place, text=None))
    return None


def addressees(draft: Draft, drafts: Sequence[Draft], setting: Setting) -> list[Filled[Actor]]:
    """Whom a statement with no recipient told addresses.

    The doer of the act that it is about, else the other side in its sentence.
    """
    if draft.event_type == "REQUEST" and draft.mode == "assist":
        return []
    if draft.event_type in ("ACCUSE", "REJECT", "THREATEN", "REQUEST"):
        doers = [a for a in _doers_talked_about(draft, drafts) if a.value.country not in draft.countries]
        if doers:
            return [replace(a, value=_as_government(a.value)) for a in doers]
    if draft.event_type in ("ACCUSE", "REJECT", "THREATEN", "REQUEST", "SUPPORT"):
        return _others_named(draft, setting)
    return []


def _others_named(draft: Draft, setting: Setting) -> list[Filled[Actor]]:
    """The first country that the sentence names after the trigger, else before it, and that is none of the speaker's."""
    sentence = setting.sentence(draft.first.start)
    named = [
        n
        for n in setting.names
        if sentence.start <= n.start < sentence.end
        and n.kind in _SIDES
        and n.actor.country not in draft.countries
        and n.actor.country
    ]
    named.sort(key=lambda n: (n.start < draft.first.start, abs(n.start - draft.first.start)))
    if not named or not draft.actors:
        return []
    actor = named[0].actor
    spoken_to = actor if named[0].kind in ("group", "body", "person") else government_of(actor.country)
    return [Filled(replace(spoken_to, text=named[0].text), Span(named[0].start, named[0].end))]


def doer_by_law(draft: Draft, setting: Setting) -> list[Filled[Actor]]:
    """Who arrests or sentences where the sentence leaves the doer out: the one state that it names."""
    sentence = setting.sentence(draft.first.start)
    states = [n for n in setting.names if sentence.start <= n.start < sentence.end and n.kind in ("country", "demonym", "seat")]
    taken = {r.value.country for r in draft.recipients if not r.assumed}
    countries = list(dict.fromkeys(n.actor.country for n in states if n.actor.country and n.actor.country not in taken))
    if len(countries) != 1:
        return []
    return [Filled(replace(government_of(countries[0]), text=None))]


def _as_government(actor: Actor) -> Actor:
    if actor.sector == "MIL" and actor.country not in ("", "IGO"):
        return replace(government_of(actor.country), text=actor.text)
    return actor


def _doers_talked_about(draft: Draft, drafts: Sequence[Draft]) -> list[Filled[Actor]]:
    acts = [d for d in drafts if d is not draft and d.actors and d.event_type in ("ASSAULT", "COERCE", "SANCTION", "MOBILIZE")]
    if draft.event_type == "REJECT":
        acts = [d for d in drafts if d is not draft and d.actors and d.event_type in ("ACCUSE", "REQUEST")] or acts
    here = [d for d in acts if any(draft.sentence == n for n in d.sentences) and d.countries != draft.countries]
    earlier = [d for d in acts if 0 <= d.sentence < draft.sentence and d.countries != draft.countries and not d.background]
    chosen = here or earlier[-1:]
    return chosen[0].actors if chosen else []

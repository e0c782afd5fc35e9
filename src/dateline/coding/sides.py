"""Whom an act is done to or said to, and who does it, where the sentence leaves that out."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.actors import civilians_of, government_of
from dateline.coding.cast import Cast
from dateline.coding.draft import Draft, Filled
from dateline.coding.setting import Setting
from dateline.model import Actor, Mention, Place, Quantity, Span

_SIDES = frozenset({"country", "demonym", "seat", "group", "person", "body"})
_MILITARY_TARGETS = frozenset({"military"})
_BORNE_BY_PEOPLE = frozenset({"ASSAULT", "COERCE", "AID"})
_AIMED_AT_A_STATE = frozenset({"SANCTION", "THREATEN", "REQUEST", "CONCEDE"})


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
    """The country of the place, else that named behind the trigger ("strikes on Ukrainian energy sites"), else the other side."""
    if draft.place and draft.place.value.country:
        return draft.place.value.country
    sentence = setting.sentence(draft.first.start)
    for name in setting.names:
        behind = draft.first.start <= name.start < sentence.end
        if behind and name.kind in ("country", "demonym") and name.actor.country not in draft.countries | {"", "IGO"}:
            return name.actor.country
    others = [c for c in setting.sides if c not in draft.countries]
    return others[0] if others and draft.countries else ""


def left_unsaid(draft: Draft, setting: Setting, cast: Cast) -> list[Filled[Actor]]:
    """Whom an act is done to that names nobody: the people of the place, or the report's other side.

    Of 870 acts of these types in the project's corpus that name nobody, 745 have a recipient that goes without saying; of promises,
    movements of troops and withdrawals most have none, so they are left out, and protests, on which the gold is divided.
    """
    if draft.event_type in _BORNE_BY_PEOPLE:
        country = draft.place.value.country if draft.place else ""
        country = country or cast.country_of_people(draft.first)
        return [Filled(replace(civilians_of(country), text=None), assumed=True)] if country not in ("", "IGO") else []
    if draft.event_type in _AIMED_AT_A_STATE:
        named = _others_named(draft, setting)
        others = [c for c in (*setting.sides, setting.home) if c and c not in draft.countries]
        return named or [Filled(replace(government_of(country), text=None), assumed=True) for country in others[:1]]
    return []


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
    speaks_itself = named[0].kind in ("group", "body", "person") or actor.country == "IGO"
    spoken_to = actor if speaks_itself else government_of(actor.country)
    return [Filled(replace(spoken_to, text=named[0].text), Span(named[0].start, named[0].end))]


def doer_by_law(draft: Draft, setting: Setting) -> list[Filled[Actor]]:
    """Who arrests or sentences where the sentence leaves the doer out: the one state that it names."""
    sentence = setting.sentence(draft.first.start)
    states = [n for n in setting.names if sentence.start <= n.start < sentence.end and n.kind in ("country", "demonym", "seat")]
    taken = {r.value.country for r in draft.recipients if not r.assumed}
    countries = list(dict.fromkeys(n.actor.country for n in states if n.actor.country not in taken | {"", "IGO"}))
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

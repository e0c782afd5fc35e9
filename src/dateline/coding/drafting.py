"""From annotations to drafts: who, where, when, with what harm, as the sentence of each trigger tells it."""

from collections.abc import Sequence

from dateline.coding import conventions
from dateline.coding.attribution import source_of
from dateline.coding.cast import Cast
from dateline.coding.details import harm_of, impact_of, near, nobody_harmed, none_hurt, same_figure, target_of
from dateline.coding.draft import Draft, Filled
from dateline.coding.setting import Setting
from dateline.coding.when import date_of, is_background, since_of, time_named
from dateline.coding.where import place_named, place_of
from dateline.model import Annotations, Link, Trigger

_ACTOR_FLOOR = 0.35
_BESIDE = 25  # characters within which a place belongs to a mere mention of an act
_BY_THE_SPEAKER = frozenset({"ACCUSE", "REQUEST", "SUPPORT", "THREATEN"})  # in a statement, whoever speaks does these
_BEARERS = {
    "harm": frozenset({"ASSAULT", "COERCE", "PROTEST", "RETREAT", "AID"}),
    "target": frozenset({"ASSAULT"}),
    "impact": frozenset({"ASSAULT", "COERCE", "PROTEST"}),
}
_KIND_OF_ACT = {"released": "RETREAT", "detained": "COERCE", "rescued": "AID"}


def drafts_of(annotations: Annotations, setting: Setting, cast: Cast) -> list[Draft]:
    """One draft a trigger of the text, in order, with all that its own sentence tells."""
    by_trigger: dict[int, list[Link]] = {}
    for link in annotations.links:
        by_trigger.setdefault(link.trigger, []).append(link)
    drafts = []
    for number, trigger in enumerate(annotations.triggers):
        if trigger.part != "text":
            continue
        draft = _draft(trigger, setting)
        linked = by_trigger.get(number, [])
        _fill_roles(draft, annotations, linked, cast)
        _fill_setting(draft, annotations, linked, setting, cast)
        drafts.append(draft)
    _give_details(drafts, annotations, setting)
    for draft in drafts:
        conventions.settle_type(draft)
        conventions.drop_victims_as_doers(draft)
        if not draft.actors and draft.event_type in _BY_THE_SPEAKER and setting.speaker and not setting.in_quote(draft.first.start):
            draft.actors = [Filled(setting.speaker)]
        if "place" not in annotations.roles or (draft.place is None and PLACE_RULE):
            draft.place = place_of(
                setting, draft.first, draft.event_type, [a.span for a in draft.actors if a.span and a.part == "text"]
            )
        if draft.anaphoric and draft.place and draft.place.span and near(draft.first, draft.place.span) > _BESIDE:
            draft.place = None  # "the attacks, even as envoys met in Miami"
        if "date" not in annotations.roles or (draft.date is None and DATE_RULE):
            draft.date = date_of(
                setting,
                draft.first,
                speech=draft.event_type in conventions.SPEECH - {"AGREE", "CONCEDE"},
                to_come=draft.status in ("planned", "conditional"),
            )
        if "attribution" not in annotations.roles:
            draft.attribution = source_of(setting, cast, draft.first)
        conventions.settle_speaker(draft)
        conventions.settle_sectors(draft)
        conventions.settle_sides(draft)
        _weigh_time(draft, setting)
    return sorted(drafts, key=lambda d: d.first)


def _draft(trigger: Trigger, setting: Setting) -> Draft:
    sentence = setting.document.sentence_at(trigger.span.start)
    return Draft(
        triggers=[trigger],
        event_type=trigger.event_type,
        mode=trigger.mode,
        status=trigger.status,
        sentence=sentence if sentence is not None else 0,
        probability=trigger.probability,
        anaphoric=trigger.anaphoric,
        background=trigger.background,
        aggregate=trigger.aggregate,
        sentences={sentence} if sentence is not None else set(),
    )


def _fill_roles(draft: Draft, annotations: Annotations, links: Sequence[Link], cast: Cast) -> None:
    for link in sorted(links, key=lambda k: -k.probability):
        if link.role not in ("actor", "recipient") or link.probability < _ACTOR_FLOOR:
            continue
        found = [a for a in cast.who(annotations.mentions[link.mention]) if a.value.country or a.value.sector]
        side = draft.actors if link.role == "actor" else draft.recipients
        side.extend(found)
    conventions.share_country(draft.actors)
    conventions.share_country(draft.recipients)


import os
PLACE_RULE = int(os.environ.get("PR", "1"))
DATE_RULE = int(os.environ.get("DR", "1"))


def _fill_setting(draft: Draft, annotations: Annotations, links: Sequence[Link], setting: Setting, cast: Cast) -> None:
    """Where, when and who says so, by the likeliest link that can be resolved."""
    for link in sorted(links, key=lambda k: -k.probability):
        mention = annotations.mentions[link.mention]
        if link.role == "place" and draft.place is None:
            draft.place = place_named(setting, mention)
        elif link.role == "date" and draft.date is None:
            draft.date = time_named(setting, mention)
        elif link.role == "attribution" and draft.attribution is None:
            draft.attribution = next(iter(cast.who(mention)), None)


def _give_details(drafts: list[Draft], annotations: Annotations, setting: Setting) -> None:
    """Gives each harm, target and impact to the act that it hangs on.

    The nearest of its sentence that can do harm, else the last before.
    """
    text = setting.document.text
    numbers = [n for n, t in enumerate(annotations.triggers) if t.part == "text"]
    place = {n: k for k, n in enumerate(numbers)}
    sure = {(place[k.trigger], k.mention): k.probability for k in annotations.links if k.trigger in place and k.role in ("harm", "target", "impact")}
    for index, mention in enumerate(annotations.mentions):
        if mention.kind not in ("harm", "target", "impact") or mention.part != "text":
            continue
        sentence = setting.document.sentence_at(mention.span.start)
        able = [d for d in drafts if _can_bear(d, mention.kind, mention.label)]
        here = [d for d in able if d.sentence == sentence]
        before = [d for d in able if sentence is not None and 0 < sentence - d.sentence <= 2 and d.event_type == "ASSAULT"]
        if not any((n, index) in sure and d in able for n, d in enumerate(drafts)) and not here and (mention.kind == "target" or not before):
            continue
        linked = [(sure[number, index], -near(d.first, mention.span), number) for number, d in enumerate(drafts) if d in able and (number, index) in sure]
        draft = drafts[max(linked)[2]] if linked else min(here, key=lambda d: near(d.first, mention.span)) if here else before[-1]
        if mention.kind == "harm":
            phrase = mention.span.of(text)
            told = none_hurt(mention, phrase) if nobody_harmed(text, mention) else harm_of(text, mention)
            draft.harm.extend(h for h in told if all(not same_figure(h.value, k.value) for k in draft.harm))
        elif mention.kind == "target":
            draft.targets.append(target_of(text, mention))
        else:
            draft.impacts.append(impact_of(text, mention))


def _can_bear(draft: Draft, kind: str, label: str) -> bool:
    if draft.event_type not in _BEARERS[kind]:
        return False
    if kind == "harm":
        wanted = _KIND_OF_ACT.get(label)
        if wanted is not None:
            return draft.event_type in (wanted, "ASSAULT") if label == "rescued" else draft.event_type == wanted
        return draft.event_type in ("ASSAULT", "PROTEST")
    return True


def _weigh_time(draft: Draft, setting: Setting) -> None:
    published = setting.document.published
    span = draft.date.value if draft.date else None
    if is_background(span, published):
        draft.background = True
    if (
        since_of(setting, draft.first)
        and draft.event_type in ("ASSAULT", "COERCE")
        and span is not None
        and (span.end - span.start).days > 3
    ):
        draft.aggregate = True

"""From annotations to drafts: who, where, when, with what harm, as the sentence of each trigger tells it."""

from collections.abc import Sequence

from dateline.coding import bearing, conventions
from dateline.coding.attribution import source_of
from dateline.coding.cast import UNREAD, Cast
from dateline.coding.details import near
from dateline.coding.draft import Draft, Filled
from dateline.coding.setting import Setting
from dateline.coding.when import date_of, is_background, since_of, time_named
from dateline.coding.where import place_named, place_of
from dateline.model import Annotations, Link, Trigger

_ACTOR_FLOOR = 0.35
_UNREAD_FLOOR = 0.6  # for phrases that the directory cannot read
_BESIDE = 25  # characters within which a place belongs to a mere mention of an act
_BY_THE_SPEAKER = frozenset({"ACCUSE", "REQUEST", "SUPPORT", "THREATEN"})  # in a statement, whoever speaks does these


def drafts_of(annotations: Annotations, setting: Setting, cast: Cast) -> list[Draft]:
    """One draft a trigger of the text, in order, with all that its own sentence tells."""
    by_trigger: dict[int, list[Link]] = {}
    for link in annotations.links:
        by_trigger.setdefault(link.trigger, []).append(link)
    drafts: dict[int, Draft] = {}
    for number, trigger in enumerate(annotations.triggers):
        if trigger.part != "text":
            continue
        draft = drafts[number] = _draft(trigger, setting)
        linked = by_trigger.get(number, [])
        _fill_roles(draft, annotations, linked, cast)
        _fill_setting(draft, annotations, linked, setting, cast)
    bearing.give_facts(drafts, annotations, setting.document)
    for draft in drafts.values():
        conventions.settle_type(draft)
        conventions.drop_victims_as_doers(draft)
        if not draft.actors and draft.event_type in _BY_THE_SPEAKER and setting.speaker and not setting.in_quote(draft.first.start):
            draft.actors = [Filled(setting.speaker)]
        if draft.place is None:
            doers = [a.span for a in draft.actors if a.span and a.part == "text"]
            draft.place = place_of(setting, draft.first, draft.event_type, doers)
        if draft.anaphoric and draft.place and draft.place.span and near(draft.first, draft.place.span) > _BESIDE:
            draft.place = None  # "the attacks, even as envoys met in Miami"
        if draft.date is None:
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
    return sorted(drafts.values(), key=lambda d: d.first)


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
        named = [a for a in cast.who(annotations.mentions[link.mention]) if a.value.country or a.value.sector]
        found = [a for a in named if a.value.confidence > UNREAD or link.probability >= _UNREAD_FLOOR]
        side = draft.actors if link.role == "actor" else draft.recipients
        side.extend(found)
    conventions.share_country(draft.actors)
    conventions.share_country(draft.recipients)


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

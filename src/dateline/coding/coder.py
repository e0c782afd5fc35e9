"""From a document and its annotations to events: the street's middle house."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from dateline.codebook import codebook
from dateline.coding import contexts, conventions, coreference, modes
from dateline.coding.attribution import source_of
from dateline.coding.cast import Cast
from dateline.coding.confidence import confidence, raw
from dateline.coding.details import harm_of, impact_of, near, nobody_harmed, none_hurt, same_figure, target_of
from dateline.coding.draft import Draft, Filled
from dateline.coding.setting import Setting, read_setting
from dateline.coding.when import date_of, is_background, report_day, since_of
from dateline.coding.where import place_in_title, place_of, place_of_filing, whole_country
from dateline.language import Annotator, LexiconAnnotator
from dateline.model import Annotations, Document, Event, Evidence, Link, Place, TimeSpan, Trigger

VERSION = "coder-1"
_EVENT_FLOOR = 0.42  # raw probability under which an act is left out; chosen on the development gold and the corpus
_ACTOR_FLOOR = 0.35
_BESIDE = 25  # characters within which a place belongs to a mere mention of an act
_LOCAL_MODES = frozenset({"crowd-control", "curfew"})
_HOME_MODES = frozenset({"arrest", "convict", "expel", "curfew", "censor", "martial-law"})
_RUNNING = frozenset({"ASSAULT", "COERCE", "PROTEST"})
_BY_THE_SPEAKER = frozenset({"ACCUSE", "REQUEST", "SUPPORT", "THREATEN"})  # in a statement, whoever speaks does these


class Coder:
    """Codes documents with one annotator; holds no state between documents."""

    def __init__(self, annotator: Annotator | None = None) -> None:
        self._annotator = annotator or LexiconAnnotator()

    @property
    def version(self) -> str:
        """Name and version of coder and annotator, kept with every event."""
        return f"{VERSION}+{self._annotator.version}"

    def code(self, document: Document) -> tuple[Event, ...]:
        """The events that the document tells, in the order of their first triggers."""
        annotations = self._annotator.annotate(document)
        if not any(t.part == "text" for t in annotations.triggers):
            return ()
        setting = read_setting(document)
        cast = Cast(setting)
        drafts = _drafts(annotations, setting, cast)
        merged = coreference.merge(drafts, document.text)
        for draft in merged:
            _complete(draft, merged, setting, cast)
        conventions.mark_wholes(merged)
        kept = [d for d in merged if raw(d) >= _EVENT_FLOOR]
        return tuple(_event(d, setting, self.version) for d in kept)


@cache
def _packaged() -> Coder:
    return Coder()


def code_document(document: Document) -> tuple[Event, ...]:
    """The events of a document by the packaged coder."""
    return _packaged().code(document)


def coder_version() -> str:
    """The version of the packaged coder."""
    return _packaged().version


def _drafts(annotations: Annotations, setting: Setting, cast: Cast) -> list[Draft]:
    by_trigger: dict[int, list[Link]] = {}
    for link in annotations.links:
        by_trigger.setdefault(link.trigger, []).append(link)
    drafts = []
    for number, trigger in enumerate(annotations.triggers):
        if trigger.part != "text":
            continue
        draft = _draft(trigger, setting)
        _fill_roles(draft, annotations, by_trigger.get(number, []), cast)
        drafts.append(draft)
    _give_details(drafts, annotations, setting)
    for draft in drafts:
        conventions.settle_type(draft)
        conventions.drop_victims_as_doers(draft)
        if not draft.actors and draft.event_type in _BY_THE_SPEAKER and setting.speaker and not setting.in_quote(draft.first.start):
            draft.actors = [Filled(setting.speaker)]
        draft.place = place_of(
            setting, draft.first, draft.event_type, [a.span for a in draft.actors if a.span and a.part == "text"]
        )
        if draft.anaphoric and draft.place and draft.place.span and near(draft.first, draft.place.span) > _BESIDE:
            draft.place = None  # "the attacks, even as envoys met in Miami"
        draft.date = date_of(
            setting,
            draft.first,
            speech=draft.event_type in conventions.SPEECH - {"AGREE", "CONCEDE"},
            to_come=draft.status in ("planned", "conditional"),
        )
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


def _give_details(drafts: list[Draft], annotations: Annotations, setting: Setting) -> None:
    """Gives each harm, target and impact to the act that it hangs on.

    The nearest of its sentence that can do harm, else the last before.
    """
    text = setting.document.text
    for mention in annotations.mentions:
        if mention.kind not in ("harm", "target", "impact") or mention.part != "text":
            continue
        sentence = setting.document.sentence_at(mention.span.start)
        able = [d for d in drafts if _can_bear(d, mention.kind, mention.label)]
        here = [d for d in able if d.sentence == sentence]
        before = [d for d in able if sentence is not None and 0 < sentence - d.sentence <= 2 and d.event_type == "ASSAULT"]
        if not here and (mention.kind == "target" or not before):
            continue
        draft = min(here, key=lambda d: near(d.first, mention.span)) if here else before[-1]
        if mention.kind == "harm":
            phrase = mention.span.of(text)
            told = none_hurt(mention, phrase) if nobody_harmed(text, mention) else harm_of(text, mention)
            draft.harm.extend(h for h in told if all(not same_figure(h.value, k.value) for k in draft.harm))
        elif mention.kind == "target":
            draft.targets.append(target_of(text, mention))
        else:
            draft.impacts.append(impact_of(text, mention))


_BEARERS = {
    "harm": frozenset({"ASSAULT", "COERCE", "PROTEST", "RETREAT", "AID"}),
    "target": frozenset({"ASSAULT"}),
    "impact": frozenset({"ASSAULT", "COERCE", "PROTEST"}),
}
_KIND_OF_ACT = {"released": "RETREAT", "detained": "COERCE", "rescued": "AID"}


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
        and (span.end - span.start).days > 7
    ):
        draft.aggregate = True


def _complete(draft: Draft, drafts: Sequence[Draft], setting: Setting, cast: Cast) -> None:
    """Fills by convention what the report leaves to be understood."""
    if not draft.actors and draft.event_type in ("COERCE", "SANCTION"):
        draft.actors = conventions.doer_by_law(draft, setting)
    if draft.place is None and draft.event_type == "CONSULT" and not draft.background:
        draft.place = place_in_title(setting)
    draft.mode = modes.mode_of(draft, [setting.sentence(t.span.start).of(setting.document.text) for t in draft.triggers])
    if draft.place is None and not draft.background:
        draft.place = _place_by_rule(draft, drafts, setting)
    if draft.event_type == "ASSAULT":
        _complete_assault(draft, drafts, setting, cast)
    elif not draft.recipients and draft.event_type in ("COERCE", "RETREAT"):
        draft.recipients = conventions.people_harmed(draft, cast)
    elif not draft.recipients and draft.event_type in conventions.SPEECH:
        draft.recipients = conventions.addressees(draft, drafts, setting)
    if draft.event_type == "AGREE" and draft.status == "denied":
        conventions.settle_failure(draft, drafts)
    conventions.settle_assumed(draft)
    if draft.date is None and draft.event_type in _RUNNING:
        draft.date = _running_date(draft, drafts)
    if draft.date is None and not draft.background:
        day = report_day(setting.document.published)
        draft.date = Filled(day) if day is not None else None
    conventions.settle_sectors(draft)
    conventions.settle_sides(draft)


def _place_by_rule(draft: Draft, drafts: Sequence[Draft], setting: Setting) -> Filled[Place] | None:
    """Where an act took place whose sentence does not tell.

    A protest or curfew is where the last such act was, else where the report was filed; states arrest, sentence, expel and mobilise in
    their own country.
    """
    if draft.event_type == "PROTEST" or draft.mode in _LOCAL_MODES:
        before = [
            d for d in drafts if d.place and d.event_type in _RUNNING and 0 < draft.sentence - d.sentence <= 3 and not d.background
        ]
        if before and before[-1].place:
            return Filled(before[-1].place.value)
        filed = place_of_filing(setting)
        if filed is not None:
            return filed
    countries = {a.value.country for a in draft.actors} - {"", "IGO"}
    if len(countries) == 1 and (draft.event_type == "MOBILIZE" or draft.mode in _HOME_MODES):
        return whole_country(countries.pop())
    return None


def _running_date(draft: Draft, drafts: Sequence[Draft]) -> Filled[TimeSpan] | None:
    """The date of the like act told just before: a report of one night's raid dates it once."""
    before = [
        d
        for d in drafts
        if d.event_type == draft.event_type and 0 < draft.sentence - d.sentence <= 3 and d.date and not d.background
    ]
    return Filled(replace(before[-1].date.value, text=None)) if before and before[-1].date else None


def _complete_assault(draft: Draft, drafts: Sequence[Draft], setting: Setting, cast: Cast) -> None:
    if not draft.actors:
        same = [d for d in drafts if d is not draft and d.event_type == "ASSAULT" and d.actors and d.background == draft.background]
        if same:
            nearest = min(same, key=lambda d: abs(d.sentence - draft.sentence))
            draft.actors = list(nearest.actors)
    if not draft.recipients:
        draft.recipients = conventions.people_harmed(draft, cast)
    if draft.place is None and draft.recipients:
        draft.place = conventions.place_of_recipients(draft, setting)
    if not draft.recipients:
        draft.recipients = conventions.recipients_of_strike(draft, setting)


def _event(draft: Draft, setting: Setting, version: str) -> Event:
    document = setting.document
    evidence = _evidence(draft)
    sentences = [setting.sentence(t.span.start).of(document.text) for t in draft.triggers]
    return Event(
        event_id=event_id(document.id, draft),
        doc_id=document.id,
        event_type=draft.event_type,
        mode=draft.mode,
        contexts=contexts.contexts_of(sentences),
        status=draft.status,  # type: ignore[arg-type]
        background=draft.background,
        aggregate=draft.aggregate,
        actors=tuple(a.value for a in draft.actors),
        recipients=tuple(a.value for a in draft.recipients),
        place=draft.place.value if draft.place else None,
        date=draft.date.value if draft.date else None,
        harm=tuple(h.value for h in draft.harm),
        targets=tuple(t.value for t in draft.targets),
        impacts=tuple(i.value for i in draft.impacts),
        attribution=draft.attribution.value if draft.attribution else None,
        evidence=tuple(evidence),
        confidence=round(confidence(draft), 3),
        trigger=tuple(t.span.of(document.text) for t in draft.triggers),
        codebook=codebook.VERSION,
        coder=version,
    )


def _evidence(draft: Draft) -> list[Evidence]:
    found = [Evidence("trigger", t.span.start, t.span.end, t.part, n) for n, t in enumerate(draft.triggers)]
    lists: tuple[tuple[str, Sequence[Filled[object]]], ...] = (
        ("actor", draft.actors),
        ("recipient", draft.recipients),
        ("harm", draft.harm),
        ("target", draft.targets),
        ("impact", draft.impacts),
    )
    for role, values in lists:
        for index, filled in enumerate(values):
            found.extend(filled.evidence(role, index))
    singles: tuple[tuple[str, Filled[object] | None], ...] = (
        ("place", draft.place),
        ("date", draft.date),
        ("attribution", draft.attribution),
    )
    for role, value in singles:
        if value is not None:
            found.extend(value.evidence(role))
    return found


def event_id(doc_id: str, draft: Draft) -> str:
    """The event's id, derived from document, first trigger and type."""
    key = f"{doc_id}\n{draft.first.start}:{draft.first.end}\n{draft.event_type}"
    return "e" + hashlib.sha256(key.encode()).hexdigest()[:16]

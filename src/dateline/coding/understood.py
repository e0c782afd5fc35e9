"""What a report leaves to be understood: the doer told elsewhere, the place and day that go without saying, who is meant."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding import conventions, modes, sides
from dateline.coding.cast import Cast
from dateline.coding.draft import Draft, Filled
from dateline.coding.setting import Setting
from dateline.coding.when import report_day
from dateline.coding.where import place_in_title, place_of_filing, whole_country
from dateline.model import Place, TimeSpan

_LOCAL_MODES = frozenset({"crowd-control", "curfew"})
_HOME_MODES = frozenset({"arrest", "convict", "expel", "curfew", "censor", "martial-law"})
_RUNNING = frozenset({"ASSAULT", "COERCE", "PROTEST"})


def complete(draft: Draft, drafts: Sequence[Draft], setting: Setting, cast: Cast) -> None:
    """Fills by convention what the report leaves to be understood."""
    if not draft.actors and draft.event_type in ("COERCE", "SANCTION"):
        draft.actors = sides.doer_by_law(draft, setting)
    if draft.place is None and draft.event_type == "CONSULT" and not draft.background:
        draft.place = place_in_title(setting)
    draft.mode = modes.mode_of(draft, [setting.sentence(t.span.start).of(setting.document.text) for t in draft.triggers])
    if draft.place is None and not draft.background:
        draft.place = _place_by_rule(draft, drafts, setting)
    if draft.event_type == "ASSAULT":
        _complete_assault(draft, drafts, setting, cast)
    elif not draft.recipients and draft.event_type in ("COERCE", "RETREAT"):
        draft.recipients = sides.people_harmed(draft, cast)
    elif not draft.recipients and draft.event_type in conventions.SPEECH:
        draft.recipients = sides.addressees(draft, drafts, setting)
    if not draft.recipients:
        draft.recipients = sides.left_unsaid(draft, setting, cast)
    if draft.event_type == "AGREE" and draft.status == "denied":
        conventions.settle_failure(draft, drafts)
    conventions.settle_struck(draft)
    if draft.date is None and draft.event_type in _RUNNING:
        draft.date = _running_date(draft, drafts)
    if draft.date is None and not draft.background:
        day = report_day(setting.document.published)
        draft.date = Filled(day) if day is not None else None
    conventions.settle_sectors(draft)
    conventions.settle_sides(draft)


def _place_by_rule(draft: Draft, drafts: Sequence[Draft], setting: Setting) -> Filled[Place] | None:
    """Where an act took place whose sentence does not tell.

    A protest or curfew is where the last such act was, else where the report was filed; states arrest, sentence, expel and mobilise
    in their own country.
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
        draft.recipients = sides.people_harmed(draft, cast)
    if draft.place is None and draft.recipients:
        draft.place = sides.place_of_recipients(draft, setting)
    if not draft.recipients:
        draft.recipients = sides.recipients_of_strike(draft, setting)

"""Which of a report's times is that of an act, and whether that makes it background."""

from datetime import date, timedelta

from dateline.coding.draft import Filled
from dateline.coding.setting import Setting
from dateline.model import Mention, Span, TimeExpression, TimeSpan

BACKGROUND_AFTER = timedelta(days=7)  # the codebook's week
_EARLIEST_YEAR = 1950  # history before the living conflicts is not coded
_BESIDE_VERB = 30  # characters: "condemned the raid on Friday"
_NOT_ITS_OWN = ("since", "until", "till", "by", "before", "for", "ahead of")


def date_of(setting: Setting, trigger: Span, *, speech: bool, to_come: bool) -> Filled[TimeSpan] | None:
    """The time told in the trigger's sentence, the nearest one first; None where the sentence tells none.

    What follows the verb of a `speech` act dates what is spoken of, unless it stands right behind the verb; an act that is not
    `to_come` has no date after the report.
    """
    sentence = setting.sentence(trigger.start)
    published = setting.document.published
    here = [
        t
        for t in setting.times
        if sentence.start <= t.start < sentence.end
        and _usable(t)
        and (to_come or not _after_report(t, published))
        and not (speech and not to_come and t.start - trigger.end > _BESIDE_VERB)
    ]
    best = min(here, key=lambda t: _distance(setting, trigger, t), default=None)
    if best is None or best.span is None:
        return None
    if _is_reference(best):
        return None
    return Filled(TimeSpan(best.span.start, best.span.end, best.span.precision, best.text), Span(best.start, best.end))


def time_named(setting: Setting, mention: Mention) -> Filled[TimeSpan] | None:
    """The time that a phrase of the text tells; None where it tells no date."""
    here = [
        t
        for t in setting.times
        if mention.part == "text" and t.start < mention.span.end and t.end > mention.span.start and _usable(t)
    ]
    best = max(here, key=lambda t: t.end - t.start, default=None)
    if best is None or best.span is None or _is_reference(best):
        return None
    return Filled(TimeSpan(best.span.start, best.span.end, best.span.precision, best.text), Span(best.start, best.end))


def _after_report(time: TimeExpression, published: date | None) -> bool:
    return time.span is not None and published is not None and time.span.start > published


def _usable(time: TimeExpression) -> bool:
    return time.span is not None and time.type in ("DATE", "TIME") and time.span.start.year >= _EARLIEST_YEAR


def _distance(setting: Setting, trigger: Span, time: TimeExpression) -> int:
    """Characters between trigger and time; times that bound rather than date count as farther, clause breaks too."""
    between = setting.document.text[min(trigger.end, time.end) : max(trigger.start, time.start)]
    gap = len(between)
    before = setting.document.text[max(0, time.start - 9) : time.start].lower().split()
    if before and before[-1] in _NOT_ITS_OWN:
        gap += 60
    gap += 40 * sum(between.count(f" {word} ") for word in ("after", "before", "since", "who", "which", "while", "that"))
    return gap + 25 * (between.count(";") + between.count(" but "))


def _is_reference(time: TimeExpression) -> bool:
    return time.value.endswith("_REF") and time.text.lower() in (
        "now",
        "currently",
        "later",
        "recently",
        "once",
        "future",
        "the future",
    )


def since_of(setting: Setting, trigger: Span) -> bool:
    """Whether the sentence tells a period that is still going on ("since March")."""
    sentence = setting.sentence(trigger.start)
    return any(
        sentence.start <= t.start < sentence.end and (t.text.lower().startswith("since") or _after_since(setting, t))
        for t in setting.times
        if t.span is not None
    )


def _after_since(setting: Setting, time: TimeExpression) -> bool:
    return setting.document.text[max(0, time.start - 6) : time.start].lower().strip() == "since"


def is_background(span: TimeSpan | None, published: date | None) -> bool:
    """Whether the act lies more than a week before the report."""
    return span is not None and published is not None and published - span.end > BACKGROUND_AFTER


def report_day(published: date | None) -> TimeSpan | None:
    """The report's own date, for acts of its news that tell none."""
    return TimeSpan(published, published, "day", None) if published else None

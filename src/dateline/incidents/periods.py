"""Comparing when two events happened."""

from dateline.incidents.profile import SPEECH, Profile
from dateline.incidents.whereabouts import APART

PUBLISHED_WITHIN_DAYS = 10  # an undated act of a report's news lies at most this long before the report
INFERRED_SLACK_DAYS = 2  # a day taken from the publication may be this far from the act
LATE_DAYS = 7  # ... or, where a later report only looks back, this far behind it
SOFT_GAP_DAYS = 3  # between a day and a week or month that narrowly misses it ("last week", said on a Sunday)
SAME_PERIOD = 0.75  # days in common, of the days in either, for two totals to be one
HALF_SHARED = 0.5  # the same for two soft dates to say much


def _undated(left: Profile, right: Profile) -> str:
    """Two events of which at least one has no date: it lies in the days before its report, if it is news at all."""
    if left.event.background or right.event.background:
        return APART
    dated = [p for p in (left, right) if p.first is not None]
    undated = [p for p in (left, right) if p.first is None]
    if any(p.day is None for p in undated):
        return APART
    if not dated:
        return "date_missing" if abs((left.day or 0) - (right.day or 0)) <= PUBLISHED_WITHIN_DAYS else APART
    told, report_day = dated[0], undated[0].day or 0
    fits = (told.first or 0) <= report_day and (told.last or 0) >= report_day - PUBLISHED_WITHIN_DAYS
    return "date_missing" if fits else APART


def _overlapping(left: Profile, right: Profile, shared: int) -> str:
    share = shared / (left.length + right.length - shared)
    if left.event.aggregate and right.event.aggregate and share < SAME_PERIOD:
        return APART
    if not (left.sharp and right.sharp):
        return "soft_days" if share >= HALF_SHARED else "within_period"
    return "same_days" if left.told and right.told else "same_days_inferred"


def _disjoint(earlier: Profile, later: Profile, gap: int) -> str:
    """Two dates that share no day; `gap` 1 is the next day."""
    is_violence = earlier.quad == "MX"
    if not (earlier.told and later.told) and gap <= INFERRED_SLACK_DAYS:
        return "next_day_said" if earlier.quad in SPEECH else "next_day_inferred"
    if is_violence and not later.told and later.sharp and gap <= LATE_DAYS:
        return "days_before_report"
    if not (earlier.sharp and later.sharp):
        return "near_period" if gap <= SOFT_GAP_DAYS else APART
    return "next_day" if gap == 1 and not is_violence else APART


def date_level(left: Profile, right: Profile) -> str:
    """The name of the comparison of two dates, APART where they exclude each other."""
    if left.first is None or right.first is None or left.last is None or right.last is None:
        return _undated(left, right)
    shared = min(left.last, right.last) - max(left.first, right.first) + 1
    if shared > 0:
        return _overlapping(left, right, shared)
    earlier, later = (left, right) if left.last < right.first else (right, left)
    return _disjoint(earlier, later, 1 - shared)

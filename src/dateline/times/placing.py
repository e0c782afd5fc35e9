"""Placing incomplete dates on the calendar: which Friday, which October, which 6 August.

A past clause prefers the last one, a clause that looks ahead the next one; distance counts too, so that "paid on Nov. 8", read
on 26 October, is the one in two weeks rather than the one a year ago.
"""

from collections.abc import Iterable
from datetime import date

from dateline.times.tense import Tense
from dateline.times.units import Stretch, Unit, add_days, day_of, shift, stretch_around, weekday_near

# A candidate against the direction of the tense must be this many times nearer to win. Tuned on one half of TimeBank and AQUAINT.
_AGAINST = {Tense.PAST: 6.0, Tense.UNKNOWN: 1.5, Tense.FUTURE: 4.0}


def nearest(candidates: Iterable[Stretch], today: date, tense: Tense) -> Stretch | None:
    """The candidate that lies best with the tense; None if there is none."""
    best, least = None, float("inf")
    for candidate in candidates:
        distance = _distance(candidate, today)
        against = distance < 0 if tense is Tense.FUTURE else distance > 0
        cost = abs(distance) * (_AGAINST[tense] if against else 1.0)
        if cost < least:
            best, least = candidate, cost
    return best


def _distance(stretch: Stretch, today: date) -> int:
    """Days from today to the stretch: negative before, 0 inside it, positive after."""
    if stretch.last < today:
        return (stretch.last - today).days
    return max((stretch.first - today).days, 0)


def place_day(month: int, number: int, today: date, tense: Tense, weekday: int | None = None) -> Stretch | None:
    """A day of a month without its year; if its weekday is told and fits a year near today, that year."""
    days = [day for step in (-1, 0, 1) if (day := day_of(today.year + step, month, number))]
    fitting = [day for day in days if day.weekday() == weekday]
    return nearest([Stretch(Unit.DAY, day) for day in fitting or days], today, tense)


def place_month(month: int, today: date, tense: Tense) -> Stretch:
    """A month without its year; the present month is the present one."""
    months = [Stretch(Unit.MONTH, date(today.year + step, month, 1)) for step in (-1, 0, 1)]
    return nearest(months, today, tense) or months[1]


def place_season(month: int, today: date, tense: Tense) -> Stretch:
    """A season (by its first month) without its year."""
    seasons = [Stretch(Unit.SEASON, date(today.year + step, month, 1)) for step in (-1, 0, 1)]
    return nearest(seasons, today, tense) or seasons[1]


def place_weekday(weekday: int, today: date, tense: Tense) -> Stretch:
    """A bare weekday: today's own name is today; else the last one, or the next one where the clause looks ahead."""
    if today.weekday() == weekday:
        return Stretch(Unit.DAY, today)
    return Stretch(Unit.DAY, weekday_near(today, weekday, 1 if tense is Tense.FUTURE else -1))


def place_number(number: int, today: date, tense: Tense) -> Stretch | None:
    """As in "the 20th" of a month near today."""
    days = []
    for step in (-1, 0, 1):
        month = shift(stretch_around(today, Unit.MONTH).first, Unit.MONTH, step)
        day = day_of(month.year, month.month, number)
        if day:
            days.append(Stretch(Unit.DAY, day))
    return nearest(days, today, tense)


def turn(unit: Unit, today: date, steps: int) -> Stretch:
    """The unit of the calendar `steps` after (before, if negative) the one that holds today ("last month" is -1)."""
    return stretch_around(today, unit).next(steps)


def turn_month(month: int, today: date, direction: int) -> Stretch:
    """As in "last May", "next March": the nearest one wholly before or after this month."""
    this_year = month < today.month if direction < 0 else month > today.month
    year = today.year + (0 if this_year else direction)
    return Stretch(Unit.MONTH, date(year, month, 1))


def turn_season(month: int, today: date, direction: int) -> Stretch:
    """As in "last summer", "next winter"."""
    season = Stretch(Unit.SEASON, date(today.year + 1, month, 1))
    while (season.last >= today) if direction < 0 else (season.next(-4).first > today):
        season = season.next(-4)
    return season


def last_weekend(today: date) -> Stretch:
    """The weekend that "the weekend" means looking back: the present one on its own days, else the last."""
    return stretch_around(today if today.weekday() >= 5 else add_days(today, -7), Unit.WEEKEND)

"""Holidays of several cultures as days of a year.

Fixed days, weekday rules, and three computed calendars: Easter by the anonymous Gregorian and the Meeus Julian algorithm (Meeus,
Astronomical Algorithms, chapter 8), Jewish feasts by the arithmetic of Dershowitz and Reingold (Calendrical Calculations), Islamic
feasts by the tabular calendar (30-year cycle, civil epoch), which may differ from the sighted moon by a day.
"""

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from dateline.times.units import add_days, weekday_near

_ISLAMIC_EPOCH = date(622, 7, 19).toordinal()
_HEBREW_EPOCH = -1373427


def easter(year: int) -> date:
    """Western Easter Sunday."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Orthodox Easter Sunday, as a Gregorian date."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return add_days(date(year, month, day + 1), year // 100 - year // 400 - 2)


def islamic(year: int, month: int, day: int) -> date:
    """The Gregorian day of a date of the tabular Islamic calendar (Hijri year, month 1-12)."""
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day
    return date.fromordinal(_ISLAMIC_EPOCH + days - 1)


def islamic_in(year: int, month: int, day: int) -> date:
    """The first time that an Islamic month and day falls in a Gregorian year (some fall twice)."""
    hijri = (year - 622) * 33 // 32
    for candidate in range(max(hijri - 1, 1), hijri + 4):
        found = islamic(candidate, month, day)
        if found.year == year:
            return found
    return islamic(hijri + 1, month, day)


def _hebrew_elapsed(year: int) -> int:
    """Days from the epoch to the new year of a Hebrew year, with the postponements."""
    months = (235 * year - 234) // 19
    days = 29 * months + (12084 + 13753 * months) // 25920
    return days + 1 if 3 * (days + 1) % 7 < 3 else days


def rosh_hashanah(year: int) -> date:
    """The first of Tishri that falls in the autumn of a Gregorian year."""
    hebrew = year + 3761
    before, this, after = (_hebrew_elapsed(hebrew + i) for i in (-1, 0, 1))
    correction = 2 if after - this == 356 else 1 if this - before == 382 else 0
    return date.fromordinal(_HEBREW_EPOCH + this + correction)


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth weekday of a month; nth 0 is the last of the month before."""
    first = weekday_near(add_days(date(year, month, 1), -1), weekday, 1)
    return add_days(first, 7 * (nth - 1))


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _nth(month: int, weekday: int, nth: int) -> Callable[[int], date]:
    return lambda year: _nth_weekday(year, month, weekday, nth)


def _after(feast: Callable[[int], date], days: int) -> Callable[[int], date]:
    return lambda year: add_days(feast(year), days)


def _islamic(month: int, day: int) -> Callable[[int], date]:
    return lambda year: islamic_in(year, month, day)


def _passover(year: int) -> date:
    """15 Nisan lies 163 days before the following new year."""
    return add_days(rosh_hashanah(year), -163)


def _hanukkah(year: int) -> date:
    """25 Kislev: the lengths of Heshvan and Kislev before it follow from the length of the year."""
    start = rosh_hashanah(year)
    length = (rosh_hashanah(year + 1) - start).days
    return add_days(start, 84 if length % 10 == 5 else 83)


_RULES: dict[str, Callable[[int], date]] = {
    "new year's day": _fixed(1, 1),
    "new year's": _fixed(1, 1),
    "new year's eve": _fixed(12, 31),
    "epiphany": _fixed(1, 6),
    "orthodox christmas": _fixed(1, 7),
    "orthodox christmas eve": _fixed(1, 6),
    "martin luther king day": _nth(1, 0, 3),
    "groundhog day": _fixed(2, 2),
    "valentine's day": _fixed(2, 14),
    "presidents day": _nth(2, 0, 3),
    "presidents' day": _nth(2, 0, 3),
    "international women's day": _fixed(3, 8),
    "st. patrick's day": _fixed(3, 17),
    "nowruz": _fixed(3, 20),
    "april fools' day": _fixed(4, 1),
    "april fool's day": _fixed(4, 1),
    "earth day": _fixed(4, 22),
    "anzac day": _fixed(4, 25),
    "may day": _fixed(5, 1),
    "victory day": _fixed(5, 9),
    "nakba day": _fixed(5, 15),
    "mother's day": _nth(5, 6, 2),
    "memorial day": _nth(6, 0, 0),
    "father's day": _nth(6, 6, 3),
    "juneteenth": _fixed(6, 19),
    "canada day": _fixed(7, 1),
    "independence day": _fixed(7, 4),
    "fourth of july": _fixed(7, 4),
    "bastille day": _fixed(7, 14),
    "assumption day": _fixed(8, 15),
    "labor day": _nth(9, 0, 1),
    "columbus day": _nth(10, 0, 2),
    "halloween": _fixed(10, 31),
    "all saints' day": _fixed(11, 1),
    "all souls' day": _fixed(11, 2),
    "election day": lambda year: add_days(_nth_weekday(year, 11, 0, 1), 1),
    "veterans day": _fixed(11, 11),
    "armistice day": _fixed(11, 11),
    "remembrance day": _fixed(11, 11),
    "thanksgiving day": _nth(11, 3, 4),
    "thanksgiving": _nth(11, 3, 4),
    "black friday": _after(_nth(11, 3, 4), 1),
    "christmas eve": _fixed(12, 24),
    "christmas day": _fixed(12, 25),
    "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
    "ash wednesday": _after(easter, -46),
    "palm sunday": _after(easter, -7),
    "good friday": _after(easter, -2),
    "easter sunday": easter,
    "easter": easter,
    "easter monday": _after(easter, 1),
    "pentecost": _after(easter, 49),
    "orthodox easter": orthodox_easter,
    "rosh hashanah": rosh_hashanah,
    "yom kippur": _after(rosh_hashanah, 9),
    "sukkot": _after(rosh_hashanah, 14),
    "simchat torah": _after(rosh_hashanah, 22),
    "hanukkah": _hanukkah,
    "purim": _after(_passover, -30),
    "passover": _passover,
    "shavuot": _after(_passover, 50),
    "islamic new year": _islamic(1, 1),
    "ashura": _islamic(1, 10),
    "arbaeen": _islamic(2, 20),
    "mawlid": _islamic(3, 12),
    "eid al-fitr": _islamic(10, 1),
    "eid al-adha": _islamic(12, 10),
    "feast of the sacrifice": _islamic(12, 10),
}
HOLIDAY_NAMES = tuple(_RULES)


@lru_cache(maxsize=1024)
def holiday(name: str, year: int) -> date:
    """The day of a holiday (lower-case name, straight apostrophe) in a Gregorian year from 700 to 9000."""
    return _RULES[name](min(max(year, 700), 9000))

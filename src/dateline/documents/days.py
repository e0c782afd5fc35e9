"""Written days: "22 December 2025", "Dec. 22, 2025", "2025-12-22T08:00Z". A day that can be read in two ways is none."""

import re
from datetime import date

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
            "sep sept september", "oct october", "nov november", "dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
MONTH = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19|20)\d\d)"
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)"

ISO = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<month>[01]?\d)-(?P<day>[0-3]?\d)(?!\d)")
COMPACT = re.compile(r"^(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?:T?\d{4,6}Z?)?$")
WRITTEN = (
    re.compile(rf"(?<![\w-]){DAY}\s+(?:of\s+)?{MONTH},?\s+{YEAR}(?!\d)", re.IGNORECASE),
    re.compile(rf"(?<![\w-]){MONTH}\s+{DAY},?\s+{YEAR}(?!\d)", re.IGNORECASE),
    re.compile(rf"(?<![\w-]){DAY}[-/]{MONTH}[-/]{YEAR}(?!\d)", re.IGNORECASE),
)
YEAR_FIRST = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)[/.](?P<month>[01]?\d)[/.](?P<day>[0-3]?\d)(?!\d)")
DOTTED = re.compile(r"(?<![\d.])(?P<day>[0-3]?\d)\.\s?(?P<month>[01]?\d)\.\s?(?P<year>(?:19|20)\d\d)(?!\d)")
SLASHED = re.compile(r"(?<!\d)(?P<first>[0-3]?\d)[/-](?P<second>[0-3]?\d)[/-](?P<year>(?:19|20)\d\d)(?!\d)")
YEARLESS = (
    re.compile(rf"^{DAY}\s+{MONTH}$", re.IGNORECASE),
    re.compile(rf"^{MONTH}\s+{DAY}$", re.IGNORECASE),
)
EARLIEST_YEAR = 1990


def days_in(text: str) -> list[date]:
    """The distinct days written in a text, in the order of the forms tried; ambiguous ones are left out."""
    found: dict[date, None] = {}
    for pattern in (ISO, COMPACT, *WRITTEN, YEAR_FIRST, DOTTED):
        for match in pattern.finditer(text):
            month = match["month"].lower()
            day = made(int(match["year"]), MONTHS.get(month) or int(month), int(match["day"]))
            if day:
                found[day] = None
    for match in SLASHED.finditer(text):
        first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
        if first == second or first > 12 or second > 12:
            day = made(year, *((second, first) if first > 12 else (first, second)))
            if day:
                found[day] = None
    return list(found)


def day_in(text: str) -> date | None:
    """The one day written in a text; None for none, several, or one that can be read in two ways."""
    days = days_in(text.strip())
    return days[0] if len(days) == 1 else None


def day_near(text: str, published: date | None) -> date | None:
    """A day written with or without its year; without, the one nearest to `published`, None where that is unknown."""
    whole = day_in(text)
    if whole or published is None:
        return whole
    for pattern in YEARLESS:
        if match := pattern.match(text.strip()):
            month, day = MONTHS[match["month"].lower()], int(match["day"])
            near = [d for year in (-1, 0, 1) if (d := made(published.year + year, month, day))]
            return min(near, key=lambda d: abs((d - published).days), default=None)
    return None


def made(year: int, month: int, day: int) -> date | None:
    """The date, None where there is no such day or it is before the web."""
    try:
        return date(year, month, day) if year >= EARLIEST_YEAR else None
    except ValueError:
        return None

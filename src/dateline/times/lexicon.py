"""The words of the grammar: each lexeme has a terminal name, and where it fits a number and a unit of the calendar.

Terminals (upper case) are what the rules are written in. Lexemes of several words are matched from their first word on.
"""

from typing import NamedTuple

from dateline.times.units import Unit


class Lexeme(NamedTuple):
    """A terminal with its number (month 1-12, weekday Monday 0, ordinal, count, offset in days) and its unit."""

    terminal: str
    number: float | None = None
    unit: Unit | None = None


_MONTHS = "january february march april may june july august september october november december".split()
_MONTH_ABBREVIATIONS = "jan feb mar apr - jun jul aug sep oct nov dec".split()
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_CARDINALS = (
    "zero one two three four five six seven eight nine ten eleven twelve "
    "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = (
    "- first - third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth twentieth"
).split()
UNITS = (Unit.MINUTE, Unit.HOUR, Unit.DAY, Unit.WEEKEND, Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR, Unit.DECADE, Unit.CENTURY)

# Names and abbreviations that count only with a capital: "may", "march", "sat" and "sun" are other words.
CAPITALISED: dict[str, Lexeme] = {
    **{name: Lexeme("MONTH", i) for i, name in enumerate(_MONTHS, 1)},
    **{name: Lexeme("MONTH", i) for i, name in enumerate(_MONTH_ABBREVIATIONS, 1) if name != "-"},
    "may": Lexeme("MAY", 5),
    "march": Lexeme("MAY", 3),
    "mar": Lexeme("MONTHABBR", 3),
    "jan": Lexeme("MONTHABBR", 1),
    "jun": Lexeme("MONTHABBR", 6),
    "dec": Lexeme("MONTHABBR", 12),
    "sept": Lexeme("MONTH", 9),
    **{name: Lexeme("WEEKDAY", i) for i, name in enumerate(_WEEKDAYS)},
    **{name + "s": Lexeme("WEEKDAYS", i) for i, name in enumerate(_WEEKDAYS)},
    **{name: Lexeme("DAYABBR", i) for i, name in enumerate("mon tue wed thu fri sat sun".split())},
    **{name: Lexeme("DAYABBR", i) for name, i in (("tues", 1), ("weds", 2), ("thur", 3), ("thurs", 3))},
}

WORDS: dict[str, Lexeme] = {
    **{unit.value: Lexeme(f"{unit.name}WORD", None, unit) for unit in UNITS},
    **{unit.value + "s": Lexeme("UNITS", None, unit) for unit in UNITS},
    "second": Lexeme("SECOND", 2, Unit.SECOND),
    "seconds": Lexeme("UNITS", None, Unit.SECOND),
    "centuries": Lexeme("UNITS", None, Unit.CENTURY),
    "fortnight": Lexeme("FORTNIGHT", 2, Unit.WEEK),
    "half": Lexeme("HALF", 0.5, Unit.HALF),
    "period": Lexeme("PERIOD"),
    "hrs": Lexeme("UNITS", None, Unit.HOUR),
    "mins": Lexeme("UNITS", None, Unit.MINUTE),
    "yrs": Lexeme("UNITS", None, Unit.YEAR),
    "nights": Lexeme("NIGHTS", None, Unit.DAY),
    **{name: Lexeme("PART") for name in ("morning", "afternoon", "evening", "night", "dawn", "daybreak", "dusk", "nightfall")},
    **{name: Lexeme("PARTS") for name in ("mornings", "afternoons", "evenings")},
    **{name: Lexeme("PART") for name in ("sunrise", "sunset", "daytime", "lunchtime", "predawn", "nighttime")},
    "noon": Lexeme("NOON", 12),
    "midday": Lexeme("NOON", 12),
    "midnight": Lexeme("NOON", 24),
    "overnight": Lexeme("OVERNIGHT"),
    **{name: Lexeme("SEASON", month) for name, month in (("spring", 3), ("summer", 6), ("autumn", 9), ("fall", 9), ("winter", 12))},
    **{name + "s": Lexeme("SEASONS", month) for name, month in (("summer", 6), ("winter", 12), ("autumn", 9))},
    **{name: Lexeme("CARDINAL", i) for i, name in enumerate(_CARDINALS)},
    **{name: Lexeme("TENS", 10 * i) for i, name in enumerate(_TENS) if name != "-"},
    **{name: Lexeme("ORDINAL", i) for i, name in enumerate(_ORDINALS) if name != "-"},
    "thirtieth": Lexeme("ORDINAL", 30),
    "hundred": Lexeme("SCALE", 100),
    "thousand": Lexeme("SCALE", 1000),
    "million": Lexeme("SCALE", 1_000_000),
    "dozen": Lexeme("SCALE", 12),
    **{name: Lexeme("SOME") for name in ("several", "few", "many", "dozens", "hundreds", "thousands", "numerous")},
    "couple": Lexeme("COUPLE", 2),
    **{name: Lexeme("A") for name in ("a", "an")},
    "the": Lexeme("THE"),
    "this": Lexeme("THIS"),
    **{name: Lexeme("THAT") for name in ("that", "those", "these", "same")},
    **{name: Lexeme("ITS") for name in ("its", "their", "his", "her", "our", "your", "my", "whose")},
    "last": Lexeme("LAST"),
    "past": Lexeme("PAST"),
    **{name: Lexeme("PREVIOUS") for name in ("previous", "preceding", "prior")},
    "next": Lexeme("NEXT"),
    **{name: Lexeme("COMING") for name in ("coming", "upcoming")},
    "following": Lexeme("FOLLOWING"),
    "current": Lexeme("CURRENT"),
    "latest": Lexeme("LATEST"),
    "more": Lexeme("MORE"),
    "full": Lexeme("FULL"),
    "ahead": Lexeme("AHEAD"),
    "another": Lexeme("ANOTHER", 1),
    "additional": Lexeme("MORE"),
    "early": Lexeme("EARLY"),
    "mid": Lexeme("MID"),
    "middle": Lexeme("MIDDLE"),
    "late": Lexeme("LATE"),
    "earlier": Lexeme("EARLIER"),
    "later": Lexeme("LATER"),
    "sometime": Lexeme("SOMETIME"),
    "beginning": Lexeme("BEGINNING"),
    "start": Lexeme("BEGINNING"),
    "end": Lexeme("END"),
    "close": Lexeme("CLOSE"),
    "ago": Lexeme("AGO"),
    "before": Lexeme("BEFORE"),
    "after": Lexeme("AFTER"),
    "long": Lexeme("LONG"),
    "old": Lexeme("OLD"),
    "so": Lexeme("SO"),
    "or": Lexeme("OR"),
    "each": Lexeme("EACH"),
    "every": Lexeme("EACH"),
    "once": Lexeme("TIMES", 1),
    "twice": Lexeme("TIMES", 2),
    "times": Lexeme("TIMESWORD"),
    "per": Lexeme("PER"),
    "other": Lexeme("OTHER"),
    "of": Lexeme("OF"),
    "in": Lexeme("IN"),
    "on": Lexeme("ON"),
    "at": Lexeme("AT"),
    "and": Lexeme("AND"),
    "to": Lexeme("TO"),
    "through": Lexeme("TO"),
    "until": Lexeme("TO"),
    **{name: Lexeme("YEARLONG", 1, unit) for name, unit in (("daylong", Unit.DAY), ("weeklong", Unit.WEEK))},
    **{name: Lexeme("YEARLONG", 1, unit) for name, unit in (("monthlong", Unit.MONTH), ("yearlong", Unit.YEAR))},
    "weekdays": Lexeme("WEEKDAYSWORD"),
    "fiscal": Lexeme("FISCAL"),
    "daily": Lexeme("DAILY", 1, Unit.DAY),
    "nightly": Lexeme("DAILY", 1, Unit.DAY),
    "hourly": Lexeme("DAILY", 1, Unit.HOUR),
    "weekly": Lexeme("DAILY", 1, Unit.WEEK),
    "biweekly": Lexeme("DAILY", 2, Unit.WEEK),
    "fortnightly": Lexeme("DAILY", 2, Unit.WEEK),
    "monthly": Lexeme("DAILY", 1, Unit.MONTH),
    "annually": Lexeme("DAILY", 1, Unit.YEAR),
    "yearly": Lexeme("DAILY", 1, Unit.YEAR),
    "today": Lexeme("TODAY", 0),
    "yesterday": Lexeme("TODAY", -1),
    "tomorrow": Lexeme("TODAY", 1),
    "tonight": Lexeme("TONIGHT"),
    "now": Lexeme("NOW"),
    "nowadays": Lexeme("NOW"),
    "currently": Lexeme("NOW"),
    "presently": Lexeme("NOW"),
    "recently": Lexeme("RECENTLY"),
    "lately": Lexeme("RECENTLY"),
    "recent": Lexeme("RECENT"),
    "future": Lexeme("FUTURE"),
    "o'clock": Lexeme("OCLOCK"),
    "am": Lexeme("AM"),
    "pm": Lexeme("PM", 12),
    "local": Lexeme("LOCAL"),
    "time": Lexeme("TIMEWORD"),
    **{name: Lexeme("APPROXIMATELY") for name in ("about", "around", "nearly", "almost", "roughly", "approximately", "some")},
    **{name: Lexeme("OVER") for name in ("over", "under", "exactly")},
    "into": Lexeme("INTO"),
}

# Words that only carry on an expression; a run of tokens never begins with one.
INNER = frozenset(
    ("AHEAD FULL OF IN ON AT AND TO OR SO MORE TIMESWORD PER OTHER OLD LONG AGO INTO BEFORE AFTER TIMEWORD LOCAL OCLOCK").split()
)

# Without one of these a run of tokens holds no time expression at all.
CORES = frozenset(
    (
        "MONTH MAY MONTHABBR WEEKDAY WEEKDAYS DAYABBR UNITS SECOND FORTNIGHT PERIOD NIGHTS PART PARTS NOON OVERNIGHT SEASON "
        "TENS SCALE SEASONS YEAR DECADE NTH ISODATE NUMERIC CLOCK DAILY TODAY TONIGHT NOW RECENTLY RECENT FUTURE AM PM OCLOCK "
        "HOLIDAY YEAREND HALF ZONE Q YEARLONG WEEKDAYSWORD SMALLHOURS PRESENTPHRASE PASTPHRASE FUTUREPHRASE"
    ).split()
) | {f"{unit.name}WORD" for unit in UNITS}

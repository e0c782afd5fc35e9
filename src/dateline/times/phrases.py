"""Lexemes of several words, time zones and the parts of the day."""

import re

from dateline.times.holidays import HOLIDAY_NAMES
from dateline.times.lexicon import Lexeme
from dateline.times.values import Part

# Hours as the news uses the words; TIMEX3 has codes for morning, midday, afternoon, evening, night and daytime only.
PARTS: dict[str, Part] = {
    "morning": Part("MO", (6, 12)),
    "dawn": Part("MO", (4, 7)),
    "daybreak": Part("MO", (4, 7)),
    "sunrise": Part("MO", (4, 7)),
    "predawn": Part("MO", (2, 6)),
    "daytime": Part("DT", (6, 18)),
    "lunchtime": Part("MI", (12, 14)),
    "afternoon": Part("AF", (12, 18)),
    "evening": Part("EV", (18, 24)),
    "dusk": Part("EV", (17, 20)),
    "sunset": Part("EV", (17, 20)),
    "nightfall": Part("NI", (18, 21)),
    "night": Part("NI", (20, 30)),
    "nighttime": Part("NI", (20, 30)),
}
NIGHT = PARTS["night"]
SMALL_HOURS = Part("MO", (0, 6))

# Offsets from UTC (tz database names and abbreviations); "Moscow time" and the like are read by the city.
ZONES: dict[str, str] = {
    **dict.fromkeys(("GMT", "UTC", "WET"), "Z"),
    **dict.fromkeys(("BST", "CET", "WAT"), "+01:00"),
    **dict.fromkeys(("CEST", "EET", "CAT", "SAST"), "+02:00"),
    **dict.fromkeys(("EEST", "MSK", "EAT", "AST"), "+03:00"),
    "PKT": "+05:00",
    "IST": "+05:30",
    **dict.fromkeys(("HKT", "SGT"), "+08:00"),
    **dict.fromkeys(("JST", "KST"), "+09:00"),
    "AEST": "+10:00",
    "AEDT": "+11:00",
    "EDT": "-04:00",
    **dict.fromkeys(("EST", "CDT"), "-05:00"),
    **dict.fromkeys(("CST", "MDT"), "-06:00"),
    **dict.fromkeys(("MST", "PDT"), "-07:00"),
    "PST": "-08:00",
    "moscow time": "+03:00",
    "kyiv time": "",
    "gaza time": "",
    "beirut time": "",
    "tehran time": "+03:30",
    "baghdad time": "+03:00",
    "kabul time": "+04:30",
    "beijing time": "+08:00",
    **dict.fromkeys(("local time", "eastern time", "central time", "pacific time", "israel time", "jerusalem time"), ""),
}
EXACT: dict[str, Lexeme] = {name: Lexeme("ZONE") for name in ZONES if name.isupper()} | {"ET": Lexeme("ZONE"), "Q": Lexeme("Q")}

_APPROXIMATELY = (
    "more than",
    "less than",
    "fewer than",
    "no more than",
    "no less than",
    "not more than",
    "at least",
    "at most",
    "up to",
    "as long as",
    "as many as",
    "as much as",
    "close to",
    "well over",
    "just over",
    "just under",
    "a little over",
    "a little more than",
    "the better part of",
)
_PRESENT = ("right now", "at the moment", "at present", "these days", "at this moment", "the present")
_PAST = ("not long ago", "in recent times", "the recent past", "some time ago", "in the old days")
_FUTURE = (
    "the near future",
    "the near term",
    "the distant future",
    "the short term",
    "as soon as possible",
    "in the long term",
)

PHRASES: dict[str, Lexeme] = {
    **{words: Lexeme("APPROXIMATELY") for words in _APPROXIMATELY},
    **{words: Lexeme("PRESENTPHRASE") for words in _PRESENT},
    **{words: Lexeme("PASTPHRASE") for words in _PAST},
    **{words: Lexeme("FUTUREPHRASE") for words in _FUTURE},
    **{words: Lexeme("ZONE") for words in ZONES if words.islower()},
    **{words: Lexeme("YEAREND") for words in ("year-end", "year end", "year's end", "years end")},
    **{words: Lexeme("HOLIDAY") for words in HOLIDAY_NAMES},
    "a.m.": Lexeme("AM"),
    "a.m": Lexeme("AM"),
    "p.m.": Lexeme("PM", 12),
    "p.m": Lexeme("PM", 12),
    "a number of": Lexeme("SOME"),
    "couple of": Lexeme("COUPLE", 2),
    "a couple of": Lexeme("COUPLE", 2),
    "a couple": Lexeme("COUPLE", 2),
    "a few": Lexeme("SOME"),
    "a handful of": Lexeme("SOME"),
    "quite a few": Lexeme("SOME"),
    "a good many": Lexeme("SOME"),
    "tens of": Lexeme("SOME"),
    "hundreds of": Lexeme("SOME"),
    "thousands of": Lexeme("SOME"),
    "dozens of": Lexeme("SOME"),
    "half an": Lexeme("HALFA", 0.5),
    "half a": Lexeme("HALFA", 0.5),
    "a half": Lexeme("AHALF", 0.5),
    "a quarter of an": Lexeme("HALFA", 0.25),
    "from now": Lexeme("FROMNOW"),
    "the small hours": Lexeme("SMALLHOURS"),
    "rest of": Lexeme("REST"),
    "remainder of": Lexeme("REST"),
}


def _by_first_word() -> dict[str, re.Pattern[str]]:
    """For the first word of each phrase the pattern of all that begin with it, the longest first."""
    starts: dict[str, list[str]] = {}
    for words in PHRASES:
        first = re.match(r"[^\W\d_]+", words)
        if first:
            starts.setdefault(first.group(), []).append(words)
    return {
        first: re.compile("|".join(map(_pattern, sorted(phrases, key=len, reverse=True))), re.IGNORECASE)
        for first, phrases in starts.items()
    }


def _pattern(words: str) -> str:
    body = re.escape(words).replace(r"\ ", r"\s").replace("'", "['’]")
    return body + (r"(?!\w)" if words[-1] != "." else "")


FIRST_WORDS = _by_first_word()


def lexeme_of(phrase: str) -> Lexeme:
    """The lexeme of a matched phrase, however it is spaced and quoted."""
    return PHRASES[" ".join(phrase.lower().replace("’", "'").split())]

"""Text to runs of tokens: the stretches of a text that consist of words of the lexicon and hold a word that can tell a time.

One regular expression walks the text once; words are looked up in dictionaries. Whatever is no token, an unknown word or a full
stop, lies in the gap before the next token and so ends the run.
"""

import re
from collections.abc import Iterator

from dateline.times.lexicon import CAPITALISED, CORES, INNER, WORDS, Lexeme
from dateline.times.numerals import Token, merge_numerals
from dateline.times.phrases import EXACT, FIRST_WORDS, lexeme_of

_WORD_OR_MARK = re.compile(
    r"""
      (?P<word>[^\W\d_]+)
    | (?P<iso>\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-]))
    | (?P<numeric>\d{1,2}(?:(?P<mark>[/.])\d{1,2}(?P=mark)|-\d{1,2}-)(?:\d{4}|\d\d)(?![\w/]))
    | (?P<clock>\d{1,2}[:.h]\d\d(?::\d\d)?(?=[ap]\.?m\b|(?![\w:])))
    | (?P<decade>(?:\d\d|['’`])\d0['’]?s(?!\w))
    | (?P<shortyear>['’`]\d\d(?!\w))
    | (?P<nth>\d{1,2}(?:st|nd|rd|th)(?!\w))
    | (?P<mixed>\d+(?:[\s-]1/2(?![\d/])|½))
    | (?P<number>\d{1,3}(?:,\d{3})+(?![\d,])|\d+(?:\.\d+)?)
    | (?P<possessive>['’]s(?!\w))
    | (?P<hyphen>[-‐‑‒–—]+)
    | (?P<comma>,)
    """,
    re.VERBOSE,
)
_KNOWN = frozenset((*WORDS, *CAPITALISED, *FIRST_WORDS, *(name.lower() for name in EXACT)))
_INNER_MARKS = frozenset(("comma", "hyphen", "possessive"))
_GLUED_HALFDAY = re.compile(r"[ap]\.?m\b", re.IGNORECASE)
_GAP_LIMIT = 12
_RUN_LIMIT = 48
_ABBREVIATED = frozenset(("MONTH", "MONTHABBR", "DAYABBR"))
_DOTTED = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed weds thu thur thurs fri sat sun".split())


def runs(text: str) -> Iterator[list[Token]]:
    """Yield the runs in order; a run is at most 48 tokens long, a longer one is cut."""
    run: list[Token] = []
    position, core = 0, False
    for match in _WORD_OR_MARK.finditer(text):
        kind = match.lastgroup
        if kind == "word" and match.group().lower() not in _KNOWN:
            continue
        start, end = match.span()
        if start < position:
            continue
        if run and (len(run) >= _RUN_LIMIT or not _joins(text, run[-1], start)):
            if core:
                yield merge_numerals(run)
            run, core = [], False
        token = _token(text, match, kind, start, end) if run or kind not in _INNER_MARKS else None
        if token is None or (not run and token.terminal in INNER):
            continue
        run.append(token)
        core = core or token.terminal in CORES
        position = token.end
    if run and core:
        yield merge_numerals(run)


def _joins(text: str, last: Token, start: int) -> bool:
    """Whether a token at `start` goes on with the run: nothing but a little space, and no empty line, lies between."""
    if start == last.end:
        return True
    gap = text[last.end : start]
    return len(gap) <= _GAP_LIMIT and gap.isspace() and gap.count("\n") < 2


def _token(text: str, match: re.Match[str], kind: str | None, start: int, end: int) -> Token | None:
    if kind == "word":
        return _word(text, match.group(), start, end)
    if kind == "number":
        return _number(text, match.group(), start, end)
    return _mark(text, kind, match.group(), start, end)


def _word(text: str, word: str, start: int, end: int) -> Token | None:
    lower = word.lower()
    phrases = FIRST_WORDS.get(lower)
    if phrases:
        found = phrases.match(text, start)
        if found and _complete(text, found.end()):
            lexeme = lexeme_of(found.group())
            return Token(lexeme.terminal, start, found.end(), found.group(), lexeme.number, lexeme.unit)
    found_lexeme: Lexeme | None = None
    if word[0].isupper():
        found_lexeme = CAPITALISED.get(lower) or EXACT.get(word)
    found_lexeme = found_lexeme or WORDS.get(lower)
    if found_lexeme is None:
        return None
    if found_lexeme.terminal in _ABBREVIATED and lower in _DOTTED and text.startswith(".", end):
        end += 1
    return Token(found_lexeme.terminal, start, end, word, found_lexeme.number, found_lexeme.unit)


def _complete(text: str, end: int) -> bool:
    return end >= len(text) or not text[end].isalnum()


def _number(text: str, digits: str, start: int, end: int) -> Token | None:
    """A figure by its size; money, percentages and figures glued to letters are no part of a time expression."""
    if (start and text[start - 1] in "$€£¥#") or (end < len(text) and text[end] in "%°"):
        return None
    if end < len(text) and text[end].isalpha() and not _GLUED_HALFDAY.match(text, end):
        return None
    value = float(digits.replace(",", ""))
    if "," in digits or "." in digits:
        return Token("BIG", start, end, digits, value)
    if len(digits) == 4 and 1000 <= value < 2200:
        return Token("YEAR", start, end, digits, value)
    for limit, terminal in ((0, "BIG"), (12, "D12"), (24, "D24"), (31, "D31"), (99, "D99")):
        if value <= limit and len(digits) <= 2:
            return Token(terminal, start, end, digits, value)
    return Token("BIG", start, end, digits, value)


def _mark(text: str, kind: str | None, written: str, start: int, end: int) -> Token | None:
    match kind:
        case "hyphen":
            tight = len(written) == 1 and not text[start - 1].isspace() and not text[end : end + 1].isspace()
            spaced = written in ("-", "–", "—") and text[start - 1].isspace() and text[end : end + 1].isspace()
            return Token("HYPHEN", start, end, written) if tight else Token("DASH", start, end, written) if spaced else None
        case "comma":
            return Token("COMMA", start, end, written)
        case "possessive":
            return Token("POSSESSIVE", start, end, written)
        case "iso" | "numeric":
            return Token({"iso": "ISODATE", "numeric": "NUMERIC"}[kind], start, end, written)
        case "clock":
            hour = int(re.split("[:.h]", written)[0])
            return Token("CLOCK", start, end, written, hour) if hour <= 24 else None
        case "decade":
            digits = written.strip("'’`s")
            century = int(digits[:2]) * 100 if len(digits) == 4 else 1900
            return Token("DECADE", start, end, written, century + int(digits[-2:]))
        case "shortyear":
            short = int(written[1:])
            return Token("SHORTYEAR", start, end, written, short + (2000 if short < 50 else 1900))
        case "mixed":
            return Token("BIG", start, end, written, int(re.split(r"[\s½-]", written)[0]) + 0.5)
        case "nth":
            return Token("NTH", start, end, written, int(written[:-2]))
        case _:
            return None

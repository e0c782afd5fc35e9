"""Numbers in words, by the codebook's conventions.

"at least three" is 3 and open, "dozens" 12 and open, "nearly 48,000" 0 to 48000.
"""

import re
from functools import cache
from importlib import resources

from dateline.model import Quantity

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
_UNITS = {word: n for n, word in enumerate(f"{_ONES} nineteen".split())} | {"a": 1, "an": 1}
_TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "dozen": 12}
_DIGITS = re.compile(r"\d{1,3}(?:[,\u202f\u00a0 ]\d{3})+(?!\d)|\d+(?:\.\d+)?")
_WORD = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|[a-z]+(?:'s)?")
_RANGE = re.compile(r"(?:between )?(\S+) (?:to|and|or) (\S+)|(\d+)[-–](\d+)")
_AT_LEAST = re.compile(
    r"\b(?:at least|more than|over|no fewer than|not less than|no less than|upwards of|in excess of|exceed\w*|or more)\b"
)
_AT_MOST = re.compile(r"\b(?:up to|as many as|at most|no more than|fewer than|less than|nearly|almost|close to|under|not quite)\b")
_NOBODY = re.compile(r"\b(?:nobody|no one|none|no)\b")


@cache
def _vague() -> dict[str, int]:
    """Vague number words with the least that they mean (ACLED's convention: tens 10, dozens 12, hundreds 100)."""
    text = (resources.files("dateline.coding") / "data" / "vague_numbers.tsv").read_text(encoding="utf-8")
    return {word: int(least) for word, least in (line.split("\t") for line in text.splitlines()[1:] if line)}


def quantity(phrase: str) -> Quantity | None:
    """The count that a phrase tells, or None where it tells none.

    A phrase without a number counts one if it begins with "a", "an" or "one" or names a single person; a bare plural counts
    nothing.
    """
    text = " ".join(phrase.lower().replace("’", "'").replace("\u00a0", " ").split())
    vague = _vague_quantity(text)
    if vague is not None:
        return vague
    value = _first_number(text)
    if value is None:
        if _NOBODY.search(text):
            return Quantity(0, 0)
        return None
    if _AT_LEAST.search(text):
        return Quantity(value, None)
    if _AT_MOST.search(text):
        return Quantity(0, value)
    span = _range(text)
    return span or Quantity(value, value)


def _vague_quantity(text: str) -> Quantity | None:
    for word, least in _vague().items():
        if re.search(rf"\b{word}\b", text) and not _numeral_before(text, word):
            return Quantity(least, None)
    return None


def _numeral_before(text: str, word: str) -> bool:
    """Whether "dozen", "hundred" is multiplied: "two dozen" is a number, "dozens" is not."""
    match = re.search(rf"(\w+) {word}\b", text)
    return bool(match and (match.group(1) in _UNITS or match.group(1)[0].isdigit()) and not word.endswith("s"))


def _range(text: str) -> Quantity | None:
    match = _RANGE.search(text)
    if match is None:
        return None
    low, high = (_first_number(g) if g else None for g in ((match.group(1) or match.group(3)), (match.group(2) or match.group(4))))
    if low is None or high is None or low >= high or (" and " in match.group() and not match.group().startswith("between")):
        return None
    return Quantity(low, high)


def _first_number(text: str) -> int | None:
    words = _WORD.findall(text.replace("-", " "))
    for i, word in enumerate(words):
        if word[0].isdigit():
            return _scaled(float(word.replace(",", "")), words[i + 1 : i + 2])
        if word in ("a", "an") and words[i + 1 : i + 2] and words[i + 1] not in _SCALES:
            continue
        if word in _UNITS or word in _TENS:
            return _spelled(words[i:])
        if word in _SCALES:
            return _SCALES[word]
    return 1 if words[:1] in (["a"], ["an"]) and len(words) > 1 else None


def _scaled(value: float, following: list[str]) -> int:
    scale = _SCALES.get(following[0], 1) if following else 1
    return int(value * scale)


def _spelled(words: list[str]) -> int:
    """The value of a run of number words: "one hundred and twenty five", "two thousand"."""
    total = current = 0
    for word in words:
        if word in _UNITS:
            current += _UNITS[word]
        elif word in _TENS:
            current += _TENS[word]
        elif word == "hundred":
            current = max(current, 1) * 100
        elif word in _SCALES:
            total += max(current, 1) * _SCALES[word]
            current = 0
        elif word != "and":
            break
    return total + current

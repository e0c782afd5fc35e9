"""The forms under which place names are kept and looked up.

A *normal form* is what two spellings share when case, accents, apostrophes and hyphens are put aside. *Variants* are the other
normal forms that the same writer might have meant ("St. Paul" and "Saint Paul"). A *skeleton* is what is left when a name that
came from another script loses its vowels and the letters on which transliterations differ; names that share a skeleton are
compared letter by letter before they are believed.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_DROPPED = dict.fromkeys(map(ord, "'’‘ʼʻʹʺ`´ʿʾˈ\u05f3\u05f4\u0640\u200c\u200d\u200e\u200f.·"))
_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th", "ə": "a", "ґ": "г"}
    | {"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه"}
)
_NOT_WORD = re.compile(r"[\W_]+")
DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central northeast northwest southeast southwest "
    "northeastern northwestern southeastern southwestern upper lower greater downtown inner outer mid".split()
)
TYPES = frozenset(
    "city town village municipality district province region governorate state oblast county prefecture krai raion "
    "territory department canton emirate voivodeship township borough island islands republic division".split()
)
_ARTICLES = frozenset("al el ad ar as ash at az an ath the".split())
_SAME = {"saint": "st", "st": "saint", "mount": "mt", "mt": "mount", "fort": "ft", "ft": "fort", "sainte": "ste", "ste": "sainte"}
_FOLDS = (
    ("shch", "s"), ("sch", "s"), ("tch", "c"), ("dzh", "g"), ("dj", "g"), ("dh", "d"), ("th", "t"), ("kh", "h"), ("gh", "g"),
    ("zh", "z"), ("sh", "s"), ("ch", "c"), ("ts", "c"), ("tz", "c"), ("ph", "f"), ("ck", "k"), ("q", "k"), ("x", "ks"),
    ("w", "v"), ("z", "s"), ("j", "g"), ("c", "k"),
)  # fmt: skip
_VOWELS = re.compile(r"[aeiouy]+")
_DOUBLED = re.compile(r"(.)\1+")
_SHORTEST_SKELETON = 2


@lru_cache(maxsize=65536)
def normal(name: str) -> str:
    """The normal form: lower case, no accents, apostrophes or full stops, every other sign a space; "" if nothing is left."""
    if name.isascii():
        plain = name.lower().translate(_DROPPED)
    else:
        spread = unicodedata.normalize("NFKD", name.lower().translate(_DROPPED).translate(_LETTERS))
        plain = "".join(c for c in spread if not unicodedata.combining(c)).translate(_DROPPED)
    return plain if plain.isalnum() else _NOT_WORD.sub(" ", plain).strip()


def variants(key: str) -> Iterator[str]:
    """Other normal forms of `key`, likeliest first; never `key` itself."""
    words = key.split()
    if not words:
        return
    swapped = " ".join(_SAME.get(w, w) for w in words)
    if swapped != key:
        yield swapped
    if words[0] in _ARTICLES and len(words) > 1:
        yield " ".join(words[1:])
    elif len(words) == 1 and words[0].isascii():
        yield f"al {key}"
    if len(words) > 1:
        if words[0] in DIRECTIONS:
            yield " ".join(words[1:])
        if words[-1] in TYPES:
            yield " ".join(words[:-1])
        if words[0] in TYPES:
            yield " ".join(words[2:] if words[1] == "of" else words[1:])
        if len(key) > 5 and all(len(w) > 1 for w in words):
            yield "".join(words)
    if key.endswith(" co"):
        yield key[:-2] + "county"


def skeleton(key: str) -> str:
    """The consonants of a normal form after folding what transliterations differ on; "" where too little is left to compare."""
    words = [w for w in key.split() if w not in _ARTICLES] or key.split()
    joined = "".join(words)
    if not joined.isascii() or not joined.isalpha():
        return ""
    for written, folded in _FOLDS:
        joined = joined.replace(written, folded)
    start = "a" if joined[0] in "aeiouy" else joined[0]
    bare = _DOUBLED.sub(r"\1", start + _VOWELS.sub("", joined[1:]))
    return bare if len(bare) >= _SHORTEST_SKELETON else ""

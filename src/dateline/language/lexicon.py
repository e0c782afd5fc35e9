"""The trigger lexicon: which words tell which act of the codebook, with what weight and what grammar."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dateline.errors import DatelineError
from dateline.language.patterns import Pattern, PatternSet, compile_pattern
from dateline.language.tags import tag
from dateline.language.tokens import Token, tokenise
from dateline.language.words import word_classes, words
from dateline.model import Span

FRAMES = frozenset("svo mutual to on from about that against victim weapon agent into none".split())
_FILES = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict", "assault", "not_events")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the lexicon.

    `weight` 0..1 is how often the words tell the act; `frame` says where its roles stand (svo: subject acts on object; mutual:
    subject and "with" act together; to, on, from, into, against: the recipient follows that preposition; about: the object is an
    act whose doer is the recipient; that: so is the clause that follows; victim: the subject suffers it; weapon: the subject is
    what was used; agent: the doer follows "by"); `status` overrides what the verb's tense says.
    """

    pattern: str
    event_type: str
    mode: str | None
    weight: float
    frame: str
    status: str | None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All rows, ready to match; `verbs` are the lemmas that its patterns use as verbs."""

    rows: tuple[Row, ...]
    patterns: PatternSet[Row]
    verbs: frozenset[str]

    def read(self, text: str, sentence: Span) -> list[Token]:
        """The tagged tokens of a sentence of `text`."""
        tokens = tokenise(text, sentence)
        tag(tokens, self.verbs)
        return tokens


@cache
def load() -> Lexicon:
    """The packaged lexicon; raises DatelineError where a row is malformed."""
    rows = [row for name in _FILES for row in _file_rows(name)]
    compiled: list[Pattern[Row]] = [compile_pattern(row.pattern, row, word_classes()) for row in rows]
    verb_lemmas = frozenset(w for p in compiled for item in p.items if item.use == "v" for w in item.lemmas)
    return Lexicon(tuple(rows), PatternSet(compiled), verb_lemmas | words("verbs"))


def _file_rows(name: str) -> list[Row]:
    folder = resources.files("dateline.language") / "data" / "lexicon"
    text = (folder / f"{name}.tsv").read_text(encoding="utf-8")
    found = []
    for n, raw in enumerate(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE), 2):
        frame = raw["frame"] or "svo"
        if frame not in FRAMES:
            raise DatelineError(f"lexicon {name}.tsv line {n}: unknown frame {frame!r}; use one of {', '.join(sorted(FRAMES))}")
        found.append(Row(raw["pattern"], raw["type"], raw["mode"] or None, float(raw["weight"]), frame, raw["status"] or None))
    return found

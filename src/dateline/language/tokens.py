"""Words of a sentence with their offsets, lemmas and coarse tags: the ground that patterns and phrases stand on."""

import re
from dataclasses import dataclass
from enum import StrEnum

from dateline.model import Span

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}[A-Z]?"  # U.S., U.K., D.C
    r"|\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Sen|Rep|Gov|Prof|St|Adm|Brig|Cmdr|Rev)\."
    r"|\b[dDlLO]['’][^\W\d_]{3,}"  # d'affaires, O'Brien
    r"|[#$€£]?\d+(?:[.,:]\d+)*(?:st|nd|rd|th|%)?"
    r"|[^\W\d_]+(?:[-–][^\W_]+)+(?=['’]s\b|\b)"  # battle-worn, missile-carrying
    r"|[^\W_]+(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b"
    r"|[^\W_]+|[^\w\s]",
    re.UNICODE,
)


class Tag(StrEnum):
    """Coarse parts of speech, as far as closed lists, endings and neighbours tell them."""

    DETERMINER = "D"
    PRONOUN = "P"
    PREPOSITION = "I"
    CONJUNCTION = "C"
    SUBORDINATOR = "S"
    AUXILIARY = "A"
    MODAL = "M"
    NEGATION = "N"
    VERB = "V"
    ADVERB = "R"
    ADJECTIVE = "J"
    NUMBER = "#"
    NOUN = "O"
    NAME = "E"
    POSSESSIVE = "'"
    TO = "t"
    MARK = "."


@dataclass(slots=True)
class Token:
    """One word or mark; `start`/`end` are offsets into the document's text, `lemma` its dictionary form in lower case."""

    start: int
    end: int
    text: str
    lower: str
    lemma: str = ""
    tag: Tag = Tag.NOUN

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


def tokenise(text: str, sentence: Span) -> list[Token]:
    """The words and marks of one sentence, in order; lemmas and tags are still empty."""
    return [
        Token(m.start(), m.end(), m.group(), m.group().lower().replace("’", "'"))
        for m in _TOKEN.finditer(text, sentence.start, sentence.end)
    ]

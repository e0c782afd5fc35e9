"""What the readers of the various formats give: the report's parts, before ids, language and sentences are added."""

import re
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Article:
    """A report as read from one page; `text` holds paragraphs and headings separated by blank lines."""

    title: str
    text: str
    published: date | None = None
    method: str = "unknown"
    publisher: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None


def tidy(paragraph: str) -> str:
    """One paragraph on one line, without invisible characters."""
    return " ".join(re.sub(r"[\u00ad\u200b-\u200f\u2060\ufeff]", "", paragraph).split())


def joined(paragraphs: list[str]) -> str:
    """A text with a blank line between paragraphs."""
    return "\n\n".join(p for p in map(tidy, paragraphs) if p)


def same_words(left: str, right: str) -> bool:
    """Whether two lines say the same but for case, spaces and marks."""
    left, right = (re.sub(r"\W+", "", s).casefold() for s in (left, right))
    return bool(left) and left == right

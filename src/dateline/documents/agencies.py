"""News agencies: which one a report comes from, by its dateline, credit line, byline or the words "citing ..."."""

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

CREDIT_LINES = 4
"""Paragraphs at the end of a report in which credits stand."""
REUTERS_CREDIT = re.compile(
    r"^\(?\s*(?:additional )?reporting (?:by|from) .{3,200}?;\s*(?:writing|editing|additional)", re.IGNORECASE
)


class Patterns(NamedTuple):
    """Where agencies are named: at the very beginning, in credits at the end, cited in the text."""

    opening: re.Pattern[str]
    credits: tuple[re.Pattern[str], ...]
    cited: re.Pattern[str]


@cache
def written_forms() -> dict[str, str]:
    """Every way of writing an agency's name, with the name it goes by here; from data/agencies.tsv."""
    table = files("dateline.documents").joinpath("data/agencies.tsv").read_text("utf-8")
    forms: dict[str, str] = {}
    for line in table.splitlines()[1:]:
        name, _, others = line.partition("\t")
        forms.update((form, name) for form in (name, *others.split("|")) if form)
    return forms


@cache
def lowered_forms() -> dict[str, str]:
    """The same in lower case, for looking up."""
    return {form.lower(): name for form, name in written_forms().items()}


@cache
def patterns() -> Patterns:
    """All patterns, compiled once. Short forms (AP, Fars) count only as they are written, long ones in any case."""
    ordered = sorted(written_forms(), key=len, reverse=True)
    forms = "|".join(re.escape(f) if len(f) <= 4 else f"(?i:{re.escape(f)})" for f in ordered)
    agency = rf"(?i:the\s+)?(?P<agency>{forms})"
    given = "(?i:with (?:additional )?(?:reporting|inputs?|material|files|information) (?:by|from))"
    citing = "(?i:citing|quoting|according to|as reported by|reported by)"
    kind = r"(?i:(?:the\s+)?(?:state\s+)?(?:news\s+)?agency\s+)?"
    return Patterns(
        opening=re.compile(rf"\s*[(\[]{agency}[)\]]\s*[—–-]"),
        credits=(
            re.compile(rf"^\W*(?i:source\s*:\s*)?{agency}\W*$"),
            re.compile(rf"[(\[]{agency}(?:\s*/[^)\]]{{2,30}})?[)\]]\W*$"),
            re.compile(rf"\b{given}\s+{agency}\b"),
            re.compile(rf"\b{agency}\s+(?i:contributed to this (?:report|story|article))\b"),
        ),
        cited=re.compile(rf"\b{citing}\s+{kind}{agency}\b|\b(?P<subject>{forms})\s+{kind}(?i:reported|reports)\b"),
    )


def agency_named(words: str) -> str | None:
    """The agency that words name and nothing else ("Reuters", "the Associated Press", "AP/AFP": the first); None for others."""
    for part in re.split(r"\s*[/,;&+]\s*|\s+and\s+|\s+-\s+", words.strip()):
        bare = re.sub(r"^the\s+|\s+news agency$", "", part.strip().lower())
        if name := lowered_forms().get(bare.strip(" .")) or lowered_forms().get(bare):
            return name
    return None


def agency_of(text: str, authors: tuple[str, ...], in_dateline: str | None) -> str | None:
    """The agency that a report comes from: by its dateline, its last lines, its byline, else the one it cites first.

    Only a dateline can name an agency that data/agencies.tsv does not list.
    """
    return in_dateline or opening_credit(text) or closing_credit(text) or byline_credit(authors) or cited_agency(text)


def opening_credit(text: str) -> str | None:
    """The agency in "(Reuters) - Text"."""
    match = patterns().opening.match(text)
    return lowered_forms()[match["agency"].lower()] if match else None


def closing_credit(text: str) -> str | None:
    """The agency credited in the last paragraphs."""
    paragraphs = [p.strip() for p in text.split("\n") if p.strip()]
    for paragraph in reversed(paragraphs[-CREDIT_LINES:]):
        if REUTERS_CREDIT.match(paragraph):
            return "Reuters"
        for pattern in patterns().credits:
            if match := pattern.search(paragraph):
                return lowered_forms()[match["agency"].lower()]
    return None


def byline_credit(authors: tuple[str, ...]) -> str | None:
    """The agency among the authors."""
    return next((name for name in map(agency_named, authors) if name), None)


def cited_agency(text: str) -> str | None:
    """The agency that a text says it repeats ("citing Reuters", "Interfax reported")."""
    match = patterns().cited.search(text)
    return lowered_forms()[(match["agency"] or match["subject"]).lower()] if match else None

"""Phrases that tell harm to people, things hit and consequences, found by patterns alone; figures are read from them later."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dateline.language.clauses import Clause, clause_at
from dateline.language.patterns import PatternSet, compile_pattern
from dateline.language.phrases import Phrase, Phrases
from dateline.language.tokens import Tag, Token
from dateline.language.words import word_classes, words
from dateline.model import Mention, Part, Span

_ONTO = frozenset("on at against into in near over of upon".split())
_NOBODY = frozenset("nobody none one".split())
_EXTENTS = {
    "destroy": "destroyed",
    "flatten": "destroyed",
    "raze": "destroyed",
    "demolish": "destroyed",
    "wreck": "destroyed",
} | dict.fromkeys("damage hit strike crack burn gut shatter hole cripple set torch break knock".split(), "damaged")


@dataclass(frozen=True, slots=True)
class FactRow:
    """One line of harm.tsv, targets.tsv or impacts.tsv."""

    kind: str
    frame: str = ""


@cache
def _set(name: str) -> PatternSet[FactRow]:
    text = (resources.files("dateline.language") / "data" / f"{name}.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return PatternSet([compile_pattern(r["pattern"], FactRow(r["kind"], r.get("frame") or ""), word_classes()) for r in rows])


def impacts(tokens: list[Token], phrases: Phrases, part: Part) -> list[Mention]:
    """Consequences told in the sentence; the span takes in a count of people or homes beside it ("90,000 homes without power")."""
    found: dict[str, Mention] = {}
    for match in _set("impacts").matches(tokens):
        first, last = match.first, match.last
        counted = phrases.ending_at(first - 1) if first else None
        if counted is not None and _number(tokens, counted):
            first = counted.first
        elif match.row.kind in ("heating_outage", "power_outage", "water_outage") and last + 1 < len(tokens):
            after = phrases.starting_at(last + 1) or (
                phrases.starting_at(last + 2) if tokens[last + 1].tag is Tag.PREPOSITION else None
            )
            if after is not None and _number(tokens, after):
                last = after.last
        span = Span(tokens[first].start, tokens[last].end)
        if match.row.kind not in found or found[match.row.kind].span.end - found[match.row.kind].span.start < span.end - span.start:
            found[match.row.kind] = Mention(span, "impact", match.row.kind, part=part)
    return list(found.values())


def targets(tokens: list[Token], phrases: Phrases, part: Part, struck: Sequence[int] = ()) -> list[Mention]:
    """Things of the codebook's infrastructure list that something is done to, one mention a phrase and kind.

    `struck` are the indices of further verbs, beside those of damage, whose objects count.
    """
    undergoing = _undergoing(tokens, phrases, struck)
    found: dict[tuple[int, str], Mention] = {}
    taken: dict[int, int] = {}
    for match in sorted(_set("targets").matches(tokens), key=lambda m: (m.first - m.last, m.first)):
        if any(taken.get(k) is not None for k in range(match.first, match.last + 1)):
            continue
        phrase = phrases.holding(match.last)
        if phrase is None or match.last != phrase.head or phrase.first not in undergoing:
            continue
        taken.update(dict.fromkeys(range(match.first, match.last + 1), match.first))
        span = phrase.without_article(tokens).span(tokens)
        found.setdefault(
            (phrase.first, match.row.kind), Mention(span, "target", match.row.kind, _extent(tokens, phrase), part=part)
        )
    return list(found.values())


def _undergoing(tokens: list[Token], phrases: Phrases, struck: Sequence[int]) -> set[int]:
    """First token of every phrase that a verb of damage or strike has as object, or after "on", "at", "into" and the like."""
    found: set[int] = set()
    verbs = {i for i, t in enumerate(tokens) if t.lemma in _EXTENTS and t.tag in (Tag.VERB, Tag.ADJECTIVE)} | set(struck)
    for verb in verbs:
        if tokens[verb].tag in (Tag.VERB, Tag.ADJECTIVE):
            clause = clause_at(tokens, phrases, verb)
            found |= {p.first for p in [*clause.patients, *(p for prep, p in clause.complements if prep in _ONTO)]}
    for phrase in phrases.all:  # "an attack on a police station"
        before = tokens[phrase.first - 2].lemma if phrase.first >= 2 else ""
        if before in word_classes()["attack"] and tokens[phrase.first - 1].lower in _ONTO:
            found |= {p.first for p in phrases.list_right(phrase)}
    return found


def _extent(tokens: list[Token], phrase: Phrase) -> str:
    near = tokens[max(0, phrase.first - 3) : phrase.first] + tokens[phrase.last + 1 : phrase.last + 5]
    kinds = {_EXTENTS.get(t.lemma) for t in near}
    return "destroyed" if "destroyed" in kinds else "damaged" if "damaged" in kinds else "unknown"


def harm(tokens: list[Token], phrases: Phrases, part: Part) -> list[Mention]:
    """Phrases that count (or name) people harmed, with the kind of harm; subsets ("including two children") marked."""
    found: dict[tuple[int, str], Mention] = {}
    for match in _set("harm").matches(tokens):
        for phrase in _counted(tokens, phrases, match.row.frame, match.first, match.head, match.last):
            span = phrase.span(tokens)
            found.setdefault((span.start, match.row.kind), Mention(span, "harm", match.row.kind, part=part))
    mentions = sorted(_without_doubles(list(found.values())), key=lambda m: m.span)
    return mentions + list(_subsets(tokens, phrases, mentions, part))


def _without_doubles(mentions: list[Mention]) -> list[Mention]:
    """Drops "injured" where the same words count as killed or casualties by a closer reading, and shorter doubles."""
    keep: list[Mention] = []
    for m in sorted(mentions, key=lambda m: m.span.start - m.span.end):
        if not any(k.label == m.label and k.span.overlaps(m.span) for k in keep):
            keep.append(m)
    return keep


def _counted(tokens: list[Token], phrases: Phrases, frame: str, first: int, head: int, last: int) -> Iterator[Phrase]:
    if frame == "all":
        yield Phrase(first, head, head)
        return
    if frame == "count":
        yield from _count_before(tokens, phrases, first)
        return
    if frame == "after":
        yield from _count_after(tokens, phrases, last)
        return
    if frame == "of":
        after = phrases.starting_at(first + 2)
        if after is not None and _human(tokens, after):
            yield after
        return
    if tokens[head].tag not in (Tag.VERB, Tag.ADJECTIVE):
        return
    clause = clause_at(tokens, phrases, head)
    if frame == "lives":
        candidates = [phrases.with_complement(p) for p in clause.objects]
    elif frame == "subject":
        candidates = clause.subjects
    else:
        candidates = _patients(tokens, clause, head)
    for phrase in candidates:
        if _human(tokens, phrase) or (frame == "lives" and _number(tokens, phrase)):
            yield phrase


def _patients(tokens: list[Token], clause: Clause, head: int) -> list[Phrase]:
    if clause.passive:
        return clause.subjects
    participle = tokens[head].lower.endswith(("ed", "en", "t"))
    if participle and not clause.objects and clause.subjects and _number(tokens, clause.subjects[-1]):
        return clause.subjects[-1:]  # "25 people killed", a headline's or a list's participle
    return clause.objects


def _count_before(tokens: list[Token], phrases: Phrases, at: int) -> Iterator[Phrase]:
    """The number before "dead", "injured", "deaths": "25 dead", "93 were injured", "a toll of 14 dead"."""
    here = phrases.holding(at)
    if here is not None and _number(tokens, here) and here.first < at:
        yield here
        return
    k = at - 1
    while k >= 0 and tokens[k].tag in (Tag.AUXILIARY, Tag.ADVERB):
        k -= 1
    before = phrases.ending_at(k) if k >= 0 else None
    if before is not None and _number(tokens, before):
        yield before


def _count_after(tokens: list[Token], phrases: Phrases, at: int) -> Iterator[Phrase]:
    """The number that a toll has reached: "the toll rose to 34"."""
    k = at + 1
    while k < len(tokens) and tokens[k].lower in ("to", "at", "by", "again"):
        k += 1
    phrase = phrases.starting_at(k) if k < len(tokens) else None
    if phrase is not None and _number(tokens, phrase) and (tokens[phrase.head].tag is Tag.NUMBER or _human(tokens, phrase)):
        yield phrase


def _subsets(tokens: list[Token], phrases: Phrases, mentions: list[Mention], part: Part) -> Iterator[Mention]:
    if not mentions:
        return
    for n, phrase in enumerate(phrases.all):
        if any(m.span.overlaps(phrase.span(tokens)) for m in mentions):
            continue
        before = [t.lower for t in tokens[max(0, phrase.first - 2) : phrase.first]]
        after = [t.lower for t in tokens[phrase.last + 1 : phrase.last + 3]]
        opens = before[-1:] == ["including"] or (before[-1:] == ["and"] and n and _joined_to_subset(tokens, phrases.all[n - 1]))
        among = after in (["among", "them"], ["of", "them"]) or (after[:1] == ["of"] and "whom" in after)
        if (opens or among) and _human(tokens, phrase):
            earlier = [m for m in mentions if m.span.end <= phrase.span(tokens).start] or mentions[:1]
            yield Mention(phrase.span(tokens), "harm", earlier[-1].label, "subset", part=part)


def _joined_to_subset(tokens: list[Token], phrase: Phrase) -> bool:
    return phrase.first > 0 and tokens[phrase.first - 1].lower == "including"


def _number(tokens: list[Token], phrase: Phrase) -> bool:
    inside = tokens[phrase.first : phrase.last + 1]
    counted = any(t.tag is Tag.NUMBER or t.lower in words("numbers") for t in inside)
    return counted or inside[0].lower in ("several", "no", "one", "many")


def _human(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether the phrase can count or name people."""
    head = tokens[phrase.head]
    if head.lemma in words("people") or head.lower in _NOBODY:
        return True
    if _number(tokens, phrase):
        after = tokens[phrase.last + 1].lower if phrase.last + 1 < len(tokens) else ""
        return (
            head.tag is Tag.NUMBER
            or after == "of"
            or head.lower.endswith(("ers", "ors", "ists", "ans", "men", "women", "ians", "ees"))
        )
    return head.tag is Tag.NAME and head.lower != "us" and tokens[phrase.first].tag is Tag.NAME

"""Which phrases of a sentence may fill the roles of an act, by the lexicon's frame and the grammar of its verb or noun."""

from collections.abc import Iterator

from dateline.language.clauses import Clause
from dateline.language.phrases import Phrase, Phrases
from dateline.language.tokens import Tag, Token
from dateline.language.triggers import Reading
from dateline.language.words import word_classes, words
from dateline.model import Role

_RECIPIENT_PREPOSITIONS = {
    "on": ("on", "upon", "against", "at", "over", "targeting", "in", "into"),
    "to": ("to", "for", "toward", "towards", "with"),
    "from": ("from", "of", "to"),
    "into": ("into",),
    "against": ("against", "over"),
    "svo": ("against", "on", "at"),
    "about": ("of", "against", "by", "on"),
}


Candidate = tuple[Role, Phrase, float]


def candidates(tokens: list[Token], phrases: Phrases, reading: Reading) -> list[Candidate]:
    """Role, phrase and probability for each phrase that grammar offers; whether it names anyone is decided later."""
    found = list(_from_noun(tokens, phrases, reading)) if reading.noun else []
    if reading.clause is not None:
        found.extend(_from_clause(tokens, phrases, reading, reading.clause))
    unique: dict[tuple[Role, int], Candidate] = {}
    for candidate in (c for f in found for c in _spelled_out(tokens, phrases, f)):
        if _names_nobody(tokens, candidate[1]):
            continue
        key = (candidate[0], candidate[1].first)
        if key not in unique or unique[key][2] < candidate[2]:
            unique[key] = candidate
    return list(unique.values())


def _spelled_out(tokens: list[Token], phrases: Phrases, candidate: Candidate) -> list[Candidate]:
    """The sides behind "representatives from A, B and C"; else the phrase with its "of"."""
    role, phrase, probability = candidate
    if (
        phrase.last + 2 < len(tokens)
        and tokens[phrase.head].lemma in words("delegates")
        and tokens[phrase.last + 1].lower in ("from", "of")
    ):
        inner = phrases.starting_at(phrase.last + 2)
        members = phrases.list_right(inner) if inner is not None else []
        if len(members) > 1:
            return [(role, member, probability) for member in members]
    return [(role, phrases.with_complement(phrase), probability)]


def _names_nobody(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether the phrase is a thing, a time or a bare number.

    Weapons and acts count only with a name before them ("Russian drones").
    """
    head = tokens[phrase.head]
    if head.tag is Tag.NUMBER or (head.tag is Tag.VERB and not head.capital):
        return True
    named = any(t.tag is Tag.NAME for t in tokens[phrase.first : phrase.last + 1])
    classes = word_classes()
    return not named and head.lemma in classes["weapon"] | classes["attack"] | classes["talks"] | words("things")


def _from_clause(tokens: list[Token], phrases: Phrases, reading: Reading, clause: Clause) -> Iterator[Candidate]:
    frame = reading.match.row.frame
    own_verb = reading.noun is None
    light = not own_verb and tokens[clause.head].lemma in word_classes()["light"] | {
        "hold",
        "host",
        "face",
        "join",
        "order",
        "direct",
    }
    if frame == "victim":
        yield from (("recipient", p, 0.8) for p in clause.subjects)
        return
    if own_verb or light or _inside(reading, clause.head):
        yield from _doers(tokens, reading, clause)
        yield from _undergoers(phrases, reading, clause, own_verb or _inside(reading, clause.head))
    elif reading.noun is not None and reading.noun in clause.subjects and not clause.passive:
        yield from (("recipient", p, 0.5) for p in clause.objects)


def _inside(reading: Reading, token: int) -> bool:
    return reading.match.first <= token <= reading.match.last


def _doers(tokens: list[Token], reading: Reading, clause: Clause) -> Iterator[Candidate]:
    frame = reading.match.row.frame
    for phrase in clause.agents if clause.passive else clause.subjects:
        if reading.noun is not None and phrase == reading.noun:
            continue
        yield ("actor", phrase, 0.9)
    if reading.match.row.event_type == "MOBILIZE" and clause.passive and not clause.agents:
        yield from (("actor", p, 0.7) for p in clause.subjects)  # "soldiers were sent"
    if frame == "mutual":
        if clause.passive:
            yield from (("actor", p, 0.4) for p in clause.subjects)
        yield from (("actor", p, 0.9) for prep, p in clause.complements if prep in ("with", "between", "among"))
        yield from (("actor", p, 0.6) for p in clause.objects if tokens[clause.head].lemma not in word_classes()["light"])


def _undergoers(phrases: Phrases, reading: Reading, clause: Clause, own_verb: bool) -> Iterator[Candidate]:
    frame = reading.match.row.frame
    if frame in ("mutual", "none", "weapon", "agent"):
        if frame == "weapon":
            yield from (("recipient", p, 0.7) for p in clause.patients)
        return
    wanted = _RECIPIENT_PREPOSITIONS.get(frame, ())
    for prep, phrase in clause.complements:
        if prep in wanted:
            yield ("recipient", phrase, 0.8 if frame != "svo" else 0.5)
    if own_verb and frame in ("svo", "about", "to", "on", "from", "that"):
        strength = {"svo": 0.9, "about": 0.7}.get(frame, 0.5)
        yield from (("recipient", phrases.with_complement(p), strength) for p in clause.patients)


def _from_noun(tokens: list[Token], phrases: Phrases, reading: Reading) -> Iterator[Candidate]:
    """The words before the noun are the doer ("Israeli strikes"), what follows "on" or "against" undergoes it."""
    noun = reading.noun
    if noun is None:
        return
    before = _names_before(tokens, noun, reading.match.first)
    if before is not None:
        yield ("actor", before, 0.85)
    at = phrases.with_complement(noun).last + 1 if tokens[min(noun.last + 1, len(tokens) - 1)].lower == "of" else noun.last + 1
    wanted = _RECIPIENT_PREPOSITIONS.get(reading.match.row.frame, ())
    while at + 1 < len(tokens) and tokens[at].tag is Tag.PREPOSITION:
        phrase = phrases.starting_at(at + 1)
        if phrase is None:
            break
        members = phrases.list_right(phrase)
        word = tokens[at].lower
        if word == "by":
            yield from (("actor", p, 0.9) for p in members)
        elif word in ("with", "between") and reading.match.row.frame == "mutual":
            yield from (("actor", p, 0.85) for p in members)
        elif word in wanted:
            yield from (("recipient", p, 0.7) for p in members)
        at = members[-1].last + 1
    if tokens[noun.last + 1 : noun.last + 2] and tokens[noun.last + 1].lower == "of":
        inner = phrases.starting_at(noun.last + 2)
        if inner is not None and reading.match.row.frame in ("svo", "from", "about"):
            yield ("recipient", inner, 0.7)


def _names_before(tokens: list[Token], noun: Phrase, trigger: int) -> Phrase | None:
    """The name, adjective of a people or possessor that opens the noun phrase: "Iran's" in "Iran's brazen attack"."""
    last = None
    for k in range(noun.first, min(trigger, noun.last + 1)):
        if tokens[k].tag is Tag.POSSESSIVE or (tokens[k].tag is Tag.NAME and tokens[k].capital):
            last = k - 1 if tokens[k].tag is Tag.POSSESSIVE else k
            if tokens[k].tag is Tag.POSSESSIVE:
                break
    if last is None or last < noun.first:
        return None
    return Phrase(noun.first, last, last).without_article(tokens)

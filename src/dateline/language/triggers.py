"""Choosing, among all readings of a sentence that the lexicon offers, the words that tell an act."""

from dataclasses import dataclass

from dateline.language.clauses import Clause, clause_at, verb_group_start
from dateline.language.lexicon import Lexicon, Row
from dateline.language.modality import modality
from dateline.language.patterns import Match
from dateline.language.phrases import Phrase, Phrases
from dateline.language.tokens import Tag, Token
from dateline.language.words import words

_DEFINITE = frozenset("the this these those that such both".split())
NOT_AN_EVENT = "NONE"  # rows of not_events.tsv win over shorter matches and then tell nothing
_SPEECH_TYPES = frozenset({"REQUEST", "AGREE", "REJECT", "THREATEN", "CONCEDE"})
_ACT_NOUN_AS_MODIFIER = frozenset("ceasefire truce strike attack raid war peace protest arrest assault march".split())


@dataclass(frozen=True, slots=True)
class Reading:
    """One act as the grammar of a sentence shows it.

    `match` is the trigger, `clause` its verb's clause or that of the verb which governs its noun, `noun` its noun phrase where
    the trigger is a noun; `probability` 0..1 that it tells an act of its own, `anaphoric` whether it points back to one told
    already ("the attack").
    """

    match: Match[Row]
    clause: Clause | None
    noun: Phrase | None
    status: str
    marked: bool
    probability: float
    anaphoric: bool = False
    aggregate: bool = False


def readings(tokens: list[Token], phrases: Phrases, lexicon: Lexicon) -> list[Reading]:
    """The acts that the sentence tells, in order; of overlapping matches the heavier and longer wins."""
    chosen: list[Match[Row]] = []
    for match in sorted(lexicon.patterns.matches(tokens), key=lambda m: (-_rank(m), m.first)):
        if all(match.last < c.first or match.first > c.last for c in chosen):
            chosen.append(match)
    acts = (m for m in chosen if m.row.event_type != NOT_AN_EVENT)
    found = [_read(tokens, phrases, m) for m in sorted(acts, key=lambda m: m.first)]
    return [r for r in found if not _embedded(tokens, r, found)]


def _embedded(tokens: list[Token], reading: Reading, others: list[Reading]) -> bool:
    """Whether the act is only the content of another speech act: what is asked, promised, refused or threatened."""
    governor = _governing_word(tokens, reading)
    if governor is None:
        return False
    return any(
        o is not reading
        and o.match.first <= governor <= o.match.last
        and o.match.row.event_type in _SPEECH_TYPES
        and o.probability >= 0.4
        for o in others
    )


def _governing_word(tokens: list[Token], reading: Reading) -> int | None:
    """Index of the verb (or noun) whose complement the trigger's clause is: "demanded | that they lift", "refused | to meet"."""
    if reading.noun is not None:
        start = reading.noun.first
        for k in range(start - 1, max(-1, start - 4), -1):
            if tokens[k].tag is Tag.VERB or tokens[k].lemma in ("call", "appeal", "demand", "request", "offer"):
                return k
            if tokens[k].tag not in (Tag.PREPOSITION, Tag.ADVERB, Tag.DETERMINER):
                return None
        return None
    if reading.clause is None:
        return None
    first = min(reading.clause.first, reading.match.first)
    before = tokens[first - 1] if first else None
    if before is None:
        return None
    if before.tag is Tag.TO or (before.tag is Tag.PREPOSITION and tokens[reading.match.head].lower.endswith("ing")):
        return _verb_left(tokens, first - 2)
    start = reading.clause.subjects[0].first if reading.clause.subjects and reading.clause.subjects[0].first < first else first
    bare = tokens[reading.clause.head].lower == tokens[reading.clause.head].lemma
    modal = any(t.lower in ("should", "must", "would") for t in tokens[reading.clause.first : reading.clause.head])
    if start and (bare or modal):
        left = start - 2 if tokens[start - 1].lower == "that" else start - 1
        if left >= 0 and tokens[left].tag is Tag.VERB:
            return left
    return None


def _verb_left(tokens: list[Token], start: int) -> int | None:
    for k in range(start, max(-1, start - 12), -1):
        if tokens[k].tag is Tag.VERB or tokens[k].lemma in ("due", "ready", "call", "appeal", "offer", "refusal", "demand"):
            return k
        if tokens[k].text in (";", ":", "."):
            return None
    return None


def _rank(match: Match[Row]) -> float:
    return match.row.weight + 0.12 * (match.last - match.first)


def _read(tokens: list[Token], phrases: Phrases, match: Match[Row]) -> Reading:
    head = tokens[match.head]
    is_verb = head.tag in (Tag.VERB, Tag.AUXILIARY, Tag.MODAL) or (head.tag is Tag.ADJECTIVE and head.lower.endswith("ed"))
    noun = None if is_verb else phrases.holding(match.head)
    verb = match.head if is_verb else _governor(tokens, phrases, noun)
    clause = clause_at(tokens, phrases, verb) if verb is not None else None
    told = modality(tokens, clause, match.first, match.last)
    probability = match.row.weight
    anaphoric = False
    if noun is not None:
        anaphoric = tokens[noun.first].lower in _DEFINITE and not match.row.pattern.startswith("=") and noun.first < match.head
        if match.last < noun.head and tokens[match.head].lemma in _ACT_NOUN_AS_MODIFIER:
            probability *= 0.4  # "ceasefire talks", "strike aircraft": the act is not told here
        if anaphoric:
            probability *= 0.5
        if any(t.lower in words("unreal") for t in tokens[max(0, noun.first - 3) : match.head]):
            probability *= 0.3  # "threat of future attacks", "to deter attacks"
    elif clause is not None:
        probability *= _verb_factor(tokens, phrases, match, clause)
    aggregate = noun is not None and _counted(tokens, noun, match.head)
    status = match.row.status or told.status
    if status == "planned" and any(t.lower == "no" for t in tokens[max(0, match.first - 3) : match.first]):
        status = "denied"  # "no session is planned"
    elif (
        is_verb
        and status == "occurred"
        and any(t.tag is Tag.NEGATION for t in tokens[verb_group_start(tokens, match.head) : match.first])
    ):
        status = "denied"  # "has not threatened to veto"; in "would not accept" the negation is part of what is matched
    return Reading(match, clause, noun, status, told.marked, probability, anaphoric, aggregate)


def _counted(tokens: list[Token], noun: Phrase, head: int) -> bool:
    """Whether the noun tells several acts at once: "27 attacks", "a series of strikes", "repeated shelling"."""
    if tokens[head].lower == tokens[head].lemma and tokens[head].lower != "shelling":
        return False
    before = tokens[max(0, noun.first - 2) : head]
    numbers = [t for t in tokens[noun.first : head] if t.tag is Tag.NUMBER and t.lower not in ("one", "1")]
    return bool(numbers) or any(t.lower in words("repetition") for t in before)


def _verb_factor(tokens: list[Token], phrases: Phrases, match: Match[Row], clause: Clause) -> float:
    """How far the form of the verb speaks against an act: a purpose ("to deter"), an attribute ("the besieged town")."""
    head = tokens[match.head]
    phrase = phrases.holding(match.head)
    if head.tag is Tag.ADJECTIVE and phrase is not None and match.head < phrase.head:
        return 0.3
    first = min(clause.first, match.first)
    before = tokens[first - 1] if first else None
    if before is not None and before.tag is Tag.TO and match.row.status is None:
        governor = _verb_left(tokens, first - 2)
        lemma = tokens[governor].lemma if governor is not None else ""
        return 1.0 if lemma in words("aspect") | words("plans") else 0.3
    if before is not None and before.lemma in words("ending") and head.lower.endswith("ing"):
        return 0.2  # "stop striking"
    if head.lower.endswith("ing") and any(t.lower == "from" for t in tokens[max(0, first - 3) : first]):
        return 0.2  # "deter them from striking or supporting it"
    if match.row.mode in ("restrict", "withdraw", "discontinue", "censor") and clause.passive and not clause.agents:
        return 0.45 if head.lemma in ("close", "shut", "cut", "seal", "block") else 1.0
    participle = head.lower.endswith(("ed", "en")) or head.lower in ("held", "shot", "hit", "struck", "taken")
    if (
        participle
        and clause.first == match.head
        and phrases.ending_at(match.head - 1)
        and not clause.objects
        and not clause.passive
    ):
        return 0.7
    return 1.0


def _governor(tokens: list[Token], phrases: Phrases, noun: Phrase | None) -> int | None:
    """The verb that a noun phrase is the object or subject of: "launched an attack", "an attack killed"."""
    if noun is None:
        return None
    top = phrases.climb(noun)
    for k in range(top.first - 1, max(-1, top.first - 5), -1):
        if tokens[k].tag is Tag.VERB:
            return k
        if tokens[k].tag not in (Tag.ADVERB, Tag.PREPOSITION, Tag.CONJUNCTION):
            break
    last = phrases.with_complement(noun).last
    for k in range(last + 1, min(len(tokens), last + 12)):
        if tokens[k].tag is Tag.VERB:
            return k
        if tokens[k].text in (",", ";", ":") or tokens[k].tag is Tag.SUBORDINATOR:
            break
    return None

"""Who does what in a sentence, as far as word order tells: the subject, object and prepositional complements of a verb."""

from dataclasses import dataclass, field

from dateline.language.phrases import Phrase, Phrases
from dateline.language.tokens import Tag, Token
from dateline.language.words import words

_GROUP = {Tag.AUXILIARY, Tag.MODAL, Tag.NEGATION, Tag.ADVERB}
_RELATIVES = frozenset({"who", "which", "that", "whom"})


@dataclass(slots=True)
class Clause:
    """One verb with its phrases.

    `first`..`head` are the token indices of the verb group; `subjects` are those of the active or passive verb as they stand,
    `agents` the "by" phrases of a passive; `complements` pairs of preposition and phrase.
    """

    first: int
    head: int
    passive: bool = False
    subjects: list[Phrase] = field(default_factory=list)
    objects: list[Phrase] = field(default_factory=list)
    agents: list[Phrase] = field(default_factory=list)
    complements: list[tuple[str, Phrase]] = field(default_factory=list)

    @property
    def doers(self) -> list[Phrase]:
        """Who does it: the subject, or the agent of a passive."""
        return self.agents if self.passive else self.subjects

    @property
    def patients(self) -> list[Phrase]:
        """Whom it is done to: the object, or the subject of a passive."""
        return self.subjects if self.passive else self.objects


def verb_group_start(tokens: list[Token], head: int) -> int:
    """Index of the first auxiliary, modal, negation or adverb that belongs to the verb at `head`."""
    first = head
    while first > 0 and (
        tokens[first - 1].tag in _GROUP or (tokens[first - 1].tag is Tag.VERB and tokens[first - 1].lemma == "get")
    ):
        first -= 1
    while first < head and tokens[first].tag is Tag.ADVERB:
        first += 1
    return first


def is_passive(tokens: list[Token], first: int, head: int) -> bool:
    """Whether the verb at `head` is a passive participle: after a form of be or get, or bare before "by"."""
    word = tokens[head]
    if word.lower.endswith("ing") or (word.lower == word.lemma and word.lower not in ("hit", "cut", "put", "shut", "set", "hurt")):
        return False
    if word.tag not in (Tag.VERB, Tag.ADJECTIVE):
        return False
    group = tokens[first:head]
    if any(t.lemma in ("be", "get") or t.lower in ("'re", "'s") for t in group):
        return True
    follows = [t.lower for t in tokens[head + 1 : head + 4]]
    return (
        "by" in follows[:2]
        and not any(t.lemma == "have" for t in group)
        and not (first > 0 and tokens[first - 1].tag is Tag.PRONOUN)
    )


def clause_at(tokens: list[Token], phrases: Phrases, head: int, depth: int = 0) -> Clause:
    """The clause of the verb at token index `head`."""
    first = verb_group_start(tokens, head)
    clause = Clause(first, head, is_passive(tokens, first, head))
    clause.subjects = _subjects(tokens, phrases, clause, depth)
    _right_side(tokens, phrases, clause)
    return clause


def _subjects(tokens: list[Token], phrases: Phrases, clause: Clause, depth: int) -> list[Phrase]:
    left = clause.first - 1
    while left > 0 and tokens[left].tag is Tag.ADVERB and phrases.holding(left) is None:
        left -= 1
    if left < 0 or depth > 3:
        return []
    before = tokens[left]
    if before.tag is Tag.TO:
        return _controller(tokens, phrases, left, depth)
    if before.lower in _RELATIVES:
        return _antecedent(tokens, phrases, left - 1)
    phrase = phrases.ending_at(left)
    if phrase is not None:
        members = phrases.list_left(phrase)
        top = phrases.climb(members[0])
        return (
            [top]
            if top is not members[0] and len(members) == 1
            else [*phrases.list_left(top)[:-1], *([top] if len(members) == 1 else members)]
        )
    if before.text in (",", ")", "—"):
        skipped = _skip_apposition(tokens, phrases, left)
        if skipped and not tokens[clause.head].lower.endswith("ing"):
            return skipped
    return _shared_subject(tokens, phrases, clause, depth)


def _controller(tokens: list[Token], phrases: Phrases, to: int, depth: int) -> list[Phrase]:
    """The subject of an infinitive: the object of "urge", "order"; else the subject of the verb before it."""
    for k in range(to - 1, -1, -1):
        if tokens[k].tag is Tag.VERB or (tokens[k].lemma in words("object_control") and tokens[k].tag is Tag.NOUN):
            if tokens[k].lemma in words("object_control"):
                inner = [p for p in phrases.all if k < p.first and p.last < to]
                if inner:
                    return inner[:1]
            return clause_at(tokens, phrases, k, depth + 1).doers
        if tokens[k].text in (";", ":"):
            break
    return []


def _antecedent(tokens: list[Token], phrases: Phrases, end: int) -> list[Phrase]:
    if end >= 0 and tokens[end].text == ",":
        end -= 1
    phrase = phrases.ending_at(end)
    return phrases.list_left(phrase) if phrase else []


def _skip_apposition(tokens: list[Token], phrases: Phrases, comma: int) -> list[Phrase]:
    """The subject before ", head of the agency," or a relative clause between commas, or a bracket."""
    opener = "(" if tokens[comma].text == ")" else tokens[comma].text
    for k in range(comma - 1, max(-1, comma - 22), -1):
        if tokens[k].text != opener:
            continue
        phrase = phrases.ending_at(k - 1)
        if phrase is None:
            return []
        members = phrases.list_left(phrases.climb(phrase))
        if opener == "," and members[0].first > 0 and tokens[members[0].first - 1].tag is Tag.PREPOSITION:
            continue  # "with support from Bahrain, Canada and Denmark," is itself set between the commas
        return [*members, *_companions(tokens, phrases, k)]
    return []


def _companions(tokens: list[Token], phrases: Phrases, comma: int) -> list[Phrase]:
    """Who does it with the subject: ", together with the United Kingdom,"."""
    after = [t.lower for t in tokens[comma + 1 : comma + 3]]
    start = comma + 3 if after in (["together", "with"], ["along", "with"]) else comma + 2 if after[:1] == ["alongside"] else None
    phrase = phrases.starting_at(start) if start is not None and start < len(tokens) else None
    return phrases.list_right(phrase) if phrase else []


def _shared_subject(tokens: list[Token], phrases: Phrases, clause: Clause, depth: int) -> list[Phrase]:
    """The subject of a coordinated or participial verb: that of the verb before it, else (at the front) of the verb after it."""
    participial = tokens[clause.head].lower.endswith("ing")
    for k in range(clause.first - 1, -1, -1):
        if tokens[k].text in (";", ":"):
            break
        if tokens[k].tag in (Tag.VERB, Tag.AUXILIARY):
            earlier = clause_at(tokens, phrases, k, depth + 1)
            if participial and _subordinate(tokens, earlier) and k > 3:
                continue
            if participial and tokens[k].lemma in words("gerund_control") and tokens[clause.first - 1].tag is Tag.PREPOSITION:
                return earlier.patients  # "accused Kyiv of staging it"
            return earlier.subjects
    if participial:
        for k in range(clause.head + 1, len(tokens)):
            if tokens[k].text == "," and phrases.starting_at(k + 1):
                return [phrases.starting_at(k + 1)]  # type: ignore[list-item]
    return []


def _subordinate(tokens: list[Token], clause: Clause) -> bool:
    """Whether the clause is introduced by "as", "when", "who" and the like."""
    first = clause.subjects[0].first if clause.subjects else clause.first
    return (first > 0 and tokens[first - 1].tag is Tag.SUBORDINATOR) or tokens[clause.first - 1].lower in _RELATIVES


def _right_side(tokens: list[Token], phrases: Phrases, clause: Clause) -> None:
    i = clause.head + 1
    while i < len(tokens) and tokens[i].tag in (Tag.ADVERB, Tag.NEGATION) and phrases.starting_at(i) is None:
        i += 1
    phrase = phrases.starting_at(i) if i < len(tokens) else None
    if phrase is not None:
        clause.objects = phrases.list_right(phrase)
        i = clause.objects[-1].last + 1
    _complements(tokens, phrases, clause, i)


def _complements(tokens: list[Token], phrases: Phrases, clause: Clause, i: int) -> None:
    while i < len(tokens) and len(clause.complements) < 8:
        token = tokens[i]
        if token.tag is Tag.PREPOSITION or (token.lower in ("before", "after", "since", "until") and phrases.starting_at(i + 1)):
            phrase = phrases.starting_at(i + 1)
            if phrase is None:
                break
            members = phrases.list_right(phrase)
            if token.lower == "by" and clause.passive:
                clause.agents.extend(members)
            clause.complements.extend((token.lower, member) for member in members)
            i = members[-1].last + 1
        elif (
            token.tag is Tag.ADVERB
            or token.text in ('"', "“", "”", "(", ")")
            or (token.text == "," and i + 1 < len(tokens) and tokens[i + 1].tag is Tag.PREPOSITION)
        ):
            i += 1
        else:
            break

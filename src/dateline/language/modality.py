"""Whether an act happened, is to come, hangs on a condition, is only alleged, or is denied.

Read from the words around its trigger: the verb's own group, the verb or noun whose complement it is ("denied that", "accused of",
"is said to have", "plans to"), the quantifiers of its subject and object ("no shots"), and conditions in its sentence.
"""

from dataclasses import dataclass

from dateline.language.clauses import Clause
from dateline.language.tokens import Tag, Token
from dateline.language.words import words

_FUTURE_MODALS = frozenset(("will", "'ll", "shall"))
_OPEN_MODALS = frozenset(("would", "could", "might", "may", "should"))
_CONDITIONS = frozenset(("if", "unless", "provided", "lest"))
_BARRIERS = frozenset((";", ":", "“", "”", '"'))
_NONE = frozenset(("no", "nobody", "none", "nothing", "neither"))
_REPORTS = frozenset(("report", "claim", "rumour", "rumor", "story", "announcement", "allegation", "news"))
_UNTRUE = frozenset(("untrue", "false", "fake", "fabricated", "baseless", "unfounded", "invented", "fabrication", "lie", "hoax"))
_REACH = 14


@dataclass(frozen=True, slots=True)
class Modality:
    """What the grammar says of an act: `status` by the codebook, and whether the sentence itself marks it as hearsay."""

    status: str
    marked: bool = False


def modality(tokens: list[Token], clause: Clause | None, first: int, last: int) -> Modality:
    """The status of the act whose trigger is tokens `first`..`last`.

    `clause` is that of its verb or of the verb that governs its noun.
    """
    status = _status(tokens, clause, first, last)
    return Modality(status, marked=status != "occurred")


def _status(tokens: list[Token], clause: Clause | None, first: int, last: int) -> str:
    start = min(first, clause.first) if clause is not None else first
    if _negated_noun(tokens, first) or _called_untrue(tokens, start, last):
        return "denied"
    if _hearsay(tokens, first, last):
        return "alleged"
    if clause is not None:
        governed = _governed(tokens, clause)
        if governed is not None:
            return governed
        status = _verb_status(tokens, clause)
        if status != "occurred":
            return status
    if any(t.lower in words("future") for t in tokens[max(0, first - 2) : first]):
        return "planned"
    return "occurred"


def _negated_noun(tokens: list[Token], first: int) -> bool:
    before = [t.lower for t in tokens[max(0, first - 4) : first]]
    if not before:
        return False
    if before[-1] == "no" or (
        len(before) > 1 and before[-2] == "no" and tokens[first - 1].tag in (Tag.ADJECTIVE, Tag.NOUN, Tag.NAME)
    ):
        return True
    return before[-1] == "without" or before[-2:] == ["without", "a"]


def _called_untrue(tokens: list[Token], start: int, last: int) -> bool:
    """Whether the sentence itself takes it back: "Reports that the two had met are untrue", "the talks did not take place"."""
    after = [t.lower for t in tokens[last + 1 : last + 1 + _REACH + 6]]
    if any(after[n : n + 4] == ["did", "not", "take", "place"] for n in range(len(after))):
        return True
    return any(t.lemma in _REPORTS for t in tokens[:start]) and any(w in _UNTRUE for w in after)


def _hearsay(tokens: list[Token], first: int, last: int) -> bool:
    near = tokens[max(0, first - 4) : last + 2]
    if any(t.lower in words("hearsay") for t in near):
        return True
    before = [t.lower for t in tokens[max(0, first - 6) : first]]
    return ("reports" in before and before[-1] in ("of", "that")) or ("accused" in before and before[-1] == "of")


def _governed(tokens: list[Token], clause: Clause) -> str | None:
    """The status that the verb above the clause gives it, or None where none stands above it that tells."""
    k = clause.first - 1
    if k < 0:
        return None
    if tokens[k].tag is Tag.TO:
        return _governed_infinitive(tokens, k)
    if tokens[clause.head].lower.endswith("ing") or tokens[clause.first].lower == "having":
        return _governed_gerund(tokens, clause)
    return _governed_sentence(tokens, clause)


def _governed_infinitive(tokens: list[Token], to: int) -> str | None:
    before = tokens[max(0, to - 4) : to]
    if before and before[-1].lemma in words("rumoured") and any(t.lemma == "be" for t in before):
        return "alleged"  # "is said to have fired"
    if any(t.tag is Tag.NEGATION or t.lower in _NONE or t.lemma in ("fail", "refuse", "decline") for t in before):
        return "denied"
    planned = any(t.lemma in words("plan_verbs") for t in before) or (bool(before) and before[-1].lemma == "be")
    if not planned:
        return None
    return "conditional" if _condition_at(tokens) is not None else "planned"


def _governed_gerund(tokens: list[Token], clause: Clause) -> str | None:
    for k in range(clause.first - 1, max(-1, clause.first - _REACH), -1):
        if tokens[k].text in _BARRIERS:
            return None
        if tokens[k].lemma in ("accuse", "charge", "suspect", "blame") and any(
            t.lower in ("of", "with", "for") for t in tokens[k + 1 : clause.first]
        ):
            return "alleged"
        if tokens[k].lemma == "deny":
            return "denied"
    return None


def _governed_sentence(tokens: list[Token], clause: Clause) -> str | None:
    """What a verb of saying makes of the sentence it governs: "denied that its army had moved", "alleges drones dropped"."""
    start = clause.subjects[0].first if clause.subjects and clause.subjects[0].first < clause.first else clause.first
    for k in range(start - 1, max(-1, start - _REACH), -1):
        token = tokens[k]
        if token.text in _BARRIERS:
            return None
        if token.tag is not Tag.VERB:
            continue
        direct = k == start - 1 or any(t.lower == "that" for t in tokens[k + 1 : start])
        if token.lemma == "deny" and direct:
            return "denied"
        if token.lemma in words("alleging") and direct:
            return "alleged"
        if token.lemma in words("reporting"):
            return None
    return None


def _verb_status(tokens: list[Token], clause: Clause) -> str:
    group = tokens[clause.first : clause.head]
    modals = {t.lower for t in group}
    if _denied(tokens, clause):
        return "denied"
    at = _condition_at(tokens)
    if at is not None and (modals & (_FUTURE_MODALS | _OPEN_MODALS) or _in_condition(tokens, clause, at)):
        return "conditional"
    if modals & _FUTURE_MODALS:
        return "planned"
    if modals & {"could", "might", "may"}:
        return "conditional"
    return "planned" if "would" in modals or _scheduled(tokens, clause) else "occurred"


def _denied(tokens: list[Token], clause: Clause) -> bool:
    if any(t.tag is Tag.NEGATION for t in tokens[clause.first : clause.head]):
        return True
    if any(tokens[p.first].lower in _NONE and p.last < clause.first for p in clause.subjects):
        return True
    after = tokens[clause.head + 1 : clause.head + 3]
    return bool(after) and (after[0].lower in ("no", "nothing", "nobody") or [t.lower for t in after] == ["on", "nothing"])


def _scheduled(tokens: list[Token], clause: Clause) -> bool:
    """A present tense for what is to come: "travels to Geneva tomorrow"."""
    head = tokens[clause.head]
    if clause.first != clause.head or head.tag is not Tag.VERB or head.lower not in (head.lemma + "s", head.lemma + "es"):
        return False
    after = [t.lower for t in tokens[clause.head + 1 :]]
    return "tomorrow" in after or any(
        after[n] == "next" and after[n + 1] in ("week", "month", "year") for n in range(len(after) - 1)
    )


def _condition_at(tokens: list[Token]) -> int | None:
    """Where the sentence sets a condition: "if", "provided that", or "Should the rebels quit" at the front of a clause."""
    for n, token in enumerate(tokens):
        if token.lower in _CONDITIONS and not (token.lower == "provided" and not _follows(tokens, n, ("that", "no"))):
            return n
        opens = n == 0 or tokens[n - 1].text in (",", ";", "“", '"')
        if opens and token.lower in ("should", "were", "had") and n + 1 < len(tokens) and tokens[n + 1].tag is not Tag.VERB:
            return n if token.lower == "should" or any(t.lower in ("would", "could") for t in tokens) else None
    return None


def _follows(tokens: list[Token], n: int, expected: tuple[str, ...]) -> bool:
    return n + 1 < len(tokens) and tokens[n + 1].lower in expected


def _in_condition(tokens: list[Token], clause: Clause, at: int) -> bool:
    """Whether the verb itself stands in the clause that sets the condition at token `at`."""
    return at <= clause.first and not any(t.text == "," for t in tokens[at + 1 : clause.first])

"""Whether an act happened, is to come, hangs on a condition, is only alleged, or is denied.

Read from the words around its trigger.
"""

from dataclasses import dataclass

from dateline.language.clauses import Clause
from dateline.language.tokens import Tag, Token
from dateline.language.words import words

_FUTURE_MODALS = frozenset(("will", "'ll", "shall"))
_IF_WORDS = frozenset("if unless should were provided".split())


@dataclass(frozen=True, slots=True)
class Modality:
    """What the grammar says of an act: `status` by the codebook, and whether the sentence itself marks it as hearsay."""

    status: str
    marked: bool = False


def modality(tokens: list[Token], clause: Clause | None, first: int, last: int) -> Modality:
    """The status of the act whose trigger is tokens `first`..`last`.

    `clause` is that of its verb or of the verb that governs its noun.
    """
    if _negated_noun(tokens, first):
        return Modality("denied", marked=True)
    if _alleged(tokens, first, last):
        return Modality("alleged", marked=True)
    if clause is not None:
        status = _verb_status(tokens, clause)
        if status != "occurred":
            return Modality(status, marked=True)
    if any(t.lower in words("future") for t in tokens[max(0, first - 2) : first]):
        return Modality("planned", marked=True)
    return Modality("occurred")


def _negated_noun(tokens: list[Token], first: int) -> bool:
    before = [t.lower for t in tokens[max(0, first - 4) : first]]
    if not before:
        return False
    if before[-1] == "no" or (
        len(before) > 1 and before[-2] == "no" and tokens[first - 1].tag in (Tag.ADJECTIVE, Tag.NOUN, Tag.NAME)
    ):
        return True
    return before[-1] == "without" or before[-2:] == ["without", "a"]


def _alleged(tokens: list[Token], first: int, last: int) -> bool:
    near = tokens[max(0, first - 4) : last + 2]
    if any(t.lower in words("hearsay") for t in near):
        return True
    before = [t.lower for t in tokens[max(0, first - 6) : first]]
    return ("reports" in before and before[-1] in ("of", "that")) or (before[-1:] == ["of"] and "accused" in before)


def _verb_status(tokens: list[Token], clause: Clause) -> str:
    group = tokens[clause.first : clause.head]
    words = {t.lower for t in group}
    controller = _control_words(tokens, clause)
    negated = any(t.tag is Tag.NEGATION for t in group) or "failed" in controller or "denied" in controller
    if _conditional(tokens) and not words & _FUTURE_MODALS:
        return "conditional" if words & {"would", "could", "might", "may", "should"} or _after_if(tokens, clause) else "occurred"
    if negated:
        return "denied"
    if words & _FUTURE_MODALS or (controller and _plans(tokens, clause)):
        return "planned"
    if words & {"could", "might", "may"}:
        return "conditional"
    return "planned" if "would" in words else "occurred"


def _control_words(tokens: list[Token], clause: Clause) -> list[str]:
    """The words that govern an infinitive or gerund: "failed", "are expected", "denied"."""
    k = clause.first - 1
    if k < 0 or not (tokens[k].lower == "to" or tokens[clause.head].lower.endswith("ing")):
        return []
    return [t.lower for t in tokens[max(0, k - 3) : k + 1] if t.tag is not Tag.NOUN]


def _plans(tokens: list[Token], clause: Clause) -> bool:
    k = clause.first - 1
    return tokens[k].lower == "to" and any(t.lemma in words("plan_verbs") for t in tokens[max(0, k - 4) : k])


def _conditional(tokens: list[Token]) -> bool:
    return any(t.lower in ("if", "unless") or (t.lower == "should" and n == 0) for n, t in enumerate(tokens))


def _after_if(tokens: list[Token], clause: Clause) -> bool:
    """Whether the verb itself stands in the if-clause."""
    for k in range(clause.first - 1, -1, -1):
        if tokens[k].text == ",":
            return False
        if tokens[k].lower in ("if", "unless"):
            return True
    return False

"""What one marked actor does to one marked recipient in a single sentence: always one codebook type.

The encoder's answer on the pair and what the lexicon's grammar finds are weighed together; the weights are learned by
`python -m training.fit_relation` on pairs of the reports coded twice.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dateline.language import packaged
from dateline.language.lexicon import Lexicon, load
from dateline.language.phrases import Phrases
from dateline.language.roles import candidates
from dateline.language.tokens import Token
from dateline.language.triggers import Reading, readings
from dateline.model import Span

_COOPERATIVE = frozenset({"CONSULT", "AID", "COOPERATE"})
_ENCODER, _LEXICON = 0.6, 0.5
_FAINT = 0.02


@dataclass(frozen=True, slots=True)
class Relation:
    """The type of the act and how sure the answer is, 0..1."""

    event_type: str
    confidence: float


@cache
def _lexicon() -> Lexicon:
    return load()


def relate(sentence: str, actor: Span, recipient: Span) -> Relation:
    """The codebook type of what `actor` (characters of `sentence`) does to `recipient`."""
    pair = packaged().relation(sentence, actor, recipient)
    chances = weighed(pair, told(sentence, actor, recipient), _ENCODER, _LEXICON)
    best = max(chances, key=lambda k: (chances[k], k))
    return Relation(best, round(chances[best], 3))


def weighed(pair: Mapping[str, float], words: Mapping[str, float], encoder: float, lexicon: float) -> dict[str, float]:
    """Probabilities of the types, from those of the encoder and the lexicon's scores, each with its weight."""
    scores = {k: encoder * math.log(max(p, 1e-6)) + lexicon * math.log(words.get(k, 0.0) + _FAINT) for k, p in pair.items()}
    most = max(scores.values())
    raised = {k: math.exp(s - most) for k, s in scores.items()}
    total = sum(raised.values())
    return {k: r / total for k, r in raised.items()}


def told(sentence: str, actor: Span, recipient: Span) -> dict[str, float]:
    """What the lexicon finds in the sentence: by type, the score of its best trigger and how well grammar fits the pair."""
    tokens = _lexicon().read(sentence, Span(0, len(sentence)))
    phrases = Phrases(tokens)
    scored: dict[str, float] = {}
    for reading in readings(tokens, phrases, _lexicon()):
        kind = _type(reading)
        score = reading.probability * _fit(tokens, phrases, reading, actor, recipient)
        scored[kind] = max(scored.get(kind, 0.0), score)
    return scored


def _type(reading: Reading) -> str:
    kind = reading.match.row.event_type
    if kind in _COOPERATIVE and reading.status in ("planned", "conditional"):
        return "AGREE"
    if kind == "ASSAULT" and reading.status == "planned":
        return "THREATEN"
    return kind


def _fit(tokens: list[Token], phrases: Phrases, reading: Reading, actor: Span, recipient: Span) -> float:
    """How well the act's grammar agrees with the marked pair.

    Above 1 where they fill its roles, below where they are turned round.
    """
    factor = 1.0
    for role, phrase, strength in candidates(tokens, phrases, reading):
        span = phrases.with_complement(phrase).span(tokens)
        wanted, other = (actor, recipient) if role == "actor" else (recipient, actor)
        if span.overlaps(wanted):
            factor += 0.6 * strength
        elif span.overlaps(other) and reading.match.row.frame != "mutual":
            factor -= 0.3 * strength
    trigger = tokens[reading.match.head]
    between = min(actor.end, recipient.end) <= trigger.start <= max(actor.start, recipient.start)
    return max(0.1, factor * (1.25 if between else 1.0))

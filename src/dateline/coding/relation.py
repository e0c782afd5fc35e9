"""What one marked actor does to one marked recipient in a single sentence: always one codebook type."""

from dataclasses import dataclass
from functools import cache

from dateline.language.lexicon import Lexicon, load
from dateline.language.phrases import Phrases
from dateline.language.roles import candidates
from dateline.language.tokens import Token
from dateline.language.triggers import Reading, readings
from dateline.model import Span

_COOPERATIVE = frozenset({"CONSULT", "AID", "COOPERATE"})
_NO_TRIGGER = "ACCUSE"  # what most sentences between two actors tell where no word of the lexicon does


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
    tokens = _lexicon().read(sentence, Span(0, len(sentence)))
    phrases = Phrases(tokens)
    scored: dict[str, float] = {}
    for reading in readings(tokens, phrases, _lexicon()):
        kind = _type(reading)
        score = reading.probability * _fit(tokens, phrases, reading, actor, recipient)
        scored[kind] = max(scored.get(kind, 0.0), score)
    if not scored:
        return Relation(_NO_TRIGGER, 0.1)
    best = max(scored, key=lambda k: (scored[k], k))
    return Relation(best, round(min(0.95, scored[best] / (sum(scored.values()) + 0.25)), 3))


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

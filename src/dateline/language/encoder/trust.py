"""How far the parts of the reader are trusted: weights that `training.fit_trust` learns from reports coded twice."""

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from dateline.language.encoder.reading import Run
from dateline.model import Trigger

_LEAST, _MOST = 0.005, 0.995


@dataclass(frozen=True, slots=True)
class Trust:
    """`evidence` weighs what speaks for a trigger, `types` adds to it by event type."""

    evidence: Mapping[str, float]
    types: Mapping[str, float]

    @classmethod
    def read(cls, path: Path) -> "Trust":
        """What `write` has kept."""
        return cls(**json.loads(path.read_text(encoding="utf-8")))

    def write(self, path: Path) -> None:
        """Keeps it as JSON."""
        path.write_text(json.dumps(asdict(self), indent=1) + "\n", encoding="utf-8")

    def judged(self, run: Run, own: Trigger | None, event_type: str) -> float:
        """The probability that a run of words tells an act of a type; `own` is the lexicon's trigger on the same words."""
        score = self.evidence["bias"] + self.types.get(event_type, 0.0)
        score += sum(self.evidence[name] * value for name, value in evidence(run, own).items())
        return 1 / (1 + math.exp(-score))


def evidence(run: Run, own: Trigger | None) -> dict[str, float]:
    """What speaks for a trigger: the log of odds by the encoder, and by the lexicon if it knows the words."""
    return {
        "encoder": _log_odds(run.probability),
        "lexicon": _log_odds(own.probability) if own else 0.0,
        "in_lexicon": float(own is not None),
    }


def _log_odds(probability: float) -> float:
    inside = min(max(probability, _LEAST), _MOST)
    return math.log(inside / (1 - inside))

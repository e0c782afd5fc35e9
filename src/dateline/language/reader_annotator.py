"""The annotator that ships: the encoder and the lexicon together, each trusted as far as the corpus has shown."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.language.encoder.answers import FILLER_FLOOR, Mentions, same_acts, triggers_of
from dateline.language.encoder.reading import DocumentReading, Run
from dateline.language.encoder.session import Model
from dateline.language.encoder.tagset import ROLES
from dateline.language.lexicon_annotator import LexiconAnnotator
from dateline.model import Annotations, Document, Mention, Role, Trigger

FLOOR = 0.1
"""Under this probability by the encoder alone a word is no trigger."""
_LEAST, _MOST = 0.005, 0.995


class ReaderAnnotator:
    """Annotates by encoder and lexicon; what either finds is judged by both."""

    def __init__(self, model: Model | None = None, lexicon: LexiconAnnotator | None = None) -> None:
        self._model = model or Model()
        self._lexicon = lexicon or LexiconAnnotator()

    @property
    def version(self) -> str:
        """Name and version, kept with every event."""
        return f"reader-{self._model.digest}+{self._lexicon.version}"

    def annotate(self, document: Document) -> Annotations:
        """Triggers, mentions and links of title and text."""
        said = self._lexicon.annotate(document)
        reading = self._model.read(document)
        pairs = paired(reading, reading.runs(FLOOR), said.triggers)
        runs = [run for run, _ in pairs]
        found = Mentions(said.mentions)
        for number, run in enumerate(runs):
            for filler in reading.fillers(run, FILLER_FLOOR):
                found.add(number, filler)
        of_trigger = _linked(said)
        for number, (_, own) in enumerate(pairs):
            found.add_missing(number, of_trigger.get(own, []) if own is not None else [])
        heads = self._model.heads
        trust = self._model.trust
        told = triggers_of(reading, runs, heads, [own for _, own in pairs])
        triggers = [_judged(trust, t, run, own) for t, (run, own) in zip(told, pairs, strict=True)]
        return Annotations(
            tuple(triggers), tuple(found.mentions), tuple(found.links), tuple(same_acts(reading, runs, heads)), frozenset(ROLES)
        )


def paired(reading: DocumentReading, runs: Sequence[Run], said: Sequence[Trigger]) -> list[tuple[Run, Trigger | None]]:
    """Every run with the lexicon's trigger of the same type on the same words; then the lexicon's other triggers as runs."""
    found: list[tuple[Run, Trigger | None]] = []
    taken: set[int] = set()
    for run in runs:
        span, part = reading.span(run), reading.words(run)[0].part
        match = next(
            (n for n, t in enumerate(said) if t.part == part and t.span.overlaps(span) and reading.type(run) == t.event_type), None
        )
        if match is not None:
            taken.add(match)
        found.append((run, said[match] if match is not None else None))
    for trigger in (t for n, t in enumerate(said) if n not in taken):
        here = reading.run_at(trigger.span, trigger.part, trigger.event_type)
        if here is not None:
            found.append((here, trigger))
    return sorted(found, key=lambda pair: (pair[0].window, pair[0].first, pair[0].last))


def _linked(said: Annotations) -> dict[Trigger, list[tuple[Role, Mention, float]]]:
    """What the lexicon links to each of its triggers, likeliest first."""
    found: dict[Trigger, list[tuple[Role, Mention, float]]] = {}
    for link in sorted(said.links, key=lambda k: -k.probability):
        found.setdefault(said.triggers[link.trigger], []).append((link.role, said.mentions[link.mention], link.probability))
    return found


def evidence(run: Run, own: Trigger | None) -> dict[str, float]:
    """What speaks for a trigger: the log of odds by the encoder, and by the lexicon if it knows the words."""
    return {
        "encoder": _log_odds(run.probability),
        "lexicon": _log_odds(own.probability) if own else 0.0,
        "in_lexicon": float(own is not None),
    }


def _judged(trust: Mapping[str, float], trigger: Trigger, run: Run, own: Trigger | None) -> Trigger:
    score = trust["bias"] + sum(trust[name] * value for name, value in evidence(run, own).items())
    sure = round(1 / (1 + math.exp(-score)), 4)
    return replace(trigger, probability=sure)


def _log_odds(probability: float) -> float:
    inside = min(max(probability, _LEAST), _MOST)
    return math.log(inside / (1 - inside))

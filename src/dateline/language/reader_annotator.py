"""The annotator that ships: the encoder and the lexicon together, each trusted as far as the corpus has shown."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.language.encoder.answers import FILLER_FLOOR, Mentions, same_acts, triggers_of
from dateline.language.encoder.reading import DocumentReading, Run
from dateline.language.encoder.session import Model, packaged
from dateline.language.encoder.tagset import ROLES
from dateline.language.lexicon_annotator import LexiconAnnotator
from dateline.model import Annotations, Document, Mention, Role, Trigger

FLOOR = 0.1
"""Under this probability by the encoder alone a word is no trigger."""
LEAST = 0.25
"""Under this probability by both a word is no trigger; nothing hangs on it."""
_TOLD = 0.5
"""From this probability by the lexicon on, a sentence is read that the screen would leave out."""


class ReaderAnnotator:
    """Annotates by encoder and lexicon; what either finds is judged by both."""

    name = "reader"

    def __init__(self, model: Model | None = None, lexicon: LexiconAnnotator | None = None) -> None:
        self._model = model or packaged()
        self._lexicon = lexicon or LexiconAnnotator()

    @property
    def version(self) -> str:
        """Name and version, kept with every event."""
        return f"reader-{self._model.digest}+{self._lexicon.version}"

    def annotate(self, document: Document) -> Annotations:
        """Triggers, mentions and links of title and text."""
        said = self._lexicon.annotate(document)
        reading = self._model.read(document, wanted(self._model, document, said))
        trust = self._model.trust
        judged = [
            (run, own, trust.judged(run, own, reading.type(run)))
            for run, own in paired(reading, reading.runs(FLOOR), said.triggers)
        ]
        kept = [(run, own, sure) for run, own, sure in judged if sure >= LEAST]
        runs = [run for run, _, _ in kept]
        found = Mentions(said.mentions)
        for number, run in enumerate(runs):
            for filler in reading.fillers(run, FILLER_FLOOR):
                found.add(number, filler)
        of_trigger = _linked(said)
        for number, (_, own, _) in enumerate(kept):
            found.add_missing(number, of_trigger.get(own, []) if own is not None else [])
        heads = self._model.heads
        told = triggers_of(reading, runs, heads, [own for _, own, _ in kept])
        triggers = [replace(t, probability=round(sure, 4)) for t, (_, _, sure) in zip(told, kept, strict=True)]
        same = same_acts(reading, runs, triggers, heads)
        return Annotations(tuple(triggers), tuple(found.mentions), tuple(found.links), same, frozenset(ROLES))


def wanted(model: Model, document: Document, said: Annotations) -> list[bool]:
    """For each sentence whether the encoder reads it: where the screen says so, or the lexicon is fairly sure of an act."""
    found = model.screen.wanted(document)
    for trigger in said.triggers:
        number = document.sentence_at(trigger.span.start) if trigger.part == "text" and trigger.probability >= _TOLD else None
        if number is not None:
            found[number] = True
    return found


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

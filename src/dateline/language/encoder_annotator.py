"""The annotator that reads with the trained encoder alone."""

from dateline.language.encoder.answers import FILLER_FLOOR, Mentions, same_acts, triggers_of
from dateline.language.encoder.session import Model, packaged
from dateline.language.encoder.tagset import ROLES
from dateline.model import Annotations, Document

FLOOR = 0.2
"""Under this a word is no trigger."""


class EncoderAnnotator:
    """Annotates by the trained encoder alone."""

    name = "reader"

    def __init__(self, model: Model | None = None) -> None:
        self._model = model or packaged()

    @property
    def version(self) -> str:
        """Name and version, kept with every event."""
        return f"encoder-{self._model.digest}"

    def annotate(self, document: Document) -> Annotations:
        """Triggers, mentions and links of title and text."""
        reading = self._model.read(document)
        runs = reading.runs(FLOOR)
        found = Mentions()
        for number, run in enumerate(runs):
            for filler in reading.fillers(run, FILLER_FLOOR):
                found.add(number, filler)
        heads = self._model.heads
        triggers = tuple(triggers_of(reading, runs, heads))
        same = same_acts(reading, runs, triggers, heads)
        return Annotations(triggers, tuple(found.mentions), tuple(found.links), same, frozenset(ROLES))

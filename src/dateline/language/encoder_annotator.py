"""The annotator that reads with the encoder."""

from itertools import combinations

import numpy as np

from dateline.language.encoder import tagset
from dateline.language.encoder.heads import Heads
from dateline.language.encoder.reading import DocumentReading, Encode, Run
from dateline.language.encoder.windows import windows_of
from dateline.model import Annotations, Document, Link, Mention, Trigger
from tokenizers import Tokenizer

FLOOR = 0.2
"""Under this a word is no trigger."""
ROLE_FLOOR = 0.4
SAME_FLOOR = 0.5
_QUALIFIERS = {"harm": ("", "subset", "superseded"), "target": tagset.EXTENTS}
_KIND_OF_ROLE = {"recipient": "actor", "attribution": "actor"}


class EncoderAnnotator:
    """Annotates by the trained encoder alone."""

    def __init__(self, tokenizer: Tokenizer, encode: Encode, heads: Heads, version: str) -> None:
        self._tokenizer, self._encode, self._heads, self.version = tokenizer, encode, heads, version

    def annotate(self, document: Document) -> Annotations:
        """Triggers, mentions and links of a document."""
        reading = DocumentReading(windows_of(document, self._tokenizer), self._encode, self._heads)
        runs = [r for r in reading.runs(FLOOR) if reading.words(r)[0].part == "text"]
        if not runs:
            return Annotations()
        views = np.stack([reading.view(r) for r in runs])
        kinds = np.array([r.kind for r in runs])
        acts = self._heads.acts(views, kinds)
        triggers, mentions, links = [], [], []
        numbers: dict[tuple[object, ...], int] = {}
        for n, run in enumerate(runs):
            mode = tagset.modes()[int(acts.mode[n].argmax())][1]
            triggers.append(
                Trigger(
                    reading.span(run),
                    tagset.types()[run.kind],
                    mode or None,
                    tagset.STATUSES[int(acts.status[n].argmax())],
                    bool(acts.background[n] > 0.5),
                    bool(acts.aggregate[n] > 0.5),
                    probability=round(run.probability, 4),
                )
            )
            for f in reading.fillers(run, ROLE_FLOOR):
                kind = _KIND_OF_ROLE.get(f.role, f.role)
                label = f.kind if kind in ("harm", "target", "impact") else ""
                qualifier = _QUALIFIERS[kind][f.more] if kind in _QUALIFIERS else ""
                key = (kind, f.part, f.span, label)
                if key not in numbers:
                    numbers[key] = len(mentions)
                    mentions.append(Mention(f.span, kind, label, qualifier, round(f.probability, 4), f.part))
                links.append(Link(n, numbers[key], f.role, round(f.probability, 4)))
        return Annotations(tuple(triggers), tuple(mentions), tuple(links), tuple(self._same(reading, runs, views)))

    def _same(self, reading: DocumentReading, runs: list[Run], views: np.ndarray) -> list[tuple[int, int]]:
        pairs = [(a, b) for a, b in combinations(range(len(runs)), 2) if runs[a].kind == runs[b].kind]
        if not pairs:
            return []
        a, b = np.array(pairs).T
        sentence = np.array([reading.words(r)[0].sentence for r in runs])
        sure = self._heads.same(views[a], views[b], np.array([runs[n].kind for n in a]), np.abs(sentence[a] - sentence[b]))
        return [pair for pair, p in zip(pairs, sure, strict=True) if p >= SAME_FLOOR]

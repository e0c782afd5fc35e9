"""From what the encoder says of the triggers of a document to annotations."""

from collections.abc import Sequence
from itertools import combinations
from typing import get_args

import numpy as np

from dateline.language.encoder import tagset
from dateline.language.encoder.heads import Heads, Numbers
from dateline.language.encoder.reading import DocumentReading, Filler, Run
from dateline.model import Link, Mention, Role, Trigger
from dateline.model.annotation import MentionKind

FILLER_FLOOR = 0.4
"""Under this a word fills no role."""
SAME_FLOOR = 0.5
"""From here on two triggers of one type tell one act."""
_FLAG_FLOOR = 0.5
_QUALIFIERS = {"harm": ("", "subset", "superseded"), "target": tagset.EXTENTS}


def triggers_of(reading: DocumentReading, runs: Sequence[Run], heads: Heads) -> list[Trigger]:
    """One trigger a run, with mode, status and flags; modes that its type does not allow are never chosen."""
    if not runs:
        return []
    acts = heads.acts(views_of(reading, runs), np.array([r.kind for r in runs]))
    found = []
    for n, run in enumerate(runs):
        found.append(
            Trigger(
                reading.span(run),
                tagset.types()[run.kind],
                tagset.modes()[int(acts.mode[n].argmax())][1] or None,
                tagset.STATUSES[int(acts.status[n].argmax())],
                background=bool(acts.background[n] > _FLAG_FLOOR),
                aggregate=bool(acts.aggregate[n] > _FLAG_FLOOR),
                probability=round(run.probability, 4),
                part=reading.words(run)[0].part,
            )
        )
    return found


def views_of(reading: DocumentReading, runs: Sequence[Run]) -> Numbers:
    """The views [runs, size] of all runs."""
    return np.stack([reading.view(r) for r in runs])


def same_acts(reading: DocumentReading, runs: Sequence[Run], heads: Heads) -> list[tuple[int, int]]:
    """Pairs of runs of one type that tell one act."""
    pairs = [(a, b) for a, b in combinations(range(len(runs)), 2) if runs[a].kind == runs[b].kind]
    if not pairs:
        return []
    a, b = np.array(pairs).T
    views = views_of(reading, runs)
    sentence = np.array([reading.words(r)[0].sentence for r in runs])
    kinds = np.array([runs[n].kind for n in a])
    sure = heads.same(views[a], views[b], kinds, np.abs(sentence[a] - sentence[b]))
    return [pair for pair, p in zip(pairs, sure, strict=True) if p >= SAME_FLOOR]


class Mentions:
    """Mentions and links as they come, each phrase of one kind once."""

    def __init__(self) -> None:
        self.mentions: list[Mention] = []
        self.links: list[Link] = []
        self._numbers: dict[tuple[object, ...], int] = {}

    def add(self, trigger: int, filler: Filler) -> None:
        """Links a filler to trigger number `trigger`."""
        kind = _kind(filler.role)
        label = filler.kind if kind in ("harm", "target", "impact") else ""
        qualifier = _QUALIFIERS[kind][filler.more] if kind in _QUALIFIERS else ""
        self.link(trigger, Mention(filler.span, kind, label, qualifier, round(filler.probability, 4), filler.part), filler.role)

    def link(self, trigger: int, mention: Mention, role: Role) -> None:
        """Links a mention to trigger number `trigger`."""
        key = (mention.kind, mention.part, mention.span, mention.label)
        if key not in self._numbers:
            self._numbers[key] = len(self.mentions)
            self.mentions.append(mention)
        self.links.append(Link(trigger, self._numbers[key], role, mention.probability))


def _kind(role: Role) -> MentionKind:
    return next((kind for kind in get_args(MentionKind) if kind == role), "actor")

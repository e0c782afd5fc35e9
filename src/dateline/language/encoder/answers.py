"""From what the encoder says of the triggers of a document to annotations."""

from collections.abc import Sequence
from typing import get_args

import numpy as np

from dateline.language.encoder import tagset
from dateline.language.encoder.heads import Heads, Numbers
from dateline.language.encoder.reading import DocumentReading, Filler, Run
from dateline.model import Link, Mention, Role, Trigger
from dateline.model.annotation import MentionKind

FILLER_FLOOR = 0.45
"""Under this a word fills no role. This and the next are chosen on reports coded twice, the development gold and the demo."""
FACT_FLOOR = 0.6
"""Chance of role and kind together under which the encoder alone tells no harm, target or impact."""
_SECOND = 0.3
_PAIRS = 2048
"""Pairs of triggers that are judged at once; bounds memory."""
_EARLIER = 40
"""Triggers before each that are asked whether they tell the same act; all of nearly every report, and a bound for the longest."""
MODE_SURE, STATUS_SURE = 0.7, 0.9
"""From here on the encoder's mode and status stand against the lexicon's."""
_MODE_LEAST = 0.5
"""Under this the encoder names no mode."""
_FLAG_FLOOR = 0.8
_FACTS = frozenset({"harm", "target", "impact"})
_QUALIFIERS = {"harm": ("", "subset", "superseded"), "target": tagset.EXTENTS}


def triggers_of(
    reading: DocumentReading, runs: Sequence[Run], heads: Heads, known: Sequence[Trigger | None] | None = None
) -> list[Trigger]:
    """One trigger a run, with mode, status and flags; modes that its type does not allow are never chosen.

    Where the encoder is not sure and the trigger is `known` to another annotator, mode and status are as that one says.
    """
    if not runs:
        return []
    acts = heads.acts(views_of(reading, runs), np.array([r.kind for r in runs]))
    found = []
    for n, run in enumerate(runs):
        other = known[n] if known is not None else None
        mode: str | None = tagset.modes()[int(acts.mode[n].argmax())][1] or None
        if acts.mode[n].max() < _MODE_LEAST:
            mode = None
        status = tagset.STATUSES[int(acts.status[n].argmax())]
        if other is not None and other.mode is not None and acts.mode[n].max() < MODE_SURE:
            mode = other.mode
        if other is not None and acts.status[n].max() < STATUS_SURE:
            status = other.status
        found.append(
            Trigger(
                reading.span(run),
                reading.type(run),
                mode,
                status,
                background=bool(acts.background[n] > _FLAG_FLOOR),
                aggregate=bool(acts.aggregate[n] > _FLAG_FLOOR),
                anaphoric=other.anaphoric if other is not None else False,
                probability=round(run.probability, 4),
                part=reading.words(run)[0].part,
            )
        )
    return found


def views_of(reading: DocumentReading, runs: Sequence[Run]) -> Numbers:
    """The views [runs, size] of all runs."""
    return np.stack([reading.view(r) for r in runs])


def same_acts(
    reading: DocumentReading, runs: Sequence[Run], triggers: Sequence[Trigger], heads: Heads
) -> dict[tuple[Trigger, Trigger], float]:
    """For two triggers of one type, in their order in the text, the probability that they tell one act; `triggers` of the runs."""
    pairs = [(a, b) for b in range(len(runs)) for a in range(max(0, b - _EARLIER), b) if runs[a].kind == runs[b].kind]
    if not pairs:
        return {}
    views = views_of(reading, runs)
    sentence = np.array([reading.words(r)[0].sentence for r in runs])
    kinds = np.array([r.kind for r in runs])
    found: dict[tuple[Trigger, Trigger], float] = {}
    for first in range(0, len(pairs), _PAIRS):
        some = pairs[first : first + _PAIRS]
        a, b = np.array(some).T
        sure = heads.same(views[a], views[b], kinds[a], np.abs(sentence[a] - sentence[b]))
        found |= {(triggers[one], triggers[other]): float(p) for (one, other), p in zip(some, sure, strict=True)}
    return found


class Mentions:
    """Mentions and links as they come, each phrase of one kind once.

    `known` are another annotator's facts (harm, targets, impacts): where the encoder means the same words, that one's word stands.
    """

    def __init__(self, known: Sequence[Mention] = ()) -> None:
        self.mentions: list[Mention] = []
        self.links: list[Link] = []
        self._known = [m for m in known if m.kind in _FACTS]
        self._numbers: dict[tuple[object, ...], int] = {}
        for mention in self._known:
            self._number(mention)

    def add(self, trigger: int, filler: Filler) -> None:
        """Links a filler to trigger number `trigger`; doubtful facts are left out."""
        kind = _kind(filler.role)
        same = [m for m in self._known if m.kind == kind and m.part == filler.part and m.span.overlaps(filler.span)]
        for mention in same:
            self.link(trigger, mention, filler.role, filler.probability)
        if same or (kind in _FACTS and filler.probability * filler.kind_probability < FACT_FLOOR):
            return
        qualifier = _QUALIFIERS[kind][filler.more] if kind in _QUALIFIERS else ""
        self.link(trigger, Mention(filler.span, kind, filler.kind, qualifier, part=filler.part), filler.role, filler.probability)

    def add_missing(self, trigger: int, links: Sequence[tuple[Role, Mention, float]]) -> None:
        """Links what another annotator says of a trigger: facts, behind those that the encoder links; else in empty roles.

        Never a recipient: where the encoder finds none, the other is more often wrong than right.
        """
        filled = {k.role for k in self.links if k.trigger == trigger}
        for role, mention, probability in links:
            if role in _FACTS:
                self.link(trigger, mention, role, probability * _SECOND)
            elif role not in filled and role != "recipient":
                self.link(trigger, mention, role, probability)

    def link(self, trigger: int, mention: Mention, role: Role, probability: float) -> None:
        """Links a mention to trigger number `trigger`."""
        self.links.append(Link(trigger, self._number(mention), role, round(probability, 4)))

    def _number(self, mention: Mention) -> int:
        key = (mention.kind, mention.part, mention.span, mention.label)
        if key not in self._numbers:
            self._numbers[key] = len(self.mentions)
            self.mentions.append(mention)
        return self._numbers[key]


def _kind(role: Role) -> MentionKind:
    return next((kind for kind in get_args(MentionKind) if kind == role), "actor")

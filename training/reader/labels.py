"""From a coded report to what the network should answer for each of its windows."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from dateline.language.encoder import tagset
from dateline.language.encoder.windows import Window, windows_of
from dateline.model import Document, Role
from dateline.model.record import Record
from training.gold import document_of

_FIELDS: dict[Role, str] = {"actor": "actors", "recipient": "recipients", "harm": "harm", "target": "targets", "impact": "impacts"}


@dataclass(frozen=True, slots=True)
class Spot:
    """Words `first` to `last` (inclusive) of a window."""

    first: int
    last: int


@dataclass(slots=True)
class Told:
    """A trigger in a window with all that hangs on it; `event` is the number of its act within the report.

    `inside` and `begins` are [words, roles]; `judged` is 1 where the answer is known.
    """

    window: int
    spot: Spot
    event: int
    event_type: int
    mode: int
    status: int
    background: bool
    aggregate: bool
    inside: NDArray[np.float32]
    begins: NDArray[np.float32]
    judged: NDArray[np.float32]
    sentence: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase in a window with its kind within its role, or the sector of an actor; `more` is extent, or 1 for a subset."""

    window: int
    spot: Spot
    role: Role
    kind: int
    more: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sides named in one sentence of a window, and what the first does to the second."""

    window: int
    actor: Spot
    recipient: Spot
    event_type: int


@dataclass(slots=True)
class Example:
    """One report: its windows, and per window `tags` [words, types] with `judged` [words, types]."""

    document: Document
    windows: list[Window]
    tags: list[NDArray[np.float32]] = field(default_factory=list)
    judged: list[NDArray[np.float32]] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    phrases: list[Phrase] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)


def example_of(record: Record, tokenizer: Tokenizer) -> Example:
    """The report's windows with their answers."""
    document = document_of(record)
    example = Example(document, windows_of(document, tokenizer))
    titled = any(e["role"] == "trigger" and e["in"] == "title" for event in record["events"] for e in event["evidence"])
    for window in example.windows:
        judged = np.ones((len(window.words), len(tagset.types())), np.float32)
        for n, word in enumerate(window.words):
            if word.part == "title" and not titled:
                judged[n] = 0
        example.tags.append(np.zeros_like(judged))
        example.judged.append(judged)
    for number, event in enumerate(record["events"]):
        _tell(example, number, event)
    return example


def _tell(example: Example, number: int, event: Record) -> None:
    kind = tagset.types().index(event["event_type"])
    evidence = event["evidence"]
    triggers = [e for e in evidence if e["role"] == "trigger"]
    fillers = [e for e in evidence if e["role"] in tagset.ROLES]
    for n, window in enumerate(example.windows):
        spots = [(t, spot) for t in triggers for spot in _spots(window, t)]
        for _, spot in spots:
            here = slice(spot.first, spot.last + 1)
            example.tags[n][here, kind] = 1
            if event.get("optional"):
                example.judged[n][here, kind] = 0
        for trigger, spot in spots:
            if spot.first >= window.core:
                example.told.append(_told(example, n, number, event, trigger, spot, triggers, fillers))
        for e in fillers:
            example.phrases.extend(_phrases(window, n, e, event))
        example.pairs.extend(_pairs(window, n, fillers, kind))


def _pairs(window: Window, n: int, fillers: Sequence[Record], kind: int) -> list[Pair]:
    """Actor and recipient where both have words in one sentence; of a meeting, any two that meet."""
    spots = [(e["role"], spot) for e in fillers if e["in"] == "text" for spot in _spots(window, e) if spot.first >= window.core]
    doers = [s for role, s in spots if role == "actor"]
    others = [s for role, s in spots if role == "recipient"]
    if not others and tagset.types()[kind] in ("AGREE", "CONSULT", "COOPERATE"):
        doers, others = doers[:1], doers[1:]
    return [
        Pair(n, a, b, kind)
        for a in doers
        for b in others
        if a != b and window.words[a.first].sentence == window.words[b.first].sentence
    ]


def _spots(window: Window, evidence: Record) -> list[Spot]:
    """The words of the window that the evidence covers; none or one."""
    found = [
        n
        for n, w in enumerate(window.words)
        if w.part == evidence["in"] and w.start < evidence["end"] and w.end > evidence["start"]
    ]
    return [Spot(found[0], found[-1])] if found else []


def _told(
    example: Example,
    n: int,
    number: int,
    event: Record,
    trigger: Record,
    spot: Spot,
    triggers: Sequence[Record],
    fillers: Sequence[Record],
) -> Told:
    window = example.windows[n]
    size = (len(window.words), len(tagset.ROLES))
    inside, begins, judged = np.zeros(size, np.float32), np.zeros(size, np.float32), np.ones(size, np.float32)
    for filler in fillers:
        role = tagset.ROLES.index(filler["role"])
        found = _spots(window, filler)
        same = bool(found) and window.words[found[0].first].sentence == window.words[spot.first].sentence
        if same or _anchor(example.document, triggers, filler) is trigger:
            for place in found:
                inside[place.first : place.last + 1, role] = 1
                begins[place.first, role] = 1
        elif not inside[:, role].any():
            judged[:, role] = 0  # told beside another mention of the act; words here that mean the same are not marked
    judged = np.maximum(judged, inside)
    return Told(
        n,
        spot,
        number,
        tagset.types().index(event["event_type"]),
        tagset.modes().index((event["event_type"], event.get("mode") or "")),
        tagset.STATUSES.index(event["status"]),
        bool(event["background"]),
        bool(event["aggregate"]),
        inside,
        begins,
        judged,
        window.words[spot.first].sentence,
    )


def _anchor(document: Document, triggers: Sequence[Record], filler: Record) -> Record:
    """The mention of an act that a filler stands beside: the nearest in its sentence, else the nearest of all."""

    def distance(trigger: Record) -> tuple[bool, bool, int]:
        other = trigger["in"] != filler["in"]
        apart = other or document.sentence_at(trigger["start"]) != document.sentence_at(filler["start"])
        return other, apart, _gap(trigger, filler)

    return min(triggers, key=distance)


def _gap(trigger: Record, filler: Record) -> int:
    return max(int(trigger["start"]) - int(filler["end"]), int(filler["start"]) - int(trigger["end"]), 0)


def _phrases(window: Window, n: int, evidence: Record, event: Record) -> list[Phrase]:
    role: Role = evidence["role"]
    spots = _spots(window, evidence)
    if not spots or spots[0].first < window.core:
        return []
    if role in _FIELDS:
        value = event[_FIELDS[role]][evidence.get("index", 0)]
    elif role == "attribution":
        value = event["attribution"]
    else:
        return []
    if role in ("actor", "recipient", "attribution"):
        return [Phrase(n, spots[0], "actor", tagset.sectors().index(value.get("sector") or ""), 0)]
    kind = tagset.kinds(role).index(value["kind"])
    more = 0
    if role == "target":
        more = tagset.EXTENTS.index(value.get("extent") or "unknown")
    elif role == "harm":
        more = 1 if value.get("subset") else 2 if value.get("superseded") else 0
    return [Phrase(n, spots[0], role, kind, more)]

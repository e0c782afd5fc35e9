"""What hangs on each trigger, from the encoder's views of the words: small layers, in plain arrays."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dateline.language.encoder import tagset
from dateline.model import Role

Numbers = NDArray[np.float32]
Whole = NDArray[np.int64]

GAPS = (1, 2, 3, 5, 8, 12, 18, 27, 40, 60)
"""Bounds in words of the classes of distance between a trigger and a word; one set behind it, one before."""
FARTHEST = 3
"""Sentences; what lies farther is in the last class."""
TWINS_FARTHEST = 7


def gap_class(gap: Whole) -> Whole:
    """The class of signed distances in words: 0 for none, then those behind the trigger, then those before."""
    size = np.searchsorted(GAPS, np.abs(gap), side="right")
    return np.where(gap >= 0, size, size + len(GAPS))


def sigmoid(scores: NDArray[np.floating[Any]]) -> Numbers:
    """Probabilities 0..1."""
    return np.asarray(1 / (1 + np.exp(-np.clip(scores, -30, 30))), np.float32)


def _softmax(scores: Numbers) -> Numbers:
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=-1, keepdims=True), np.float32)


@dataclass(frozen=True, slots=True)
class Acts:
    """Answers on n triggers: chances of mode [n, modes] within the type, of status [n, 5], of background and aggregate [n]."""

    mode: Numbers
    status: Numbers
    background: Numbers
    aggregate: Numbers


@dataclass(frozen=True, slots=True)
class Kinds:
    """Answers on n phrases: probabilities of their kind within their role and of what is said of them."""

    kind: Numbers
    more: Numbers


@dataclass(frozen=True, slots=True)
class Words:
    """The share of the words of a window, `hidden` [words, hidden] and `right` [words, product], in the answers on roles."""

    hidden: Numbers
    right: Numbers


class Heads:
    """The layers behind the encoder; `weights` are the arrays of the trained network under its own names."""

    def __init__(self, weights: Mapping[str, NDArray[np.generic]]) -> None:
        self._weights = {name: np.asarray(array, np.float32) for name, array in weights.items()}

    def triggers(self, means: Numbers, kinds: Whole) -> Numbers:
        """The view [n, size] of triggers from the mean view of their words and their types."""
        return means + self._weights["of_type.weight"][kinds]

    def acts(self, triggers: Numbers, kinds: Whole) -> Acts:
        """Mode, status and flags of each trigger."""
        scores = self._two("act", triggers)
        modes, statuses = len(tagset.modes()), len(tagset.STATUSES)
        flags = sigmoid(scores[:, modes + statuses :])
        mode = np.where(_allowed()[kinds], scores[:, :modes], -1e4).astype(np.float32)
        return Acts(_softmax(mode), _softmax(scores[:, modes : modes + statuses]), flags[:, 0], flags[:, 1])

    def words(self, views: Numbers) -> Words:
        """What the roles of every trigger ask of the words of a window, from their views [words, size]."""
        return Words(self._linear("roles.of_word", views), self._linear("roles.right", views))

    def roles(self, trigger: Numbers, words: Words, kind: int, gap: Whole, far: Whole) -> tuple[Numbers, Numbers]:
        """For one trigger the probability [words, roles] that each word fills a role, and that it begins a filler."""
        w = self._weights
        hidden = words.hidden + (self._linear("roles.of_trigger", trigger) + w["roles.of_type.weight"][kind])
        hidden += w["roles.of_gap.weight"][gap_class(gap)]
        hidden += w["roles.of_far.weight"][np.clip(far, -FARTHEST, FARTHEST) + FARTHEST]
        product = self._linear("roles.left", trigger) * words.right
        scores = self._linear("roles.sums", np.maximum(hidden, 0, out=hidden)) + product @ w["roles.products.weight"].T
        filled = sigmoid(scores)
        return filled[:, : len(tagset.ROLES)], filled[:, len(tagset.ROLES) :]

    def same(self, a: Numbers, b: Numbers, kinds: Whole, far: Whole) -> Numbers:
        """The probability [n] that two triggers of one type, `far` sentences apart, tell one act."""
        w = self._weights
        apart = w["same_far.weight"][np.clip(far, 0, TWINS_FARTHEST)]
        view = np.concatenate([a * b, np.abs(a - b), a + b, apart, w["same_type.weight"][kinds]], axis=1)
        return sigmoid(self._two("same", view)[:, 0])

    def phrases(self, means: Numbers, role: Role) -> Kinds:
        """Kind and extent of harm, targets, impacts; for every other role the sector of an actor."""
        scores = self._two("phrase", means)
        answers = tagset.phrase_answers()
        start, size, more = answers.get(role, answers["actor"])
        said = scores[:, start + size : start + size + more] if more else np.zeros((len(scores), 1), np.float32)
        return Kinds(_softmax(scores[:, start : start + size]), _softmax(said))

    def relation(self, actor: Numbers, recipient: Numbers, sentence: Numbers) -> Numbers:
        """Probabilities [types] of what one side does to another, from the views [size] of both and of their whole sentence."""
        view = np.concatenate([actor, recipient, actor * recipient, sentence])
        found: Numbers = _softmax(self._two("relation", view[None]))[0]
        return found

    def _two(self, name: str, view: Numbers) -> Numbers:
        return self._linear(f"{name}.3", np.maximum(self._linear(f"{name}.0", view), 0))

    def _linear(self, name: str, view: Numbers) -> Numbers:
        return np.asarray(view @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"], np.float32)


@cache
def _allowed() -> NDArray[np.bool_]:
    return np.array([[kind == owner for owner, _ in tagset.modes()] for kind in tagset.types()])

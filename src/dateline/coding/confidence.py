"""How likely a coded event is right, calibrated on documents whose coding is known."""

from itertools import pairwise

from dateline.coding.draft import Draft

# Raw probability of the coder against the share of its events that stand for a gold event, by
# `python benchmarks/coding.py calibrate` on the project's corpus (1,384 coded events in tenths); interpolated between the points.
_MEASURED = ((0.0, 0.5), (0.42, 0.68), (0.7, 0.68), (0.8, 0.82), (0.88, 0.9), (1.0, 0.94))
_PER_MENTION = 0.04
_NO_ACTOR = 0.9


def raw(draft: Draft) -> float:
    """The coder's own probability 0..1 for an act: that of its best trigger, a little more for each further mention."""
    value = draft.probability + _PER_MENTION * min(len(draft.triggers) - 1, 4)
    return min(1.0, value * (1.0 if draft.actors else _NO_ACTOR))


def confidence(draft: Draft) -> float:
    """The calibrated probability that the event is in the report as coded (type and place in the text)."""
    value = raw(draft)
    for (x0, y0), (x1, y1) in pairwise(_MEASURED):
        if value <= x1:
            return y0 + (y1 - y0) * (value - x0) / (x1 - x0)
    return _MEASURED[-1][1]

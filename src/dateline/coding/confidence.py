"""How likely a coded event is right, calibrated on documents whose coding is known."""

from dateline.coding.draft import Draft

# Share of coded events that stand for a gold event, by the coder's raw probability, measured on the project's own corpus of coded
# documents (`benchmarks/coding.py --calibrate`); between the points it is interpolated.
_MEASURED = ((0.0, 0.2), (0.4, 0.42), (0.6, 0.55), (0.8, 0.68), (1.0, 0.78))
_PER_MENTION = 0.04
_NO_ACTOR = 0.9


def raw(draft: Draft) -> float:
    """The coder's own probability 0..1 for an act: that of its best trigger, a little more for each further mention."""
    value = draft.probability + _PER_MENTION * min(len(draft.triggers) - 1, 4)
    return min(1.0, value * (1.0 if draft.actors else _NO_ACTOR))


def confidence(draft: Draft) -> float:
    """The calibrated probability that the event is in the report as coded (type and place in the text)."""
    value = raw(draft)
    for (x0, y0), (x1, y1) in zip(_MEASURED, _MEASURED[1:], strict=False):
        if value <= x1:
            return y0 + (y1 - y0) * (value - x0) / (x1 - x0)
    return _MEASURED[-1][1]

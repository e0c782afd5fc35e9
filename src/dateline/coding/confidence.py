"""How likely a coded event is right: a logistic model over what stands behind it, learned from the corpus.

`data/confidence.tsv` has a column of weights for each annotator; `python -m training.fit_confidence --write` writes one, and prints
how well it is calibrated.
"""

import csv
import math
from collections.abc import Sequence
from functools import cache
from importlib import resources

from dateline.coding.draft import Draft, Filled
from dateline.model import Actor

_PUBLIC = frozenset("GOV MIL REB IGO SPY JUD LEG COP PTY OPP UAF NGO PRM".split())
_SOFT_SPEECH = frozenset({"REQUEST", "AGREE", "REJECT", "SUPPORT"})
_EVERYDAY = frozenset({"RETREAT", "CONSULT", "COERCE"})

_PER_MENTION = 0.04
_NO_DOER = 0.9


def words_tell(draft: Draft) -> float:
    """How well the words alone tell the act, 0..1: its best trigger, a little more for further mentions, less without a doer."""
    value = draft.probability + _PER_MENTION * min(len(draft.triggers) - 1, 4)
    return min(1.0, value * (1.0 if draft.actors else _NO_DOER))


def confidences(drafts: Sequence[Draft], reader: str) -> list[float]:
    """For each act of a report the probability 0..1 that the report tells it as coded (type and place in the text).

    `reader` is the annotator behind the drafts, a column of the table: probabilities of different annotators weigh differently.
    """
    found = [evidence(draft, share) for draft, share in zip(drafts, named_elsewhere(drafts), strict=True)]
    weights = _weights(reader)
    return [1 / (1 + math.exp(-weights["bias"] - sum(weights[name] * value for name, value in f.items()))) for f in found]


@cache
def _weights(reader: str) -> dict[str, float]:
    text = (resources.files("dateline.coding") / "data" / "confidence.tsv").read_text(encoding="utf-8")
    return {row["evidence"]: float(row[reader]) for row in csv.DictReader(text.splitlines(), delimiter="\t")}


def named_elsewhere(drafts: Sequence[Draft]) -> list[float]:
    """For each act the share 0..1 of the report's other acts that name a country's side; a half where it is the only act."""
    named = [_of_named_country(d.actors) or _of_named_country(d.recipients) for d in drafts]
    if len(drafts) == 1:
        return [0.5]
    whole = sum(named)
    return [(whole - own) / (len(drafts) - 1) for own in named]


def evidence(draft: Draft, elsewhere: float) -> dict[str, float]:
    """What speaks for an act: the words of its trigger, and whether the report says who, to whom, where, when, with what harm."""
    probability = min(max(draft.probability, 0.02), 0.98)
    return {
        "trigger": math.log(probability / (1 - probability)),
        "further_mentions": min(len(draft.triggers) - 1, 4),
        "doer": bool(draft.actors),
        "doer_of_a_named_country": _of_named_country(draft.actors),
        "public_doer": _public(draft.actors),
        "recipient_of_a_named_country": _of_named_country(draft.recipients),
        "public_recipient": _public(draft.recipients),
        "place": bool(draft.place and draft.place.span),
        "harm": bool(draft.harm),
        "date": bool(draft.date and draft.date.span),
        "source": bool(draft.attribution),
        "anaphoric": draft.anaphoric,
        "countries_in_the_report": elsewhere,
        "assault": draft.event_type == "ASSAULT",
        "soft_speech": draft.event_type in _SOFT_SPEECH,
        "everyday_words": draft.event_type in _EVERYDAY,
        "background": draft.background,
    }


def _of_named_country(actors: Sequence[Filled[Actor]]) -> bool:
    return any(a.span and not a.assumed and a.value.country for a in actors)


def _public(actors: Sequence[Filled[Actor]]) -> bool:
    return any(a.span and a.value.sector in _PUBLIC for a in actors)

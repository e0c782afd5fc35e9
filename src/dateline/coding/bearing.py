"""Which act bears the harm, the things hit and the consequences that a report tells."""

from collections.abc import Mapping

from dateline.coding.details import harm_of, impact_of, near, nobody_harmed, none_hurt, same_figure, target_of
from dateline.coding.draft import Draft
from dateline.model import Annotations, Document, Mention

_BEARERS = {
    "harm": frozenset({"ASSAULT", "COERCE", "PROTEST", "RETREAT", "AID"}),
    "target": frozenset({"ASSAULT"}),
    "impact": frozenset({"ASSAULT", "COERCE", "PROTEST"}),
}
_KIND_OF_ACT = {"released": "RETREAT", "detained": "COERCE", "rescued": "AID"}
_REACH = 2  # sentences behind an assault in which its toll may be told


def give_facts(drafts: Mapping[int, Draft], annotations: Annotations, document: Document) -> None:
    """Gives each harm, target and impact of the text to the act that it hangs on; `drafts` by the numbers of their triggers."""
    linked: dict[int, dict[int, float]] = {}
    for link in annotations.links:
        linked.setdefault(link.mention, {})[link.trigger] = link.probability
    for number, mention in enumerate(annotations.mentions):
        if mention.kind in _BEARERS and mention.part == "text":
            bearer = _bearer(drafts, mention, linked.get(number, {}), document)
            if bearer is not None:
                _add(bearer, mention, document.text)


def _bearer(drafts: Mapping[int, Draft], mention: Mention, linked: Mapping[int, float], document: Document) -> Draft | None:
    """Of the acts that can bear it the one that it is linked to, best from its own sentence; else the nearest in its sentence.

    Else the assault told before.
    """
    able = {n: d for n, d in drafts.items() if _can_bear(d, mention)}
    by_link = [n for n in linked if n in able]
    sentence = document.sentence_at(mention.span.start)
    if by_link:
        return able[max(by_link, key=lambda n: (able[n].sentence == sentence, linked[n], -near(able[n].first, mention.span)))]
    here = [d for d in able.values() if d.sentence == sentence]
    if here:
        return min(here, key=lambda d: near(d.first, mention.span))
    if mention.kind == "target" or sentence is None:
        return None
    before = [d for d in able.values() if d.event_type == "ASSAULT" and 0 < sentence - d.sentence <= _REACH]
    return max(before, key=lambda d: d.first, default=None)


def _can_bear(draft: Draft, mention: Mention) -> bool:
    if draft.event_type not in _BEARERS[mention.kind]:
        return False
    if mention.kind != "harm":
        return True
    wanted = _KIND_OF_ACT.get(mention.label)
    if wanted is None:
        return draft.event_type in ("ASSAULT", "PROTEST")
    return draft.event_type == wanted or (mention.label == "rescued" and draft.event_type == "ASSAULT")


def _add(draft: Draft, mention: Mention, text: str) -> None:
    if mention.kind == "harm":
        told = none_hurt(mention, mention.span.of(text)) if nobody_harmed(text, mention) else harm_of(text, mention)
        draft.harm.extend(h for h in told if all(not same_figure(h.value, k.value) for k in draft.harm))
    elif mention.kind == "target":
        draft.targets.append(target_of(text, mention))
    else:
        draft.impacts.append(impact_of(text, mention))

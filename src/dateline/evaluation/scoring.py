"""Scoring coded events against gold events, field by field."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.codebook import load
from dateline.errors import DatelineError
from dateline.evaluation.fields import attribution_right, bag, countries, date_right, division_right, place_right
from dateline.evaluation.pairing import pair_events
from dateline.evaluation.scores import Scores, Tally, Unpaired
from dateline.model.record import Record

LIST_FIELDS = ("actors", "recipients", "harm", "targets", "impacts")


@dataclass(slots=True)
class _Count:
    """What has been counted so far."""

    by_type: defaultdict[str | None, Tally] = field(default_factory=lambda: defaultdict(Tally))
    right: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    lists: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in LIST_FIELDS})
    pairs: int = 0
    whole: int = 0
    missed: list[Unpaired] = field(default_factory=list)
    extra: list[Unpaired] = field(default_factory=list)


def _single_fields(gold: Record, coded: Record) -> dict[str, bool]:
    return {
        "status": gold.get("status") == coded.get("status"),
        "background": bool(gold.get("background")) == bool(coded.get("background")),
        "mode": (gold.get("mode") or None) == (coded.get("mode") or None),
        "place": place_right(gold.get("place"), coded.get("place")),
        "date": date_right(gold, coded),
        "attribution": attribution_right(gold, coded),
    }


def _is_whole(gold: Record, coded: Record, right: dict[str, bool]) -> bool:
    same_parties = all(countries(gold.get(role)) == countries(coded.get(role)) for role in ("actors", "recipients"))
    return right["status"] and right["date"] and same_parties and division_right(gold.get("place"), coded.get("place"))


def _count_pair(gold: Record, coded: Record, count: _Count) -> None:
    right = _single_fields(gold, coded)
    count.pairs += 1
    count.by_type[gold["event_type"]].right += 1
    count.whole += _is_whole(gold, coded, right)
    for name, is_right in right.items():
        count.right[name] += is_right
    for name, tally in count.lists.items():
        wanted, found = bag(gold, name), bag(coded, name)
        tally.add(Tally((wanted & found).total(), found.total(), wanted.total()))


def _count_document(document: Record, coded: Sequence[Record], count: _Count) -> None:
    gold = document.get("events") or []
    pairs = pair_events(gold, coded, document["text"])
    excused = {j for i, j in pairs if gold[i].get("optional")}
    found, used = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, event in enumerate(gold):
        if not event.get("optional"):
            count.by_type[event["event_type"]].gold += 1
            if i not in found:
                count.missed.append(Unpaired(document["id"], event))
    for j, event in enumerate(coded):
        if j not in excused:
            count.by_type[event.get("event_type")].coded += 1
        if j not in used:
            count.extra.append(Unpaired(document["id"], event))
    for i, j in pairs:
        if j not in excused:
            _count_pair(gold[i], coded[j], count)


def _by_quad(by_type: dict[str | None, Tally]) -> dict[str, Tally]:
    types = load().types
    found: defaultdict[str, Tally] = defaultdict(Tally)
    for name, tally in by_type.items():
        found[types[name].quad if name in types else "?"].add(tally)
    return dict(sorted(found.items()))


def _by_document(coded: Sequence[Record]) -> dict[str, list[Record]]:
    grouped: defaultdict[str, list[Record]] = defaultdict(list)
    for number, event in enumerate(coded, start=1):
        if "doc_id" not in event:
            raise DatelineError(
                f"coded event {number} has no doc_id; every coded event must name the document that it was found in"
            )
        grouped[event["doc_id"]].append(event)
    return grouped


def score(gold_documents: Sequence[Record], coded: Sequence[Record]) -> Scores:
    """Compares coded events with the gold of their documents.

    A coded event can stand for a gold event of its document when both have the same type and either their triggers lie in one
    sentence, or two of actors' country, place and date agree. Gold events marked `optional` cost nothing, found or missed.
    `gold_documents` are records as `read_gold` gives them, `coded` event records with `doc_id`. Raises DatelineError where a
    coded event names no document.
    """
    by_document = _by_document(coded)
    count = _Count()
    for document in gold_documents:
        _count_document(document, by_document.get(document["id"], []), count)
    events = Tally()
    for tally in count.by_type.values():
        events.add(tally)
    return Scores(
        documents=len(gold_documents),
        events=events,
        by_type=dict(sorted(count.by_type.items(), key=lambda item: str(item[0]))),
        by_quad=_by_quad(count.by_type),
        accuracy={name: (right, count.pairs) for name, right in count.right.items()},
        lists=count.lists,
        whole=count.whole,
        missed=tuple(count.missed),
        extra=tuple(count.extra),
        unknown_documents=tuple(sorted(by_document.keys() - {document["id"] for document in gold_documents})),
    )

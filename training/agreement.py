"""How far two independent codings of the same documents agree: the ceiling of any coder."""

from collections.abc import Iterator, Sequence

from dateline.evaluation import Scores, score
from dateline.model.record import Record


def agreement(first: Sequence[Record], second: Sequence[Record]) -> Scores:
    """The second coding scored as a coder would be on the first; documents that were coded once are left out.

    Raises ValueError where a document was coded twice on different words.
    """
    again = {d["id"]: d for d in second}
    gold = [d for d in first if d["id"] in again]
    for document in gold:
        if document["text"] != again[document["id"]]["text"]:
            raise ValueError(f"document {document['id']}: the second coding has another text")
    coded = [_comparable(e) | {"doc_id": d["id"]} for d in again.values() for e in d["events"] if not e["optional"]]
    return score([d | {"events": [_comparable(e) for e in d["events"]]} for d in gold], coded)


def _comparable(event: Record) -> Record:
    """The event with its place told by name alone: the corpus marks places in words and leaves coordinates to the gazetteer."""
    place = event["place"]
    return event | {"place": {"name": place["name"], "country": "?", "precision": "city"} if place else None}


def lines(scores: Scores, documents: int) -> Iterator[str]:
    """Agreement by field, for people."""
    whole = scores.as_dict()
    share = scores.documents / documents if documents else 0.0
    yield f"coded twice, independently: {scores.documents} of {documents} documents ({share:.0%}); agreement of the two"
    yield f"  events F1 {scores.events.f1:.3f}, whole {whole['whole']:.3f}"
    yield "  " + ", ".join(f"{name} {value:.3f}" for name, value in whole["accuracy_of_pairs"].items())
    yield "  " + ", ".join(f"{name} F1 {value['f1']:.3f}" for name, value in whole["f1_of_pairs"].items())

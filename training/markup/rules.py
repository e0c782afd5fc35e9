"""What of the codebook can be checked on a coded document, beyond the form of its lines.

Faults are outside the closed lists; doubts are what the codebook allows in rare cases only: each is to be looked at, few are wrong.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

from dateline.codebook import load
from dateline.model.record import Record
from training.markup.faults import Fault

_OLD = timedelta(days=7)  # codebook: what ended more than a week before the report is background
_LONGEST_TRIGGER = 6  # words
_TWO_SIDED = ("CONSULT", "COOPERATE")
_BEARERS = {"detained": ("COERCE", "SANCTION"), "abducted": ("ASSAULT",), "released": ("RETREAT",)}
_HARMFUL = ("ASSAULT", "PROTEST", "COERCE", "SANCTION", "RETREAT", "AID")
_QUOTED = re.compile(
    r"[\"”],? (?:said|says|wrote|told|added)? ?(?P<who>(?:[A-Z][a-z]+ ){1,3}[A-Z][a-z]+)(?: (?:said|says|wrote|told|added))?"
)
_SAID = re.compile(r"\b(?:said|says|wrote|told|added)\b")


def faults_of(document: Record, path: Path) -> Iterator[Fault]:
    """Values outside the codebook's lists."""
    for event in document["events"]:
        for message in _outside(event):
            yield Fault(path, 1, document["id"], f"event {event['number']}: {message}")


def doubts_of(document: Record, path: Path) -> Iterator[Fault]:
    """What the codebook allows in rare cases only."""
    published = date.fromisoformat(document["published"])
    used = {e["span"] for event in document["events"] for e in event["evidence"] if "span" in e}
    messages = [f"span {letter!r} is used by no event" for letter in document["letters"] if letter not in used]
    messages += [f"a quotation in the mouth of {who}: invent none for a real person" for who in _quoted_persons(document["text"])]
    for event in document["events"]:
        messages += [f"event {event['number']}: {m}" for check in _CHECKS for m in check(event, published)]
    for message in messages:
        yield Fault(path, 1, document["id"], message, fatal=False)


def _outside(event: Record) -> Iterator[str]:
    codebook = load()
    kind = codebook.types.get(event["event_type"])
    if kind is None:
        yield f"unknown type {event['event_type']!r}"
        return
    if event["mode"] and event["mode"] not in kind.modes:
        yield f"mode {event['mode']!r} is none of {kind.name}: {' '.join(sorted(kind.modes)) or 'it has none'}"
    people = [*event["actors"], *event["recipients"], *([event["attribution"]] if event["attribution"] else [])]
    named = (
        ("sector", [p["sector"] for p in people if p["sector"]], codebook.sectors),
        ("harm kind", [h["kind"] for h in event["harm"]], codebook.harm),
        ("target kind", [t["kind"] for t in event["targets"]], codebook.targets),
        ("extent", [t["extent"] for t in event["targets"]], codebook.extents),
        ("impact kind", [i["kind"] for i in event["impacts"]], codebook.impacts),
        ("context", event["contexts"], codebook.contexts),
    )
    for name, values, allowed in named:
        yield from (f"unknown {name} {value!r}" for value in values if value not in allowed)
    yield from (f"{p['country']!r} is no ISO alpha-3 code" for p in people if p["country"] and not _is_code(p["country"]))


def _is_code(country: str) -> bool:
    return len(country) == 3 and country.isalpha() and country.isupper()


def _dates(event: Record, published: date) -> Iterator[str]:
    if event["date"] is None:
        return
    start, end = date.fromisoformat(event["date"]["start"]), date.fromisoformat(event["date"]["end"])
    if start > published and event["status"] in ("occurred", "alleged"):
        yield f"{event['status']}, but dated after the report"
    if event["status"] == "planned" and end < published:
        yield "planned, but dated before the report"
    if not event["background"] and published - end > _OLD:
        yield "ended more than a week before the report, but is no background"
    if event["background"] and published - end <= _OLD:
        yield "background, but not over for a week"


def _sides(event: Record, _published: date) -> Iterator[str]:
    if event["event_type"] in _TWO_SIDED and event["recipients"]:
        yield f"{event['event_type']} is two-sided: everyone is an actor, nobody a recipient"
    doers = {(a["text"], a["country"], a["sector"]) for a in event["actors"] if a["text"]}
    if any((r["text"], r["country"], r["sector"]) in doers for r in event["recipients"]):
        yield "the same words are actor and recipient"
    if event["event_type"] == "ASSAULT" and any(a["sector"] == "GOV" for a in event["actors"]):
        yield "an ASSAULT by GOV: who does armed force for a state is MIL"


def _kinds(event: Record, _published: date) -> Iterator[str]:
    if event["event_type"] in ("CONSULT", "AID", "COOPERATE") and event["status"] == "planned":
        yield f"a planned {event['event_type']} is an AGREE that is planned"
    if event["harm"] and event["event_type"] not in _HARMFUL:
        yield f"harm on {event['event_type']}"
    for harm in event["harm"]:
        bearers = _BEARERS.get(harm["kind"])
        if bearers and event["event_type"] not in bearers:
            yield f"{harm['kind']} on {event['event_type']}"


def _triggers(event: Record, _published: date) -> Iterator[str]:
    yield from (f"long trigger {t!r}" for t in event["trigger"] if len(t.split()) > _LONGEST_TRIGGER)


_CHECKS: tuple[Callable[[Record, date], Iterator[str]], ...] = (_dates, _sides, _kinds, _triggers)


def _quoted_persons(text: str) -> Iterator[str]:
    """Names of two or more words beside a quotation: whoever is so named speaks words that we made up."""
    for match in _QUOTED.finditer(text):
        if _SAID.search(match[0]):
            yield match["who"]

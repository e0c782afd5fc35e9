"""What the corpus holds, against what a reader needs to learn it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from dateline.codebook import load
from dateline.model.record import Record

ENOUGH = 60
"""Examples that every type, mode, status, harm, target and impact should have."""
DOCUMENTS, EVENTS, COUNTRIES, TRIGGERS_AN_EVENT = 1200, 8000, 40, 1.7
STATEMENT_SHARE, EMPTY_SHARE = 1 / 3, 1 / 4
STATEMENTS = frozenset(
    """statement release press-release ministry readout letter communique declaration resolution un speech briefing remarks message
    proclamation notice note-verbale embassy-statement memorandum order address appeal circular chairs-statement""".split()
)
DENSE = 8
"""Events from which a document is denser than most news."""


@dataclass(slots=True)
class Cover:
    """Counts over a corpus; `values` holds, by kind, how often each code of the codebook is used."""

    documents: int = 0
    events: int = 0
    triggers: int = 0
    statements: int = 0
    empty: int = 0
    words: list[int] = field(default_factory=list)
    density: list[int] = field(default_factory=list)
    countries: Counter[str] = field(default_factory=Counter)
    styles: Counter[str] = field(default_factory=Counter)
    values: dict[str, Counter[str]] = field(default_factory=dict)


def measure(documents: Sequence[Record]) -> Cover:
    """The cover of a corpus."""
    cover = Cover(values={kind: Counter(dict.fromkeys(codes, 0)) for kind, codes in _codes().items()})
    for document in documents:
        events = document["events"]
        cover.documents += 1
        cover.events += len(events)
        cover.triggers += sum(len(e["trigger"]) for e in events)
        cover.statements += document["style"] in STATEMENTS
        cover.empty += not events
        cover.words.append(len(document["text"].split()))
        cover.density.append(len(events))
        cover.styles[document["style"]] += 1
        cover.countries.update(document["countries"])
        for event in events:
            for kind, code in _used(event):
                cover.values[kind][code] += 1
    return cover


def _codes() -> dict[str, list[str]]:
    codebook = load()
    modes = [f"{t.name}.{mode}" for t in codebook.types.values() for mode in sorted(t.modes)]
    return {
        "type": list(codebook.types),
        "mode": modes,
        "status": sorted(codebook.statuses),
        "flag": ["background", "aggregate", "optional"],
        "harm": sorted(codebook.harm),
        "target": sorted(codebook.targets),
        "impact": sorted(codebook.impacts),
    }


def _used(event: Record) -> Iterator[tuple[str, str]]:
    yield "type", event["event_type"]
    if event["mode"]:
        yield "mode", f"{event['event_type']}.{event['mode']}"
    yield "status", event["status"]
    yield from (("flag", flag) for flag in ("background", "aggregate", "optional") if event[flag])
    for kind, name in (("harm", "harm"), ("target", "targets"), ("impact", "impacts")):
        yield from ((kind, entry["kind"]) for entry in event[name])


def lines(cover: Cover) -> Iterator[str]:
    """The cover as a report for people: what stands against each aim, and what is still rare."""
    count = max(cover.documents, 1)
    dense = sum(n >= DENSE for n in cover.density) / count
    yield f"documents        {cover.documents:6,}  of {DOCUMENTS:,}"
    yield f"events           {cover.events:6,}  of {EVENTS:,}"
    yield f"triggers/event   {cover.triggers / max(cover.events, 1):6.2f}  of {TRIGGERS_AN_EVENT}"
    yield f"statements       {cover.statements / count:6.0%}  of {STATEMENT_SHARE:.0%} (readouts, letters, releases, UN, ...)"
    yield f"without an event {cover.empty / count:6.0%}  of {EMPTY_SHARE:.0%} (traps with one or two events stand beside them)"
    yield f"{DENSE} events or more {dense:5.0%}  of documents; median {median(cover.density or [0]):.0f} events"
    yield f"words            {sum(cover.words):6,}  median {median(cover.words or [0]):.0f}, longest {max(cover.words, default=0)}"
    yield f"countries        {len(cover.countries):6,}  of {COUNTRIES}"
    yield ""
    yield "styles     " + _counted(cover.styles.most_common())
    yield "countries  " + _counted(cover.countries.most_common(40))
    for kind, counted in cover.values.items():
        yield ""
        yield f"{kind:10} " + _counted(counted.most_common())
        rare = [f"{code} {n}" for code, n in sorted(counted.items(), key=lambda item: item[1]) if n < ENOUGH and kind != "flag"]
        if rare:
            yield f"{'  rare':10} under {ENOUGH}: " + ", ".join(rare)


def _counted(pairs: Iterable[tuple[str, int]]) -> str:
    return ", ".join(f"{name} {count}" for name, count in pairs)

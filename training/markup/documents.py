"""Files in corpus markup as gold documents (codebook records) and back."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from dateline.model.record import Record
from training.markup.events import EventLine
from training.markup.faults import Fault
from training.markup.inline import Marks, plain_text, read_marks
from training.markup.writing import event_line, marked_parts

_BAR = re.compile(r"\s*-{3,}\s*")


def read_documents(path: Path) -> tuple[list[Record], list[Fault]]:
    """The documents of one file, each with `id`, `published`, `style`, `countries`, `title`, `text`, `events`, and its faults.

    Events hold the codebook's fields, `number`, and `evidence` as offsets into `text` or `title`; `letters` are those of the marked
    spans. Faulty fields are left out.
    """
    documents: list[Record] = []
    faults: list[Fault] = []
    for first, lines in _blocks(path.read_text(encoding="utf-8").split("\n")):
        document, wrong = _document(lines)
        faults += [Fault(path, first + n, document["id"], message) for n, message in wrong]
        if any(d["id"] == document["id"] for d in documents):
            faults.append(Fault(path, first, document["id"], "the id was used before in this file"))
        documents.append(document)
    return documents, faults


def read_corpus(folder: Path) -> tuple[list[Record], list[Fault]]:
    """The documents of every `part*.txt` in a folder; an id that two files use is a fault."""
    documents: dict[str, Record] = {}
    faults: list[Fault] = []
    for path in sorted(folder.glob("part*.txt")):
        read, wrong = read_documents(path)
        faults += wrong
        for document in read:
            if document["id"] in documents:
                faults.append(Fault(path, 1, document["id"], "the id was used before in another file"))
            documents[document["id"]] = document | {"part": path.stem}
    return list(documents.values()), faults


def read_second(folder: Path) -> list[Record]:
    """The reports of a corpus folder that were coded twice, as the second coder coded them."""
    return [record for path in sorted((folder / "second").glob("*.txt")) for record in read_documents(path)[0]]


def held_out(folder: Path) -> tuple[list[Record], list[Record]]:
    """The reports of a corpus folder to learn from, and those coded twice, which are kept to measure by."""
    again = {record["id"] for record in read_second(folder)}
    documents, _ = read_corpus(folder)
    return [r for r in documents if r["id"] not in again], [r for r in documents if r["id"] in again]


def write_document(document: Record) -> str:
    """A gold document as markup; reading it again gives the same fields."""
    title, text, letters = marked_parts(document)
    countries = " ".join(document.get("countries") or ["none"])
    head = f"=== {document['id']} | {document['published']} | {document.get('style') or '-'} | {countries}"
    lines = [event_line(n, event, letters, document) for n, event in enumerate(document["events"], start=1)]
    return "\n".join([head, f"# {title}", text, "---", *lines, ""])


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    starts = [n for n, line in enumerate(lines) if line.startswith("===")]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield start + 1, lines[start:end]


def _document(lines: list[str]) -> tuple[Record, list[tuple[int, str]]]:
    wrong: list[tuple[int, str]] = []
    head = [part.strip() for part in lines[0].strip("= ").split("|")]
    if len(head) != 4 or not _is_day(head[1]):
        wrong.append((0, f"a document begins with `=== id | date | style | countries`, not {lines[0]!r}"))
        head = (head + [""] * 4)[:4]
    bars = [n for n, line in enumerate(lines) if _BAR.fullmatch(line)]
    if len(bars) != 1:
        wrong.append((0, f"between text and events stands one line `---`, not {len(bars)}"))
    bar = bars[0] if bars else len(lines)
    title_at = next((n for n in range(1, bar) if lines[n].strip()), bar)
    has_title = title_at < bar and lines[title_at].startswith("#")
    if not has_title:
        wrong.append((title_at, "the first line of a document is its title, `# ...`"))
    marks = Marks()
    title, faults = read_marks(plain_text([lines[title_at].lstrip("#")]) if has_title else "", "title", marks)
    text, more = read_marks(plain_text(lines[title_at + has_title : bar]), "text", marks)
    wrong += [(title_at, message) for message in (*faults, *more)]
    parts = {"title": title, "text": text}
    events: list[Record] = []
    for n in range(bar + 1, len(lines)):
        if lines[n].strip():
            wrong += [(n, message) for message in _add_event(lines[n], marks, parts, events)]
    told = {e["number"] for e in events}
    wrong += [(0, f"trigger {number} has no event line") for number in sorted(marks.triggers) if number not in told]
    countries = [c for c in re.split(r"[\s,;/]+", head[3]) if c and c != "none"]
    document = {"id": head[0], "published": head[1], "style": head[2], "countries": countries, **parts, "events": events}
    return document | {"letters": sorted(marks.spans)}, wrong


def _add_event(line: str, marks: Marks, parts: dict[str, str], events: list[Record]) -> Iterable[str]:
    reader = EventLine(marks, parts)
    event = reader.read(line)
    if event is None:
        return reader.wrong
    if not event["trigger"]:
        reader.wrong.append(f"event {event['number']} has no trigger in the text")
    if any(e["number"] == event["number"] for e in events):
        reader.wrong.append(f"event {event['number']} has two lines")
    events.append(event)
    return reader.wrong


def _is_day(words: str) -> bool:
    try:
        date.fromisoformat(words)
    except ValueError:
        return False
    return True

"""What changed between two versions of one report, sentence by sentence."""

from difflib import SequenceMatcher

from dateline.model import Document
from dateline.model.record import Record


def changes(older: Document, newer: Document) -> list[Record]:
    """Removed and added sentences in order: `{op: "removed" | "added", text}`; a changed title counts as a sentence."""
    before, after = _lines(older), _lines(newer)
    found: list[Record] = []
    for op, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if op == "equal":
            continue
        found.extend({"op": "removed", "text": text} for text in before[i:j])
        found.extend({"op": "added", "text": text} for text in after[k:m])
    return found


def _lines(document: Document) -> list[str]:
    return [document.title, *(s.of(document.text).strip() for s in document.sentences)]

"""The coder against gold."""

from pathlib import Path
from typing import Any

from dateline.errors import UnreadableInput
from dateline.evaluation import read_gold, score
from dateline.model.record import Record, event_record
from dateline.sources import read_pages
from dateline.workflow.coding import code_one
from dateline.workflow.reading import read_page


def evaluate(gold: Path | str) -> dict[str, Any]:
    """Codes the documents of a gold file, their text taken exactly as it is, and scores the events field by field.

    `gold` is a .jsonl file: one document a line with `id`, `published`, `title`, `text` and its `events`. Raises UnreadableInput
    where the file or one of its documents cannot be read: a score over a part would mislead.
    """
    documents = read_gold(gold)
    coded: list[Record] = []
    for page in read_pages([str(gold)]):
        if isinstance(page, UnreadableInput):
            raise page
        coded.extend(event_record(event) for event in code_one(read_page(page)))
    return score(documents, coded).as_dict()

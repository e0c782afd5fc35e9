"""The corridor: what Dateline does, as plain functions. Each is loaded when it is first asked for."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.store import open_store
    from dateline.workflow.checking import Check, doctor
    from dateline.workflow.coding import Mapping, code
    from dateline.workflow.demonstration import DemoSummary, demo
    from dateline.workflow.evaluating import evaluate
    from dateline.workflow.filters import find_places, find_times, merge, relate
    from dateline.workflow.ingesting import IngestSummary, Progress, ingest
    from dateline.workflow.merging import merge_record
    from dateline.workflow.reading import read
    from dateline.workflow.reviewing import judge

__all__ = [
    "Check",
    "DemoSummary",
    "IngestSummary",
    "Mapping",
    "Progress",
    "code",
    "demo",
    "doctor",
    "evaluate",
    "find_places",
    "find_times",
    "ingest",
    "judge",
    "merge",
    "merge_record",
    "open_store",
    "read",
    "relate",
]

_HOMES = {
    "Check": "dateline.workflow.checking",
    "DemoSummary": "dateline.workflow.demonstration",
    "IngestSummary": "dateline.workflow.ingesting",
    "Mapping": "dateline.workflow.coding",
    "Progress": "dateline.workflow.ingesting",
    "code": "dateline.workflow.coding",
    "demo": "dateline.workflow.demonstration",
    "doctor": "dateline.workflow.checking",
    "evaluate": "dateline.workflow.evaluating",
    "find_places": "dateline.workflow.filters",
    "find_times": "dateline.workflow.filters",
    "ingest": "dateline.workflow.ingesting",
    "judge": "dateline.workflow.reviewing",
    "merge": "dateline.workflow.filters",
    "merge_record": "dateline.workflow.merging",
    "open_store": "dateline.store",
    "read": "dateline.workflow.reading",
    "relate": "dateline.workflow.filters",
}


def __getattr__(name: str) -> Any:
    """Loads the function's room: opening a store does not load the coder, and reading pages no database."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(_HOMES[name]), name)
    globals()[name] = found
    return found

"""Dateline: a sourced record of conflict and diplomacy, read from news reports."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.workflow import (
        code,
        demo,
        doctor,
        evaluate,
        find_places,
        find_times,
        ingest,
        judge,
        merge,
        open_store,
        read,
        relate,
    )

__version__ = "0.1.0"

__all__ = [
    "code",
    "demo",
    "doctor",
    "evaluate",
    "find_places",
    "find_times",
    "ingest",
    "judge",
    "merge",
    "open_store",
    "read",
    "relate",
]


def __getattr__(name: str) -> Any:
    """Loads a function of the workflow when it is first asked for, so that `import dateline` stays fast."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from dateline import workflow

    return getattr(workflow, name)

"""The record on disk: SQLite by default, PostgreSQL for teams."""

from dateline.store.opening import open_store
from dateline.store.store import (
    Basis,
    CodedDocument,
    IncidentFilter,
    IncidentPage,
    IncidentRevision,
    Order,
    SentenceHit,
    Store,
    StoredDocument,
    TimelineBin,
    Totals,
)

__all__ = [
    "Basis",
    "CodedDocument",
    "IncidentFilter",
    "IncidentPage",
    "IncidentRevision",
    "Order",
    "SentenceHit",
    "Store",
    "StoredDocument",
    "TimelineBin",
    "Totals",
    "open_store",
]

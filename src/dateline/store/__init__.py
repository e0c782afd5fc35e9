"""The record on disk: SQLite by default, PostgreSQL for teams."""

from dateline.store.store import (
    CodedDocument,
    IncidentFilter,
    IncidentPage,
    Order,
    SentenceHit,
    Store,
    StoredDocument,
    TimelineBin,
    Totals,
)

__all__ = [
    "CodedDocument",
    "IncidentFilter",
    "IncidentPage",
    "Order",
    "SentenceHit",
    "Store",
    "StoredDocument",
    "TimelineBin",
    "Totals",
]

"""What a database must offer beside common SQL; `sqlite.py` and `postgres.py` fill it."""

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

import sqlalchemy as sa

from dateline.store.words import Term


class Database(Protocol):
    """One kind of database: how it is opened, locked for writing and searched, and what its errors mean."""

    def engine(self, url: sa.URL) -> sa.Engine:
        """Connections set up for Dateline; raises DatelineError where the driver is missing.

        A transaction with the execution option `writes` is the only writing one from its begin to its end; others wait for it.
        """
        ...

    def insert_new(self, table: sa.Table) -> sa.Insert:
        """An insert that passes over rows whose key is there already."""
        ...

    def index_sentences(self, connection: sa.Connection, sentences: Iterable[tuple[int, str]]) -> None:
        """Adds sentences, by id and text, to the full-text index."""
        ...

    def matching(self, terms: Sequence[Term]) -> sa.Subquery:
        """The sentences that meet all terms: columns `sentence_id` and `rank` (lower is better)."""
        ...

    def explain(self, error: sa.exc.DBAPIError) -> str:
        """What went wrong and what to do about it, without the SQL."""
        ...


Row = dict[str, Any]

"""SQLite: one file in WAL mode, many readers beside one writer, FTS5 for search."""

import sqlite3
import time
from collections.abc import Iterable, Sequence

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite
from sqlalchemy.pool import StaticPool

from dateline.store.words import Term

BUSY_SECONDS = 30


class Sqlite:
    """The `Database` that needs no server."""

    def __init__(self, busy_seconds: float = BUSY_SECONDS) -> None:
        self.busy_seconds = busy_seconds

    def engine(self, url: sa.URL) -> sa.Engine:
        """An engine whose transactions are begun by us: the driver's own begin too late and end too early for DDL."""
        in_memory = url.database in (None, "", ":memory:")
        engine = sa.create_engine(url, **({"poolclass": StaticPool} if in_memory else {}))
        sa.event.listen(engine, "connect", self._prepare)
        sa.event.listen(engine, "begin", _begin)
        return engine

    def _prepare(self, connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout = {int(self.busy_seconds * 1000)}")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA cache_size = -65536")
        (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
        if mode == "delete":
            self._turn_to_wal(connection)

    def _turn_to_wal(self, connection: sqlite3.Connection) -> None:
        """Turns WAL on, once a file; SQLite does not apply the busy timeout here, so waiting is ours."""
        deadline = time.monotonic() + self.busy_seconds
        while True:
            try:
                connection.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if "readonly" in str(error):
                    return
                if "locked" not in str(error) or time.monotonic() > deadline:
                    raise
                time.sleep(0.05)
            else:
                return

    def insert_new(self, table: sa.Table) -> sa.Insert:
        """INSERT ... ON CONFLICT DO NOTHING."""
        return sqlite.insert(table).on_conflict_do_nothing()

    def index_sentences(self, connection: sa.Connection, sentences: Iterable[tuple[int, str]]) -> None:
        """Adds to the FTS5 table; ids rise, so that FTS5 can append."""
        rows = [{"id": number, "text": text} for number, text in sentences]
        if rows:
            connection.execute(sa.text("INSERT INTO sentence_index (rowid, text) VALUES (:id, :text)"), rows)

    def matching(self, terms: Sequence[Term]) -> sa.Subquery:
        """FTS5 with its bm25 rank."""
        query = " AND ".join(f'"{" ".join(t.words)}"{" *" if t.prefix else ""}' for t in terms)
        statement = sa.text("SELECT rowid AS sentence_id, rank FROM sentence_index WHERE sentence_index MATCH :query")
        columns = (sa.column("sentence_id", sa.Integer), sa.column("rank", sa.Float))
        return statement.bindparams(query=query).columns(*columns).subquery("hits")

    def explain(self, error: sa.exc.DBAPIError) -> str:
        """SQLite's own words with what to do."""
        message = str(error.orig)
        advice = {
            "not a database": "this file is not an SQLite database; give another path",
            "malformed": "the file is damaged; restore it from a copy, or start a new one",
            "locked": f"another program has held the database for more than {self.busy_seconds:g} seconds; end it or wait",
            "readonly": "the database may only be read; check the rights of the file and its folder",
            "disk I/O": "the disk is full or fails; make room and run again, nothing is half written",
            "is full": "no space is left on the disk; make room and run again, nothing is half written",
            "unable to open": "the file cannot be opened; check that its folder exists and may be written",
        }
        return next((text for sign, text in advice.items() if sign in message), message)


def _begin(connection: sa.Connection) -> None:
    """Takes the write lock at once where writing is meant: a reader that turns to writing later could not wait for others."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")

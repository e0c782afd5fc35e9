"""Finding the store behind an address."""

import os
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING

from dateline import settings
from dateline.errors import DatelineError
from dateline.store.store import Store

if TYPE_CHECKING:
    from sqlalchemy import URL

_ENTRY_POINTS = "dateline.stores"


def open_store(url: str | None = None, *, create: bool = True) -> Store:
    """The store at a path, `sqlite:///PATH` or `postgresql://...`; without an address, the one that `settings.database_url` names.

    A new SQLite file is created unless `create` is false. Other schemes are looked up among the entry points `dateline.stores`:
    each is called with the address and gives a `Store`. Raises DatelineError where there is no such store or it cannot be opened.
    """
    address = url or settings.database_url()
    scheme, mark, _ = address.partition("://")
    if not mark:
        return _sqlite(address, create)
    kind = scheme.partition("+")[0]
    if kind == "sqlite":
        return _sqlite(address, create)
    if kind in ("postgresql", "postgres"):
        return _postgres("postgresql://" + address.partition("://")[2])
    return _registered(kind, address)


def _sqlite(address: str, create: bool) -> Store:
    # SQLAlchemy is imported only where a store is opened, so that the commands that need none start fast.
    from sqlalchemy import URL, make_url

    from dateline.store.sql_store import SqlStore
    from dateline.store.sqlite import Sqlite

    # a path is taken as it is: a question mark in it begins no query
    url = make_url(address) if address.startswith("sqlite") and "://" in address else URL.create("sqlite", database=address)
    path = Path(url.database or ":memory:")
    if path.name != ":memory:" and "uri" not in url.query:
        if path.is_dir():
            raise DatelineError(f"{path}: is a folder, not a database; give the path of a file")
        if not path.exists() and not create:
            raise DatelineError(f"{path}: there is no database; make one with `dateline ingest`")
        if not path.parent.is_dir():
            raise DatelineError(f"{path}: the folder {path.parent} does not exist; make it first")
        if not create and not os.access(path.parent, os.W_OK):
            url = _unchanging(path)
    return SqlStore(url, Sqlite())


def _unchanging(path: Path) -> "URL":
    """The address of a database in a folder that may not be written; nobody writes it where it has no log beside it.

    SQLite would otherwise want to lay its shared memory beside the file, also for reading.
    """
    from sqlalchemy import URL

    if path.with_name(path.name + "-wal").exists():
        return URL.create("sqlite", database=str(path))
    query = {"mode": "ro", "immutable": "1", "uri": "true"}
    return URL.create("sqlite", database=path.absolute().as_uri(), query=query)


def _postgres(address: str) -> Store:
    from sqlalchemy import make_url
    from sqlalchemy.exc import ArgumentError

    from dateline.store.postgres import Postgres
    from dateline.store.sql_store import SqlStore

    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:
        raise DatelineError("the PostgreSQL address is not of the form postgresql://user:password@host/database") from error
    return SqlStore(url, Postgres())


def _registered(kind: str, address: str) -> Store:
    found = entry_points(group=_ENTRY_POINTS, name=kind)
    if not found:
        raise DatelineError(f"no store for {kind}:// addresses; give a path, sqlite:///PATH or postgresql://...")
    store: Store = next(iter(found)).load()(address)
    return store

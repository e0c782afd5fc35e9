"""Opening a store: addresses, and a clear sentence for whatever cannot be opened."""

import multiprocessing
import sqlite3
from contextlib import closing
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path

import pytest
from sqlalchemy import make_url

from dateline import settings
from dateline.errors import DatelineError
from dateline.model import Document
from dateline.store import CodedDocument, IncidentFilter, open_store, opening
from dateline.store.sql_store import SqlStore
from dateline.store.sqlite import Sqlite


def test_a_path_and_an_sqlite_url_are_the_same_store(tmp_path: Path) -> None:
    path = tmp_path / "a record.db"
    with open_store(str(path)) as store:
        store.set_families({})
    assert path.exists()
    with open_store(f"sqlite:///{path}", create=False) as store:
        assert store.totals().documents == 0


def test_without_an_address_the_settings_name_the_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    open_store().__exit__()
    assert (tmp_path / "dateline.db").exists()
    monkeypatch.setenv("DATELINE_DB", str(tmp_path / "other.db"))
    open_store().__exit__()
    assert (tmp_path / "other.db").exists()


def test_a_store_may_live_in_memory() -> None:
    with open_store("sqlite://") as store:
        assert store.incidents(IncidentFilter()).total == 0


def test_a_new_database_writes_ahead_and_minds_its_keys(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "record.db"))
    assert isinstance(store, SqlStore)
    with store._reading() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar() == 30_000


def test_nothing_is_created_where_that_is_not_wanted(tmp_path: Path) -> None:
    with pytest.raises(DatelineError, match="there is no database"):
        open_store(str(tmp_path / "none.db"), create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(DatelineError, match="is a folder"):
        open_store(str(tmp_path))
    with pytest.raises(DatelineError, match="does not exist; make it first"):
        open_store(str(tmp_path / "no" / "record.db"))


def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("This is a report and no database. " * 100)
    before = path.read_bytes()
    with pytest.raises(DatelineError, match=r"report\.txt: this file is not an SQLite database; give another path"):
        open_store(str(path))
    assert path.read_bytes() == before


def test_another_program_s_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "bookmarks.db"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    with pytest.raises(DatelineError, match="tables of another program"):
        open_store(str(path))
    with closing(sqlite3.connect(path)) as connection, connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("bookmarks",)]


def test_a_newer_schema_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    open_store(str(path)).__exit__()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(DatelineError, match=r"written by a newer Dateline \(its schema is 9999.*update dateline"):
        open_store(str(path))


def test_a_locked_database_is_waited_for_and_then_named(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    open_store(str(path)).__exit__()
    store = SqlStore(make_url(f"sqlite:///{path}"), Sqlite(busy_seconds=0.1))
    with closing(sqlite3.connect(path)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatelineError, match=r"another program has held the database for more than 0\.1 seconds"):
            store.set_incidents([])
        holder.rollback()
    assert store.set_incidents([])


def test_a_database_that_may_only_be_read_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    open_store(str(path)).__exit__()
    with open_store(f"sqlite:///file:{path}?mode=ro&uri=true") as store:
        assert store.totals().documents == 0
        with pytest.raises(DatelineError, match="may only be read"):
            store.set_incidents([])


def test_a_full_disk_is_named_and_nothing_is_half_written(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "record.db"))
    assert isinstance(store, SqlStore)
    with store._writing() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")  # SQLite takes the present size for the limit
    large = Document("d1", "Title", "x" * 100_000, (), "hash", "address")
    with pytest.raises(DatelineError, match="no space is left on the disk"):
        store.add([CodedDocument(large, (), "coder", settings.now())])
    assert store.totals().documents == 0


def test_unknown_addresses_are_named() -> None:
    with pytest.raises(DatelineError, match="no store for oracle:// addresses"):
        open_store("oracle://somewhere")
    with pytest.raises(DatelineError, match="not of the form postgresql://"):
        open_store("postgresql://user@host:port/name")


def test_a_server_that_is_not_there_is_named_without_the_password() -> None:
    with pytest.raises(DatelineError, match=r"127\.0\.0\.1.*check the address") as caught:
        open_store("postgresql://user:secret@127.0.0.1:1/record")
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)


class PackagedStore:
    """A store of another package."""

    def __init__(self, address: str) -> None:
        self.address = address


def test_other_packages_bring_stores_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    registered = EntryPoints([EntryPoint("shelf", f"{__name__}:PackagedStore", "dateline.stores")])
    monkeypatch.setattr(opening, "entry_points", registered.select)
    monkeypatch.setattr(EntryPoint, "load", lambda self: PackagedStore)
    store = open_store("shelf://two")
    assert isinstance(store, PackagedStore)
    assert store.address == "shelf://two"


def open_and_count(path: str) -> int:
    with open_store(path) as store:
        return store.totals().documents


def test_processes_that_open_a_new_database_at_once_make_one_schema(tmp_path: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(3) as pool:
        assert pool.map(open_and_count, [str(tmp_path / "record.db")] * 8, chunksize=1) == [0] * 8


def test_a_record_in_a_folder_that_may_not_be_written_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a #record?.db"
    open_store(str(path)).__exit__()
    monkeypatch.setattr(opening.os, "access", lambda *_: False)
    with open_store(str(path), create=False) as store:
        assert store.totals().documents == 0
        assert list(tmp_path.iterdir()) == [path]
        with pytest.raises(DatelineError, match="may only be read"):
            store.set_families({"d": "f"})

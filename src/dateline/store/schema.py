"""The schema's version: checked on opening, and brought up to date under the write lock."""

from pathlib import Path

import sqlalchemy as sa

from dateline.errors import DatelineError

VERSION = "0001"
"""The newest migration; a test keeps it equal to Alembic's head."""

_KNOWN = frozenset({VERSION})
_MIGRATIONS = Path(__file__).parent / "migrations"


def version(connection: sa.Connection) -> str | None:
    """The schema's version in this database, None where there is none yet."""
    if "alembic_version" not in sa.inspect(connection).get_table_names():
        return None
    return connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def bring_up_to_date(reading: sa.Engine, writing: sa.Engine, name: str) -> None:
    """Creates or upgrades the schema; `name` is how messages call the database.

    Of several processes that open at once, one does the work while the others wait. Raises DatelineError where a newer Dateline
    has written the database, or another program.
    """
    with reading.connect() as connection:
        if _is_current(connection, name):
            return
    with writing.begin() as connection:
        if not _is_current(connection, name):
            upgrade(connection)


def upgrade(connection: sa.Connection) -> None:
    """Runs the missing migrations in the transaction of `connection`."""
    # Imported here: a store that is up to date, as nearly all are, opens without Alembic.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _is_current(connection: sa.Connection, name: str) -> bool:
    found = version(connection)
    if found == VERSION:
        return True
    if found is not None and found not in _KNOWN:
        raise DatelineError(
            f"{name}: written by a newer Dateline (its schema is {found}, this one knows {VERSION}); update dateline"
        )
    if found is None and sa.inspect(connection).get_table_names():
        raise DatelineError(f"{name}: holds tables of another program and none of Dateline's; give another database")
    return False

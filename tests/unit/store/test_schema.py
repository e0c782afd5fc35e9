"""The migrations give the schema that the tables describe, and the version named in the code is the newest."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from dateline.store import migrations, schema
from dateline.store.tables import metadata

NOT_DESCRIBED = ("sentence_index", "sentence_texts", "alembic_version")


def test_the_version_is_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    script = ScriptDirectory.from_config(config)
    assert script.get_heads() == [schema.VERSION]
    assert {revision.revision for revision in script.walk_revisions()} == schema._KNOWN


def test_the_migrations_give_the_tables(tmp_path: Path) -> None:
    engine = sa.create_engine(f"sqlite:///{tmp_path / 'record.db'}")
    with engine.begin() as connection:
        schema.upgrade(connection)

    def described(name: str | None, kind: str, _: object) -> bool:
        return kind != "table" or not str(name).startswith(NOT_DESCRIBED)

    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": described, "compare_type": True})
        assert compare_metadata(context, metadata) == []
        made = {(i["name"], t) for t in metadata.tables for i in sa.inspect(connection).get_indexes(t)}
    assert made == {(index.name, table.name) for table in metadata.tables.values() for index in table.indexes}
    engine.dispose()


def test_an_upgrade_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = sa.create_engine(f"sqlite:///{tmp_path / 'record.db'}")
    sa.event.listen(engine, "connect", lambda connection, _: setattr(connection, "isolation_level", None))
    sa.event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))

    def fall_over(connection: sa.Connection) -> None:
        schema.upgrade(connection)
        raise RuntimeError("power cut")

    with pytest.raises(RuntimeError, match="power cut"), engine.begin() as connection:
        fall_over(connection)
    with engine.connect() as connection:
        assert sa.inspect(connection).get_table_names() == []
    engine.dispose()

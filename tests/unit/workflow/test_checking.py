"""The doctor: everything is looked at, whatever is broken."""

from pathlib import Path

import pytest

from dateline import coding, doctor, open_store, places
from dateline.errors import DatelineError
from dateline.workflow import Check, checking


def named(checks: tuple[Check, ...]) -> dict[str, Check]:
    return {check.name: check for check in checks}


def test_a_sound_installation_is_good(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    checks = doctor()
    assert [c for c in checks if c.needed and not c.good] == []
    assert all(c.finding and "\n" not in c.finding for c in checks)
    assert "none at" in named(checks)["database"].finding
    assert list(tmp_path.iterdir()) == []


def test_what_is_broken_is_named_and_the_rest_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("dateline.db").write_text("no database " * 100)

    def no_file(*_: object) -> None:
        raise FileNotFoundError("gazetteer.bin")

    monkeypatch.setattr(places, "find_places", no_file)
    monkeypatch.setattr(coding, "code_document", lambda document: ())
    checks = named(doctor())
    assert {name for name, check in checks.items() if check.needed and not check.good} == {"gazetteer", "coder", "database"}
    assert checks["gazetteer"].finding == "FileNotFoundError: gazetteer.bin; install dateline again"
    assert "not an SQLite database" in checks["database"].finding


def test_the_database_is_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_DB", str(tmp_path / "record.db"))
    open_store().__exit__()
    assert named(doctor())["database"].finding == "0 documents, 0 events, 0 incidents"


def test_what_is_only_useful_does_not_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "find_spec", lambda name: None)
    check = checking._check("PostgreSQL driver", checking._postgres, needed=False)
    assert (check.good, check.needed) == (False, False)
    with pytest.raises(DatelineError, match="pip install"):
        checking._postgres()

"""Rules that changed are told from rules that did not."""

import sys
from pathlib import Path

import pytest

from dateline.fingerprint import fingerprint


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "rules_of_a_test"
    (folder / "data").mkdir(parents=True)
    (folder / "__init__.py").write_text("")
    (folder / "data" / "words.tsv").write_text("strike\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, folder.name, raising=False)
    return folder


def measured(package: Path) -> str:
    fingerprint.cache_clear()
    return fingerprint(package.name)


def test_a_changed_table_changes_it_and_a_byproduct_does_not(package: Path) -> None:
    before = measured(package)
    (package / "notes.txt").write_text("no rule")
    assert measured(package) == before
    (package / "data" / "words.tsv").write_text("strike\nraid\n")
    assert measured(package) != before


def test_a_renamed_table_changes_it(package: Path) -> None:
    before = measured(package)
    (package / "data" / "words.tsv").rename(package / "data" / "verbs.tsv")
    assert measured(package) != before

from checks.core_install import core_lock, core_names


def test_the_core_is_what_the_package_needs_and_nothing_for_developers():
    names = core_names()
    assert {"trafilatura", "lxml-html-clean", "starlette", "sqlalchemy"} <= names
    assert not {"pytest", "ruff", "psycopg", "hatchling", "playwright"} & names


def test_the_core_lock_keeps_the_hashes():
    lock = core_lock()
    assert "sqlalchemy==" in lock
    assert "pytest==" not in lock
    for entry in lock.split("\n\n"):
        assert "--hash=sha256:" in entry

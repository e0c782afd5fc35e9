"""What `import dateline` offers, and how little it loads."""

import subprocess
import sys

import pytest

import dateline
from dateline import workflow

HEAVY = ("sqlalchemy", "alembic", "trafilatura", "lxml", "httpx2", "fastapi", "dateline.store", "dateline.coding", "dateline.times")


def test_every_name_that_is_offered_is_there() -> None:
    assert all(callable(getattr(dateline, name)) for name in dateline.__all__)
    assert all(getattr(workflow, name) for name in workflow.__all__)
    assert set(dateline.__all__) <= set(workflow.__all__) == set(workflow._HOMES)


def test_no_function_hides_a_room() -> None:
    from pkgutil import iter_modules

    assert not {module.name for module in iter_modules(dateline.__path__)} & set(dateline.__all__)


def test_unknown_names_are_errors() -> None:
    with pytest.raises(AttributeError, match="no attribute 'paint'"):
        _ = dateline.paint
    with pytest.raises(AttributeError, match="no attribute 'paint'"):
        _ = workflow.paint


@pytest.mark.parametrize(
    ("statement", "unloaded"),
    [
        ("import dateline, dateline.workflow", HEAVY),
        ("from dateline import open_store", ("sqlalchemy", "trafilatura", "dateline.coding")),
        ("from dateline import read", ("sqlalchemy", "trafilatura", "dateline.coding")),
        ("from dateline import open_store; open_store('sqlite://')", ("trafilatura", "dateline.coding")),
    ],
)
def test_only_what_is_used_is_loaded(statement: str, unloaded: tuple[str, ...]) -> None:
    program = f"import sys; {statement}; print([m for m in {unloaded!r} if m in sys.modules])"
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"

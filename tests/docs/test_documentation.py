"""The documentation names what is there, and all of it."""

import inspect
import re
import tomllib
from importlib.metadata import entry_points
from pathlib import Path

import pytest
import typer.main

from dateline import settings
from dateline.cli.app import app

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


def table_rows():
    """The newcomer's table, cells without their spaces."""
    table = (ROOT / "CONTRIBUTING.md").read_text().partition("| I want to add |")[2].partition("\n\n")[0]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in table.splitlines()[2:]]


def paths_in(cell):
    return [name for name in re.findall(r"`([\w./-]+)`", cell) if "/" in name]


@pytest.mark.parametrize("row", table_rows(), ids=lambda row: row[0])
def test_what_a_newcomer_is_told_to_copy_is_there(row):
    named = [path for cell in row[1:] for path in paths_in(cell)]
    for path in named:
        assert (ROOT / path).exists() or (ROOT / "src/dateline" / path).exists(), path
    for group in re.findall(r"entry point `([\w.]+)`", row[2]):
        sources = "".join(p.read_text() for p in (ROOT / "src").rglob("*.py"))
        assert f'"{group}"' in sources, f"nothing reads the entry points {group}"


def test_the_table_is_found():
    assert len(table_rows()) >= 5


def test_the_packages_own_kinds_of_source_are_entry_points():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert set(project["entry-points"]["dateline.sources"]) <= {e.name for e in entry_points(group="dateline.sources")}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    for target in LINK.findall(page.read_text()):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_in_the_reference(name):
    sections = re.split(r"^## ", (ROOT / "docs/commands.md").read_text(), flags=re.MULTILINE)
    (section,) = [s for s in sections if re.match(rf"dateline .*\b{name}\b", s)]
    for parameter in COMMANDS[name].params:
        for option in (*parameter.opts, *parameter.secondary_opts):
            assert not option.startswith("--") or option in section, option


def test_every_setting_is_in_the_reference():
    text = (ROOT / "docs/commands.md").read_text()
    for name in re.findall(r"DATELINE_\w+", inspect.getsource(settings)):
        assert f"`{name}`" in text, name

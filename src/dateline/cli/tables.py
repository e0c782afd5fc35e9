"""Tables for people: as wide as the terminal, cells stacked where it is narrow; plain and unlimited where output is piped."""

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from dateline.cli.terminal import printable

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

UNLIMITED = 10_000
"""Columns of a piped table: no line is broken."""

NARROW = 160
"""Below this many columns, cells are stacked."""

Row = Sequence[str]


def console() -> "Console":
    """Standard output; the terminal, else COLUMNS, else nothing limits its width."""
    from rich.console import Console

    plain = Console(highlight=False)
    if plain.is_terminal or os.environ.get("COLUMNS"):
        return plain
    return Console(highlight=False, width=UNLIMITED)


def show(heads: Row, rows: Iterable[Row], narrow: Mapping[str, Sequence[int]]) -> int:
    """Prints a table to standard output and returns the number of rows; without rows it prints nothing, not even the heads.

    `narrow` says how a narrow screen stacks the cells: each of its heads with the numbers of the columns below it. The last column
    takes the room that is left.
    """
    rows = [[printable(cell) for cell in row] for row in rows]
    if not rows:
        return 0
    output = console()
    if output.width < NARROW:
        heads, rows = tuple(narrow), [_stacked(row, narrow.values()) for row in rows]
    with output.capture() as printed:
        output.print(_table(heads, rows, output.width))
    output.file.write("\n".join(line.rstrip() for line in printed.get().splitlines()) + "\n")
    return len(rows)


def _stacked(row: Row, groups: Iterable[Sequence[int]]) -> Row:
    return ["\n".join(filter(None, (row[number] for number in group))) for group in groups]


def _table(heads: Row, rows: Iterable[Row], width: int) -> "Table":
    from rich.box import SIMPLE_HEAD
    from rich.markup import escape
    from rich.table import Table

    box = None if width == UNLIMITED else SIMPLE_HEAD
    table = Table(box=box, pad_edge=False, show_edge=False, leading=int(width < NARROW), header_style="bold")
    for head in heads[:-1]:
        table.add_column(head, overflow="fold", max_width=width // 2 - 8)
    table.add_column(heads[-1], overflow="fold", ratio=1)
    for row in rows:
        table.add_row(*(escape(cell) for cell in row))
    return table

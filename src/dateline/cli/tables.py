"""Tables for people: as wide as the terminal; plain text as wide as its content where the output is piped."""

import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

UNLIMITED = 10_000
"""Columns of a piped table: no line is broken."""


def console() -> "Console":
    """Standard output; COLUMNS, the terminal or nothing limits its width."""
    from rich.console import Console

    plain = Console(highlight=False)
    if plain.is_terminal or os.environ.get("COLUMNS"):
        return plain
    return Console(highlight=False, width=UNLIMITED)


def show(heads: Sequence[str], rows: Iterable[Sequence[str]], *, last_breaks: bool = True) -> None:
    """Prints a table; the last column takes the room that is left, the others keep together as long as they can."""
    from rich.box import SIMPLE_HEAD
    from rich.markup import escape
    from rich.table import Table

    output = console()
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    for number, head in enumerate(heads, 1):
        last = number == len(heads) and last_breaks
        table.add_column(head, overflow="fold", ratio=1 if last else None, min_width=24 if last else None)
    for row in rows:
        table.add_row(*(escape(cell) for cell in row))
    with output.capture() as printed:
        output.print(table)
    output.file.write("\n".join(line.rstrip() for line in printed.get().splitlines()) + "\n")

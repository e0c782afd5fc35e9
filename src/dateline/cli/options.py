"""Options and arguments that several commands share."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Any

import typer


class Format(StrEnum):
    """How results are printed: a table for people, or JSON Lines for programs."""

    TABLE = "table"
    JSONL = "jsonl"


Database = Annotated[
    str | None,
    typer.Option(
        "--db",
        metavar="FILE|URL",
        help="The database: a file or postgresql://...; without it DATELINE_DB, else dateline.db.",
        show_default=False,
    ),
]
Output = Annotated[Format, typer.Option("--format", help="A table for people or JSON Lines for programs.")]
Workers = Annotated[int, typer.Option(min=1, max=256, metavar="N", help="Processes that read and code side by side.")]
Records = Annotated[str, typer.Argument(metavar="FILE|-", help="A JSON Lines file; - is standard input.")]


def day_option(name: str, text: str) -> Any:
    """An option that takes one ISO day."""
    return typer.Option(name, metavar="YYYY-MM-DD", parser=day, help=text, show_default=False)


def day(text: str) -> date:
    """The day that an option gives; typer.BadParameter says how days are written."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no day of the calendar; write it like 2025-12-21") from None

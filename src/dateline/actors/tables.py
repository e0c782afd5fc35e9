"""Reading the tables: tab-separated, one header line, lists parted by "|", dates as YYYY, YYYY-MM or YYYY-MM-DD."""

import calendar
import csv
from collections.abc import Iterator
from datetime import date
from importlib.resources.abc import Traversable
from pathlib import Path

from dateline.errors import DatelineError

Row = dict[str, str]


def rows(table: Traversable | Path, required: tuple[str, ...]) -> Iterator[tuple[int, Row]]:
    """Each row with its line number; raises DatelineError if the file cannot be read or lacks one of the `required` columns."""
    try:
        lines = table.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DatelineError(f"actor table {table}: cannot be read as UTF-8 text ({error})") from error
    reader = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    header = next(reader, [])
    missing = [column for column in required if column not in header]
    if missing:
        raise DatelineError(f"actor table {table}: the header line lacks {', '.join(missing)}; columns are parted by tabs")
    for number, row in enumerate(reader, start=2):
        if row:
            yield number, dict(zip(header, (*row, *("",) * (len(header) - len(row))), strict=False))


def parts(cell: str) -> list[str]:
    """The members of a list cell."""
    return [part.strip() for part in cell.split("|")] if cell else []


def first_day(cell: str, where: str) -> date:
    """The first day that a date cell covers; empty: the beginning of time."""
    if not cell:
        return date.min
    year, month, day = _numbers(cell, where)
    return date(year, month or 1, day or 1)


def last_day(cell: str, where: str) -> date:
    """The last day that a date cell covers; empty: still going on."""
    if not cell:
        return date.max
    year, month, day = _numbers(cell, where)
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1])


def _numbers(cell: str, where: str) -> tuple[int, int, int]:
    try:
        numbers = [int(part) for part in cell.split("-")]
        year, month, day = (*numbers, 0, 0)[:3]
        date(year, month or 1, day or 1)
    except ValueError as error:
        raise DatelineError(f"{where}: {cell!r} is no date; write YYYY, YYYY-MM or YYYY-MM-DD") from error
    return year, month, day

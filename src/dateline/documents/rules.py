"""Patterns kept as data: tables of a name and a regular expression a line, under documents/data."""

import re
from collections import defaultdict
from functools import cache
from importlib.resources import files


@cache
def rules(table: str) -> dict[str, re.Pattern[str]]:
    """The patterns of data/<table>.tsv by name, without regard to case; lines of one name are alternatives.

    `{name}` in a line stands for all alternatives of a name that came before it.
    """
    lines = files("dateline.documents").joinpath(f"data/{table}.tsv").read_text("utf-8").splitlines()[1:]
    alternatives: defaultdict[str, list[str]] = defaultdict(list)
    for line in lines:
        name, _, pattern = line.partition("\t")
        for other in ("social", "menu"):
            pattern = pattern.replace(f"{{{other}}}", "|".join(alternatives.get(other, ())))
        alternatives[name].append(pattern)
    return {name: re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE) for name, patterns in alternatives.items()}

"""The weights of comparisons, and what each says in words."""

import tomllib
from functools import cache
from importlib import resources


@cache
def _table() -> dict[str, dict[str, float | str]]:
    text = resources.files("dateline.incidents").joinpath("weights.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def weights() -> dict[str, float]:
    """The weight in nats of every comparison by its name."""
    return {name: float(entry["weight"]) for name, entry in _table().items()}


def in_words(comparison: str) -> str:
    """What a comparison found, to complete "The two ..."; raises KeyError for a name that is none."""
    return str(_table()[comparison]["says"])

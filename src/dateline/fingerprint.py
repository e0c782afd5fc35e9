"""Which rules decided: a short digest of the program's own code and tables."""

import hashlib
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

_DECIDING = (".py", ".tsv", ".toml", ".json")


@cache
def fingerprint(*packages: str) -> str:
    """Eight hexadecimal digits over the code and tables of the packages named; two runs that share it work by the same rules.

    It marks codings and merges, so that a record is coded and merged anew when the rules changed and only then.
    """
    digest = hashlib.sha256()
    for package in packages:
        for name, content in _contents(resources.files(package), package):
            digest.update(name.encode() + b"\0" + content + b"\0")
    return digest.hexdigest()[:8]


def _contents(folder: Traversable, path: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        name = f"{path}/{entry.name}"
        if entry.is_dir():
            found += _contents(entry, name)
        elif name.endswith(_DECIDING):
            found.append((name, entry.read_bytes()))
    return found

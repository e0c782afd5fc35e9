"""The lexicon of roles: nouns and titles that tell who is meant by what he, she or it does."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

from dateline.actors import tables
from dateline.actors.entries import Folder
from dateline.actors.names import Found, NameIndex

StandsFor = Literal["", "government", "forces"]


@dataclass(frozen=True, slots=True)
class Role:
    """One line of `roles.tsv`.

    `follows` roles take the sector of who they belong to ("rebel spokesman", "Hamas official") and have `sector` only where that is
    unknown; `title` roles may stand before a name ("General Tiani"); `stands_for` says what the role means with a country: its
    government ("Russian authorities") or its forces ("Russian drones").
    """

    sector: str
    follows: bool
    title: bool
    stands_for: StandsFor


class RoleLexicon:
    """Roles by the words that tell them, in any case."""

    __slots__ = ("_index",)

    def __init__(self, folder: Folder | Path) -> None:
        """Reads `roles.tsv` of the folder."""
        named: list[tuple[str, Role]] = []
        for _, row in tables.rows(folder / "roles.tsv", ("role", "sector", "follows", "title", "stands_for")):
            stands_for = cast("StandsFor", row["stands_for"])
            role = Role(row["sector"], row["follows"] == "y", row["title"] == "y", stands_for)
            named.extend((words.lower(), role) for words in tables.parts(row["role"]))
        self._index: NameIndex[Role] = NameIndex(named)

    def scan(self, folded: str) -> list[Found[Role]]:
        """Every role in the folded text, longest first at each place."""
        return list(self._index.scan(folded.lower()))

"""Who acts: a directory of actors in plain tables, a finder of their names and a reader of noun phrases."""

from dateline.actors.directory import (
    Directory,
    civilians_of,
    countries,
    country_of_adjective,
    forces_of,
    government_of,
    open_directory,
)
from dateline.actors.entries import Country, Kind
from dateline.actors.finder import ActorMention, find_actors
from dateline.actors.lists import resolve_all
from dateline.actors.resolver import resolve

__all__ = [
    "ActorMention",
    "Country",
    "Directory",
    "Kind",
    "civilians_of",
    "countries",
    "country_of_adjective",
    "find_actors",
    "forces_of",
    "government_of",
    "open_directory",
    "resolve",
    "resolve_all",
]

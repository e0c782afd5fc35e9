"""Whether everything that Dateline needs is here."""

import platform
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

from dateline import settings
from dateline.codebook import load
from dateline.errors import DatelineError
from dateline.model import Page
from dateline.store import open_store

_PROBE = "Russian drones hit a power plant in Odesa on Sunday, killing three people, officials said."


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: whether it is good, whether Dateline needs it, and what was found or is to be done."""

    name: str
    good: bool
    needed: bool
    finding: str


def doctor() -> tuple[Check, ...]:
    """Looks at the installation; changes nothing but a temporary file, which it removes."""
    return (
        _check("Python", _python),
        _check("SQLite", _sqlite),
        _check("codebook", lambda: f"{load().version}, {len(load().types)} event types"),
        _check("gazetteer", _gazetteer),
        _check("coder", _coder),
        _check("working folder", _folder),
        _check("database", _database),
        _check("page", _page, needed=False),
        _check("PostgreSQL driver", _postgres, needed=False),
    )


def _check(name: str, look: Callable[[], str], *, needed: bool = True) -> Check:
    try:
        return Check(name, True, needed, look())
    except DatelineError as error:
        return Check(name, False, needed, str(error))
    except Exception as error:  # whatever is broken, the other checks are still wanted
        return Check(name, False, needed, f"{type(error).__name__}: {error}; install dateline again")


def _python() -> str:
    return f"{platform.python_version()} on {platform.system()}"


def _sqlite() -> str:
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.execute("CREATE VIRTUAL TABLE probe USING fts5(text)")
        except sqlite3.OperationalError as error:
            raise DatelineError(f"{sqlite3.sqlite_version} without full-text search (FTS5); use another Python") from error
    return f"{sqlite3.sqlite_version} with full-text search"


# The rooms are imported where they are looked at: a room that cannot be loaded is a finding, not the end.


def _gazetteer() -> str:
    from dateline.places import find_places

    places = [mention.place for mention in find_places(_PROBE) if mention.place]
    if not places:
        raise DatelineError("no place was found in a sentence that names one; install dateline again")
    return f"finds {places[0].name} ({places[0].country})"


def _coder() -> str:
    from dateline.coding import code_document, coder_version
    from dateline.documents import read_document

    page = Page("probe", _PROBE.encode(), "text/plain", settings.now(), charset="utf-8", known_title="", verbatim=True)
    events = code_document(read_document(page))
    if not events:
        raise DatelineError("no event was found in a sentence that tells one; install dateline again")
    return f"{coder_version()} reads {events[0].event_type} in a sample sentence"


def _folder() -> str:
    try:
        with tempfile.TemporaryFile(dir="."):
            pass
    except OSError as error:
        raise DatelineError(f"{Path.cwd()}: cannot be written ({error.strerror}); work in another folder, or use --db") from error
    return f"{Path.cwd()} may be written"


def _database() -> str:
    address = settings.database_url()
    if "://" not in address and not Path(address).exists():
        return f"none at {address} yet; `dateline ingest` makes it"
    with open_store(address, create=False) as store:
        totals = store.totals()
    return f"{totals.documents} documents, {totals.events} events, {totals.incidents} incidents"


def _page() -> str:
    if not (files("dateline") / "web" / "static" / "index.html").is_file():
        raise DatelineError("the workbench is not built; `make setup` builds it where npm is (the plain pages work without)")
    return "the workbench is built"


def _postgres() -> str:
    if find_spec("psycopg") is None:
        raise DatelineError("not installed; PostgreSQL needs: pip install 'dateline[postgres]'")
    return "psycopg is installed"

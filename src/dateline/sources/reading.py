"""From addresses to pages: finds what lies at each address and hands it to the kind of source that reads it."""

import io
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path
from urllib.parse import urlsplit

from dateline.errors import UnreadableInput
from dateline.model import Page
from dateline.sources.resource import Opener, Resource, file_resource, reason_of, shown, stream_resource
from dateline.sources.source import Source

GROUP = "dateline.sources"
MAIL = re.compile(rb"(?=(?s:.{0,4000}?)^(?:From|Subject):)(?:[A-Za-z][\w-]*:[ \t].*\r?\n(?:[ \t].*\r?\n)*){3}", re.MULTILINE)
"""Three header lines and a sender or a subject, with which a mail message begins."""


@cache
def kinds() -> tuple[Source, ...]:
    """All registered kinds of source: other packages' first, so that they may take over a kind, then by name."""
    found = sorted(entry_points(group=GROUP), key=lambda e: (e.value.startswith("dateline."), e.name))
    return tuple(entry.load()() for entry in found)


def read_pages(addresses: Iterable[str]) -> Iterator[Page | UnreadableInput]:
    """Every page at the addresses, in order.

    An address is a path, a folder (read whole, sorted), an http or https address, or "-": standard input, which is JSON Lines,
    a web page, a PDF, a mail message, a web archive or plain text by its first bytes.
    What cannot be read comes as an `UnreadableInput` in its place; nothing is raised for a bad input.
    """
    door = NetworkDoor()
    try:
        for address in addresses:
            for resource in resources_at(address, door.open):
                if isinstance(resource, UnreadableInput):
                    yield resource
                else:
                    yield from pages_of(resource)
    finally:
        door.close()


class NetworkDoor:
    """Makes the fetcher only when the first address of the network is asked for."""

    def __init__(self) -> None:
        self._close: Callable[[], None] = lambda: None
        self._open: Opener | None = None

    def open(self, url: str) -> Resource:
        """The page at `url`; UnreadableInput says why not."""
        if self._open is None:
            from dateline.sources.http import Fetcher

            fetcher = Fetcher()
            self._open, self._close = fetcher.open, fetcher.close
        return self._open(url)

    def close(self) -> None:
        """Closes what was opened."""
        self._close()


def resources_at(address: str, fetch: Opener) -> Iterator[Resource | UnreadableInput]:
    """What lies at one address; a folder gives its files, hidden ones left out."""
    try:
        if address == "-":
            given = sys.stdin.buffer
            # as it is where it can be peeked into: a second buffer would wait for more than the first lines
            stream = given if isinstance(given, io.BufferedReader) else io.BufferedReader(given)  # type: ignore[type-var]
            yield stream_resource("-", "-" + ending_of(stream.peek()), stream)
        elif not address:
            yield UnreadableInput("''", "is no path; name a file, a folder or an address")
        elif urlsplit(address).scheme.lower() in ("http", "https"):
            yield fetch(address)
        elif "://" in address:
            yield UnreadableInput(address, "is no address that is read; http, https and paths are")
        elif Path(address).is_dir():
            yield from files_below(address, fetch)
        else:
            yield file_resource(address, Path(address), fetch)
    except UnreadableInput as refusal:
        yield refusal
    except (OSError, ValueError) as error:
        yield UnreadableInput(shown(address), reason_of(error))


def ending_of(head: bytes) -> str:
    """The file ending that the first bytes of a nameless input speak for."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if MAIL.match(start):
        return ".eml"
    kinds_by_start = ((b"{", ".jsonl"), (b"<", ".html"), (b"%PDF-", ".pdf"), (b"WARC/1.", ".warc"))
    return next((ending for opening, ending in kinds_by_start if start.startswith(opening)), ".txt")


def files_below(folder: str, fetch: Opener) -> Iterator[Resource | UnreadableInput]:
    """The files of a folder and its folders, sorted by path; links to folders are not followed."""
    refused: list[UnreadableInput] = []
    empty = True
    for parent, folders, names in os.walk(
        folder, onerror=lambda e: refused.append(UnreadableInput(shown(e.filename), reason_of(e)))
    ):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(n for n in names if not n.startswith(".")):
            empty = False
            address = str(Path(parent) / name)
            try:
                yield file_resource(address, Path(address), fetch)
            except UnreadableInput as refusal:
                yield refusal
    yield from refused
    if empty and not refused:
        yield UnreadableInput(shown(folder), "is a folder without files")


def pages_of(resource: Resource) -> Iterator[Page | UnreadableInput]:
    """The pages of one resource by the first kind that reads it; any failure becomes a refusal."""
    try:
        if resource.path is not None and resource.path.stat().st_size == 0:
            raise UnreadableInput(resource.address, "is empty")
        for kind in kinds():
            if kind.reads(resource):
                yield from kind.pages(resource)
                return
        raise UnreadableInput(resource.address, unknown_kind(resource))
    except UnreadableInput as refusal:
        yield refusal
    except (OSError, EOFError) as error:
        yield UnreadableInput(resource.address, reason_of(error))
    except Exception as error:  # a parser that fails on hostile bytes must not end the batch
        yield UnreadableInput(resource.address, f"cannot be read: {type(error).__name__}: {error}")


def unknown_kind(resource: Resource) -> str:
    """Why nothing reads the resource, and what would be read."""
    suffixes = sorted({suffix for kind in kinds() for suffix in kind.suffixes})
    if wanted := next((kind.name for kind in kinds() if resource.suffix in kind.suffixes), None):
        return f"is named {resource.suffix}, but does not hold {wanted}"
    what = f"of type {resource.media_type}" if resource.media_type else f"named {resource.suffix or 'without an ending'}"
    return f"is a file {what}, which is not read; files that are: {' '.join(suffixes)}"

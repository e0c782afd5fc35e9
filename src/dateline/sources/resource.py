"""What a kind of source is given to read: bytes with a name, wherever they lie (a file, the network, standard input)."""

import gzip
import io
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast
from urllib.parse import urljoin, urlsplit

from dateline.errors import UnreadableInput
from dateline.settings import max_input_bytes, now

HEAD_BYTES = 2048

Opener = Callable[[str], "Resource"]


def megabytes(size: int) -> str:
    """A byte count for people: "200 MB", "0.5 MB"."""
    return f"{size / 1e6:.0f} MB" if size >= 1e6 else f"{size / 1e6:.1g} MB"


@dataclass(frozen=True)
class Resource:
    """Bytes to be read once or more.

    `address` is what the user gave and what messages begin with; `name` the last part of the path in lower case, without ".gz";
    `open_raw` gives the bytes as stored. `media_type` and `charset` are what a server declared, `url` the address after redirects.
    `fetch` opens other addresses of the network (a feed's links).
    """

    address: str
    name: str
    open_raw: Callable[[], AbstractContextManager[BinaryIO]]
    fetched_at: datetime
    path: Path | None = None
    url: str | None = None
    media_type: str | None = None
    charset: str | None = None
    gzipped: bool = False
    fetch: Opener | None = field(default=None, repr=False)

    @property
    def suffix(self) -> str:
        """The ending of the name with its dot, "" if there is none."""
        return PurePosixPath(self.name).suffix

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """The bytes as a stream, unpacked where the file is named .gz; for a `with` block."""
        with self.open_raw() as raw:
            if self.gzipped:
                with gzip.GzipFile(fileobj=raw) as unpacked:
                    yield cast("BinaryIO", unpacked)
            else:
                yield raw

    @cached_property
    def head(self) -> bytes:
        """The first bytes, for telling kinds apart; empty where the input can be read only once."""
        if self.path is None and self.url is None:
            return b""
        try:
            with self.open() as stream:
                return stream.read(HEAD_BYTES)
        except (OSError, EOFError) as error:
            raise UnreadableInput(self.address, reason_of(error)) from error

    def read(self) -> bytes:
        """All bytes; UnreadableInput where there are none, or more than DATELINE_MAX_BYTES once unpacked."""
        limit = max_input_bytes()
        try:
            with self.open() as stream:
                content = stream.read(limit + 1)
        except (OSError, EOFError) as error:
            raise UnreadableInput(self.address, reason_of(error)) from error
        if len(content) > limit:
            raise too_large(self.address, limit)
        if not content.strip():
            raise UnreadableInput(self.address, "is empty")
        return content

    def linked(self, href: str) -> "Resource":
        """The resource that a link in this one leads to.

        A file leads to files in its own folder and below, and to the network; a page of the network leads to the network alone.
        """
        if urlsplit(href).scheme in ("http", "https") or self.path is None:
            target = urljoin(self.url or "", href)
            if self.fetch is None or urlsplit(target).scheme not in ("http", "https"):
                raise UnreadableInput(href, f"is a link in {self.address} that leads nowhere")
            return self.fetch(target)
        folder = self.path.parent.resolve()
        target_path = (folder / href).resolve()
        if not target_path.is_relative_to(folder):
            raise UnreadableInput(href, f"is a link in {self.address} to a file outside its folder, which is not followed")
        return file_resource(str(self.path.parent / href), target_path, self.fetch)


def too_large(address: str, limit: int) -> UnreadableInput:
    """The refusal of an input that is over the limit."""
    return UnreadableInput(address, f"is larger than {megabytes(limit)}; split it, or raise DATELINE_MAX_BYTES")


def reason_of(error: BaseException) -> str:
    """One clear clause for what the operating system or a decompressor refused."""
    if isinstance(error, FileNotFoundError):
        return "does not exist"
    if isinstance(error, PermissionError):
        return "may not be read; check its permissions"
    if isinstance(error, gzip.BadGzipFile | EOFError):
        return "is damaged: its gzip data cannot be unpacked"
    if isinstance(error, OSError) and error.strerror:
        return f"cannot be read: {error.strerror}"
    return f"cannot be read: {error}"


def shown(path: str) -> str:
    r"""A path that can be printed and stored: bytes of its name that are not UTF-8 are written as `\xff`."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def split_gz(name: str) -> tuple[str, bool]:
    """The lower-case name without ".gz", and whether it had one; archives (.warc.gz) unpack themselves."""
    lowered = name.lower()
    if lowered.endswith(".gz") and not lowered.endswith(".warc.gz"):
        return lowered[:-3], True
    return lowered, False


def file_resource(address: str, path: Path, fetch: Opener | None = None) -> Resource:
    """A regular file; UnreadableInput where there is none."""
    address = shown(address)
    try:
        is_file, exists = path.is_file(), path.exists()
    except OSError as error:
        raise UnreadableInput(address, reason_of(error)) from error
    if not is_file:
        raise UnreadableInput(address, "is not a regular file" if exists else "does not exist")
    name, gzipped = split_gz(path.name)
    return Resource(address, name, lambda: path.open("rb"), now(), path=path, gzipped=gzipped, fetch=fetch)


def stream_resource(address: str, name: str, stream: BinaryIO) -> Resource:
    """A stream that can be read once (standard input)."""
    return Resource(address, name, lambda: nullcontext(stream), now())


def bytes_resource(
    url: str, content: bytes, media_type: str | None, charset: str | None, fetched_at: datetime, fetch: Opener | None
) -> Resource:
    """A page of the network that has been fetched."""
    name, gzipped = split_gz(PurePosixPath(urlsplit(url).path).name)
    if gzipped and content[:2] != b"\x1f\x8b":
        gzipped = False
    return Resource(
        url, name, lambda: io.BytesIO(content), fetched_at, None, url, media_type, charset, gzipped=gzipped, fetch=fetch
    )

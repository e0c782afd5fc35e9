"""Web archives (WARC 1.0 and 1.1, plain, gzip or zstd), read with fastwarc 2."""

import io
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from dateline.errors import UnreadableInput
from dateline.model import Page
from dateline.settings import max_input_bytes
from dateline.sources.resource import Resource, too_large

if TYPE_CHECKING:
    from fastwarc import WarcRecord

SUFFIXES = (".warc", ".warc.gz", ".warc.zst")
PAGE_TYPES = {"text/html": "text/html", "application/xhtml+xml": "text/html", "text/plain": "text/plain"}


CHUNK_BYTES = 1 << 16
GZIP, ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"


class CutOff(Exception):
    """The archive ends inside a record."""


class WarcArchives:
    """Reads the answers with status 200 that hold HTML or plain text; everything else in an archive is passed over."""

    name = "a web archive"
    suffixes = SUFFIXES

    def reads(self, resource: Resource) -> bool:
        """By ending, declared media type or first bytes."""
        named = resource.name.endswith(SUFFIXES)
        return named or resource.media_type == "application/warc" or resource.head.startswith(b"WARC/1.")

    def pages(self, resource: Resource) -> Iterator[Page | UnreadableInput]:
        """Streams the archive; one that is cut off or damaged is read as far as it goes, then refused with the count."""
        from fastwarc import ArchiveIterator, WarcRecordType

        read = last = 0
        with resource.open() as stream:
            if not stream.peek(1) if isinstance(stream, io.BufferedReader) else False:
                raise UnreadableInput(resource.address, "is empty")
            try:
                for record in ArchiveIterator(stream, record_types=WarcRecordType.response):
                    last = record.stream_pos
                    page = page_of(record, resource)
                    if page is not None:
                        read += 1
                        yield page
                if resource.path is not None and ends_early(resource.path, last):
                    raise CutOff
            except CutOff:
                yield UnreadableInput(
                    resource.address, f"is cut off in the middle of a record; the {read} pages before it were read"
                )
                return
            # fastwarc 2.0 raises OSError for bad archives, and AttributeError where headers end early
            except (OSError, EOFError, AttributeError, ValueError) as error:
                yield UnreadableInput(resource.address, f"is damaged ({error}); the {read} pages before that were read")
                return
        if not read:
            yield UnreadableInput(resource.address, "holds no answered HTML or text page")


def page_of(record: "WarcRecord", resource: Resource) -> Page | UnreadableInput | None:
    """The page of a response record, None for one of another kind; CutOff where its bytes are not all there."""
    if record.http_headers is None:
        raise CutOff
    if not record.http_content_type and len(record.reader.read(max_input_bytes())) < record.content_length:
        raise CutOff  # in the middle of the answer's header lines
    media_type = PAGE_TYPES.get((record.http_content_type or "").lower())
    url = record.headers.get("WARC-Target-URI") or ""
    if record.http_headers.status_code != 200 or media_type is None:
        return None
    limit = max_input_bytes()
    declared = record.content_length
    if declared > limit:
        return too_large(url or resource.address, limit)
    body = record.reader.read(limit + 1)
    if len(body) < declared:
        raise CutOff
    try:
        content = unpacked(body, record.http_headers, limit + 1)
    except (OSError, EOFError) as error:
        return UnreadableInput(url, f"is a record of {resource.address} whose body cannot be unpacked ({error})")
    if len(content) > limit:
        return too_large(url, limit)
    if not content.strip():
        return UnreadableInput(url, f"is an empty record of {resource.address}")
    url = url.strip("<>")
    return Page(
        address=url or resource.address,
        content=content,
        media_type=media_type,
        fetched_at=record.record_date or resource.fetched_at,
        charset=record.http_charset,
        url=url or None,
    )


def ends_early(path: Path, start: int) -> bool:
    """Whether an archive breaks off behind the record at byte `start`: in a gzip member, or in a line.

    fastwarc passes over a last record that ends within its header.
    """
    with path.open("rb") as file:
        head = file.read(4)
        if head == ZSTD:
            return False
        if head.startswith(GZIP):
            file.seek(start)
            return ends_in_member(file)
        file.seek(-1, io.SEEK_END)
        return file.read(1) != b"\n"


def ends_in_member(file: BinaryIO) -> bool:
    """Whether a file ends before the gzip member that it is in."""
    member = zlib.decompressobj(wbits=31)  # 31: with gzip's header and checksum
    begun = False
    while chunk := file.read(CHUNK_BYTES):
        while chunk:
            try:
                member.decompress(chunk)
            except zlib.error:
                return False  # the bytes from here on are no gzip at all
            begun = not member.eof
            chunk = member.unused_data
            if member.eof:
                member = zlib.decompressobj(wbits=31)
    return begun


def unpacked(body: bytes, headers: Any, size: int) -> bytes:
    """The body without its transfer and content encodings, at most `size` bytes of it."""
    from fastwarc.stream_io import BrotliReader, ChunkedReader, GzipReader, ZstdReader

    readers = {"chunked": ChunkedReader, "gzip": GzipReader, "x-gzip": GzipReader, "br": BrotliReader, "zstd": ZstdReader}
    reader: Any = io.BytesIO(body)
    encodings = f"{headers.get('Content-Encoding') or ''},{headers.get('Transfer-Encoding') or ''}".lower()
    for encoding in reversed([e.strip() for e in encodings.split(",") if e.strip()]):
        # many archivers store the body already unpacked and keep the header
        if encoding in ("gzip", "x-gzip") and body[:2] != b"\x1f\x8b" and "chunked" not in encodings:
            continue
        if encoding == "deflate":
            reader = GzipReader(reader, zlib=True)
        elif encoding in readers:
            reader = readers[encoding](reader)
        elif encoding != "identity":
            raise OSError(f"unknown encoding {encoding!r}")
    return bytes(reader.read(size))

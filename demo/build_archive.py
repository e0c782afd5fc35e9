"""Writes demo/archive.warc.gz from the pages in demo/archive: `python demo/build_archive.py`. The same pages give the same bytes.

`archive/captures.tsv` says under which address and when each page is said to have been captured.
"""

import csv
import io
import uuid
from dataclasses import dataclass
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

FOLDER = Path(__file__).parent
ARCHIVE = FOLDER / "archive.warc.gz"
SOFTWARE = "the Dateline demo: invented pages, never fetched from anywhere"


@dataclass(frozen=True, slots=True)
class Capture:
    """A page, the moment of its capture (ISO 8601, UTC) and its address."""

    file: str
    captured: str
    url: str


def captures() -> list[Capture]:
    """The captures in their order, from `captures.tsv`."""
    with (FOLDER / "archive" / "captures.tsv").open(encoding="utf-8", newline="") as stream:
        return [Capture(**row) for row in csv.DictReader(stream, delimiter="\t")]


def record_id(*parts: str) -> str:
    """A record's name, made from what it holds, where archivers would draw one by lot."""
    return f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, ' '.join(parts))}>"


def archive() -> bytes:
    """The whole archive: a description, then a request and a response for each capture."""
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=True)
    found = captures()
    opening = {"WARC-Date": found[0].captured, "WARC-Record-ID": record_id("warcinfo")}
    description = f"software: {SOFTWARE}\r\nformat: WARC File Format 1.0\r\n".encode()
    _add(writer, "", "warcinfo", description, opening)
    for capture in found:
        _write(writer, capture)
    return stream.getvalue()


def _write(writer: WARCWriter, capture: Capture) -> None:
    host, _, path = capture.url.partition("://")[2].partition("/")
    body = (FOLDER / "archive" / capture.file).read_bytes()
    request = StatusAndHeaders(f"GET /{path} HTTP/1.1", [("Host", host), ("Accept", "text/html")], is_http_request=True)
    response = StatusAndHeaders(
        "200 OK", [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(body)))], protocol="HTTP/1.1"
    )
    for kind, http_headers, payload in (("request", request, b""), ("response", response, body)):
        headers = {"WARC-Date": capture.captured, "WARC-Record-ID": record_id(kind, capture.url, capture.captured)}
        _add(writer, capture.url, kind, payload, headers, http_headers)


def _add(
    writer: WARCWriter, url: str, kind: str, payload: bytes, headers: dict[str, str], http_headers: StatusAndHeaders | None = None
) -> None:
    record = writer.create_warc_record(
        url, kind, payload=io.BytesIO(payload), length=len(payload), warc_headers_dict=headers, http_headers=http_headers
    )
    writer.write_record(record)


if __name__ == "__main__":
    ARCHIVE.write_bytes(archive())

"""JSON Lines: one report a line, its text taken exactly as it is."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import msgspec

from dateline.errors import UnreadableInput
from dateline.model import Page
from dateline.settings import max_input_bytes
from dateline.sources.resource import Resource, megabytes

SUFFIXES = (".jsonl", ".ndjson")
MEDIA_TYPES = {"application/jsonl", "application/x-ndjson", "application/jsonlines"}
BOM = b"\xef\xbb\xbf"
NO_JSON = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\A[\xfe\xff]{2}")
"""Bytes that no JSON in UTF-8 holds."""


class JsonLines:
    """Reads `id`, `title`, `text` and, where given, `published`, `url`, `publisher`, `language`; other fields are left alone."""

    name = "JSON Lines"
    suffixes = SUFFIXES

    def reads(self, resource: Resource) -> bool:
        """By ending or declared media type."""
        return resource.suffix in SUFFIXES or resource.media_type in MEDIA_TYPES

    def pages(self, resource: Resource) -> Iterator[Page | UnreadableInput]:
        """One page a line, streamed; a bad line is refused under its own address ("file.jsonl:12").

        A file that begins with what is no text is refused as a whole.
        """
        limit = max_input_bytes()
        number = 0
        found = False
        with resource.open() as stream:
            while line := stream.readline(limit + 1):
                number += 1
                address = f"{resource.address}:{number}"
                if len(line) > limit and not line.endswith(b"\n"):
                    yield UnreadableInput(address, f"is a line of more than {megabytes(limit)}; the rest of it is passed over")
                    found = True
                    while (rest := stream.readline(limit)) and not rest.endswith(b"\n"):
                        pass
                    continue
                line = line.removeprefix(BOM) if number == 1 else line
                if not line.strip():
                    continue
                if not found and NO_JSON.search(line):
                    raise UnreadableInput(resource.address, "is no JSON Lines in UTF-8: it holds binary data or another encoding")
                found = True
                try:
                    yield page_of(line, address, resource.fetched_at)
                except UnreadableInput as refusal:
                    yield refusal
        if not found:
            raise UnreadableInput(resource.address, "is empty")


def page_of(line: bytes, address: str, fetched_at: datetime) -> Page:
    """The page of one line; UnreadableInput says which field is wrong."""
    record = decoded(line, address)
    text = record.get("text")
    if not isinstance(text, str):
        raise UnreadableInput(address, "has no field `text` that is a string")
    if not text.strip():
        raise UnreadableInput(address, "has an empty text")
    known_id = record.get("id")
    if isinstance(known_id, bool) or not isinstance(known_id, str | int | float | None):
        raise UnreadableInput(address, "has an `id` that is neither a string nor a number")
    return Page(
        address=address,
        content=text.encode("utf-8", "surrogatepass"),
        media_type="text/plain",
        fetched_at=fetched_at,
        charset="utf-8",
        url=string_field(record, "url", address),
        known_id=None if known_id == "" else known_id,
        known_title=string_field(record, "title", address) or "",
        known_published=day_of(record.get("published"), address),
        known_publisher=string_field(record, "publisher", address),
        known_language=string_field(record, "language", address),
        verbatim=True,
    )


def decoded(line: bytes, address: str) -> dict[str, Any]:
    """The object that a line holds."""
    try:
        record = msgspec.json.decode(line)
    except (msgspec.DecodeError, RecursionError) as error:
        raise UnreadableInput(address, f"is no JSON: {error}") from error
    except UnicodeDecodeError as error:
        raise UnreadableInput(address, "is not UTF-8, as JSON must be") from error
    if not isinstance(record, dict):
        raise UnreadableInput(address, "is no JSON object with the fields of a report")
    return record


def string_field(record: dict[str, Any], name: str, address: str) -> str | None:
    """An optional string; empty counts as missing."""
    value = record.get(name)
    if value is not None and not isinstance(value, str):
        raise UnreadableInput(address, f"has a field `{name}` that is no string")
    return value or None


def day_of(value: object, address: str) -> date | None:
    """The day of an ISO 8601 date or date-time, as written (its own time zone's day)."""
    if value is None or value == "":
        return None
    if isinstance(value, str):
        try:
            return datetime.fromisoformat(value.strip()).date()
        except ValueError:
            pass
    raise UnreadableInput(address, f"has a `published` that is no ISO 8601 date: {value!r}")

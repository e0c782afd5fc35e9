"""Files that are one page each: saved web pages, plain text, PDF and mail."""

from collections.abc import Iterator

from dateline.errors import UnreadableInput
from dateline.model import Page
from dateline.settings import max_input_bytes
from dateline.sources.resource import Resource, megabytes

MEDIA_TYPES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".pdf": "application/pdf",
    ".eml": "message/rfc822",
}
DECLARED = {"text/html", "application/xhtml+xml", "application/pdf", "message/rfc822"}


def media_type_of(resource: Resource) -> str | None:
    """The media type by declaration, else by ending, else by the first bytes; None where the kind is another."""
    if resource.media_type in DECLARED:
        return "text/html" if resource.media_type == "application/xhtml+xml" else resource.media_type
    if resource.suffix in MEDIA_TYPES:
        return MEDIA_TYPES[resource.suffix]
    if resource.media_type == "text/plain" and not resource.suffix:
        return "text/plain"
    if resource.suffix and resource.media_type is None and resource.path is None:
        return None
    head = resource.head.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower()
    if head.startswith(b"%pdf-"):
        return "application/pdf"
    if head.startswith((b"<!doctype html", b"<html")):
        return "text/html"
    return None


class SingleFiles:
    """Reads a file as one page."""

    name = "a page"
    suffixes = tuple(MEDIA_TYPES)

    def reads(self, resource: Resource) -> bool:
        """By media type, ending or first bytes."""
        return media_type_of(resource) is not None

    def pages(self, resource: Resource) -> Iterator[Page | UnreadableInput]:
        """One page; a file over the limit is refused before it is opened."""
        limit = max_input_bytes()
        if resource.path is not None and (size := resource.path.stat().st_size) > limit:
            raise UnreadableInput(
                resource.address,
                f"is {megabytes(size)} large, more than the {megabytes(limit)} that one report may have; "
                "split it, or raise DATELINE_MAX_BYTES",
            )
        yield Page(
            address=resource.address,
            content=resource.read(),
            media_type=media_type_of(resource) or "text/plain",
            fetched_at=resource.fetched_at,
            charset=resource.charset,
            url=resource.url,
        )

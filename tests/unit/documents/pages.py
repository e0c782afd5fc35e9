"""Reads the pages in tests/data/pages as the program does."""

from pathlib import Path

from dateline.documents import read_document
from dateline.model import Document, Page
from dateline.settings import now

FOLDER = Path(__file__).parents[2] / "data" / "pages"


def document(name: str, **known: object) -> Document:
    """The document in a test page."""
    media_type = "text/html" if name.endswith(".html") else "text/plain"
    return read_document(Page(name, (FOLDER / name).read_bytes(), media_type, now(), **known))  # type: ignore[arg-type]


def made(content: str | bytes, media_type: str = "text/html", **known: object) -> Document:
    """The document in a page made on the spot."""
    body = content.encode() if isinstance(content, str) else content
    return read_document(Page("made", body, media_type, now(), **known))  # type: ignore[arg-type]

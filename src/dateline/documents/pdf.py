"""PDF files, by pypdf."""

import io
import logging
import re

from dateline.documents.article import Article
from dateline.documents.plain_text import read_plain_text
from dateline.errors import UnreadableInput

logging.getLogger("pypdf").addHandler(logging.NullHandler())
logging.getLogger("pypdf").propagate = False

LEAST_LETTERS = 40


def read_pdf(content: bytes, address: str) -> Article:
    """The text of a PDF; UnreadableInput for encrypted and damaged ones, and for scans without text."""
    from pypdf import PdfReader

    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableInput(address, "is an encrypted PDF; save it without its password")
        text = "\n\n".join(page.extract_text() for page in reader.pages)
        stated = reader.metadata.title if reader.metadata else None
    except UnreadableInput:
        raise
    except Exception as error:  # pypdf raises many kinds of errors on damaged files
        raise UnreadableInput(address, f"is a PDF that cannot be read: {error or type(error).__name__}") from error
    if sum(c.isalpha() for c in text) < LEAST_LETTERS:
        raise UnreadableInput(address, "is a PDF without text (a scan?); run text recognition on it first")
    article = read_plain_text(re.sub(r"(\w)-\n(?=[a-z])", r"\1", text), address)
    if article.title or not stated or not stated.strip():
        return article
    return Article(" ".join(stated.split()), article.text, article.published, article.method, authors=article.authors)

"""From a page to a document: the article by the page's kind, then dateline, agency, language, sentences and ids."""

from dataclasses import replace
from hashlib import sha256

from dateline.documents.agencies import agency_of
from dateline.documents.article import Article
from dateline.documents.datelines import find_dateline
from dateline.documents.decoding import decoded
from dateline.documents.languages import language_of
from dateline.documents.sentences import split_sentences
from dateline.errors import UnreadableInput
from dateline.model import Document, Page

LONGEST = 200_000
"""Characters of the longest report that is read, some 33,000 words: what is longer is a book or a dump, not one report."""


def read_document(page: Page) -> Document:
    """The report in a page.

    What the source knows (id, title, day, publisher, language) wins over what the page says. UnreadableInput says why a page is no
    report, or cannot be read.
    """
    article = article_of(page)
    if len(article.text) > LONGEST:
        size = f"{len(article.text):,} characters, and a report may have {LONGEST:,}"
        raise UnreadableInput(page.address, f"has {size}; split it into the reports that it holds")
    title = article.title if page.known_title is None else page.known_title
    day, method = article.published, article.method
    if page.known_published:
        day, method = page.known_published, page.published_method
    dateline = find_dateline(article.text, title, day)
    if day is None and dateline is not None and dateline.day is not None:
        day, method = dateline.day, "text"
    publisher, url = page.known_publisher or article.publisher, article.url or page.url
    language = page.known_language if page.verbatim and page.known_language else None
    language = language or language_of(article.text, page.known_language or article.language)
    identity = "\n".join((url or publisher or "", title, article.text))
    return Document(
        id="d" + sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        if page.known_id is None
        else str(page.known_id),
        number=None if isinstance(page.known_id, str) else page.known_id,
        title=title,
        text=article.text,
        sentences=split_sentences(article.text, language),
        content_hash=sha256(f"{title}\n{article.text}".encode("utf-8", "surrogatepass")).hexdigest(),
        address=page.address,
        published=day,
        published_method=method,
        publisher=publisher,
        url=url,
        language=language,
        dateline=dateline,
        agency=agency_of(article.text, article.authors, dateline.agency if dateline else None),
        authors=article.authors,
    )


def article_of(page: Page) -> Article:
    """The article by the page's media type."""
    if page.verbatim:
        return Article(page.known_title or "", page.content.decode(page.charset or "utf-8"))
    if page.media_type == "application/pdf":
        from dateline.documents.pdf import read_pdf

        return read_pdf(page.content, page.address)
    if page.media_type == "message/rfc822":
        from dateline.documents.mail import read_mail

        return read_mail(page.content, page.address)
    if page.media_type == "text/html":
        from dateline.documents.html import read_html

        return read_html(decoded(page.content, page.charset, page.address, markup=True), page.address, page.url, page.known_title)
    if page.media_type == "text/plain":
        from dateline.documents.plain_text import read_plain_text

        article = read_plain_text(decoded(page.content, page.charset, page.address), page.address)
        return replace(article, url=page.url)
    raise UnreadableInput(page.address, f"is of type {page.media_type}, which is not read")

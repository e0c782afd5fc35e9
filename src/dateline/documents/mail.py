"""Mail messages (.eml), such as newsletters and forwarded reports."""

from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.utils import parseaddr

from dateline.documents.article import Article
from dateline.documents.decoding import decoded
from dateline.documents.html import read_html
from dateline.documents.plain_text import read_plain_text
from dateline.errors import UnreadableInput


def read_mail(content: bytes, address: str) -> Article:
    """The body of a message, its plain text if it has one; title, day and publisher from its header lines."""
    try:
        return _article(message_from_bytes(content, policy=policy.default), address)
    except UnreadableInput:
        raise
    except Exception as error:  # the email package parses header lines late, and raises many kinds of errors on damaged ones
        raise UnreadableInput(address, "is a damaged mail message; save it anew, or as text") from error


def _article(message: Message, address: str) -> Article:
    if not isinstance(message, EmailMessage) or not (message["From"] or message["Subject"]):
        raise UnreadableInput(address, "is no mail message: it has neither From nor Subject")
    part = message.get_body(("plain", "html"))
    payload = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(payload, bytes) or not payload.strip():
        raise UnreadableInput(address, "is a mail message without a text")
    is_html = part.get_content_type() == "text/html"
    text = decoded(payload, part.get_content_charset(), address, markup=is_html)
    title = " ".join(str(message["Subject"] or "").split())
    article = read_html(text, address, None, title) if is_html else read_plain_text(f"{title}\n\n{text}", address)
    sender = parseaddr(str(message["From"] or ""))
    sent = getattr(message["Date"], "datetime", None)
    return Article(
        title=title or article.title,
        text=article.text,
        published=sent.date() if sent else article.published,
        method="given" if sent else article.method,
        publisher=sender[0] or sender[1] or None,
        url=article.url,
        authors=article.authors,
        language=article.language,
    )

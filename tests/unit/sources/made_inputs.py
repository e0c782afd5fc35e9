"""Inputs of every kind, small, of our own writing."""

import gzip
import io
from email.message import EmailMessage
from uuid import NAMESPACE_URL, uuid5

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

SENTENCES = (
    "Two ferries were turned back at the strait on Monday after a patrol boat fired warning shots, the port authority said.",
    "Nobody was hurt, and both ships reached Selvik harbour in the evening with all of their four hundred passengers.",
    "The foreign ministry summoned the neighbour's ambassador and asked for an explanation within three days.",
)
TITLE = "Patrol boat turns back two ferries"


def html_page(title: str = TITLE, extra_head: str = "", sentences: tuple[str, ...] = SENTENCES) -> str:
    """A plain news page."""
    paragraphs = "".join(f"<p>{s}</p>" for s in sentences)
    head = f"<head><title>{title}</title>{extra_head}</head>"
    return f"<!DOCTYPE html><html lang='en'>{head}<body><article><h1>{title}</h1>{paragraphs}</article></body></html>"


def warc(records: list[tuple[str, bytes, dict[str, str]]], *, gzipped: bool = True, status: str = "200 OK") -> bytes:
    """An archive of answers, each with its request: address, body, headers."""
    parts = [warc_record("warcinfo", "", b"software: tests\r\n", "application/warc-fields")]
    for url, body, headers in records:
        lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in {"Content-Type": "text/html", **headers}.items())]
        answer = "\r\n".join(lines).encode() + b"\r\n\r\n" + body
        parts.append(warc_record("response", url, answer, "application/http; msgtype=response"))
        parts.append(warc_record("request", url, b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request"))
    return b"".join(gzip.compress(part, mtime=0) if gzipped else part for part in parts)


def warc_record(kind: str, url: str, block: bytes, content_type: str) -> bytes:
    """One WARC 1.1 record (ISO 28500:2017, section 4)."""
    head = [
        "WARC/1.1",
        f"WARC-Type: {kind}",
        f"WARC-Record-ID: <urn:uuid:{uuid5(NAMESPACE_URL, kind + url)}>",
        "WARC-Date: 2026-01-14T08:30:00Z",
        *([f"WARC-Target-URI: {url}"] if url else []),
        f"Content-Type: {content_type}",
        f"Content-Length: {len(block)}",
    ]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def numbered_warc(count: int = 4, *, gzipped: bool = True) -> bytes:
    """An archive of `count` pages."""
    pages = [(f"https://paper.example/{n}", html_page(f"Report {n}").encode(), {}) for n in range(count)]
    return warc(pages, gzipped=gzipped)


FONT = {"Type": "Font", "Subtype": "Type1", "BaseFont": "Helvetica"}


def pdf(lines: list[str], *, password: str = "", title: str = "") -> bytes:
    """A PDF of one page with a line of text each."""
    writer = PdfWriter()
    page = writer.add_blank_page(width=595, height=842)
    escaped = [line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") for line in lines]
    stream = DecodedStreamObject()
    stream.set_data(("BT /F1 11 Tf 14 TL 40 800 Td " + " ".join(f"({line}) Tj T*" for line in escaped) + " ET").encode("latin-1"))
    name = NameObject
    font = DictionaryObject({name(f"/{key}"): name(f"/{value}") for key, value in FONT.items()})
    page[name("/Resources")] = DictionaryObject({name("/Font"): DictionaryObject({name("/F1"): font})})
    page[name("/Contents")] = writer._add_object(stream)
    if title:
        writer.add_metadata({"/Title": title})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def mail(body: str, *, html: str = "", subject: str = TITLE) -> bytes:
    """A mail message."""
    message = EmailMessage()
    message["From"] = "The Strait Courier <news@courier.example>"
    message["Subject"] = subject
    message["Date"] = "Wed, 14 Jan 2026 21:30:00 +0100"
    message.set_content(body)
    if html:
        message.add_alternative(html, subtype="html")
    return message.as_bytes()


RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Strait Courier</title>
<item><title>Beside the feed</title><link>pages/ferries.html</link><pubDate>Wed, 14 Jan 2026 08:00:00 GMT</pubDate></item>
<item><title>Whole report &amp; more</title><link>https://courier.example/whole</link>
<pubDate>Thu, 15 Jan 2026 08:00:00 GMT</pubDate>
<content:encoded><![CDATA[{content}]]></content:encoded></item>
<item><title>No date</title><description>A short note on the harbour, which reopened on Tuesday.</description></item>
</channel></rss>"""


def rss() -> bytes:
    """A feed with a local link, an item that carries its whole report, and a bare note."""
    return RSS.replace("{content}", "".join(f"<p>{s}</p>" for s in SENTENCES * 3)).encode()


SAMPLES: dict[str, bytes] = {
    "ferries.html": html_page().encode(),
    "ferries.txt": ("\n\n".join((TITLE, *SENTENCES))).encode(),
    "ferries.pdf": pdf([TITLE, *SENTENCES]),
    "ferries.eml": mail("\n\n".join(SENTENCES)),
    "ferries.jsonl": b'{"id": "a", "title": "T", "text": "One."}\n{"id": "b", "title": "U", "text": "Two."}\n',
    "ferries.warc": numbered_warc(gzipped=False),
    "ferries.warc.gz": numbered_warc(),
    "ferries.xml": rss(),
    "ferries.html.gz": gzip.compress(html_page().encode()),
}
"""A file of each kind by its name."""
KINDS = {
    "ferries.html": "a page",
    "ferries.txt": "a page",
    "ferries.pdf": "a page",
    "ferries.eml": "a page",
    "ferries.jsonl": "JSON Lines",
    "ferries.warc": "a web archive",
    "ferries.warc.gz": "a web archive",
    "ferries.xml": "a feed",
    "ferries.html.gz": "a page",
}
"""The kind of source that reads it."""

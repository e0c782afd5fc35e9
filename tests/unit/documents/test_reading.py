import json
import textwrap
from datetime import date
from pathlib import Path

import pytest

from dateline.documents import languages, read_document
from dateline.errors import UnreadableInput
from dateline.model import Page
from dateline.settings import now
from dateline.sources import read_pages
from tests.unit.documents.pages import document, made
from tests.unit.sources.made_inputs import SENTENCES, TITLE, html_page, mail, pdf

TEXT = "\n\n".join(SENTENCES)


def test_the_seed_is_read_as_its_gold_has_it(shared_data: Path) -> None:
    gold = json.loads((shared_data / "gold" / "seed.jsonl").read_text("utf-8").splitlines()[0])
    (page,) = read_pages([str(shared_data / "seed")])
    assert isinstance(page, Page)
    found = read_document(page)
    assert found.title == gold["title"]
    assert f"{found.title}\n\n{found.text}" == gold["text"]
    assert found.dateline is not None
    assert (found.dateline.place, found.dateline.text) == ("MIAMI, FLORIDA", "MIAMI, FLORIDA —")
    assert (found.published, found.published_method, found.language) == (None, "unknown", "en")


def test_gold_texts_are_taken_as_they_are(shared_data: Path) -> None:
    lines = (shared_data / "gold" / "dev.jsonl").read_text("utf-8").splitlines()
    for line, page in zip(lines, read_pages([str(shared_data / "gold" / "dev.jsonl")]), strict=True):
        assert isinstance(page, Page)
        record, found = json.loads(line), read_document(page)
        assert (found.id, found.text, found.title) == (record["id"], record["text"], record["title"])
        assert (str(found.published), found.published_method) == (record["published"], "given")


def test_verbatim_text_keeps_furniture_and_white_space() -> None:
    text = "  Title\n\n0\n\nShare this:\r\n\tLeave a Reply \n"
    found = made(text, "text/plain", verbatim=True, charset="utf-8", known_id="x", known_title="Given")
    assert (found.text, found.title, found.id) == (text, "Given", "x")


def test_ids_come_from_content_and_never_from_the_path() -> None:
    one = read_document(Page("/here/a.html", html_page().encode(), "text/html", now()))
    other = read_document(Page("/there/b.html", html_page().encode(), "text/html", now()))
    changed = made(html_page(sentences=(*SENTENCES[:2], "Another end of the report.")))
    elsewhere = made(html_page(), url="https://courier.example/ferries")
    assert one.id == other.id
    assert one.content_hash == other.content_hash == elsewhere.content_hash
    assert len({one.id, changed.id, elsewhere.id}) == 3
    assert one.id[0] == "d"
    assert len(one.id) == 17


def test_what_the_source_knows_wins() -> None:
    known = {
        "known_title": "From the feed", "known_published": date(2026, 1, 2), "published_method": "feed",
        "known_publisher": "The Wire", "known_language": "en",
    }  # fmt: skip
    found = document("strike.html", **known)
    assert (found.title, found.published, found.published_method, found.publisher) == (
        "From the feed", date(2026, 1, 2), "feed", "The Wire",
    )  # fmt: skip


def test_a_dated_dateline_dates_a_report_that_has_no_other_date() -> None:
    found = made(f"{TITLE}\n\nSELVIK, Jan 14, 2026 (AFP) - {TEXT}", "text/plain")
    assert (found.published, found.published_method) == (date(2026, 1, 14), "text")


def test_pdfs_are_read_and_their_lines_put_together() -> None:
    wrapped = [TITLE, *textwrap.wrap(SENTENCES[0] + " " + SENTENCES[1], 70), *textwrap.wrap(SENTENCES[2], 70)]
    found = made(pdf(wrapped), "application/pdf")
    assert found.title == TITLE
    assert found.text.replace("’", "'") == f"{SENTENCES[0]} {SENTENCES[1]}\n\n{SENTENCES[2]}"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (pdf([TITLE], password=TITLE), "encrypted"),
        (pdf([]), "without text"),
        (b"%PDF-1.7\ngarbage", "cannot be read"),
        (pdf([TITLE, *SENTENCES])[:400], "cannot be read|without text"),
    ],
    ids=["encrypted", "scan", "garbage", "cut"],
)
def test_pdfs_that_cannot_be_read_say_why(content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableInput, match=reason) as refusal:
        made(content, "application/pdf")
    assert "\n" not in str(refusal.value)


def test_mail_is_read_with_its_header_lines() -> None:
    found = made(mail(TEXT), "message/rfc822")
    assert (found.title, found.published, found.published_method) == (TITLE, date(2026, 1, 14), "given")
    assert (found.publisher, found.text) == ("The Strait Courier", TEXT)


def test_mail_in_html_alone_is_read() -> None:
    only_html = mail("x").replace(b"text/plain", b"text/html").replace(b"\n\nx\n", b"\n\n" + html_page().encode() + b"\n")
    assert made(only_html, "message/rfc822").text == TEXT


@pytest.mark.parametrize(
    "content", [b"no mail at all", b"Subject: x\n\n", b"\x00\x01", b"Subject: x\nContent-Type: image/png\n\nx"]
)
def test_what_is_no_mail_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableInput, match="mail message"):
        made(content, "message/rfc822")


def test_unknown_media_types_are_refused() -> None:
    with pytest.raises(UnreadableInput, match="image/png"):
        made(b"x", "image/png")


@pytest.mark.parametrize(
    "damage",
    [
        b"Content-Type: multipart/mixed; boundary=A\n\nno part",
        b"Content-Type: multipart/related\n\n--A\n",
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=A\n\nno part",
        b"Subject: News\nDate: \n\n ",
        b"Sender: a\nFrom: =?utf-8?q?a=0d=0ab?= <x@y.example>\n\nText.",
    ],
)
def test_a_damaged_message_is_refused_in_plain_words(damage: bytes) -> None:
    with pytest.raises(UnreadableInput, match="mail message"):
        made(b"Subject: News\n" + damage, "message/rfc822")


def test_where_the_language_model_cannot_be_unpacked_the_stated_language_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    from py3langid.langid import LanguageIdentifier

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(LanguageIdentifier, "from_model_file", full)
    languages.identifier.cache_clear()
    try:
        assert languages.language_of("Words of a report. " * 20, "de-AT") == "de"
        assert languages.language_of("Words of a report. " * 20, None) == "und"
    finally:
        languages.identifier.cache_clear()

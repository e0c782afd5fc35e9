"""Texts that no newsroom would print: coded, passed over, or refused in one sentence, and never an exception."""

from datetime import date, datetime

import pytest

from dateline.coding import code_document, reads
from dateline.documents import read_document
from dateline.errors import UnreadableInput
from dateline.model import Document, Page

STRIKE = "Russian missiles struck a power station in Odesa on Monday, killing three people, officials said."


def read(text: str, language: str | None = None) -> Document:
    page = Page("given.txt", text.encode("utf-8", "surrogatepass"), "text/plain", datetime(2026, 2, 10), known_language=language)
    return read_document(page)


def told(text: str) -> Document:
    page = Page(
        "given.jsonl:1", text.encode(), "text/plain", datetime(2026, 2, 10), known_published=date(2026, 2, 10), verbatim=True
    )
    return read_document(page)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t\n ",
        "\x00\x01\x02\x1b[31m \x7f" * 40,
        "💥🚀🇺🇦👩‍👩‍👧‍👦" * 200,
        "\u202e\u202dstrike\u2066\u2069 " * 100,
        "a" * 20_000,
        "." * 5_000,
        "strike " * 4_000,
        "\u0301" * 3_000,
        "))))(((([[[[{{{{''''\"\"\"\"" * 100,
    ],
    ids=["empty", "blank", "control", "emoji", "direction marks", "one word", "stops", "one word again", "accents", "brackets"],
)
def test_no_exception(text: str) -> None:
    assert isinstance(code_document(told(text)), tuple)


def test_capitals_are_read_like_other_letters() -> None:
    assert [e.event_type for e in code_document(read(STRIKE.upper()))] == ["ASSAULT"]


def test_an_act_is_found_among_emoji_and_control_characters() -> None:
    events = code_document(told(f"🚨🚨 BREAKING \u200b\u200f {STRIKE} 💔\x07 Follow for more 👇👇"))
    assert [e.event_type for e in events] == ["ASSAULT"]


def test_an_act_is_found_in_one_sentence_of_four_thousand_words() -> None:
    filling = ", and the harvest of the valley was weighed and counted and carried to the barns" * 270
    document = read(f"{STRIKE[:-1]}{filling}.")
    assert len(document.text.split()) > 4_000
    assert "ASSAULT" in {e.event_type for e in code_document(document)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Des missiles russes ont frappé une centrale à Odessa lundi, tuant trois personnes, selon la police. " * 3,
        ),
        ("ru", "Российские ракеты ударили по электростанции в Одессе в понедельник, погибли три человека, сообщили власти. " * 3),
        ("ar", "ضربت صواريخ روسية محطة كهرباء في أوديسا يوم الاثنين، مما أسفر عن مقتل ثلاثة أشخاص، بحسب مسؤولين. " * 3),
        ("he", "טילים רוסיים פגעו בתחנת כוח באודסה ביום שני והרגו שלושה בני אדם, כך אמרו גורמים רשמיים. " * 3),
    ],
)
def test_other_languages_are_marked_and_not_coded(language: str, text: str) -> None:
    document = read(text)
    assert document.language == language
    assert not reads(document)
    assert code_document(document) == ()


def test_a_text_of_five_megabytes_is_refused_in_one_sentence() -> None:
    with pytest.raises(UnreadableInput, match=r"has 5,\d{3},\d{3} characters, and a report may have 200,000; split it"):
        read(f"{STRIKE}\n\n" * 51_000)


def test_control_characters_in_a_file_are_refused_in_one_sentence() -> None:
    with pytest.raises(UnreadableInput, match="is no text"):
        read(f"\x07{STRIKE}")

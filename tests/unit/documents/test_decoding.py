import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.documents.decoding import decoded
from dateline.errors import UnreadableInput

WESTERN = "Die Gespräche in Zürich dauerten bis Mitternacht, sagte der Außenminister – ohne Ergebnis. „Wir reden weiter.“"
RUSSIAN = "Переговоры в Женеве продолжались до полуночи, сообщил министр иностранных дел. Результата пока нет."
ARABIC = "قال وزير الخارجية إن المحادثات في جنيف استمرت حتى منتصف الليل دون نتيجة، وإن الطرفين سيلتقيان مرة أخرى الأسبوع المقبل."


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [
        (WESTERN, "utf-8", None),
        (WESTERN, "utf-8", "iso-8859-1"),
        (WESTERN, "utf-8-sig", None),
        (WESTERN, "utf-16", None),
        (WESTERN, "utf-16-le", None),
        (WESTERN, "utf-16-be", "utf-8"),
        (WESTERN, "cp1252", None),
        (WESTERN, "cp1252", "iso-8859-1"),
        (WESTERN, "cp1252", "utf-8"),
        (WESTERN, "cp1252", "no such charset"),
        (RUSSIAN, "utf-8", None),
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "cp1251", None),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (ARABIC, "utf-8", "windows-1256"),
        (ARABIC, "cp1256", "windows-1256"),
        ("三艘船在海峡附近被扣押。" * 4, "gb18030", "gb2312"),
        ("日本語の記事です。" * 4, "iso2022_jp", "iso-2022-jp"),
    ],
)
def test_charsets_are_told_by_their_bytes_or_their_declaration(text: str, encoding: str, declared: str | None) -> None:
    assert decoded((text * 5).encode(encoding), declared, "a.txt") == text * 5


def test_a_page_declares_its_own_charset() -> None:
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"></head>{RUSSIAN}</html>'
    assert decoded(page.encode("cp1251"), None, "a.html", markup=True) == page


def test_a_few_broken_bytes_do_not_cost_the_rest() -> None:
    content = (WESTERN * 30).encode() + b"\xff" + WESTERN.encode()
    assert decoded(content, None, "a.txt").count("\ufffd") == 1


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
        bytes(range(256)) * 50,
        b"\x7fELF\x02\x01\x01" + b"\x00\x03\xee\x81" * 500,
        b"\x00" * 500,
        b"PK\x03\x04" + bytes((n * 7919) % 256 for n in range(4000)),
    ],
    ids=["png", "all bytes", "elf", "zeros", "zip"],
)
def test_binary_data_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableInput, match="is no text"):
        decoded(content, None, "a.txt")


def test_line_ends_are_line_feeds() -> None:
    assert decoded(b"a\r\nb\rc\n", None, "a.txt") == "a\nb\nc\n"


@given(st.binary(max_size=400), st.sampled_from([None, "utf-8", "utf-16", "latin-1", "cp1251", "x-unknown", "\x00"]))
def test_any_bytes_are_decoded_or_refused(content: bytes, charset: str | None) -> None:
    try:
        text = decoded(content, charset, "a")
    except UnreadableInput:
        return
    assert "\r" not in text


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cn", "Co", "Cs")), min_size=1))
def test_utf8_comes_back_unchanged(text: str) -> None:
    text = "Zürich: " + text.replace("\ufeff", "").replace("\ufffd", "")
    assert decoded(text.encode(), None, "a") == text

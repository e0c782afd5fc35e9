"""From bytes to text: the charset by byte order mark, by its own evidence, by declaration, by guess; never by hope."""

import codecs
import re
import unicodedata

from dateline.errors import UnreadableInput

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# WHATWG Encoding Standard: labels that browsers read as a superset
SUPERSETS = {
    "iso8859-1": "cp1252", "latin-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949",
}  # fmt: skip
META_CHARSET = re.compile(
    rb"""<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,80}?encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff]")
DAMAGE = 0.002
"""Share of characters that may be control characters or undecodable before text counts as none."""
SAMPLE_BYTES = 20_000


def decoded(content: bytes, charset: str | None, address: str, *, markup: bool = False) -> str:
    """The text of a file or page; UnreadableInput where the bytes are none, or their charset cannot be told.

    `charset` is what the server declared; with `markup` the page's own declaration is read too. Valid UTF-8 with letters beyond
    ASCII is UTF-8 whatever is declared. Line ends become line feeds.
    """
    for bom, name in BOMS:
        if content.startswith(bom):
            return checked(content.decode(name, "replace"), address)
    if is_utf16(content):
        return checked(content.decode("utf-16-le" if content[1] == 0 else "utf-16-be", "replace"), address)
    declared = [codec_of(label) for label in (charset, meta_charset(content) if markup else None)]
    seven_bit = [name for name in declared if name and name.startswith(("iso2022", "hz"))]
    for name in [*seven_bit, "utf-8", *(n for n in declared if n)]:
        try:
            text = content.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
        if name == "utf-8" or is_clean(text):
            return checked(text, address)
    return checked(guessed(content), address)


def is_utf16(content: bytes) -> bool:
    """Whether every second byte of the beginning is zero, as in UTF-16 text of a European language."""
    head = content[:400]
    if len(head) < 8:
        return False
    even, odd = head[::2].count(0), head[1::2].count(0)
    return (even == 0 and odd > len(head) * 0.35) or (odd == 0 and even > len(head) * 0.35)


def codec_of(label: str | None) -> str | None:
    """Python's codec for a charset label, None for an unknown one."""
    try:
        name = codecs.lookup((label or "").strip().strip("\"'")).name
    except (LookupError, ValueError):
        return None
    return SUPERSETS.get(name, name)


def meta_charset(content: bytes) -> str | None:
    """The charset that a page declares about itself in its first 2,048 bytes."""
    match = META_CHARSET.search(content[:2048])
    return match[1].decode("ascii") if match else None


def is_clean(text: str) -> bool:
    """Whether nearly all characters are such as text has."""
    return len(CONTROLS.findall(text)) <= DAMAGE * len(text)


def is_western(text: str) -> bool:
    """Whether cp1252 text looks like a European language: accented letters are rare and stand among plain ones."""
    letters = [c for c in text if c.isalpha()]
    accented = sum(1 for c in letters if ord(c) > 127)
    runs = sum(len(run) for run in re.findall(r"[À-ÿ]{3,}", text))
    return accented <= 0.2 * len(letters) and runs <= 0.01 * len(letters) + 3


def guessed(content: bytes) -> str:
    """Text whose charset nobody declared: broken UTF-8, Windows-1252, else charset-normalizer's best guess; "" for none of them."""
    text = content.decode("utf-8", "replace")
    if text.count("\ufffd") <= DAMAGE * len(text):
        return text
    western = content.decode("cp1252", "replace")
    if is_clean(western) and is_western(western):
        return western
    if len(CONTROLS.findall(content[:SAMPLE_BYTES].decode("latin-1").translate(dict.fromkeys(range(0x80, 0xA0))))) > 20:
        return ""
    from charset_normalizer import from_bytes

    best = from_bytes(content[:SAMPLE_BYTES]).best()
    return content.decode(best.encoding, "replace") if best else ""


def checked(text: str, address: str) -> str:
    """The text with plain line ends; UnreadableInput where it is no text."""
    if not text:
        raise UnreadableInput(address, "is no text: its bytes are binary data or in an unknown encoding; save it as UTF-8")
    if not is_clean(text) or sum(1 for c in text[:4000] if unicodedata.category(c) == "Cn") > 4:
        raise UnreadableInput(address, "is no text: it holds binary data, or its encoding is declared wrongly; save it as UTF-8")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")

"""No page, however broken, raises anything but a refusal."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.errors import UnreadableInput
from dateline.model import Document
from tests.unit.documents.pages import FOLDER, made

PAGES = [path.read_bytes() for path in sorted(FOLDER.glob("*.html"))]
TAGS = "html head body p div article h1 table tr td ul li time meta script a b blockquote svg form input iframe template".split()
ATTRIBUTES = [
    "",
    " class='date'",
    " datetime='2026-99-99'",
    " property='og:title' content=''",
    " type='application/ld+json'",
    " href='http://['",
]
PIECES = st.one_of(
    st.sampled_from([f"<{tag}{attribute}>" for tag in TAGS for attribute in ATTRIBUTES]),
    st.sampled_from([f"</{tag}>" for tag in TAGS]),
    st.sampled_from(["&amp;", "&#x0;", "&#55555;", "<!--", "-->", "<![CDATA[", "]]>", "<?xml encoding='utf-16'?>", '{"@graph": [']),
    st.text(max_size=60),
    st.just("Two ferries were turned back at the strait on Monday after a patrol boat fired warning shots. "),
)  # fmt: skip


def holds(content: bytes, media_type: str, url: str | None = None) -> None:
    """Reading gives a document whose spans are of its text, or one refusal."""
    try:
        found = made(content, media_type, url=url)
    except UnreadableInput as refusal:
        found = None
        reason = str(refusal)
    assert isinstance(found, Document) or "\n" not in reason
    if found:
        assert found.text
        assert all(s.of(found.text).strip() for s in found.sentences)
        assert found.dateline is None or found.dateline.span.of(found.text) == found.dateline.text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=40).map("".join), st.sampled_from([None, "https://a.example/x", "http://[", "x:y"]))
def test_any_markup(markup: str, url: str | None) -> None:
    holds(markup.encode("utf-8", "replace"), "text/html", url)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(PAGES), st.integers(0, 4000), st.integers(0, 600), st.binary(max_size=30))
def test_pages_with_pieces_missing_and_bytes_put_in(page: bytes, start: int, length: int, put_in: bytes) -> None:
    holds(page[:start] + put_in + page[start + length :], "text/html")


@settings(max_examples=80, deadline=None)
@given(
    st.one_of(
        st.text(max_size=500),
        st.lists(st.sampled_from(["KYIV (AP) - ", "\n", "0", "Share this:", "By A B", "A sentence. ", "-"]), max_size=30).map(
            "".join
        ),
    )
)
def test_any_text(text: str) -> None:
    holds(text.encode("utf-8", "replace"), "text/plain")


@pytest.mark.parametrize("media_type", ["application/pdf", "message/rfc822"])
@settings(max_examples=30, deadline=None)
@given(content=st.binary(max_size=300))
def test_any_bytes(media_type: str, content: bytes) -> None:
    holds(content, media_type)


@pytest.mark.parametrize("opening", ["<div>", "<b>", "<table><tr><td>", "<ul><li>"])
def test_deep_nesting_ends(opening: str) -> None:
    holds((opening * 20_000 + "Two ferries were turned back. " * 20).encode(), "text/html")

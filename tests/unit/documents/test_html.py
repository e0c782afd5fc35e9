from datetime import date

import pytest

from dateline.documents.metadata import without_site
from dateline.errors import UnreadableInput
from tests.unit.documents.pages import document, made
from tests.unit.sources.made_inputs import SENTENCES, TITLE, html_page

TEXT = "\n\n".join(SENTENCES)


def test_a_news_page_is_read_without_what_stands_around_it() -> None:
    found = document("strike.html")
    assert found.title == "Drones hit Brovary heating plant, leaving 40,000 homes cold"
    assert (found.published, found.published_method) == (date(2026, 1, 14), "json-ld")
    assert (found.publisher, found.url) == ("The Meridian Post", "https://meridian.example/world/brovary-heating-plant")
    assert (found.authors, found.agency, found.language) == (("Olena Marchuk",), "Reuters", "en")
    assert found.dateline is not None
    assert found.dateline.text == "BROVARY, Ukraine (Reuters) -"
    first, *_, last = found.text.split("\n\n")
    assert first.startswith("BROVARY, Ukraine (Reuters) - Russian drones")
    assert last == "(Reporting by Olena Marchuk; Editing by Paul Renn)"
    assert "Talks to go on in Geneva" in found.text.split("\n\n")
    for word in ("shares", "Tweet", "Most read", "Ferry", "Leave a Reply", "rights reserved", found.title):
        assert word not in found.text


def test_a_blog_page_keeps_quotations_tables_and_line_breaks() -> None:
    found = document("blog.html")
    assert (found.title, found.publisher) == ("Three villages without water since Friday", "Border Notes")
    assert (found.published, found.published_method) == (date(2026, 2, 17), "page")
    paragraphs = found.text.split("\n\n")
    assert "It expects repairs to take a week." in paragraphs
    assert "We have been through worse, but never in such a cold." in paragraphs
    assert "Lom | 1,100" in paragraphs
    assert not any("Twitter" in p or "Stay strong" in p or "winter on the line" in p for p in paragraphs)


def test_sentences_are_of_the_text() -> None:
    found = document("strike.html")
    assert [s.of(found.text) for s in found.sentences][1:4] == [
        "Ihor Sapozhko told reporters that crews were draining the pipes so that they would not burst.",
        "“We have about ten hours,” he said.",
        "The temperature stood at minus 14 degrees.",
    ]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("front-page.html", "is an index"),
        ("not-found.html", "is an error page"),
        ("log-in.html", "is a log-in page"),
        ("consent.html", "is a consent or privacy page"),
    ],
)
def test_pages_that_are_no_report_say_what_they_are(name: str, reason: str) -> None:
    with pytest.raises(UnreadableInput, match=reason) as refusal:
        document(name)
    assert refusal.value.address == name


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><p>Too short.</p></body></html>",
        "<html><body></body></html>",
        "<html><head><title>Just a moment...</title></head><body><p>Checking your browser before you go on.</p></body></html>",
        "<html><body><script>var x = 1;</script><div id='app'></div></body></html>",
        "<",
        "<html>",
        "no markup at all",
    ],
)
def test_pages_without_text_are_refused(page: str) -> None:
    with pytest.raises(UnreadableInput):
        made(page)


def test_a_report_about_a_missing_page_is_a_report() -> None:
    long = SENTENCES * 6
    assert made(html_page("Why a 404 page not found error cost the ministry its summit", sentences=long)).title.startswith(
        "Why a 404"
    )


def test_a_report_with_many_linked_headings_is_a_report() -> None:
    teasers = "".join(f"<h3><a href='/{n}'>Another report, number {n}</a></h3>" for n in range(12))
    page = html_page(sentences=(" ".join(SENTENCES), " ".join(reversed(SENTENCES)))).replace(
        "</body>", f"<aside>{teasers}</aside></body>"
    )
    assert SENTENCES[0] in made(page).text


@pytest.mark.parametrize(
    ("title", "site", "headline", "wanted"),
    [
        ("Two dead - The Courier", "The Courier", "", "Two dead"),
        ("Two dead | World | The Courier", "The Courier", "Two dead", "Two dead"),
        ("Two dead | courier.example", "www.courier.example", "", "Two dead"),
        ("The Courier: Two dead - one child", "Courier", "", "The Courier: Two dead - one child"),
        ("Two dead - one of them a child", "The Courier", "", "Two dead - one of them a child"),
        ("U.S.-led talks – day two", None, "", "U.S.-led talks – day two"),
        ("Talks go on – Harbour Wire", "Harbour Wire", "", "Talks go on"),
        ("Harbour Wire » Talks go on", "Harbour Wire", "", "Talks go on"),
        ("Reuters", "Reuters", "", "Reuters"),
    ],
)
def test_titles_lose_the_name_of_the_site_alone(title: str, site: str | None, headline: str, wanted: str) -> None:
    assert without_site(title, site, headline) == wanted


def test_a_canonical_link_to_the_front_page_is_not_believed() -> None:
    page = html_page(extra_head="<link rel='canonical' href='https://courier.example/'>")
    assert made(page, url="https://courier.example/world/ferries?x=1#top").url == "https://courier.example/world/ferries?x=1"


def test_addresses_that_are_none_do_no_harm() -> None:
    page = html_page(extra_head="<link rel='canonical' href='http://['>")
    assert made(page, url="http://[").title == TITLE
    assert made(page, url="https://courier.example/ferries").url == "https://courier.example/ferries"


def test_the_title_is_not_repeated_in_the_text() -> None:
    found = made(html_page())
    assert (found.title, found.text) == (TITLE, TEXT)


def test_broken_json_ld_and_markup_do_no_harm() -> None:
    head = (
        "<script type='application/ld+json'>{broken</script><script type='application/ld+json'>[1, null, {\"@type\": 5}]</script>"
    )
    found = made(html_page(extra_head=head).replace("</article>", "").replace("</html>", ""))
    assert SENTENCES[2] in found.text


def test_a_piece_of_a_page_is_read() -> None:
    """As mail messages hold it: paragraphs without an html element around them."""
    piece = "<div>" + "".join(f"<p>{s}</p>" for s in SENTENCES) + "</div>"
    assert SENTENCES[0] in made(piece).text

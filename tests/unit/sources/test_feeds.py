import json
from datetime import date
from pathlib import Path

import pytest

from dateline.errors import UnreadableInput
from dateline.model import Page
from dateline.sources import read_pages
from tests.unit.sources.made_inputs import RSS, SENTENCES, html_page, rss

LONG = " ".join(SENTENCES * 3)


def read(folder: Path, content: bytes, name: str = "feed.xml") -> list[Page | UnreadableInput]:
    (folder / name).write_bytes(content)
    return list(read_pages([str(folder / name)]))


def pages(found: list[Page | UnreadableInput]) -> list[Page]:
    assert all(isinstance(f, Page) for f in found), found
    return [f for f in found if isinstance(f, Page)]


def test_an_item_gives_the_file_it_links_to_else_its_own_content(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "ferries.html").write_text(html_page(), "utf-8")
    linked, whole, note = pages(read(tmp_path, rss()))
    assert linked.content == html_page().encode()
    assert linked.address.endswith("pages/ferries.html")
    assert (linked.known_published, linked.published_method, linked.known_title) == (date(2026, 1, 14), "feed", "Beside the feed")
    assert (whole.url, whole.known_title) == ("https://courier.example/whole", "Whole report & more")
    assert SENTENCES[2] in whole.content.decode()
    assert (note.known_published, note.published_method, note.known_publisher) == (None, "given", "The Strait Courier")
    assert b"reopened on Tuesday" in note.content


def test_a_link_to_nothing_is_refused_and_the_rest_goes_on(tmp_path: Path) -> None:
    first, *rest = read(tmp_path, rss())
    assert isinstance(first, UnreadableInput)
    assert "does not exist" in first.reason
    assert len(pages(rest)) == 2


@pytest.mark.parametrize("link", ["../secret.html", "/etc/hostname", "pages/../../secret.html", "file:///etc/hostname"])
def test_a_feed_reaches_no_file_outside_its_folder(tmp_path: Path, link: str) -> None:
    (tmp_path / "secret.html").write_text(html_page("Secret"), "utf-8")
    folder = tmp_path / "inner"
    folder.mkdir()
    first, *_ = read(folder, rss().replace(b"pages/ferries.html", link.encode()))
    assert isinstance(first, UnreadableInput)


ATOM = """<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Wire</title>
<entry><title>One</title><link href="https://wire.example/1"/><published>2026-01-14T23:50:00Z</published>
<content type="html">&lt;p&gt;LONG&lt;/p&gt;</content></entry></feed>""".replace("LONG", LONG)
RDF = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://wire.example/"><title>Harbour Wire</title></channel>
<item rdf:about="https://wire.example/1"><title>One</title><link>https://wire.example/1</link><dc:date>2026-01-14</dc:date>
<description>LONG</description></item></rdf:RDF>""".replace("LONG", LONG)
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Harbour Wire",
        "items": [
            {
                "id": "1",
                "url": "https://wire.example/1",
                "title": "One",
                "content_text": LONG,
                "date_published": "2026-01-14T08:00:00Z",
            }
        ],
    }
)


@pytest.mark.parametrize(("name", "content"), [("a.atom", ATOM), ("a.rdf", RDF), ("a.json", JSON_FEED), ("odd", ATOM)])
def test_every_kind_of_feed_is_read(tmp_path: Path, name: str, content: str) -> None:
    (page,) = pages(read(tmp_path, content.encode(), name))
    assert (page.url, page.known_title, page.known_publisher) == ("https://wire.example/1", "One", "Harbour Wire")
    assert page.known_published == date(2026, 1, 14)
    assert SENTENCES[0] in page.content.decode()


@pytest.mark.parametrize(
    "broken",
    [
        b"\n\n" + rss(),
        rss().replace(b"&amp; more", b"& more"),
        rss().replace(b"harbour", b"har&bogus;bour"),
        RSS.replace("{content}", LONG).replace('encoding="utf-8"', 'encoding="utf-16"').encode("utf-16"),
    ],
    ids=["blank lines first", "bare ampersand", "unknown entity", "utf-16"],
)
def test_feeds_with_small_faults_are_read(tmp_path: Path, broken: bytes) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "ferries.html").write_text(html_page(), "utf-8")
    assert len(pages(read(tmp_path, broken))) == 3


def test_bad_dates_are_no_dates(tmp_path: Path) -> None:
    found = pages(read(tmp_path, ATOM.replace("2026-01-14T23:50:00Z", "soon").encode(), "a.atom"))
    assert [p.known_published for p in found] == [None]


@pytest.mark.parametrize(
    "content", [b"<rss><channel></channel></rss>", b"<rss version='2.0'", b"<feed xmlns='http://www.w3.org/2005/Atom'/>"]
)
def test_feeds_without_items_are_refused(tmp_path: Path, content: bytes) -> None:
    (refused,) = read(tmp_path, content)
    assert isinstance(refused, UnreadableInput)


def test_other_xml_is_no_feed(tmp_path: Path) -> None:
    (refused,) = read(tmp_path, b"<?xml version='1.0'?><catalogue><book/></catalogue>")
    assert isinstance(refused, UnreadableInput)
    assert refused.reason == "is named .xml, but does not hold a feed"

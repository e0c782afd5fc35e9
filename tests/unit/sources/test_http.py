import time
from collections.abc import Iterator

import pytest

from dateline.errors import UnreadableInput
from dateline.model import Page
from dateline.sources import read_pages
from dateline.sources.http import USER_AGENT, Fetcher, Manners, retry_after
from tests.unit.sources.hostile_server import PAGE, Seen, hostile_server

LOCAL = frozenset({"127.0.0.1"})
BRISK = Manners(answer_s=0.6, silence_s=0.4, back_off_s=0.01, attempts=2)


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[str, Seen]]:
    with hostile_server() as running:
        yield running


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    with Fetcher(BRISK, LOCAL) as made:
        yield made


@pytest.mark.parametrize("path", ["/page", "/zipped", "/moved"])
def test_pages_are_fetched_unpacked_and_followed(server: tuple[str, Seen], fetcher: Fetcher, path: str) -> None:
    answer = fetcher.fetch(server[0] + path)
    assert answer.content.decode() == PAGE
    assert server[1].agents == {USER_AGENT}


def test_the_address_of_a_page_is_where_the_redirect_led(server: tuple[str, Seen], fetcher: Fetcher) -> None:
    resource = fetcher.open(server[0] + "/moved")
    assert (resource.url, resource.media_type, resource.charset) == (server[0] + "/page", "text/html", "utf-8")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/slow_body", "takes too long"),
        ("/slow_head", "takes too long"),
        ("/silent", "takes too long"),
        ("/short", "cannot be fetched"),
        ("/loop", "redirects in a circle"),
        ("/chain/0", "redirects too many times"),
        ("/to_file", "is no http address"),
        ("/down", "status 503"),
        ("/nowhere", "status 404"),
        ("/empty", "is empty"),
        ("/forbidden/page", "robots.txt"),
    ],
)
def test_tricks_end_soon_in_one_clear_sentence(server: tuple[str, Seen], fetcher: Fetcher, path: str, reason: str) -> None:
    began = time.monotonic()
    with pytest.raises(UnreadableInput, match=reason) as refusal:
        fetcher.fetch(server[0] + path)
    assert time.monotonic() - began < 4
    assert refusal.value.address == server[0] + path
    assert "\n" not in str(refusal.value)


def test_forbidden_pages_are_never_asked_for(server: tuple[str, Seen], fetcher: Fetcher) -> None:
    with pytest.raises(UnreadableInput):
        fetcher.fetch(server[0] + "/forbidden/other")
    assert "/forbidden/other" not in server[1].paths


@pytest.mark.parametrize("path", ["/endless", "/bomb"])
def test_the_size_limit_holds_after_unpacking(
    server: tuple[str, Seen], fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.setenv("DATELINE_MAX_BYTES", "3000000")
    with pytest.raises(UnreadableInput, match="larger than 3 MB"):
        fetcher.fetch(server[0] + path)


@pytest.mark.parametrize("host", ["localhost", "[::1]"])
def test_redirects_to_private_machines_are_refused(server: tuple[str, Seen], fetcher: Fetcher, host: str) -> None:
    with pytest.raises(UnreadableInput, match="no address of the open internet"):
        fetcher.fetch(f"{server[0]}/inward/{host}")


def test_loopback_is_refused_unless_named(server: tuple[str, Seen]) -> None:
    asked = len(server[1].paths)
    with Fetcher(BRISK, frozenset()) as strict, pytest.raises(UnreadableInput, match="DATELINE_ALLOW_HOSTS"):
        strict.fetch(server[0] + "/page")
    assert len(server[1].paths) == asked


def test_a_busy_site_is_asked_again_when_it_says(server: tuple[str, Seen]) -> None:
    slept: list[float] = []
    with Fetcher(Manners(back_off_s=0.01, attempts=3), LOCAL, slept.append) as patient:
        assert patient.fetch(server[0] + "/busy/1").status == 200
    assert slept == [7.0, 7.0]


def test_a_site_that_asks_for_too_much_patience_is_left_alone(server: tuple[str, Seen]) -> None:
    with Fetcher(Manners(patience_s=5), LOCAL, pytest.fail) as hasty, pytest.raises(UnreadableInput, match="wait 7 s"):
        hasty.fetch(server[0] + "/busy/2")


def test_requests_to_other_peoples_sites_are_spaced(monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    fetcher = Fetcher(Manners(between_s=2.0), frozenset(), slept.append)
    fetcher._keep_distance("https://paper.example/a", "a", 0.0)
    fetcher._keep_distance("https://paper.example/b", "b", 5.0)
    fetcher._keep_distance("https://other.example/c", "c", 0.0)
    assert slept == [pytest.approx(5.0, abs=0.1)]
    with pytest.raises(UnreadableInput, match="asks for 600 s"):
        fetcher._keep_distance("https://paper.example/d", "d", 600.0)


def test_pages_and_feeds_are_read_by_address(server: tuple[str, Seen], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_ALLOW_HOSTS", "127.0.0.1")
    page, feed_page, picture = read_pages([server[0] + "/page", server[0] + "/feed", server[0] + "/picture"])
    assert isinstance(page, Page)
    assert page.url == server[0] + "/page"
    assert isinstance(feed_page, Page)
    assert (feed_page.known_title, feed_page.url, feed_page.published_method) == ("Near", server[0] + "/page", "feed")
    assert isinstance(picture, UnreadableInput)
    assert "image/png" in picture.reason


@pytest.mark.parametrize(
    ("value", "seconds"), [(None, 0), ("", 0), ("12", 12), ("soon", 0), ("Wed, 21 Oct 2015 07:28:00 GMT", 0), ("-3", 0)]
)
def test_retry_after_is_read_or_ignored(value: str | None, seconds: float) -> None:
    assert retry_after(value) == seconds

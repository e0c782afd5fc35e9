import gzip
from pathlib import Path

import pytest

from dateline.errors import UnreadableInput
from dateline.model import Page
from dateline.sources import read_pages
from tests.unit.sources.made_inputs import html_page, numbered_warc, warc

BODY = html_page().encode()


def read(folder: Path, content: bytes, name: str = "a.warc.gz") -> list[Page | UnreadableInput]:
    (folder / name).write_bytes(content)
    return list(read_pages([str(folder / name)]))


def test_answers_are_pages_with_their_address_time_and_charset(tmp_path: Path) -> None:
    page, *_ = read(tmp_path, warc([("https://paper.example/x", BODY, {"Content-Type": "text/html; charset=windows-1251"})]))
    assert isinstance(page, Page)
    assert (page.address, page.url, page.charset) == ("https://paper.example/x", "https://paper.example/x", "windows-1251")
    assert page.content == BODY
    assert page.fetched_at.tzinfo is not None


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(BODY), {"Content-Encoding": "gzip"}),
        (BODY, {"Content-Encoding": "gzip"}),
        (b"%x\r\n%s\r\n0\r\n\r\n" % (len(BODY), BODY), {"Transfer-Encoding": "chunked"}),
        (BODY, {"Content-Encoding": "identity"}),
    ],
    ids=["gzip", "already unpacked", "chunked", "identity"],
)
def test_bodies_are_unpacked(tmp_path: Path, body: bytes, headers: dict[str, str]) -> None:
    (page,) = read(tmp_path, warc([("https://paper.example/x", body, headers)]))
    assert isinstance(page, Page)
    assert page.content == BODY


def test_a_bomb_in_a_record_is_refused_and_the_rest_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_MAX_BYTES", "100000")
    bomb = gzip.compress(b" " * 5_000_000)
    records = [
        ("https://paper.example/bomb", bomb, {"Content-Encoding": "gzip"}),
        ("https://paper.example/big", b"x" * 200_000, {}),
    ]
    found = read(tmp_path, warc([*records, ("https://paper.example/x", BODY, {})]))
    assert [type(f) for f in found] == [UnreadableInput, UnreadableInput, Page]
    assert [f.address for f in found] == ["https://paper.example/bomb", "https://paper.example/big", "https://paper.example/x"]


def test_pictures_requests_and_failures_are_passed_over(tmp_path: Path) -> None:
    (refused,) = read(tmp_path, warc([("https://paper.example/i", b"\x89PNG", {"Content-Type": "image/png"})]))
    assert isinstance(refused, UnreadableInput)
    assert "no answered HTML" in refused.reason
    (refused,) = read(tmp_path, warc([("https://paper.example/x", BODY, {})], status="404 Not Found"))
    assert isinstance(refused, UnreadableInput)


@pytest.mark.parametrize("gzipped", [True, False])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.93])
def test_an_archive_that_is_cut_off_is_read_as_far_as_it_goes(tmp_path: Path, gzipped: bool, share: float) -> None:
    whole = numbered_warc(6, gzipped=gzipped)
    name = "a.warc.gz" if gzipped else "a.warc"
    complete = [p.content for p in read(tmp_path, whole, name) if isinstance(p, Page)]
    *pages, refusal = read(tmp_path, whole[: int(len(whole) * share)], name)
    assert isinstance(refusal, UnreadableInput)
    assert f"the {len(pages)} pages before" in refusal.reason
    assert [p.content for p in pages if isinstance(p, Page)] == complete[: len(pages)]
    assert len(complete) == 6


def test_wherever_an_archive_is_cut_the_loss_is_told(tmp_path: Path) -> None:
    whole = warc([("https://paper.example/x", BODY, {"Server": "Invented/1.0", "Date": "Mon, 22 Dec 2025 10:00:00 GMT"})])
    records = [i for i in range(len(whole)) if whole.startswith(b"\x1f\x8b\x08", i)]
    for end in range(records[1] + 20, records[2], 7):
        *_, last = read(tmp_path, whole[:end])
        assert isinstance(last, UnreadableInput)
        assert "cut off" in last.reason or "damaged" in last.reason, end


def test_a_whole_file_in_one_gzip_member_is_read(tmp_path: Path) -> None:
    packed = gzip.compress(numbered_warc(3, gzipped=False))
    assert [type(f) for f in read(tmp_path, packed)] == [Page] * 3
    *_, refusal = read(tmp_path, packed[: len(packed) // 2])
    assert isinstance(refusal, UnreadableInput)


def test_garbage_named_warc_is_refused(tmp_path: Path) -> None:
    (refused,) = read(tmp_path, b"garbage" * 50, "a.warc")
    assert isinstance(refused, UnreadableInput)
    assert "damaged" in refused.reason

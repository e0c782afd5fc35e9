import io
import os
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from dateline.errors import UnreadableInput
from dateline.model import Page
from dateline.sources import Resource, read_pages
from dateline.sources import reading as reading_module
from tests.unit.sources.made_inputs import SAMPLES, html_page


def reasons(addresses: list[str]) -> list[str]:
    return [f.reason if isinstance(f, UnreadableInput) else "" for f in read_pages(addresses)]


def test_a_folder_is_read_whole_sorted_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", ".hidden.txt", "sub/c.txt", ".git/d.txt", "sub/.e.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(html_page(), "utf-8")
    assert [f.address for f in read_pages([str(tmp_path)])] == [str(tmp_path / n) for n in ("a.html", "b.txt", "sub/c.txt")]


def test_one_bad_input_stops_nothing(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text("Something happened.", "utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_bytes(b" \n\n")
    (tmp_path / "song.mp3").write_bytes(b"ID3")
    (tmp_path / "void").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    names = ["missing.txt", "empty.txt", "blank.txt", "song.mp3", "void", "pipe.txt", "good.txt"]
    found = list(read_pages([*(str(tmp_path / n) for n in names), "ftp://a.example/x", "http://[", "a\x00b"]))
    parts = [
        "does not exist",
        "is empty",
        "is empty",
        "named .mp3",
        "folder without files",
        "not a regular file",
        None,
        "http, https",
    ]
    for item, part in zip(found, parts, strict=False):
        if part is None:
            assert isinstance(item, Page)
        else:
            assert isinstance(item, UnreadableInput)
            assert part in item.reason
    assert len(found) == 10
    assert all(isinstance(f, UnreadableInput) for f in found[7:])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_files_that_may_not_be_read_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "closed.txt"
    path.write_text("secret", "utf-8")
    path.chmod(0)
    assert "check its permissions" in reasons([str(path)])[0]


def test_permissions_are_named_as_the_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "closed.txt"
    path.write_text("secret", "utf-8")

    def closed(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", closed)
    assert reasons([str(path)]) == ["may not be read; check its permissions"]


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    monkeypatch.setattr(Resource, "read", lambda *_: pytest.fail("was read"))
    (reason,) = reasons([str(path)])
    assert "is 200 MB large, more than the 50 MB" in reason


def test_a_packed_file_is_measured_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "page.html.gz"
    path.write_bytes(SAMPLES["ferries.html.gz"])
    assert reasons([str(path)]) == [""]
    monkeypatch.setenv("DATELINE_MAX_BYTES", "400")
    assert "is larger than 0.0004 MB" in reasons([str(path)])[0]


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("page", html_page().encode(), "text/html"),
        ("index.php", b"\xef\xbb\xbf\n" + html_page().encode(), "text/html"),
        ("report", SAMPLES["ferries.pdf"], "application/pdf"),
        ("PAGE.HTM", html_page().encode(), "text/html"),
    ],
)
def test_files_without_a_telling_name_are_told_by_their_first_bytes(tmp_path: Path, name: str, content: bytes, kind: str) -> None:
    (tmp_path / name).write_bytes(content)
    (page,) = read_pages([str(tmp_path / name)])
    assert isinstance(page, Page)
    assert page.media_type == kind


def test_a_source_that_fails_is_a_refusal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Failing:
        name = "a failure"
        suffixes = (".txt",)

        def reads(self, resource: object) -> bool:
            return True

        def pages(self, resource: object) -> object:
            raise RecursionError("too deep")

    (tmp_path / "a.txt").write_text("x", "utf-8")
    monkeypatch.setattr(reading_module, "kinds", lambda: (Failing(),))
    assert reasons([str(tmp_path / "a.txt")]) == ["cannot be read: RecursionError: too deep"]


def test_a_name_that_is_not_utf8_can_be_printed(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/caf\xe9"
    Path(os.fsdecode(raw + b".txt")).write_text("Something happened.", "utf-8")
    Path(os.fsdecode(raw + b"-2.txt")).write_bytes(b"")
    found = list(read_pages([os.fsdecode(raw + b".txt"), str(tmp_path), os.fsdecode(raw)]))
    assert [f.address.rpartition("/")[2] for f in found] == [r"caf\xe9.txt", r"caf\xe9-2.txt", r"caf\xe9.txt", r"caf\xe9"]
    assert isinstance(found[0], Page)
    assert found[0].content == b"Something happened."


def test_an_empty_address_is_named() -> None:
    assert reasons([""]) == ["is no path; name a file, a folder or an address"]


class Trickle(io.RawIOBase):
    """Standard input that gives one line and then would wait for ever."""

    def __init__(self, line: bytes) -> None:
        self.line = line

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if not self.line:
            raise AssertionError("more was read than was there")
        count, self.line = len(self.line), b""
        buffer[:count] = LINE[:count]
        return count


LINE = b'{"id": "a", "text": "Something happened."}\n'


def test_standard_input_is_read_as_it_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BufferedReader(Trickle(LINE))))
    page = next(read_pages(["-"]))
    assert isinstance(page, Page)
    assert page.known_id == "a"


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (b"From: a@b.example\r\nSubject: News\r\nDate: Mon, 22 Dec 2025 10:00:00 +0000\r\n\r\nText.\r\n", "message/rfc822"),
        (
            b"Received: from a\n by b\nDate: Mon, 22 Dec 2025 10:00:00 +0000\nTo: c@d.example\nSubject: News\n\nText.\n",
            "message/rfc822",
        ),
        (b"From: the front line, a report.\n\nShells fell.\n", "text/plain"),
        (b"Minister: yes\nPresident: no\nGeneral: perhaps\n\nSo they spoke.\n", "text/plain"),
        (b"<p>Text</p>", "text/html"),
    ],
)
def test_standard_input_is_known_by_its_beginning(monkeypatch: pytest.MonkeyPatch, content: bytes, media_type: str) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(content)))
    (page,) = read_pages(["-"])
    assert isinstance(page, Page)
    assert page.media_type == media_type

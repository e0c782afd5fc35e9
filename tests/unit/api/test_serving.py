import json
import socket
import threading
from pathlib import Path
from urllib.request import urlopen

import pytest
import uvicorn

from dateline.api import serving
from dateline.errors import DatelineError


def test_a_busy_port_gives_way_to_the_next() -> None:
    with serving.listen("127.0.0.1", 0) as held:
        port = held.getsockname()[1]
        with serving.listen("127.0.0.1", port) as other:
            assert port < other.getsockname()[1] < port + serving.PORTS_TRIED


def test_no_free_port_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "PORTS_TRIED", 1)
    with serving.listen("127.0.0.1", 0) as held, pytest.raises(DatelineError, match="all in use; name another with --port"):
        serving.listen("127.0.0.1", held.getsockname()[1])


def test_a_port_that_is_none_is_said() -> None:
    with pytest.raises(DatelineError, match="there is no port 65536; name one from 0 to 65535"):
        serving.listen("127.0.0.1", 65536)


def test_a_host_that_cannot_be_found_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(DatelineError, match="cannot serve on host 'nowhere': Name or service not known"):
        serving.listen("nowhere", 8765)


def test_a_database_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(DatelineError, match="there is no database; make one with"):
        serving.serve(str(tmp_path / "none.db"), open_browser=False)
    assert list(tmp_path.iterdir()) == []


def test_serves_the_store_and_opens_the_browser(story_path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    servers: list[uvicorn.Server] = []
    run = uvicorn.Server.run

    def watched(self: uvicorn.Server, sockets: list[socket.socket] | None = None) -> None:
        servers.append(self)
        run(self, sockets)

    monkeypatch.setattr(uvicorn.Server, "run", watched)
    monkeypatch.setattr(serving.webbrowser, "open", opened.append)
    lines: list[str] = []
    thread = threading.Thread(target=serving.serve, args=(story_path,), kwargs={"port": 0, "announce": lines.append})
    thread.start()
    try:
        while not opened:
            thread.join(0.01)
        with urlopen(f"{opened[0]}api/health", timeout=10) as answer:  # noqa: S310 - loopback
            assert json.load(answer)["incidents"] == 8
    finally:
        servers[0].should_exit = True
        thread.join(10)
    assert opened[0] in lines[0]
    assert not thread.is_alive()

"""What every test lives under: no network but loopback, no settings from outside, and the development data if it is there."""

import ipaddress
import os
import sys
from pathlib import Path
from typing import Any

import pytest

SETTINGS = ("DATELINE_NOW", "DATELINE_DB", "DATELINE_MAX_BYTES", "DATELINE_ALLOW_HOSTS", "DATELINE_DEBUG")


class OutsideWorld(RuntimeError):
    """A test tried to reach another machine."""


def is_loopback(host: object) -> bool:
    """Whether a host as `connect` or `getaddrinfo` get it is this machine."""
    if host in (None, "", b"", "localhost", b"localhost"):
        return True
    text = host.decode("ascii", "replace") if isinstance(host, bytes) else str(host)
    try:
        return ipaddress.ip_address(text.partition("%")[0]).is_loopback
    except ValueError:
        return False


def refuse_outside(event: str, arguments: tuple[Any, ...]) -> None:
    """Audit hook: lets sockets connect, send and resolve on loopback and Unix sockets alone."""
    if event in ("socket.connect", "socket.sendto"):
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else None
    elif event == "socket.getaddrinfo":
        host = arguments[0]
    else:
        return
    if not is_loopback(host):
        raise OutsideWorld(f"{event} to {host!r}: tests may reach loopback alone")


def pytest_configure() -> None:
    """Sets the guard, and clears what a developer's shell may have set."""
    for name in SETTINGS:
        os.environ.pop(name, None)
    sys.addaudithook(refuse_outside)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The development data beside the repository (gold, time, geo); the test is skipped where it is absent."""
    folder = Path(__file__).resolve().parents[2] / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the development data is not beside the repository")
    return folder

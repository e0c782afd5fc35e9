import ipaddress
import socket
import ssl
from typing import Any

import httpcore2
import pytest

from dateline.sources.addresses import Deadline, GuardedBackend, RefusedAddress, TimedStream, is_public, resolved


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.1.2.3", "255.255.255.255",
        "224.0.0.1", "::1", "::", "fe80::1", "fc00::1", "ff02::1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::a00:1",
    ],
)  # fmt: skip
def test_addresses_inside_are_not_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


PUBLIC = ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:93.184.215.14", "64:ff9b::5db8:d70e"]


@pytest.mark.parametrize("address", PUBLIC)
def test_addresses_of_the_internet_are_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


def answers(*addresses: str) -> Any:
    """A name server that gives these addresses for every name, one list after the other where several are given."""
    lists = [a.split(",") for a in addresses]

    def getaddrinfo(host: str, port: int, **_: object) -> list[Any]:
        given = lists.pop(0) if len(lists) > 1 else lists[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in given]

    return getaddrinfo


def test_one_private_address_among_public_ones_refuses_the_host(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", answers("93.184.215.14,192.168.0.7"))
    with pytest.raises(RefusedAddress, match=r"192\.168\.0\.7"):
        resolved("paper.example", 80, frozenset())
    assert resolved("paper.example", 80, frozenset({"paper.example"})) == ["93.184.215.14", "192.168.0.7"]


def test_odd_spellings_of_loopback_are_refused_by_what_they_resolve_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", answers("127.0.0.1"))
    for host in ("2130706433", "0x7f000001", "127.1", "localtest.example"):
        with pytest.raises(RefusedAddress):
            resolved(host, 80, frozenset())


class Recorder(httpcore2.SyncBackend):
    """Notes where connections would go."""

    def __init__(self, fail: set[str] = frozenset()) -> None:  # type: ignore[assignment]
        self.reached: list[str] = []
        self.fail = fail

    def connect_tcp(self, host: str, port: int, *rest: Any, **more: Any) -> httpcore2.NetworkStream:
        self.reached.append(host)
        if host in self.fail:
            raise httpcore2.ConnectError("refused")
        return httpcore2.MockStream([])


def guarded(recorder: Recorder) -> GuardedBackend:
    backend = GuardedBackend(frozenset(), Deadline())
    backend._inner = recorder
    return backend


def test_a_name_server_that_changes_its_mind_gains_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", answers("93.184.215.14", "127.0.0.1"))
    recorder = Recorder()
    guarded(recorder).connect_tcp("rebind.example", 80)
    assert recorder.reached == ["93.184.215.14"]
    with pytest.raises(RefusedAddress):
        guarded(recorder).connect_tcp("rebind.example", 80)
    assert recorder.reached == ["93.184.215.14"]


def test_the_next_address_is_tried_where_one_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", answers("93.184.215.14,93.184.215.15"))
    recorder = Recorder(fail={"93.184.215.14"})
    guarded(recorder).connect_tcp("paper.example", 443)
    assert recorder.reached == ["93.184.215.14", "93.184.215.15"]


def test_unknown_hosts_are_a_connection_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror("no such host")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(httpcore2.ConnectError, match=r"nowhere\.example is not known"):
        resolved("nowhere.example", 80, frozenset())


def test_certificates_are_checked_for_the_name_and_time_runs_in_tls_too() -> None:
    class Inner(httpcore2.MockStream):
        name = ""

        def start_tls(
            self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
        ) -> "Inner":
            Inner.name = server_hostname or ""
            return self

    deadline = Deadline()
    stream = TimedStream(Inner([b"x"]), deadline).start_tls(ssl.create_default_context(), "paper.example")
    assert Inner.name == "paper.example"
    deadline.start(-1)
    with pytest.raises(httpcore2.ReadTimeout):
        stream.read(10)

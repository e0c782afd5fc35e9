import socket

import pytest


def test_no_other_machine_can_be_reached():
    with socket.socket() as sock, pytest.raises(RuntimeError, match="loopback alone"):
        sock.connect(("192.0.2.1", 80))


def test_no_outside_name_is_resolved():
    with pytest.raises(RuntimeError, match="loopback alone"):
        socket.getaddrinfo("example.org", 80)


def test_loopback_is_open():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()[:2]) as client:
        assert client.getpeername() == server.getsockname()

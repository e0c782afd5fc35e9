"""Running the app on this machine: a free port, the browser, an end by Ctrl+C."""

import errno
import socket
import sys
import webbrowser
from collections.abc import Callable, Iterable
from functools import partial

import uvicorn

from dateline.api.app import create_app
from dateline.errors import DatelineError
from dateline.store import open_store

PORTS = 65536
PORTS_TRIED = 20


def listen(host: str, port: int) -> socket.socket:
    """A listening socket on the first free port from `port` on; port 0 takes any. Raises DatelineError."""
    if not 0 <= port < PORTS:
        raise DatelineError(f"there is no port {port}; name one from 0 to {PORTS - 1} with --port")
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except OSError as error:
        raise DatelineError(
            f"cannot serve on host {host!r}: {error.strerror}; --host 127.0.0.1 serves this machine alone"
        ) from error
    for candidate in range(port, min(port + PORTS_TRIED, PORTS)):
        sock = socket.socket(family, socket.SOCK_STREAM)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            sock.bind((address[0], candidate, *address[2:]))
            sock.listen(128)
        except OSError as error:
            sock.close()
            if error.errno != errno.EADDRINUSE:
                raise DatelineError(f"cannot serve on {host}:{candidate}: {error.strerror}") from error
        else:
            return sock
    raise DatelineError(f"ports {port} to {port + PORTS_TRIED - 1} on {host} are all in use; name another with --port")


def serve(
    db: str,
    host: str = "127.0.0.1",
    port: int = 8765,
    open_browser: bool = True,
    allowed_hosts: Iterable[str] = (),
    announce: Callable[[str], object] | None = None,
) -> None:
    """Serves the store at `db` until it is interrupted; if the port is busy, the next free one is taken.

    `announce` gets one line with the address (default: standard error). Raises DatelineError if there is
    no such store or no port can be had.
    """
    open_existing = partial(open_store, db, create=False)
    # A database that cannot be opened is said here, in one line; inside the server it would be a stack trace.
    with open_existing():
        pass
    sock = listen(host, port)
    name = f"[{host}]" if ":" in host else host
    address = f"http://{name}:{sock.getsockname()[1]}/"
    app = create_app(open_existing, allowed_hosts=(name, *allowed_hosts))
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", ws="none", server_header=False))
    (announce or _to_standard_error)(f"Dateline shows {db} at {address} (Ctrl+C ends it).")
    if open_browser:
        # The socket listens already, so the browser's first request waits until the app has started.
        webbrowser.open(address)
    with sock:
        server.run(sockets=[sock])


def _to_standard_error(line: str) -> None:
    sys.stderr.write(line + "\n")

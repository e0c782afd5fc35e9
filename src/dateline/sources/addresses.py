"""Which machines may be reached: a network backend for httpx2 that resolves, checks and connects to the very address it checked."""

import ipaddress
import socket
import ssl
import time
from collections.abc import Iterable, Iterator

import httpcore2
import httpx2

IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

NOT_PUBLIC = "which is no address of the open internet; name the host in DATELINE_ALLOW_HOSTS if it is yours"
NAT64 = ipaddress.ip_network("64:ff9b::/96")


class RefusedAddress(Exception):
    """The host leads to a machine that must not be reached; the text is the reason."""


class Deadline:
    """A moment that everything done for one answer must end by, also where bytes keep trickling in."""

    def __init__(self) -> None:
        self._end = float("inf")

    def start(self, seconds: float) -> None:
        """Counts `seconds` from now."""
        self._end = time.monotonic() + seconds

    def within(self, timeout: float | None) -> float:
        """The shorter of `timeout` and the time left; httpcore2's ReadTimeout where none is left."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise httpcore2.ReadTimeout("the answer took too long")
        return left if timeout is None else min(timeout, left)


def is_public(ip: IpAddress) -> bool:
    """Whether an address belongs to the open internet; IPv4 addresses inside IPv6 ones are judged by themselves."""
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
    return ip.is_global and not ip.is_multicast


def resolved(host: str, port: int, allowed: frozenset[str]) -> list[str]:
    """The addresses of a host; RefusedAddress if any of them is private, loopback or link-local and the host is not allowed.

    httpcore2's ConnectError where the host has no address.
    """
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError) as error:
        raise httpcore2.ConnectError(f"the host {host} is not known") from error
    addresses = list(dict.fromkeys(str(answer[4][0]) for answer in answers))
    if host not in allowed:
        for address in addresses:
            if not is_public(ipaddress.ip_address(address.partition("%")[0])):
                raise RefusedAddress(f"leads to {address}, {NOT_PUBLIC}")
    return addresses


class TimedStream(httpcore2.NetworkStream):
    """A connection that obeys the deadline in every read and write."""

    def __init__(self, inner: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """As the inner stream, within the deadline."""
        return self._inner.read(max_bytes, self._deadline.within(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """As the inner stream, within the deadline."""
        self._inner.write(buffer, self._deadline.within(timeout))

    def close(self) -> None:
        """Closes the connection."""
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        """TLS for the host's name (not the address), so that certificates are checked as ever."""
        return TimedStream(self._inner.start_tls(ssl_context, server_hostname, self._deadline.within(timeout)), self._deadline)

    def get_extra_info(self, info: str) -> object:
        """As the inner stream."""
        return self._inner.get_extra_info(info)


class GuardedBackend(httpcore2.NetworkBackend):
    """Connects to checked addresses only.

    The name is resolved once and the connection made to that answer, so a name server that answers differently the second time
    (DNS rebinding) gains nothing.
    """

    def __init__(self, allowed: frozenset[str], deadline: Deadline) -> None:
        self._allowed = allowed
        self._deadline = deadline
        self._inner = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """A connection to the first address of `host` that answers."""
        failure: Exception = httpcore2.ConnectError(f"the host {host} has no address")
        for address in resolved(host, port, self._allowed):
            try:
                within = self._deadline.within(timeout)
                return TimedStream(self._inner.connect_tcp(address, port, within, local_address, socket_options), self._deadline)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
        raise failure


class BodyStream(httpx2.SyncByteStream):
    """The body of an answer, as httpx2 wants it."""

    def __init__(self, inner: Iterable[bytes]) -> None:
        self._inner = inner

    def __iter__(self) -> Iterator[bytes]:
        yield from self._inner

    def close(self) -> None:
        """Gives the connection back."""
        close = getattr(self._inner, "close", None)
        if close is not None:
            close()


class GuardedTransport(httpx2.BaseTransport):
    """httpx2's way to the network, over the guarded backend. Proxies set in the environment are not used."""

    def __init__(self, backend: GuardedBackend) -> None:
        self._pool = httpcore2.ConnectionPool(
            ssl_context=httpx2.create_ssl_context(), max_connections=20, keepalive_expiry=5.0, network_backend=backend
        )

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """One exchange; errors are httpcore2's own and RefusedAddress."""
        url = request.url
        answer = self._pool.handle_request(
            httpcore2.Request(
                method=request.method,
                url=httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        assert isinstance(answer.stream, Iterable)  # noqa: S101 - the synchronous pool gives no asynchronous bodies
        body = BodyStream(answer.stream)
        return httpx2.Response(answer.status, headers=answer.headers, stream=body, extensions=answer.extensions)

    def close(self) -> None:
        """Closes all connections."""
        self._pool.close()

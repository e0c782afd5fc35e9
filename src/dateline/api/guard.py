"""What stands before every request: the Host check against DNS rebinding, and headers that keep a page to itself."""

import json
from collections.abc import Iterable

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK_HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]"})

# Nothing but the server's own files is ever loaded; `data:` is for the icon in the page's head.
CONTENT_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
SECURITY_HEADERS = {
    "Content-Security-Policy": CONTENT_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
# Built assets carry a hash of their content in their name; everything else must be asked for again.
ASSET_CACHING = "public, max-age=31536000, immutable"
PAGE_CACHING = "no-cache"


def host_name(header: str) -> str:
    """The host of a Host header, without its port, in lower case; an IPv6 address keeps its brackets."""
    host = header.strip().lower()
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0]


class Guard:
    """ASGI middleware: refuses foreign Host headers with 400 and adds the security and caching headers to every answer."""

    def __init__(self, app: ASGIApp, allowed_hosts: Iterable[str] = ()) -> None:
        self.app = app
        self.allowed_hosts = LOOPBACK_HOSTS | {host_name(h) for h in allowed_hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, or answers it here."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        caching = ASSET_CACHING if scope["path"].startswith("/assets/") else PAGE_CACHING

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(SECURITY_HEADERS)
                headers["Cache-Control"] = caching if message["status"] < 400 else "no-store"
            await send(message)

        hosts = [value.decode("latin-1") for name, value in scope["headers"] if name == b"host"]
        if len(hosts) != 1 or host_name(hosts[0]) not in self.allowed_hosts:
            await _refuse(hosts[0] if hosts else "", send_guarded)
        else:
            await self.app(scope, receive, send_guarded)


async def _refuse(host: str, send: Send) -> None:
    """A 400 that says which host was asked for and what to do about it."""
    body = json.dumps({"error": f"This server does not answer to the host name {host!r}; open it as 127.0.0.1 or allow the name."})
    await send({"type": "http.response.start", "status": 400, "headers": [(b"content-type", b"application/json")]})
    await send({"type": "http.response.body", "body": body.encode()})

"""A web server on loopback that plays every trick a site may play on a fetcher."""

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = "<html><body><article><h1>Ünruhen</h1><p>Text für alle.</p></article></body></html>"
BOMB = gzip.compress(b" " * 30_000_000, 6)


@dataclass
class Seen:
    """What the server was asked for."""

    paths: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    stopped: threading.Event = field(default_factory=threading.Event)


class Tricks(BaseHTTPRequestHandler):
    """One method a trick; the path names it."""

    protocol_version = "HTTP/1.1"
    seen: Seen

    def log_message(self, *arguments: object) -> None:
        """Keeps quiet."""

    def do_GET(self) -> None:
        """Plays the trick that the path asks for."""
        self.seen.paths.append(self.path)
        self.seen.agents.add(self.headers["User-Agent"])
        trick = getattr(self, "trick_" + self.path.strip("/").split("/")[0].split("?")[0].replace(".", "_"), None)
        if trick is None:
            self.answer(404, b"nothing here")
            return
        try:
            trick()
        except OSError:
            self.close_connection = True

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        """A plain answer."""
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def trick_robots_txt(self) -> None:
        """Forbids one folder."""
        self.answer(200, b"User-agent: *\nDisallow: /forbidden\n", Content_Type="text/plain")

    def trick_page(self) -> None:
        """A page in UTF-8, declared as such."""
        self.answer(200, PAGE.encode(), Content_Type="text/html; charset=utf-8")

    def trick_zipped(self) -> None:
        """The same, compressed."""
        self.answer(200, gzip.compress(PAGE.encode()), Content_Type="text/html; charset=utf-8", Content_Encoding="gzip")

    def trick_wrong_charset(self) -> None:
        """UTF-8 declared as Latin-1."""
        self.answer(200, PAGE.encode(), Content_Type="text/html; charset=iso-8859-1")

    def trick_slow_body(self) -> None:
        """Sends a byte now and then, for ever."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "1000000")
        self.end_headers()
        while not self.seen.stopped.wait(0.02):
            self.wfile.write(b"x")
            self.wfile.flush()

    def trick_slow_head(self) -> None:
        """Sends its headers one letter at a time."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
        while not self.seen.stopped.wait(0.02):
            self.wfile.write(b"x")
            self.wfile.flush()

    def trick_silent(self) -> None:
        """Accepts the request and says nothing."""
        self.seen.stopped.wait(5)

    def trick_endless(self) -> None:
        """Sends as fast as it can and never stops."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        while not self.seen.stopped.is_set():
            self.wfile.write(b"10000\r\n" + b"y" * 0x10000 + b"\r\n")

    def trick_bomb(self) -> None:
        """30 MB of blanks in 30 KB."""
        self.answer(200, BOMB, Content_Type="text/html", Content_Encoding="gzip")

    def trick_short(self) -> None:
        """Promises more bytes than it sends."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "5000")
        self.end_headers()
        self.wfile.write(b"<html>cut")
        self.close_connection = True

    def trick_loop(self) -> None:
        """Leads to itself."""
        self.answer(302, Location="/loop")

    def trick_chain(self) -> None:
        """Leads on and on."""
        number = int(self.path.rpartition("/")[2] or 0)
        self.answer(302, Location=f"/chain/{number + 1}")

    def trick_moved(self) -> None:
        """Leads to the page."""
        self.answer(301, Location="/page#part")

    def trick_inward(self) -> None:
        """Leads to a private machine, in one of many spellings."""
        host = self.path.rpartition("/")[2]
        self.answer(302, Location=f"http://{host}:{self.server.server_port}/page")

    def trick_to_file(self) -> None:
        """Leads to a file of the reader."""
        self.answer(302, Location="file:///etc/passwd")

    def trick_busy(self) -> None:
        """Is busy twice, then answers."""
        if self.seen.paths.count(self.path) < 3:
            self.answer(429, b"later", Retry_After="7")
        else:
            self.trick_page()

    def trick_down(self) -> None:
        """Never recovers."""
        self.answer(503, b"down")

    def trick_forbidden(self) -> None:
        """Is never asked for by an honest reader."""
        self.trick_page()

    def trick_empty(self) -> None:
        """Says nothing at all."""
        self.answer(200, b"", Content_Type="text/html")

    def trick_picture(self) -> None:
        """Is no text."""
        self.answer(200, b"\x89PNG\r\n\x1a\n0000", Content_Type="image/png")

    def trick_feed(self) -> None:
        """A feed declared as HTML, with a relative link."""
        item = "<item><title>Near</title><link>/page</link><pubDate>Wed, 14 Jan 2026 08:00:00 GMT</pubDate></item>"
        body = f"<?xml version='1.0'?><rss version='2.0'><channel><title>Wire</title>{item}</channel></rss>"
        self.answer(200, body.encode(), Content_Type="text/html")


@contextmanager
def hostile_server() -> Iterator[tuple[str, Seen]]:
    """The server's address ("http://127.0.0.1:PORT") and what it saw."""
    seen = Seen()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (Tricks,), {"seen": seen}))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", seen
    finally:
        seen.stopped.set()
        time.sleep(0.01)
        server.shutdown()
        server.server_close()
        thread.join()

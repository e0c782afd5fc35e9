"""The one door to the network: polite, bounded, and closed to private machines."""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Self
from urllib.parse import urljoin, urlsplit

import httpcore2
import httpx2

from dateline import __version__
from dateline.errors import UnreadableInput
from dateline.settings import allowed_private_hosts, max_input_bytes, now
from dateline.sources.addresses import Deadline, GuardedBackend, GuardedTransport, RefusedAddress
from dateline.sources.resource import Resource, bytes_resource, too_large
from dateline.sources.robots import ROBOTS_BYTES, Rules, rules_of, site_of

AGENT = "Dateline"
USER_AGENT = f"{AGENT}/{__version__} (reads news reports; obeys robots.txt)"
RETRIED = frozenset({429, 500, 502, 503, 504})
REDIRECTS = frozenset({301, 302, 303, 307, 308})
TRANSPORT_ERRORS = (
    httpx2.HTTPError, httpx2.InvalidURL, httpcore2.NetworkError, httpcore2.TimeoutException, httpcore2.ProtocolError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Manners:
    """How patient and how insistent the fetcher is; all times in seconds.

    `answer_s` bounds one answer from the connection to its last byte, `silence_s` the wait for the next byte. Between two requests
    to one site lie `between_s`, or the site's own crawl delay if that is longer; a site that asks for more than `patience_s` (as
    delay or Retry-After) is left alone.
    """

    answer_s: float = 60.0
    silence_s: float = 15.0
    between_s: float = 1.0
    patience_s: float = 60.0
    attempts: int = 3
    back_off_s: float = 1.0
    redirects: int = 8


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said: `url` after redirects, `content` unpacked."""

    url: str
    status: int
    content: bytes
    headers: httpx2.Headers
    fetched_at: datetime


class Fetcher:
    """Fetches pages for one thread; keeps connections, robots.txt files and the time of the last request to each site."""

    def __init__(
        self,
        manners: Manners | None = None,
        allowed: frozenset[str] | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._manners = manners or Manners()
        self._allowed = allowed_private_hosts() if allowed is None else allowed
        self._sleep = sleep
        self._deadline = Deadline()
        self._client: httpx2.Client | None = None
        self._rules: dict[str, Rules] = {}
        self._last: dict[str, float] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Closes all connections."""
        if self._client is not None:
            self._client.close()

    def open(self, url: str) -> Resource:
        """The page at `url` as a resource, whose own links are fetched by this fetcher; UnreadableInput says why not."""
        answer = self.fetch(url)
        declared = Message()
        declared["Content-Type"] = answer.headers.get("Content-Type") or "application/octet-stream"
        charset = declared.get_param("charset")
        return bytes_resource(
            answer.url,
            answer.content,
            declared.get_content_type(),
            charset if isinstance(charset, str) else None,
            answer.fetched_at,
            self.open,
        )

    def fetch(self, url: str) -> Answer:
        """The answer with status 200 to a GET; UnreadableInput where the site, the network or the guard refuses.

        Robots.txt and the guard are asked again for every redirect.
        """
        asked, target, seen = url, url.partition("#")[0], set[str]()
        while True:
            if target in seen or len(seen) > self._manners.redirects:
                raise UnreadableInput(asked, "redirects in a circle" if target in seen else "redirects too many times")
            seen.add(target)
            if urlsplit(target).scheme not in ("http", "https") or not urlsplit(target).hostname:
                raise UnreadableInput(asked, f"leads to {target!r}, which is no http address")
            rules = self._rules_for(target, asked)
            if not rules.allows(target, AGENT):
                raise UnreadableInput(asked, f"may not be fetched: the robots.txt of {urlsplit(target).netloc} forbids it")
            answer = self._patiently(target, asked, rules.delay(AGENT), max_input_bytes())
            if answer.status not in REDIRECTS:
                break
            target = urljoin(target, answer.headers.get("Location") or "").partition("#")[0]
        if answer.status != 200:
            raise UnreadableInput(asked, f"cannot be fetched: the server answers with status {answer.status}")
        if not answer.content.strip():
            raise UnreadableInput(asked, "is empty")
        return answer

    def _rules_for(self, url: str, asked: str) -> Rules:
        """The site's rules, fetched once; UnreadableInput where they forbid everything or cannot be had."""
        site = site_of(url)
        if site not in self._rules:
            target = f"{site}/robots.txt"
            for _ in range(5):
                answer = self._patiently(target, asked, 0.0, ROBOTS_BYTES, cut=True)
                if answer.status not in REDIRECTS:
                    break
                target = urljoin(target, answer.headers.get("Location") or "")
            self._rules[site] = rules_of(answer.status, answer.content)
        rules = self._rules[site]
        if rules.refusal:
            raise UnreadableInput(asked, f"may not be fetched: {rules.refusal}")
        return rules

    def _patiently(self, url: str, asked: str, delay: float, limit: int, *, cut: bool = False) -> Answer:
        """One answer, asked for again after a pause where the site is busy or the line breaks."""
        manners = self._manners
        for attempt in range(1, manners.attempts + 1):
            self._keep_distance(url, asked, delay)
            last = attempt == manners.attempts
            pause = manners.back_off_s * 2 ** (attempt - 1) * random.uniform(1.0, 1.5)  # noqa: S311 - spreads load, no secret
            try:
                answer = self._once(url, asked, limit, cut=cut)
            except RefusedAddress as refusal:
                raise UnreadableInput(asked, str(refusal)) from refusal
            except TRANSPORT_ERRORS as error:
                unknown_host = isinstance(error, httpcore2.ConnectError) and "is not known" in str(error)
                if last or unknown_host or isinstance(error, httpx2.InvalidURL | httpx2.DecodingError):
                    raise UnreadableInput(asked, f"cannot be fetched: {why_broken(error)}") from error
            else:
                if answer.status not in RETRIED or last:
                    return answer
                pause = max(pause, retry_after(answer.headers.get("Retry-After")))
            if pause > manners.patience_s:
                raise UnreadableInput(asked, f"cannot be fetched now: the server asks to wait {pause:.0f} s")
            self._sleep(pause)
        raise AssertionError("unreachable: the last attempt returns or raises")

    def _keep_distance(self, url: str, asked: str, delay: float) -> None:
        """Waits until the site may be asked again; hosts that the user has named as his own are asked at once."""
        parts = urlsplit(url)
        between = 0.0 if parts.hostname in self._allowed else self._manners.between_s
        wanted = max(delay, between)
        if wanted > self._manners.patience_s:
            raise UnreadableInput(asked, f"is left alone: its robots.txt asks for {wanted:.0f} s between requests")
        wait = self._last.get(parts.netloc, float("-inf")) + wanted - time.monotonic()
        if wait > 0:
            self._sleep(wait)
        self._last[parts.netloc] = time.monotonic()

    def _once(self, url: str, asked: str, limit: int, *, cut: bool) -> Answer:
        """One request, its body read up to `limit` bytes after unpacking; a longer one is refused, or cut where `cut` is set."""
        if self._client is None:
            headers = {"User-Agent": USER_AGENT, "Accept-Encoding": "gzip, deflate"}
            transport = GuardedTransport(GuardedBackend(self._allowed, self._deadline))
            timeout = httpx2.Timeout(self._manners.silence_s)
            self._client = httpx2.Client(transport=transport, headers=headers, timeout=timeout, trust_env=False)
        self._deadline.start(self._manners.answer_s)
        content = bytearray()
        with self._client.stream("GET", url, follow_redirects=False) as response:
            if response.status_code not in REDIRECTS:
                for piece in response.iter_bytes():
                    content += piece
                    if len(content) > limit:
                        if not cut:
                            raise too_large(asked, limit)
                        break
                    self._deadline.within(None)
            return Answer(str(response.url), response.status_code, bytes(content[:limit]), response.headers, now())


def why_broken(error: Exception) -> str:
    """What went wrong on the way, in a few words."""
    if isinstance(error, httpcore2.TimeoutException | httpx2.TimeoutException):
        return "the server takes too long"
    return str(error) or type(error).__name__


def retry_after(value: str | None) -> float:
    """Seconds that a Retry-After header asks for, as a number or a date; 0 where there is none or it is broken."""
    if not value:
        return 0.0
    if value.strip().isdigit():
        return float(value)
    try:
        return max(0.0, (parsedate_to_datetime(value) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return 0.0

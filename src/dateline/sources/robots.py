"""What a site allows: its robots.txt by RFC 9309, read with protego."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

ROBOTS_BYTES = 500_000
"""RFC 9309, 2.5: at least 500 kibibytes must be read; what follows is ignored."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one site: `refusal` is set where nothing may be fetched, `parsed` where the site has a file."""

    parsed: Any = None
    refusal: str | None = None

    def allows(self, url: str, agent: str) -> bool:
        """Whether `agent` may fetch `url`."""
        return self.parsed is None or bool(self.parsed.can_fetch(url, agent))

    def delay(self, agent: str) -> float:
        """Seconds that the site wants between two requests, 0 where it says nothing."""
        return float((self.parsed.crawl_delay(agent) if self.parsed else None) or 0.0)


def site_of(url: str) -> str:
    """Scheme, host and port: what one robots.txt speaks for."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"


def rules_of(status: int, content: bytes) -> Rules:
    """RFC 9309, 2.3.1: a missing file allows everything; a site in trouble (5xx, 429) allows nothing for now."""
    from protego import Protego

    if status == 429 or status >= 500:
        return Rules(refusal=f"its robots.txt answers with status {status}, so nothing is fetched from it for now")
    if status >= 400:
        return Rules()
    return Rules(Protego.parse(content[:ROBOTS_BYTES].decode("utf-8", "replace")))

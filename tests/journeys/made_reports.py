"""A folder of small reports of our own, made by the dozen: wire copies, changed pages, records and pages that are none."""

import json
import random
from pathlib import Path

TOWNS = ("Odesa", "Kharkiv", "Zaporizhzhia", "Sumy", "Kherson", "Dnipro", "Mykolaiv", "Poltava")
OUTLETS = ("The Harbour Gazette", "Northern Wire", "Morning Ledger", "City Observer")
STRIKES = (
    "Russian drones hit a power plant in {town} on {day}, killing {dead} people and injuring {hurt}, the governor said.",
    "A Russian missile struck the port of {town} overnight, killing at least {dead} workers.",
    "Shelling destroyed a school in {town} on {day}; {hurt} civilians were wounded, officials said.",
)
TALKS = (
    "Envoys of Ukraine and the United States met in Geneva on {day} to discuss a ceasefire.",
    "Turkey's foreign minister called on Russia to halt its attacks.",
    "The European Union condemned the strike on {town} and promised new sanctions against Russia.",
)
AFTER = (
    "Power was cut to {hurt} thousand homes in the region.",
    "Rescuers worked through the night to clear the rubble.",
    "Russia's defence ministry denied that its forces had attacked civilians.",
)
PAGE = """<!DOCTYPE html><html lang="en"><head><title>{title}</title><link rel="canonical" href="{url}">
<meta property="og:site_name" content="{outlet}"><meta property="article:published_time" content="{published}T09:00:00Z"></head>
<body><nav>Home News Sport</nav><article><h1>{title}</h1>{body}</article><footer>All rights reserved</footer></body></html>"""


def make_reports(folder: Path, count: int = 42, seed: int = 20260110, prefix: str = "r") -> Path:
    """`count` reports below `folder`: two in three as web pages, the others as records; every seventh copies another.

    Ids of records and addresses of pages begin with `prefix`.
    """
    chance = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    told: list[tuple[str, list[str]]] = []
    records = []
    for number in range(count):
        title, paragraphs = chance.choice(told) if told and number % 7 == 6 else _story(chance)
        told.append((title, paragraphs))
        outlet, published = chance.choice(OUTLETS), f"2026-01-{5 + number % 9:02d}"
        # Every eleventh page stands under the address of the one before it: a silent edit.
        url = f"https://news.example/{prefix}{number - (number % 11 == 10)}"
        if number % 3 == 2:
            text = "\n\n".join(paragraphs)
            records.append({"id": f"{prefix}{number}", "title": title, "text": text, "published": published, "publisher": outlet})
        else:
            body = "".join(f"<p>{p}</p>" for p in paragraphs)
            page = PAGE.format(title=title, url=url, outlet=outlet, published=published, body=body)
            (folder / f"{number:03d}.html").write_text(page, encoding="utf-8")
    (folder / "records.jsonl").write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
    (folder / "noise.html").write_bytes(bytes(range(256)) * 8)
    return folder


def _story(chance: random.Random) -> tuple[str, list[str]]:
    facts = {
        "town": chance.choice(TOWNS),
        "day": chance.choice(("Monday", "Wednesday", "Friday")),
        "dead": chance.randint(2, 9),
        "hurt": chance.randint(10, 40),
    }
    lines = [chance.choice(STRIKES), chance.choice(AFTER), chance.choice(TALKS)]
    return f"Strike on {facts['town']} leaves {facts['dead']} dead", [line.format(**facts) for line in lines]

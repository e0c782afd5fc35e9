"""Reading web pages: documents a second, and trafilatura's fast mode beside its standard one.

Run `python -m benchmarks.read_documents [PAGES]`. The pages are generated: a report of 8 to 20 paragraphs inside the menus,
teasers, forms and scripts of a news site. Word F1 compares what was read with the paragraphs that were put in.
"""

import random
import sys
import time
from collections import Counter
from collections.abc import Callable

from trafilatura import extract

from benchmarks.near_duplicates import sentence
from dateline.documents import read_document
from dateline.model import Page
from dateline.settings import now


def generated(pages: int, seed: int = 11) -> list[tuple[str, str]]:
    """Pages with the text of their report."""
    draw = random.Random(seed)
    made = []
    for number in range(pages):
        paragraphs = [" ".join(sentence(draw) for _ in range(draw.randint(1, 4))) for _ in range(draw.randint(8, 20))]
        title = sentence(draw).partition(",")[0]
        menu = "".join(f"<li><a href='/s{n}'>Section {n}</a></li>" for n in range(20))
        teasers = "".join(f"<div class='teaser'><h3><a href='/r{n}'>{sentence(draw)}</a></h3></div>" for n in range(25))
        script = f"<script>var settings = {list(range(400))};</script>"
        day = f"2026-01-{1 + number % 28:02}"
        meta = f"<meta property='og:site_name' content='The Post'><meta property='article:published_time' content='{day}'>"
        body = "".join(f"<p>{p}</p>" for p in paragraphs)
        form = "<form><h3>Leave a Reply</h3><p>Your email address will not be published.</p><textarea></textarea></form>"
        head = f"<!DOCTYPE html><html lang='en'><head><title>{title} | The Post</title>{meta}{script}</head>"
        main = f"<main><article><h1>{title}</h1>{body}</article><aside>{teasers}</aside>{form}</main>"
        page = f"{head}<body><nav><ul>{menu}</ul></nav>{main}<footer>© The Post</footer></body></html>"
        made.append((page, "\n\n".join(paragraphs)))
    return made


def word_f1(found: str, wanted: str) -> float:
    """F1 over the words of two texts, counted with repetition."""
    left, right = Counter(found.split()), Counter(wanted.split())
    common = sum((left & right).values())
    return 2 * common / max(1, left.total() + right.total())


def measured(name: str, read: Callable[[str], str], pages: list[tuple[str, str]]) -> None:
    """Prints speed and quality of one way of reading."""
    read(pages[0][0])
    began = time.perf_counter()
    texts = [read(markup) for markup, _ in pages]
    taken = time.perf_counter() - began
    quality = sum(word_f1(text, wanted) for text, (_, wanted) in zip(texts, pages, strict=True)) / len(pages)
    print(f"{name:<28}{len(pages) / taken:8.1f} pages/s   word F1 {quality:.4f}")


def main(arguments: list[str]) -> None:
    """Prints one line for each way of reading."""
    pages = generated(int(arguments[0]) if arguments else 200)
    print(f"{len(pages)} pages of {sum(len(m) for m, _ in pages) / len(pages) / 1000:.0f} kB, one process")
    measured("trafilatura, standard", lambda m: extract(m, include_comments=False) or "", pages)
    measured("trafilatura, fast", lambda m: extract(m, include_comments=False, fast=True) or "", pages)
    measured("read_document", lambda m: read_document(Page("made", m.encode(), "text/html", now())).text, pages)


if __name__ == "__main__":
    main(sys.argv[1:])

"""Families of copies on generated reports: pairwise precision and recall, and documents a second.

Run `python -m benchmarks.near_duplicates [DOCUMENTS] [FAMILIES]`. Copies are verbatim, cut, re-ordered, framed by new sentences,
lightly rewritten, or cut and rewritten; the reports that are nobody's copy are written from the same small stock of phrases.
"""

import random
import sys
import time
from collections import Counter
from hashlib import sha256

from dateline.documents import families
from dateline.model import Document

BEGINNINGS = "Bel Kor Mar Tas Dov Lin Zar Ned Or Vel Sto Gra Pol Hur Jas".split()
ENDINGS = "grad ovka minsk aia eria burg stan ino".split()
PLACES = [b + e + kind for b in BEGINNINGS for e in ENDINGS for kind in ("", " district", " port")]
DOERS = "soldiers militiamen drones warships protesters negotiators envoys gunmen police rebels engineers medics".split()
DEEDS = "struck blocked left reached shelled guarded crossed searched cleared closed visited mined besieged evacuated".split()
THINGS = "the power plant|the bridge|a hospital|the grain terminal|two villages|a school|the airfield|the market|a convoy".split(
    "|"
)
TAILS = (
    "officials said|according to residents|the governor wrote|a spokesman told reporters|the ministry said in a statement|"
    "witnesses said|the army confirmed|local media reported|rescue workers said|aid groups said"
).split("|")
WHEN = (
    "on Monday|before dawn|late on Friday|over the weekend|after a week of calm|a third time this month|during talks|at noon"
).split("|")
FILLER = (
    "road winter shelter truck signal river council depot patrol harvest clinic tower ferry convoy ration crossing barracks"
).split()


def sentence(draw: random.Random) -> str:
    """One invented sentence of news."""
    number = draw.randint(2, 900)
    deed = f"{draw.choice(DOERS).capitalize()} {draw.choice(DEEDS)} {draw.choice(THINGS)}"
    return (
        f"{deed} near {draw.choice(PLACES)} {draw.choice(WHEN)}, "
        f"where {number} people with a {draw.choice(FILLER)} and a {draw.choice(FILLER)} waited, {draw.choice(TAILS)}."
    )


def copied(sentences: list[str], draw: random.Random) -> list[str]:
    """A copy as an editor makes it."""
    copy = list(sentences)
    how = draw.choice(("verbatim", "cut", "re-ordered", "rewritten", "cut and rewritten", "framed"))
    if "cut" in how:
        copy = copy[: max(4, int(len(copy) * draw.uniform(0.4, 0.8)))]
    if how == "re-ordered":
        draw.shuffle(copy)
    if "rewritten" in how:
        copy = [" ".join(draw.choice(FILLER) if draw.random() < 0.08 else w for w in s.split()) for s in copy]
    if how == "framed":
        copy = [sentence(draw), *copy, sentence(draw)]
    return copy


def generated(documents: int, origins: int, seed: int = 7) -> tuple[list[Document], dict[str, int]]:
    """Reports with their true origin: `origins` families share two thirds of the documents, the rest stand alone."""
    draw = random.Random(seed)
    made: list[Document] = []
    truth: dict[str, int] = {}
    stories = [[sentence(draw) for _ in range(draw.randint(7, 18))] for _ in range(origins)]
    for number in range(documents):
        origin = draw.randrange(origins) if origins <= number < documents * 2 // 3 else number
        if number < origins:
            told = stories[origin]
        elif origin < origins:
            told = copied(stories[origin], draw)
        else:
            told = [sentence(draw) for _ in range(draw.randint(7, 18))]
        text = "\n\n".join(told)
        doc_id = "d" + sha256(f"{number} {text}".encode()).hexdigest()[:16]
        made.append(Document(doc_id, f"Report {number}", text, (), doc_id, f"generated:{number}"))
        truth[doc_id] = origin
    draw.shuffle(made)
    return made, truth


def pairs(sizes: Counter[object]) -> int:
    """Pairs within groups of these sizes."""
    return sum(n * (n - 1) // 2 for n in sizes.values())


def scored(found: dict[str, str], truth: dict[str, int]) -> tuple[float, float]:
    """Pairwise precision and recall of families."""
    both = pairs(Counter((found[d], truth[d]) for d in truth))
    return both / max(1, pairs(Counter(found.values()))), both / max(1, pairs(Counter(truth.values())))


def main(arguments: list[str]) -> None:
    """Prints precision, recall and speed."""
    documents, origins = int(arguments[0]) if arguments else 20_000, int(arguments[1]) if arguments[1:] else 3_000
    reports, truth = generated(documents, origins)
    words = sum(len(r.text.split()) for r in reports) / len(reports)
    began = time.perf_counter()
    found = families(reports)
    taken = time.perf_counter() - began
    precision, recall = scored(found, truth)
    print(
        f"{documents} reports of {words:.0f} words, {origins} families: precision {precision:.4f}, recall {recall:.4f}, "
        f"{documents / taken:.0f} documents/s"
    )


if __name__ == "__main__":
    main(sys.argv[1:])

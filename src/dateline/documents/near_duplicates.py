"""Copies of one report: wire stories printed by many outlets, cut, re-ordered, re-titled or lightly rewritten, and later versions.

Candidates come from MinHash signatures of word shingles (Broder 1997; rensa's R-MinHash), banded for locality-sensitive hashing,
and, for partial copies, from a sample of the shingles themselves; every pair is then compared exactly.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from dateline.model import Document

SHINGLE = 5
"""Words in a shingle."""
PERMUTATIONS = 64
ROWS = 4
"""Signature values in a band: 16 bands of 4 find a pair of Jaccard similarity 0.5 with probability 0.64, one of 0.7 with 0.99."""
SEED = 20
SAMPLE = 8
"""One shingle in so many is indexed for finding partial copies."""
SAMPLE_SHARE = 0.15
"""Share of the smaller report's sample that a candidate must have in common."""
COMMON = 100
"""Reports in which a sampled shingle is looked up; one in more of them is a phrase of the trade and says nothing."""

BATCH = 500
"""Reports whose shingles are held as strings at one time."""
LEAST_SHINGLES = 20
"""Below so many shingles only the same words make a copy."""
WHOLE_COPY = 0.2
"""Jaccard similarity of the shingles from which two reports are copies."""
PART_COPY = 0.33
"""Share of the smaller report's shingles in the larger from which it is a part of it."""
AGENCY_COPY = 0.2
"""The same share where both credit one agency."""
LEAST_PART = 0.12
"""A report much smaller than another is a brief in a round-up, not a cut copy, below this share of its size."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is compared of one report."""

    doc_id: str
    shingles: frozenset[int]
    agency: str | None
    url: str | None


def families(documents: Sequence[Document]) -> dict[str, str]:
    """For each document id the id of its family: the smallest id among the reports that share its origin.

    Versions of one address are one family; so are copies, and copies of copies. The order of the documents does not matter.
    """
    ordered = sorted({d.id: d for d in documents}.values(), key=lambda d: d.id)
    prints = [
        Fingerprint(d.id, hashes, d.agency, d.url)
        for d, hashes in zip(ordered, shingle_hashes(map(words_of, ordered)), strict=True)
    ]
    parent = list(range(len(prints)))
    for left, right in same_keys(prints):
        join(parent, left, right)
    for left, right in candidates(prints, parent):
        if root(parent, left) != root(parent, right) and are_copies(prints[left], prints[right]):
            join(parent, left, right)
    return {print_.doc_id: prints[root(parent, number)].doc_id for number, print_ in enumerate(prints)}


def words_of(document: Document) -> list[str]:
    """The words of a report in small letters, without its dateline."""
    start = document.dateline.span.end if document.dateline else 0
    return re.findall(r"\w+", document.text[start:].casefold())


def shingle_hashes(texts: Iterable[list[str]]) -> Iterator[frozenset[int]]:
    """The distinct shingles of each text as 64-bit hashes that are the same in every run; a short text is one shingle."""
    from rensa import RMinHash

    waiting = iter(texts)
    while batch := list(islice(waiting, BATCH)):
        for hashes in RMinHash.hash_token_sets([shingles_of(words) for words in batch]):
            yield frozenset(hashes)


def shingles_of(words: list[str]) -> list[str]:
    """Every run of SHINGLE words."""
    if len(words) < LEAST_SHINGLES + SHINGLE - 1:
        return [" ".join(words)]
    return list(map(" ".join, zip(*(words[n:] for n in range(SHINGLE)), strict=False)))


def same_keys(prints: Sequence[Fingerprint]) -> Iterator[tuple[int, int]]:
    """Pairs with one address or exactly the same words."""
    first: dict[object, int] = {}
    for number, print_ in enumerate(prints):
        for key in (print_.url, print_.shingles):
            if key:
                yield first.setdefault(key, number), number


def candidates(prints: Sequence[Fingerprint], parent: list[int]) -> Iterator[tuple[int, int]]:
    """Pairs that may be copies; pairs already joined when their turn comes are left out."""
    long = [number for number, print_ in enumerate(prints) if len(print_.shingles) >= LEAST_SHINGLES]
    yield from banded(prints, long, parent)
    yield from overlapping(prints, long, parent)


def banded(prints: Sequence[Fingerprint], numbers: list[int], parent: list[int]) -> Iterator[tuple[int, int]]:
    """Pairs whose signatures agree in a whole band."""
    from rensa import RMinHash

    if not numbers:
        return
    matrix = RMinHash.digest_matrix_from_token_hash_sets([list(prints[n].shingles) for n in numbers], PERMUTATIONS, SEED)
    first: dict[int, int] = {}
    further: defaultdict[int, list[int]] = defaultdict(list)
    for number, row in zip(numbers, matrix.to_rows(), strict=True):
        for start in range(0, PERMUTATIONS, ROWS):
            band = hash((start, *row[start : start + ROWS]))
            holder = first.setdefault(band, number)
            if holder == number:
                continue
            for other in (holder, *further.get(band, ())):
                if root(parent, other) != root(parent, number):
                    yield other, number
            if root(parent, holder) != root(parent, number):
                further[band].append(number)


def overlapping(prints: Sequence[Fingerprint], numbers: list[int], parent: list[int]) -> Iterator[tuple[int, int]]:
    """Pairs that share enough of a sample of their shingles: the parts of which a cut or mixed copy consists."""
    samples = {n: [h for h in prints[n].shingles if h % SAMPLE == 0] for n in numbers}
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for number in numbers:
        shared: Counter[int] = Counter()
        for shingle in samples[number]:
            held = holders[shingle]
            if len(held) < COMMON:
                shared.update(held)
                held.append(number)
        for other, count in shared.items():
            if count < 2 or count < SAMPLE_SHARE * min(len(samples[number]), len(samples[other])):
                continue
            if root(parent, other) != root(parent, number):
                yield other, number


def are_copies(left: Fingerprint, right: Fingerprint) -> bool:
    """Whether two reports have so many shingles in common that one origin is certain."""
    common = len(left.shingles & right.shingles)
    smaller, larger = sorted((len(left.shingles), len(right.shingles)))
    if common >= WHOLE_COPY * (smaller + larger - common):
        return True
    needed = AGENCY_COPY if left.agency and left.agency == right.agency else PART_COPY
    return smaller >= LEAST_PART * larger and common >= max(LEAST_SHINGLES, needed * smaller)


def root(parent: list[int], number: int) -> int:
    """The smallest member of a family (union-find with path halving)."""
    while parent[number] != number:
        parent[number] = parent[parent[number]]
        number = parent[number]
    return number


def join(parent: list[int], left: int, right: int) -> None:
    """Makes two families one, under the smaller root."""
    low, high = sorted((root(parent, left), root(parent, right)))
    parent[high] = low

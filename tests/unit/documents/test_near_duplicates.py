import random
from dataclasses import replace

import pytest

from benchmarks.near_duplicates import copied, generated, scored, sentence
from dateline.documents import families
from dateline.documents.near_duplicates import shingle_hashes
from dateline.model import Document


def report(doc_id: str, sentences: list[str], **fields: object) -> Document:
    return Document(doc_id, "T", "\n\n".join(sentences), (), doc_id, doc_id, **fields)  # type: ignore[arg-type]


@pytest.fixture
def story() -> list[str]:
    draw = random.Random(1)
    return [sentence(draw) for _ in range(12)]


def other_story(seed: int, length: int = 12) -> list[str]:
    draw = random.Random(seed)
    return [sentence(draw) for _ in range(length)]


def test_copies_are_one_family_under_its_smallest_id(story: list[str]) -> None:
    draw = random.Random(2)
    copies = [report(f"c{n}", copied(story, draw)) for n in range(6)]
    found = families([*copies, report("b", story), report("a", other_story(3))])
    assert found == {"a": "a", "b": "b", **{f"c{n}": "b" for n in range(6)}}


def test_the_order_of_documents_does_not_matter() -> None:
    documents, _ = generated(300, 50)
    found = families(documents)
    for seed in range(3):
        random.Random(seed).shuffle(documents)
        assert families(documents) == found


def test_a_cut_copy_is_of_the_family_and_a_brief_in_a_round_up_is_not(story: list[str]) -> None:
    assert families([report("a", story), report("b", story[:5])])["b"] == "a"
    round_up = [s for seed in range(10) for s in other_story(seed + 20, 4)]
    assert families([report("a", round_up), report("b", round_up[:4])])["b"] == "b"


def test_a_shared_quotation_makes_no_family(story: list[str]) -> None:
    assert families([report("a", story), report("b", [*other_story(5, 10), *story[:2]])])["b"] == "b"


def test_one_agency_needs_less_in_common(story: list[str]) -> None:
    mixed = [*story[:3], *other_story(6, 10)]
    left, right = report("a", story), report("b", mixed)
    assert families([left, right])["b"] == "b"
    assert families([replace(left, agency="AFP"), replace(right, agency="AFP")])["b"] == "a"
    assert families([replace(left, agency="AFP"), replace(right, agency="AP")])["b"] == "b"


def test_versions_of_one_address_share_their_origin(story: list[str]) -> None:
    url = "https://courier.example/live"
    assert families([report("a", story, url=url), report("b", other_story(7), url=url)])["b"] == "a"


def test_short_reports_are_copies_only_word_for_word() -> None:
    short = ["Two ferries were turned back."]
    found = families([report("a", short), report("b", ["TWO ferries were turned back!"]), report("c", ["Two ferries were sunk."])])
    assert found == {"a": "a", "b": "a", "c": "c"}


def test_no_documents_and_empty_ones() -> None:
    assert families([]) == {}
    assert families([report("a", []), report("b", ["..."])])["a"] == "a"


def test_the_benchmark_keeps_its_level() -> None:
    documents, truth = generated(900, 140)
    precision, recall = scored(families(documents), truth)
    assert precision >= 0.99
    assert recall >= 0.97


def test_hashes_are_the_same_in_every_run() -> None:
    (hashes,) = shingle_hashes([["one", "two"]])
    assert hashes == {15524248341087884080}

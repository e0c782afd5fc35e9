"""What every annotator keeps: offsets inside the document, links between what is there, the same answer twice."""

from datetime import date

import pytest

from dateline.codebook import load
from dateline.documents import split_sentences
from dateline.language import Annotator, EncoderAnnotator, LexiconAnnotator, ReaderAnnotator
from dateline.model import Document

TEXT = (
    "Russian drones struck a power plant in Odesa on Monday, killing three workers, the regional governor said. "
    "The attack left 40,000 homes without heat. Kyiv condemned the strike. Talks in Geneva are to go on next week."
)


@pytest.fixture(params=[LexiconAnnotator, EncoderAnnotator, ReaderAnnotator], ids=["lexicon", "encoder", "reader"])
def annotator(request: pytest.FixtureRequest) -> Annotator:
    made: Annotator = request.param()
    return made


def report(text: str, title: str = "Drones hit Odesa") -> Document:
    return Document("d", title, text, split_sentences(text), "", "", published=date(2026, 2, 10))


def test_the_plain_acts_are_found(annotator: Annotator) -> None:
    found = annotator.annotate(report(TEXT))
    told = [(TEXT[t.span.start : t.span.end], t.event_type) for t in found.triggers if t.part == "text" and t.probability > 0.5]
    assert any("struck" in words and kind == "ASSAULT" for words, kind in told)
    assert any("condemned" in words and kind == "ACCUSE" for words, kind in told)


def test_all_points_into_the_document(annotator: Annotator) -> None:
    document = report(TEXT)
    found = annotator.annotate(document)
    length = {"text": len(document.text), "title": len(document.title)}
    for marked in (*found.triggers, *found.mentions):
        assert 0 <= marked.span.start < marked.span.end <= length[marked.part]
        assert 0 < marked.probability <= 1
    for link in found.links:
        assert 0 <= link.trigger < len(found.triggers)
        assert 0 <= link.mention < len(found.mentions)
    assert all(one in found.triggers and other in found.triggers for one, other in found.same_act)


def test_modes_belong_to_their_types(annotator: Annotator) -> None:
    types = load().types
    assert all(t.mode is None or t.mode in types[t.event_type].modes for t in annotator.annotate(report(TEXT)).triggers)


def test_the_same_document_twice_gives_the_same(annotator: Annotator) -> None:
    assert annotator.annotate(report(TEXT)) == annotator.annotate(report(TEXT))


@pytest.mark.parametrize(("text", "title"), [("", ""), ("", "Drones hit Odesa"), ("Snow fell.", "")])
def test_where_nothing_is_told_nothing_is_found(annotator: Annotator, text: str, title: str) -> None:
    found = annotator.annotate(report(text, title))
    assert [t for t in found.triggers if t.part == "text"] == []


def test_it_says_who_it_is(annotator: Annotator) -> None:
    assert annotator.name in ("lexicon", "reader")
    assert annotator.version
    assert annotator.version == type(annotator)().version

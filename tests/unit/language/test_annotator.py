"""The lexicon annotator on sentences of our own."""

import pytest

from dateline.language import Annotator, LexiconAnnotator
from dateline.language.screen import screen
from dateline.model import Annotations, Document, Span


def annotate(text: str, title: str = "") -> Annotations:
    annotator: Annotator = LexiconAnnotator()
    return annotator.annotate(Document("d", title, text, (Span(0, len(text)),), "", ""))


def told(text: str, least: float = 0.4) -> list[tuple[str, str]]:
    return [(t.event_type, t.status) for t in annotate(text).triggers if t.probability >= least]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Drones hit a substation in Odesa overnight.", ("ASSAULT", "occurred")),
        ("The two sides will meet in Geneva on Friday.", ("CONSULT", "planned")),
        ("No agreement was reached.", ("AGREE", "denied")),
        ("Hungary vetoed the resolution.", ("REJECT", "occurred")),
        ("The minister resigned on Monday.", ("RETREAT", "occurred")),
        ("Police detained twelve students.", ("COERCE", "occurred")),
        ("The court sentenced the reporter to nine years.", ("SANCTION", "occurred")),
        ("Thousands marched through the capital.", ("PROTEST", "occurred")),
        ("The navy reportedly shelled the harbour.", ("ASSAULT", "alleged")),
    ],
)
def test_an_act_is_told(sentence: str, expected: tuple[str, str]) -> None:
    assert expected in told(sentence)


def test_what_is_demanded_has_not_happened() -> None:
    assert told("The council demanded that the rebels release the prisoners.") == [("REQUEST", "occurred")]


def test_a_purpose_is_no_act() -> None:
    assert not [t for t, _ in told("The fleet sailed to deter attacks on shipping.") if t == "ASSAULT"]


def test_sport_in_war_words_tells_nothing() -> None:
    text = (
        "The visitors attacked from the kick-off and bombarded the goalkeeper. Their striker hit the post before the midfielder "
        "fired in a second, and the coach hailed a derby won by three goals."
    )
    assert told(text) == []


def test_screen_names_the_other_world() -> None:
    assert screen("", "The striker scored two goals before half-time and the referee blew for offside.").other_world == "sport"
    assert screen("", "Drones struck a power plant near Dnipro, officials said.").other_world == ""


def test_mentions_are_the_words_themselves() -> None:
    text = "Russian drones killed three workers at a power plant in Dnipro."
    found = annotate(text)
    words = {(m.kind, m.label): m.span.of(text) for m in found.mentions}
    assert words["harm", "killed"] == "three workers"
    assert words["target", "energy.generation"] == "power plant"
    assert all(0 <= link.trigger < len(found.triggers) and 0 <= link.mention < len(found.mentions) for link in found.links)


def test_subsets_are_marked() -> None:
    found = annotate("The blast killed 25 people, including three children.")
    assert ("killed", "subset") in {(m.label, m.qualifier) for m in found.mentions}

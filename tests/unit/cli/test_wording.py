from datetime import date

import pytest

from dateline.cli import wording
from dateline.model import Actor, Document, Event, Evidence, Harm, Place, Quantity, Span, TimeSpan

RUSSIA = Actor("Russian forces", "Russia", "RUS", "MIL")
UKRAINE = Actor("civilians", "Ukraine", "UKR", "CVL")


@pytest.mark.parametrize(
    ("actors", "recipients", "words"),
    [
        ((RUSSIA,), (UKRAINE,), "Russia (RUS MIL) -> Ukraine (UKR CVL)"),
        ((), (UKRAINE,), "? -> Ukraine (UKR CVL)"),
        ((RUSSIA, UKRAINE), (), "Russia (RUS MIL), Ukraine (UKR CVL)"),
        ((Actor(None, "Red Cross"),), (), "Red Cross"),
    ],
)
def test_parties(actors, recipients, words):
    assert wording.parties(actors, recipients) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2025, 12, 21), date(2025, 12, 21), "2025-12-21"),
        (date(2025, 12, 20), date(2025, 12, 21), "2025-12-20..21"),
        (date(2025, 11, 30), date(2025, 12, 1), "2025-11-30..12-01"),
        (date(2025, 12, 31), date(2026, 1, 1), "2025-12-31..2026-01-01"),
    ],
)
def test_day(start, end, words):
    assert wording.day(TimeSpan(start, end)) == words


@pytest.mark.parametrize(
    ("low", "high", "words"), [(3, 3, "3"), (3, None, "3+"), (0, 20, "0-20"), (None, 5, "0-5"), (0, 0, "0"), (None, None, "?")]
)
def test_quantity(low, high, words):
    assert wording.quantity(Quantity(low, high)) == words


def test_harm_tells_parts_and_older_figures_apart():
    figures = (
        Harm("killed", Quantity(5, 5)),
        Harm("killed", Quantity(2, 2), who="children", subset=True),
        Harm("killed", Quantity(3, 3), superseded=True),
    )
    assert wording.harm(figures) == "5 killed, 2 killed (children), [3 killed]"


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place("Odesa", "Odesa", "UKR", "city"), "Odesa, UKR"),
        (Place("Kharkiv region", "Kharkiv", "UKR", "admin1"), "Kharkiv, UKR (admin1)"),
        (Place("Ukraine", "Ukraine", "UKR", "country"), "Ukraine"),
        (Place("the Black Sea", "Black Sea", "", "region"), "Black Sea (region)"),
        (None, ""),
    ],
)
def test_place(place, words):
    assert wording.place(place) == words


def document():
    text = "Talks went on.\nMissiles hit\nOdesa on Sunday."
    return Document("d", "Missiles hit Odesa", text, (Span(0, 14), Span(15, len(text))), "0", "d.txt")


def test_sentence_is_the_one_of_the_trigger_on_one_line():
    event = Event("e", "d", "ASSAULT", evidence=(Evidence("trigger", 24, 27),))
    assert wording.sentence(event, document()) == "Missiles hit Odesa on Sunday."


def test_sentence_of_a_trigger_in_the_title_is_the_title():
    event = Event("e", "d", "ASSAULT", evidence=(Evidence("trigger", 9, 12, "title"),))
    assert wording.sentence(event, document()) == "Missiles hit Odesa"


def test_status_says_what_is_no_news():
    assert wording.status(Event("e", "d", "ASSAULT", status="alleged", background=True)) == "alleged background"

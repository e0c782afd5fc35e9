"""Whose people are who are named without their country."""

import pytest

from dateline.coding.home_country import NONE, HomeCountries, Phrase
from dateline.coding.setting import read_setting
from dateline.model import Span
from tests.unit.coding.reports import report

TWO_COUNTRIES = (
    "Niger expelled 300 migrants to Algeria on Monday, and Niger's army closed the crossing at Assamaka.\n\n"
    "In Lagos, Nigeria, retired railwaymen marched to the pension office on Thursday. The state governor promised the money."
)


def country_of(words: str, text: str, title: str = "", sector: str = "GOV") -> str:
    setting = read_setting(report(text, title))
    start = text.index(words)
    return HomeCountries(setting).of(Phrase(Span(start, start + len(words)), "text", words, sector))


@pytest.mark.parametrize(
    ("words", "text", "country"),
    [
        ("the regional governor", "Drones hit Odesa in Ukraine overnight, the regional governor said.", "UKR"),
        ("The state governor", TWO_COUNTRIES, "NGA"),
        ("residents", "Peru sent troops on Monday. In Colombia, residents of Medellin blocked the road.", "COL"),
        ("Its foreign minister", "Peru recalled its envoy to Colombia. Peru had protested. Its foreign minister spoke.", "PER"),
    ],
)
def test_the_country_is_one_that_the_report_names(words: str, text: str, country: str) -> None:
    assert country_of(words, text) == country


def test_a_report_that_names_no_country_gives_none() -> None:
    assert country_of("the governor", "Shells fell on the town, the governor said.") == NONE


def test_every_candidate_has_its_evidence() -> None:
    setting = read_setting(report(TWO_COUNTRIES))
    start = TWO_COUNTRIES.index("The state governor")
    rows = HomeCountries(setting).evidence(Phrase(Span(start, start + 18), "text", "The state governor", "GOV"))
    assert {NONE, "NER", "NGA", "DZA"} <= rows.keys()
    assert rows["NGA"]["opens_paragraph"] == 1.0
    assert rows["NGA"]["opens_paragraph:local"] == 1.0
    assert "opens_paragraph" not in rows["NER"]

"""Whole noun phrases."""

from datetime import date

import pytest

from dateline import actors

DAY = date(2025, 11, 20)

READINGS = [
    ("Ukrainian President Volodymyr Zelenskyy", "Volodymyr Zelenskyy", "UKR", "GOV"),
    ("Kremlin spokesman Dmitry Peskov", "Dmitry Peskov", "RUS", "GOV"),
    ("his Azerbaijani counterpart, Jeyhun Bayramov", "Jeyhun Bayramov", "AZE", "GOV"),
    ("Deputy Prime Minister and Minister for Defence Richard Marles", "Richard Marles", "AUS", "GOV"),
    ("Secretary Rubio", "Marco Rubio", "USA", "GOV"),
    ("the Kremlin", "Russia", "RUS", "GOV"),
    ("Moscow", "Russia", "RUS", "GOV"),
    ("the Trump administration", "United States", "USA", "GOV"),
    ("Russian forces", "Russian Armed Forces", "RUS", "MIL"),
    ("Israeli jets", "Israel Defense Forces", "ISR", "MIL"),
    ("four Colombian soldiers", "Military Forces of Colombia", "COL", "MIL"),
    ("the Sudanese army chief", "Sudanese army chief", "SDN", "MIL"),
    ("two police units", "police units", "", "COP"),
    ("a Houthi spokesman", "Houthi spokesman", "YEM", "REB"),
    ("the Houthi prime minister", "Houthi prime minister", "YEM", "REB"),
    ("Hamas fighters", "Hamas fighters", "PSE", "REB"),
    ("paramilitary RSF", "Rapid Support Forces", "SDN", "REB"),
    ("Iranians", "Iranian civilians", "IRN", "CVL"),
    ("residents of Ukraine", "Ukrainian civilians", "UKR", "CVL"),
    ("more than forty militants", "militants", "", "REB"),
    ("Four of the women", "women", "", "CVL"),
    ("One hundred and forty-six Ukrainian servicemen", "Armed Forces of Ukraine", "UKR", "MIL"),
    ("members of parliament", "members of parliament", "", "LEG"),
    ("leader of the rebels", "leader", "", "REB"),
    ("union leaders", "union leaders", "", "LAB"),
    ("hospital officials", "hospital officials", "", "MED"),
    ("UN peacekeepers", "UN peacekeepers", "IGO", "IGO"),
    ("UN experts", "UN experts", "IGO", "NGO"),
    ("the mission", "mission", "IGO", "IGO"),
    ("the Emirati mission", "Emirati mission", "ARE", "GOV"),
    ("the Thai Red Cross", "International Committee of the Red Cross", "THA", "NGO"),
    ("A court in Berlin", "court", "DEU", "JUD"),
    ("Iran-backed militias", "Iran-backed militias", "", "PRM"),
    ("pro-Russian voters", "pro-Russian voters", "", "CVL"),
    ("European leaders", "European leaders", "", "GOV"),
    ("Patrick Sample, the Congolese government spokesman", "Patrick Sample", "COD", "GOV"),
    ("Governor Sample Name", "Sample Name", "", "GOV"),
    ("the mayor, Sample Name", "Sample Name", "", "GOV"),
    ("hospital director Abdul Wali", "Abdul Wali", "", "MED"),
    ("Russian and Ukrainian children", "Russian", "RUS", "CVL"),
    ("students", "students", "", "EDU"),
    ("journalists", "journalists", "", "JRN"),
    ("bandits", "bandits", "", "CRM"),
    ("gunmen", "gunmen", "", "UAF"),
    ("an opposition leader", "opposition leader", "", "OPP"),
    ("rights groups", "rights groups", "", "NGO"),
    ("farmers", "farmers", "", "AGR"),
    ("refugees", "refugees", "", "REF"),
    ("a bishop", "bishop", "", "REL"),
]


@pytest.mark.parametrize(("phrase", "name", "country", "sector"), READINGS)
def test_reading(phrase, name, country, sector):
    actor = actors.resolve(phrase, on=DAY)
    assert (actor.text, actor.name, actor.country, actor.sector) == (phrase, name, country, sector)


@pytest.mark.parametrize("phrase", ["I", "we", "They", "the two", "", " , "])
def test_pronouns_are_nobody(phrase):
    assert actors.resolve(phrase, home="USA") is None


def test_the_united_states_are_no_pronoun():
    assert actors.resolve("US").country == "USA"


@pytest.mark.parametrize(
    ("phrase", "country", "name"),
    [
        ("the regional governor", "UKR", "regional governor"),
        ("the army", "UKR", "Armed Forces of Ukraine"),
        ("Foreign ministry staff", "UKR", "Foreign ministry staff"),
        ("Russian troops", "RUS", "Russian Armed Forces"),
        ("the Security Council", "IGO", "United Nations Security Council"),
        ("foreign fighters", "", "foreign fighters"),
        ("African leaders", "", "African leaders"),
        ("unidentified gunmen", "", "unidentified gunmen"),
    ],
)
def test_home_fills_in_only_what_the_phrase_leaves_open(phrase, country, name):
    actor = actors.resolve(phrase, on=DAY, home="UKR")
    assert (actor.country, actor.name) == (country, name)


def test_what_home_fills_in_is_less_certain():
    assert actors.resolve("the army", home="UKR").confidence < actors.resolve("the Ukrainian army").confidence


def test_home_tells_two_namesakes_apart():
    assert actors.resolve("the ADF", home="AUS").sector == "MIL"
    assert actors.resolve("the ADF", home="COD").sector == "REB"
    assert actors.resolve("the ADF").confidence < 0.95


def test_a_title_with_a_family_name_finds_the_holder_of_the_day():
    assert actors.resolve("President Park", on=date(2015, 1, 1)).name == "Park Geun-hye"
    assert actors.resolve("President Park", on=date(2025, 1, 1)).name == "Park"


def test_an_unknown_name_is_left_open():
    actor = actors.resolve("Zyx Unheard")
    assert (actor.country, actor.sector) == ("", "")
    assert actor.confidence <= 0.2


@pytest.mark.parametrize(
    ("phrase", "wanted"),
    [
        ("Britain, France and Germany", [("GBR", "GOV"), ("FRA", "GOV"), ("DEU", "GOV")]),
        ("Russian and Ukrainian children", [("RUS", "CVL"), ("UKR", "CVL")]),
        ("the presidents of Kazakhstan, Kyrgyzstan and Uzbekistan", [("KAZ", "GOV"), ("KGZ", "GOV"), ("UZB", "GOV")]),
        ("the Houthi authorities and Yemen's recognised government", [("YEM", "REB"), ("YEM", "GOV")]),
        ("President Donald Trump and Volodymyr Zelensky", [("USA", "GOV"), ("UKR", "GOV")]),
        ("police and soldiers", [("", "COP"), ("", "MIL")]),
        ("Turkey's foreign minister, Hakan Fidan", [("TUR", "GOV")]),
        ("Deputy Prime Minister and Minister for Defence Richard Marles", [("AUS", "GOV")]),
        ("we", []),
    ],
)
def test_lists_give_every_actor(phrase, wanted):
    assert [(a.country, a.sector) for a in actors.resolve_all(phrase, on=DAY)] == wanted

"""Names in running text."""

from datetime import date

import pytest

from dateline import actors
from dateline.actors.names import NameIndex, fold


def found(text, on=None):
    return [(m.text, m.actor.name, m.actor.country, m.actor.sector, m.kind) for m in actors.find_actors(text, on=on)]


def test_offsets_are_those_of_the_text():
    text = "On Monday President Recep Tayyip Erdoğan met U.S. envoys; Türkiye’s Foreign Ministry said so."
    mentions = actors.find_actors(text)
    assert [m.text for m in mentions] == ["Recep Tayyip Erdoğan", "U.S.", "Türkiye"]
    assert all(text[m.start : m.end] == m.text for m in mentions)


def test_the_longest_name_wins():
    assert found("The Democratic Republic of the Congo and South Sudan")[0][2] == "COD"
    assert [f[2] for f in found("South Sudanese troops")] == ["SSD"]
    assert [f[1] for f in found("the UN Security Council")] == ["United Nations Security Council"]


def test_words_that_hold_a_country_but_mean_none():
    assert found("a storm over the Indian Ocean and the South China Sea") == []
    assert found("turkey and china on a polish table") == []
    assert found("flown to Xi'an") == []


@pytest.mark.parametrize(("day", "sector"), [(date(2022, 5, 1), "PRM"), (date(2023, 4, 15), "REB"), (date(2025, 1, 1), "REB")])
def test_a_group_has_the_role_of_the_day(day, sector):
    assert found("the RSF", day) == [("RSF", "Rapid Support Forces", "SDN", sector, "group")]


@pytest.mark.parametrize(
    ("day", "country", "sector"),
    [
        (date(2019, 3, 1), "ITA", "GOV"),
        (date(2015, 6, 1), "IGO", "IGO"),
    ],
)
def test_a_person_has_the_office_of_the_day(day, country, sector):
    name = "Giuseppe Conte" if country == "ITA" else "Federica Mogherini"
    assert found(f"{name} said", day)[0][2:4] == (country, sector)


def test_who_left_office_long_ago_is_of_the_elite():
    assert found("Angela Merkel spoke", date(2021, 12, 20))[0][3] == "GOV"
    assert found("Angela Merkel spoke", date(2024, 1, 1))[0][3] == "ELI"


def test_a_lone_family_name_needs_no_other_given_name_before_it():
    assert [f[1] for f in found("Aides of Biden said; Mr. Biden left; after Biden left")] == ["Joe Biden"] * 3
    assert found("Hunter Biden was tried") == []


def test_headlines_in_capitals():
    assert [f[0] for f in found("RUSSIA HITS KYIV AGAIN AS TALKS STALL")] == ["RUSSIA", "KYIV"]
    assert found("NOBODY KNOWS WHO IS GUILTY OF THIS ATTACK TODAY") == []
    assert [f[1] for f in found("The WHO said that IS militants fled")] == ["World Health Organization", "Islamic State"]


def test_a_full_stop_parts_names_but_an_initial_does_not():
    assert [f[0] for f in found("They left Israel. Defense Forces are common.")] == ["Israel"]
    assert [f[1] for f in found("Donald J. Trump spoke")] == ["Donald Trump"]


def test_regions_of_several_states_are_no_actors():
    assert found("European and African leaders") == []


def test_folding_keeps_the_length():
    text = "Łódź, Čaputová, Ø, ’, –, İstanbul, 北京"
    assert len(fold(text)) == len(text)
    assert fold("Čaputová’s") == "Caputova's"


def test_the_first_of_two_values_under_one_name_stays():
    index = NameIndex([("al-Shabaab", 1), ("Al Shabaab", 2), ("al-Shabaab al-Mujahideen", 3)])
    assert [f.name.value for f in index.scan("Al-Shabaab and al Shabaab al Mujahideen")] == [1, 3]

"""The tables themselves: complete, consistent, without contradictions."""

from collections import Counter
from datetime import date
from importlib import resources

import pytest

from dateline import actors, codebook
from dateline.actors import entries, tables, terms
from dateline.errors import DatelineError

DATA = resources.files("dateline.actors") / "data"
ORGANISATIONS = [name for name, _ in entries.ORGANISATIONS]


def test_no_office_has_two_holders_at_once():
    assert terms.clashes(list(actors.open_directory().people)) == []


def test_clashes_are_seen():
    def holder(name, start, end):
        return terms.Person(name, (), (terms.Term("FRA", "head of state", "GOV", start, end),))

    two = [holder("A", date(2014, 1, 1), date(2018, 1, 1)), holder("B", date(2017, 5, 1), date.max)]
    assert len(terms.clashes(two)) == 1
    backwards = [holder("C", date(2020, 1, 1), date(2019, 1, 1))]
    assert "ends before it begins" in terms.clashes(backwards)[0]


@pytest.mark.parametrize("table", ORGANISATIONS)
def test_every_row_has_known_codes_and_a_source(table):
    sectors = codebook.load().sectors
    countries = {*actors.countries(), "IGO", ""}
    for number, row in tables.rows(DATA / table, ("name", "aliases", "country", "sector", "from", "to", "source")):
        assert row["sector"] in sectors, (table, number)
        assert row["country"] in countries, (table, number)
        assert row["source"], (table, number)
        assert not row["aliases"].startswith("|"), (table, number)


def test_terms_and_roles_have_known_codes():
    sectors = codebook.load().sectors
    for number, row in tables.rows(DATA / "terms.tsv", ("person", "country", "office", "sector", "from", "to", "source")):
        assert row["sector"] in sectors, number
        assert row["country"] in {*actors.countries(), "IGO", ""}, number
        assert row["office"], number
    for number, row in tables.rows(DATA / "roles.tsv", ("role", "sector", "source")):
        assert row["sector"] in {*sectors, ""}, number


@pytest.mark.parametrize("table", ORGANISATIONS)
def test_one_name_has_one_role_at_a_time(table):
    seen = {}
    for number, row in tables.rows(DATA / table, ("name",)):
        span = (tables.first_day(row["from"], table), tables.last_day(row["to"], table))
        for start, end in seen.get(row["name"], []):
            assert span[0] >= end or span[1] <= start, (table, number, row["name"])
        seen.setdefault(row["name"], []).append(span)


def test_no_role_is_listed_twice():
    words = Counter(w.lower() for _, row in tables.rows(DATA / "roles.tsv", ("role",)) for w in tables.parts(row["role"]))
    assert [word for word, count in words.items() if count > 1] == []


def test_the_directory_is_as_wide_as_promised():
    size = {name: len(list(tables.rows(DATA / name, ()))) for name in ORGANISATIONS}
    assert len(actors.countries()) == 250
    assert size["groups.tsv"] >= 200
    assert size["bodies.tsv"] >= 100
    assert size["ngos.tsv"] >= 60
    states = {t.country for p in actors.open_directory().people for t in p.terms if t.office in terms.SINGLE_SEATS[:3]}
    assert len(states) >= 60


@pytest.mark.parametrize(
    ("cell", "first", "last"),
    [
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2023-04-15", date(2023, 4, 15), date(2023, 4, 15)),
        ("", date.min, date.max),
    ],
)
def test_dates_cover_what_they_say(cell, first, last):
    assert (tables.first_day(cell, "here"), tables.last_day(cell, "here")) == (first, last)


def test_a_wrong_date_is_told_with_its_place():
    with pytest.raises(DatelineError, match="line 7: '2023-13' is no date"):
        tables.first_day("2023-13", "line 7")


def test_a_table_without_its_columns_is_refused(tmp_path):
    table = tmp_path / "own.tsv"
    table.write_text("name\tcountry\nMoles\tGBR\n", encoding="utf-8")
    with pytest.raises(DatelineError, match="lacks aliases, sector, kind"):
        actors.open_directory(table)
    with pytest.raises(DatelineError, match="cannot be read"):
        actors.open_directory(tmp_path / "absent.tsv")


def test_the_users_own_rows_win(tmp_path):
    table = tmp_path / "own.tsv"
    table.write_text(
        "name\taliases\tcountry\tsector\tkind\tfrom\tto\n"
        "Hamas\t\tPSE\tGOV\tgroup\t\t\n"
        "Moles of Mere\tMoles\tGBR\tCRM\tgroup\t2020\t\n"
        "Ada Example\t\tGBR\tNGO\tperson\t2021-03\t\n",
        encoding="utf-8",
    )
    own = actors.open_directory(table)
    assert actors.resolve("Hamas", directory=own).sector == "GOV"
    assert actors.resolve("Hamas").sector == "REB"
    assert actors.resolve("the Moles", directory=own).name == "Moles of Mere"
    found = actors.find_actors("Ada Example spoke.", directory=own)
    assert [(m.actor.name, m.kind) for m in found] == [("Ada Example", "person")]


def test_an_own_row_of_an_unknown_kind_is_refused(tmp_path):
    table = tmp_path / "own.tsv"
    table.write_text("name\taliases\tcountry\tsector\tkind\nMoles\t\tGBR\tCRM\tanimal\n", encoding="utf-8")
    with pytest.raises(DatelineError, match="line 2: kind 'animal'"):
        actors.open_directory(table)


def test_countries_and_their_canonical_actors():
    assert actors.countries()["UKR"].people == ("Ukrainians",)
    assert actors.country_of_adjective("Nigerien") == "NER"
    assert actors.country_of_adjective("Tigrayan") == "ETH"
    assert actors.country_of_adjective("European") == ""
    assert (actors.government_of("RUS").name, actors.government_of("RUS").sector) == ("Russia", "GOV")
    assert (actors.forces_of("ISR").name, actors.forces_of("ISR").sector) == ("Israel Defense Forces", "MIL")
    assert (actors.civilians_of("UKR").name, actors.civilians_of("UKR").sector) == ("Ukrainian civilians", "CVL")
    with pytest.raises(DatelineError, match="'ZZZ'"):
        actors.forces_of("ZZZ")

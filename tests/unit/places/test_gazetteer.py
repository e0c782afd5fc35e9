import csv
import math
import time
from pathlib import Path

import pytest

from dateline.errors import DatelineError
from dateline.places import Entry, Gazetteer, open_gazetteer
from dateline.places import gazetteer as room
from dateline.places.tables import read_aliases, read_curated

LIMIT_KM = {"point": 25.0, "region": 250.0}
FOUND_AT_LEAST = 0.95


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


def away_km(entry: Entry, lat: float, lon: float) -> float:
    return 111.2 * math.hypot(entry.lat - lat, (entry.lon - lon) * math.cos(math.radians(lat)))


def test_it_opens_in_under_50_ms() -> None:
    times = []
    for _ in range(5):
        open_gazetteer.cache_clear()
        start = time.process_time()
        open_gazetteer()
        times.append(time.process_time() - start)
    assert min(times) < 0.05


@pytest.mark.parametrize(
    ("name", "kind", "country", "admin1"),
    [
        ("Ukraine", "country", "UKR", ""),
        ("DRC", "country", "COD", ""),
        ("U.S.", "country", "USA", ""),
        ("Київ", "city", "UKR", "Kyiv City"),
        ("الخرطوم", "city", "SDN", "Khartoum"),
        ("תל אביב", "city", "ISR", "Tel Aviv"),
        ("Heathrow", "airport", "GBR", "England"),
        ("Heathrow Airport", "airport", "GBR", "England"),
        ("Que.", "admin1", "CAN", ""),
        ("B.C.", "admin1", "CAN", ""),
        ("Kharkiv Oblast", "admin1", "UKR", ""),
        ("El Fasher", "city", "SDN", "North Darfur"),
        ("Harris County", "admin2", "USA", "Texas"),
        ("Zaporizhzhia nuclear power plant", "site", "UKR", "Zaporizhzhia"),
        ("Strait of Hormuz", "sea", "", ""),
        ("Golan Heights", "region", "SYR", "Quneitra"),
        ("Crimea", "admin1", "UKR", ""),
        ("Gaza Strip", "admin1", "PSE", ""),
        ("Pristina", "city", "XKX", "Pristina"),
        ("Taipei", "city", "TWN", "Taiwan"),
        ("Hong Kong", "country", "HKG", ""),
    ],
)
def test_names_lead_to_their_places(gazetteer: Gazetteer, name: str, kind: str, country: str, admin1: str) -> None:
    found = [(e.kind, e.country, e.admin1) for e in gazetteer.candidates(name)]
    assert (kind, country, admin1) in found


def test_every_country_has_its_codes_capital_and_a_radius_that_holds_it(gazetteer: Gazetteer) -> None:
    for iso3 in gazetteer.countries:
        land, seat = gazetteer.country(iso3), gazetteer.capital(iso3)
        assert land.kind == "country"
        assert land.country == iso3
        if seat is not None:
            assert seat.country == iso3
            assert away_km(land, seat.lat, seat.lon) <= 1.1 * land.radius_km + 20, iso3


def test_people_name_their_country(gazetteer: Gazetteer) -> None:
    assert [e.country for e in gazetteer.candidates("Sudanese")[:1]] == ["SDN"]
    assert gazetteer.demonym("Ukrainians") is not None
    assert gazetteer.demonym("Ukraine") is None


def test_spelling_variants_are_marked(gazetteer: Gazetteer) -> None:
    assert {e.match for e in gazetteer.candidates("Northern Kupiansk")} == {"variant"}
    alike = gazetteer.candidates("Zaporizhjia")
    assert alike
    assert {e.match for e in alike} == {"fuzzy"}


def test_nonsense_has_no_candidates(gazetteer: Gazetteer) -> None:
    for name in ("", "  ", "!!!", "Qwxzvbnm"):
        assert gazetteer.candidates(name) == ()


def test_names_of_conflict_reports_are_there(gazetteer: Gazetteer) -> None:
    """Written by the hand that wrote the curated layer, so this guards against loss and is no independent measure."""
    lines = (Path(__file__).parent / "conflict_names.tsv").read_text(encoding="utf-8").splitlines()
    rows = list(csv.DictReader([line for line in lines if not line.startswith("#")], delimiter="\t"))
    missing = []
    for row in rows:
        distances = [away_km(e, float(row["lat"]), float(row["lon"])) for e in gazetteer.candidates(row["name"])]
        if min(distances, default=math.inf) > LIMIT_KM[row["kind"]]:
            missing.append(row["name"])
    assert len(rows) >= 200
    assert 1 - len(missing) / len(rows) >= FOUND_AT_LEAST, missing


def test_curated_rows_say_how_they_are_known() -> None:
    folder = Path(room.__file__).parent / "data"
    rows = read_curated(folder)
    assert len(rows) >= 450
    for row in rows:
        assert row.source, row.name
        assert row.radius_km > 0, row.name
        assert -90 <= row.lat <= 90, row.name
        assert -180 <= row.lon <= 180, row.name


def test_every_alias_leads_somewhere(gazetteer: Gazetteer) -> None:
    folder = Path(room.__file__).parent / "data"
    lost = [
        key
        for key, alias in read_aliases(folder).items()
        if not any(e.kind == alias.kind and e.country == alias.country for e in gazetteer.exact(key))
    ]
    assert lost == []


def test_a_folder_without_a_gazetteer_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatelineError, match="no gazetteer can be read here"):
        open_gazetteer(tmp_path)


def test_a_bad_row_is_named(tmp_path: Path) -> None:
    header = "name\tnames\tkind\tcountry\tadmin1\tlat\tlon\tradius_km\tgeonameid\tnear\tnear_km\tsource\n"
    (tmp_path / "curated.tsv").write_text(header + "Nowhere\t\tsite\tUKR\t\tnorth\t1\t1\t\t\t\tme\n", encoding="utf-8")
    with pytest.raises(DatelineError, match="Nowhere has no number"):
        read_curated(tmp_path)

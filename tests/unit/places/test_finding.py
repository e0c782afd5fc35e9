import pytest

from dateline.model import Span
from dateline.places import PlaceMention, find_places, mention_record


def named(text: str, **hints: str) -> dict[str, PlaceMention]:
    return {m.text: m for m in find_places(text, **hints)}


def countries(text: str, **hints: str) -> list[tuple[str, str]]:
    return [(m.text, m.place.country) for m in find_places(text, **hints) if m.place]


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def asked(text: str, *words: str) -> list[PlaceMention]:
    return list(find_places(text, spans=[span_of(text, w) for w in words]))


@pytest.mark.parametrize(
    "text",
    [
        "President Jordan Smith met Paris Hilton on Monday.",
        "Jack London and Kim Sudan said nothing in May.",
        "The Washington Post and The New York Times reported it.",
        "The Bank of England kept its rate.",
        "Several people called the Police. Nice, they said. Of course.",
        "Ukrainian and Sudanese soldiers met the British.",
        "NATO and the United Nations condemned ISIS.",
        "It was said to us in the reading room.",
        "He lives in Church Street.",
        "Real Madrid won.",
    ],
)
def test_what_is_no_place_is_not_found(text: str) -> None:
    assert [m.text for m in find_places(text) if m.place] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KYIV, Ukraine (AP) - Drones hit Odesa overnight.", [("KYIV", "UKR"), ("Ukraine", "UKR"), ("Odesa", "UKR")]),
        ("Talks in Paris, Texas, began.", [("Paris", "USA"), ("Texas", "USA")]),
        ("Talks between France and Germany in Paris began.", [("France", "FRA"), ("Germany", "DEU"), ("Paris", "FRA")]),
        ("A fire broke out in London, Ont., police said.", [("London", "CAN"), ("Ont.", "CAN")]),
        ("Shells fell on Nur Shams camp in Tulkarm.", [("Nur Shams camp", "PSE"), ("Tulkarm", "PSE")]),
        ("The U.S. and the UK struck Hodeidah.", [("U.S.", "USA"), ("UK", "GBR"), ("Hodeidah", "YEM")]),
        ("Fighting in el-Fasher, Sudan.", [("el-Fasher", "SDN"), ("Sudan", "SDN")]),
        ("The Rafah crossing and Al-Shifa Hospital were hit.", [("Rafah crossing", "PSE"), ("Al-Shifa Hospital", "PSE")]),
        ("Удар по городу Харьков, Украина.", [("Харьков", "UKR"), ("Украина", "UKR")]),
    ],
)
def test_places_are_found_and_told_apart(text: str, expected: list[tuple[str, str]]) -> None:
    assert countries(text) == expected


def test_offsets_are_of_the_text() -> None:
    text = "On Tuesday, shells hit Kherson’s port and St. Petersburg. Then Que."
    for mention in find_places(text):
        assert text[mention.start : mention.end] == mention.text


def test_a_plain_word_before_its_state_is_a_place() -> None:
    assert countries("He is from Price, Utah.") == [("Price", "USA"), ("Utah", "USA")]


def test_speech_makes_a_metonym_and_ground_does_not() -> None:
    text = "Moscow said it would answer. Moscow's forces withdrew. Drones flew over Moscow on Monday."
    assert [m.metonym for m in find_places(text)] == [True, True, False]


def test_continents_are_named_but_get_a_place_only_on_request() -> None:
    text = "Leaders across Africa met."
    assert [(m.text, m.place) for m in find_places(text)] == [("Africa", None)]
    (given,) = asked(text, "Africa")
    assert given.place is not None
    assert given.place.precision == "region"
    assert given.place.radius_km is not None
    assert given.place.radius_km > 3000


def test_blocs_have_no_point() -> None:
    text = "NATO and ISIS and the European Union were named."
    assert find_places(text) == ()
    places = [m.place for m in asked(text, "NATO", "ISIS", "European Union")]
    assert places[:2] == [None, None]
    assert places[2] is not None
    assert places[2].precision == "region"


def test_one_mention_for_each_span_in_its_order() -> None:
    text = "In Kharkiv and Xyzzyville, Ukrainian crews met the mayor."
    mentions = asked(text, "Ukrainian", "Xyzzyville", "Kharkiv", "the mayor")
    assert [m.text for m in mentions] == ["Ukrainian", "Xyzzyville", "Kharkiv", "the mayor"]
    assert [m.place.country if m.place else None for m in mentions] == ["UKR", None, "UKR", None]


@pytest.mark.parametrize(
    ("text", "words", "name", "country"),
    [
        ("They met in the Qatari capital.", "the Qatari capital", "Doha", "QAT"),
        ("Troops took the village of Robotyne in Ukraine.", "the village of Robotyne", "Robotyne", "UKR"),
        ("A shell hit a crowded square of Gaza City.", "a crowded square of Gaza City", "Gaza", "PSE"),
        ("Fighting near the town of Palma in Mozambique.", "the town of Palma", "Palma (Mozambique)", "MOZ"),
    ],
)
def test_phrases_are_read_for_the_place_in_them(text: str, words: str, name: str, country: str) -> None:
    (mention,) = asked(text, words)
    assert mention.place is not None
    assert (mention.place.name, mention.place.country) == (name, country)


@pytest.mark.parametrize("words", ["the city", "the region", "the capital", "headquarters"])
def test_bare_common_nouns_are_no_names(words: str) -> None:
    (mention,) = asked(f"Fire spread across {words} of the Sudanese army.", words)
    assert mention.place is None


@pytest.mark.parametrize(
    ("city", "country"),
    [
        ("Geneva", "CHE"),
        ("Paris", "FRA"),
        ("Berlin", "DEU"),
        ("Vienna", "AUT"),
        ("Moscow", "RUS"),
        ("Cairo", "EGY"),
        ("Odesa", "UKR"),
    ],
)
def test_a_country_that_acts_abroad_does_not_pull_its_namesakes(city: str, country: str) -> None:
    text = f"The United States and Ukraine held talks in {city}. U.S. officials and the American envoy backed the plan."
    (mention,) = asked(text, city)
    assert mention.place is not None
    assert mention.place.country == country


def test_towns_around_pull_a_namesake() -> None:
    text = "Crews from Dallas, Sherman and Bonham, Texas, drove to Paris after the storm. Lamar County and Oklahoma sent help."
    (mention,) = asked(text, "Paris")
    assert mention.place is not None
    assert mention.place.country == "USA"


def test_hints_lean_the_answer() -> None:
    text = "A man was charged in Cambridge after the attack."
    assert countries(text)[0][1] == "GBR"
    assert countries(text, home_country="USA")[0][1] == "USA"
    assert countries(text, dateline_place="Boston, Mass.")[0][1] == "USA"


def test_countries_are_drawn_wide_and_towns_narrow() -> None:
    found = named("Sudan's army shelled Khartoum.")
    land, town = found["Sudan"].place, found["Khartoum"].place
    assert land is not None
    assert town is not None
    assert land.precision == "country"
    assert land.radius_km is not None
    assert land.radius_km > 500
    assert town.precision == "city"
    assert town.radius_km is not None
    assert town.radius_km < 40
    assert town.admin1 == "Khartoum"


def test_the_region_cue_picks_the_region() -> None:
    place = named("Shelling in the Kharkiv region of Ukraine went on.")["Kharkiv"].place
    assert place is not None
    assert (place.precision, place.admin1, place.text) == ("admin1", "Kharkiv", "Kharkiv region")


def test_candidates_are_kept_and_the_best_is_the_answer() -> None:
    mention = named("Shelling in Kharkiv, Ukraine.")["Kharkiv"]
    assert mention.place is not None
    assert mention.candidates[0].geonameid == mention.place.geonameid
    assert len(mention.candidates) > 1
    assert 0 < mention.place.confidence <= 1


def test_record() -> None:
    (mention,) = asked("Fire in Kupiansk.", "Kupiansk")
    record = mention_record(mention)
    assert (record["start"], record["end"], record["text"]) == (8, 16, "Kupiansk")
    assert set(record["place"]) == {
        "geonameid", "name", "country", "admin1", "lat", "lon", "precision", "radius_km", "confidence",
    }  # fmt: skip
    (nothing,) = asked("Fire in Xyzzyville.", "Xyzzyville")
    assert mention_record(nothing)["place"] is None


@pytest.mark.parametrize("text", ["", " ", "\n\n", "12 34", "…", "a", "A", "…’s", "St.", "U.S.", "(", "İ"])
def test_odd_texts_are_read_without_fuss(text: str) -> None:
    find_places(text)
    assert len(find_places(text, spans=[Span(0, len(text))])) == 1


def test_the_same_text_gives_the_same_answer() -> None:
    text = "Springfield and Columbia, Mo., and Georgia said London and Paris met in San Jose."
    assert find_places(text) == find_places(text)

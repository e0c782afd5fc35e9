import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import DatelineError
from dateline.places import layout


@given(st.floats(-90, 90))
def test_latitudes_come_back_within_a_few_metres(value: float) -> None:
    assert abs(layout.degrees(layout.pack_degrees(value, 90), 90) - value) < 2e-5


@given(st.floats(-180, 180))
def test_longitudes_come_back_within_a_few_metres(value: float) -> None:
    assert abs(layout.degrees(layout.pack_degrees(value, 180), 180) - value) < 3e-5


@given(st.floats(0.25, 6000))
def test_a_radius_is_never_told_too_small(km: float) -> None:
    told = layout.radius(layout.pack_radius(km))
    assert km - 0.06 <= told <= 1.05 * km + 0.1


@given(st.integers(1, 1_500_000_000))
def test_populations_come_back_within_five_in_a_hundred(people: int) -> None:
    assert abs(layout.population(layout.pack_population(people)) - people) <= max(1, 0.05 * people)


def test_nobody_stays_nobody() -> None:
    assert layout.population(layout.pack_population(0)) == 0


def test_header_comes_back() -> None:
    content = layout.write_header({"a": b"xyz", "b": b"12"}, (1, 2), (("UA", "UKR"),))
    header = layout.read_header(memoryview(content), "here")
    start, size = header.sections["b"]
    assert content[start : start + size] == b"12"
    assert header.counts == (1, 2)
    assert header.countries == (("UA", "UKR"),)


def test_another_file_is_refused_in_one_sentence() -> None:
    with pytest.raises(DatelineError, match="no gazetteer of this version"):
        layout.read_header(memoryview(b"something else"), "here")

"""Harm as a ledger."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.incidents.consensus import by_publication
from dateline.incidents.tolls import group_of, is_disputed, tolls
from dateline.model import Actor, Event, Quantity, Toll
from tests.unit.incidents.invented import killed, report, seen, strike

MAYOR = Actor("the mayor", "Mayor of Belhaven", "ORE", "GOV")
RESCUERS = Actor("rescuers", "Belhaven rescuers", "ORE", "GOV")


def toll_of(*told: tuple[Event, int, str]) -> Toll:
    """The one toll of events, each with the day and the publisher of its report."""
    members = [seen(event, report(event.doc_id, day, publisher)) for event, day, publisher in told]
    (toll,) = tolls(sorted(members, key=by_publication))
    return toll


def test_a_source_replaces_its_own_older_figure_and_the_history_stays() -> None:
    toll = toll_of(
        (strike("e1", "d1", harm=(killed(7, None),)), 5, "Courier"),
        (strike("e2", "d2", harm=(killed(9, 9),)), 6, "Herald"),
        (strike("e3", "d3", harm=(killed(11, 11),)), 7, "Courier"),
    )
    assert toll.count == Quantity(9, 11)
    assert [(figure.count.minimum, figure.newest) for figure in toll.figures] == [(7, False), (9, True), (11, True)]


def test_copies_of_one_report_are_one_source() -> None:
    members = [
        seen(strike("e1", "d1", harm=(killed(7, 7),)), report("d1", 5, "Courier", family="wire-1")),
        seen(strike("e2", "d2", harm=(killed(8, 8),)), report("d2", 6, "Herald", family="wire-1")),
    ]
    assert tolls(members)[0].count == Quantity(8, 8)


def test_rival_figures_of_one_report_stand_side_by_side() -> None:
    toll = toll_of(
        (strike("e1", "d1", harm=(killed(28, 28, attribution=RESCUERS), killed(63, 63, attribution=MAYOR))), 5, "Courier")
    )
    assert toll.count == Quantity(28, 63)
    assert is_disputed(toll)


def test_a_figure_that_the_report_corrects_is_history_only() -> None:
    toll = toll_of((strike("e1", "d1", harm=(killed(12, 12), killed(13, 13, superseded=True))), 5, "Courier"))
    assert toll.count == Quantity(12, 12)
    assert len(toll.figures) == 2


def test_at_least_is_open_above_until_an_exact_figure_passes_it() -> None:
    first = strike("e1", "d1", harm=(killed(25, None),))
    assert toll_of((first, 5, "Courier")).count == Quantity(25, None)
    assert toll_of((first, 5, "Courier"), (strike("e2", "d2", harm=(killed(34, 34),)), 6, "Herald")).count == Quantity(25, 34)


def test_a_rising_toll_is_no_dispute_but_a_falling_one_is() -> None:
    low, high = strike("e1", "d1", harm=(killed(7, 7),)), strike("e2", "d2", harm=(killed(11, 11),))
    assert not is_disputed(toll_of((low, 5, "Courier"), (high, 6, "Herald")))
    assert is_disputed(toll_of((high, 5, "Courier"), (low, 6, "Herald")))


def test_groups_and_parts_of_a_figure_are_kept_apart() -> None:
    event = strike("e1", "d1", harm=(killed(25, 25), killed(3, 3, who="small children", subset=True), killed(4, 4, who="soldiers")))
    found = {(toll.who, toll.subset): toll.count.minimum for toll in tolls([seen(event)])}
    assert found == {(None, False): 25, ("children", True): 3, ("soldiers", False): 4}
    assert group_of("eleven residents") is None


figures = st.builds(
    lambda low, more: (low, None if more is None else low + more), st.integers(0, 90), st.none() | st.integers(0, 9)
)


@given(st.lists(st.tuples(figures, st.sampled_from("ABC"), st.integers(1, 9)), min_size=1, max_size=6))
def test_the_range_contains_every_figure_that_counts(told: list[tuple[tuple[int, int | None], str, int]]) -> None:
    toll = toll_of(*((strike(f"e{n}", f"d{n}", harm=(killed(*figure),)), day, name) for n, (figure, name, day) in enumerate(told)))
    assert len(toll.figures) == len(told)
    assert any(figure.newest for figure in toll.figures)
    for figure in toll.figures:
        if figure.newest:
            assert toll.count.minimum <= figure.count.minimum
            assert toll.count.maximum is None or toll.count.maximum >= (figure.count.maximum or figure.count.minimum)

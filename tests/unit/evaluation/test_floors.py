"""Floors hold, fall and only rise."""

import json
from pathlib import Path

import pytest

from dateline.errors import DatelineError
from dateline.evaluation.floors import PACKAGED, Floor, Outcome, check, coding_measures, main, raised, read_floors, write_floors

HELD = Floor("demo/gold.jsonl", "events.f1", (0.4, 0.5))
OUTSIDE = Floor("../elsewhere/gold.jsonl", "events.f1", (0.5,))


def measured(value: float):
    return lambda gold, incidents, reader: {"events": {"f1": value}, "whole": 0.25}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo" / "gold.jsonl").write_text('{"id": "d1", "text": "Nothing happened.", "events": []}\n', encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(("value", "holds"), [(0.5, True), (0.7, True), (0.4999, False)])
def test_a_measure_holds_at_its_floor_and_falls_below_it(root: Path, value: float, holds: bool) -> None:
    (outcome,) = check([HELD], root, measured(value))
    assert outcome.holds is holds


def test_gold_outside_may_be_absent_and_the_repositorys_own_may_not(tmp_path: Path) -> None:
    outcomes = list(check([HELD, OUTSIDE], tmp_path, measured(0.9)))
    assert [outcome.holds for outcome in outcomes] == [False, True]
    assert [outcome.line().split()[0] for outcome in outcomes] == ["MISSING", "skipped"]


@pytest.mark.parametrize(
    ("value", "history"), [(0.618, (0.4, 0.5, 0.61)), (0.5049, (0.4, 0.5)), (0.3, (0.4, 0.5)), (0.58, (0.4, 0.5, 0.58))]
)
def test_raising_rounds_down_and_never_lowers(value: float, history: tuple[float, ...]) -> None:
    assert raised(Outcome(HELD, value)).history == history


def test_a_history_that_falls_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text('[[floor]]\ngold = "g"\nmeasure = "whole"\nhistory = [0.5, 0.4]\n', encoding="utf-8")
    with pytest.raises(DatelineError, match="only go up"):
        read_floors(path)


def test_an_unknown_measure_is_refused(root: Path) -> None:
    with pytest.raises(DatelineError, match="no measure"):
        list(check([Floor("demo/gold.jsonl", "events.luck", (0.1,))], root, measured(0.5)))


def test_floors_are_written_as_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(PACKAGED.read_text(encoding="utf-8"), encoding="utf-8")
    floors = read_floors(path)
    write_floors(floors, path)
    assert read_floors(path) == floors
    assert path.read_text(encoding="utf-8") == PACKAGED.read_text(encoding="utf-8")


def test_the_command_fails_where_a_floor_falls_and_says_which(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """On two reports of one act, which are merged rightly: pairwise F1 is 1."""
    act = {
        "event_type": "AGREE",
        "actors": [{"name": "Ada Moor", "country": "ORE"}],
        "recipients": [{"name": "Bela Finch", "country": "VOS"}],
        "date": {"start": "2026-05-04", "text": "Monday"},
    }
    told = [{"id": key, "published": "2026-05-05", "text": "It was signed.", "events": [act]} for key in ("d1", "d2")]
    (tmp_path / "gold.jsonl").write_text("\n".join(map(json.dumps, told)), encoding="utf-8")
    same = '{"same": [{"events": [["d1", 0], ["d2", 0]]}], "links": [], "tempting_but_different": []}'
    (tmp_path / "incidents.json").write_text(same, encoding="utf-8")
    path = tmp_path / "floors.toml"

    def run(measure: str, level: float, *options: str) -> int:
        entry = f'gold = "gold.jsonl"\nincidents = "incidents.json"\nmeasure = "{measure}"\nhistory = [{level}]'
        path.write_text(f"# head\n[[floor]]\n{entry}\n", encoding="utf-8")
        return main(["--root", str(tmp_path), "--floors", str(path), *options])

    assert run("over_count", 1.5) == 1
    assert "FALLEN" in capsys.readouterr().out
    assert run("pairwise.f1", 0.5, "--raise") == 0
    assert read_floors(path)[0].history == (0.5, 1.0)
    path.write_text("nonsense", encoding="utf-8")
    assert main(["--floors", str(path)]) == 2


def test_coding_is_measured_on_the_text_as_it_stands(root: Path) -> None:
    for reader in ("packaged", "lexicon"):
        assert coding_measures(root / "demo" / "gold.jsonl", reader)["documents"] == 1

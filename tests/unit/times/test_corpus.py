"""Floors on the half of TimeBank and AQUAINT that the grammar was not tuned on; the figures come from benchmarks/times.py."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

VALUE_FLOOR, RELAXED_FLOOR, DAY_FLOOR = 0.77, 0.92, 0.93


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    path = Path(__file__).parents[3] / "benchmarks" / "times.py"
    spec = importlib.util.spec_from_file_location("times_benchmark", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_floors(shared_data: Path, benchmark: ModuleType) -> None:
    reports = benchmark.corpus(shared_data / "time")
    if not reports:
        pytest.skip("no TimeML files beside the repository")
    scores = benchmark.score(reports[1::2])
    assert scores.f1(scores.values) >= VALUE_FLOOR
    assert scores.f1(scores.relaxed) >= RELAXED_FLOOR
    assert scores.days / scores.gold_days >= DAY_FLOOR


def test_the_scorer_pairs_each_answer_once(benchmark: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "set" / "one.tml"
    path.parent.mkdir()
    path.write_text(
        '<TimeML><DCT><TIMEX3 type="DATE" value="2025-12-22">x</TIMEX3></DCT><TEXT>It fell on '
        '<TIMEX3 type="DATE" value="2025-12-21">Sunday</TIMEX3>, not '
        '<TIMEX3 type="DATE" value="2025-12-20">that</TIMEX3> day.</TEXT></TimeML>'
    )
    scores = benchmark.score(benchmark.corpus(tmp_path))
    assert (scores.gold, scores.answers, scores.relaxed, scores.strict, scores.values) == (2, 2, 2, 1, 1)
    assert [kind for kind, _, _ in scores.wrong] == ["value"]

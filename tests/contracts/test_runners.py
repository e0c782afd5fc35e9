"""What every runner must do, proven in this process and in others."""

import os
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from dateline.errors import UnreadableInput
from dateline.runners import InProcess, Processes, Runner, open_runner


@pytest.fixture(scope="module", params=["in-process", "processes"])
def runner(request: pytest.FixtureRequest) -> Iterator[Runner]:
    with InProcess() if request.param == "in-process" else Processes(2, chunk=3) as opened:
        yield opened


@dataclass(frozen=True, slots=True)
class Task:
    address: str
    folder: Path | None = None


def double(number: int) -> int:
    return 2 * number


def slowest_first(number: int) -> int:
    time.sleep(0.05 if number % 3 == 0 else 0)
    return number


def refuse_odd(number: int) -> int | UnreadableInput:
    return UnreadableInput(f"n{number}", "is odd") if number % 2 else number


def fail_on_seven(number: int) -> int:
    if number == 7:
        raise ValueError("seven")
    return number


def die_on_bad(task: Task) -> tuple[str, int]:
    if "bad" in task.address:
        os.kill(os.getpid(), signal.SIGKILL)
    return task.address, os.getpid()


def die_once(task: Task) -> str:
    assert task.folder is not None
    mark = task.folder / "died"
    if task.address == "4" and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return task.address


def test_results_come_in_the_order_of_the_items(runner: Runner) -> None:
    assert list(runner.map(double, range(20))) == list(range(0, 40, 2))
    assert list(runner.map(slowest_first, range(9))) == list(range(9))


def test_no_items_no_results(runner: Runner) -> None:
    assert list(runner.map(double, [])) == []


def test_refusals_travel_as_results(runner: Runner) -> None:
    even, odd = list(runner.map(refuse_odd, [0, 1]))
    assert even == 0
    assert isinstance(odd, UnreadableInput)
    assert (odd.address, odd.reason, str(odd)) == ("n1", "is odd", "n1: is odd")


def test_what_a_function_raises_is_raised(runner: Runner) -> None:
    with pytest.raises(ValueError, match="seven"):
        list(runner.map(fail_on_seven, range(10)))
    assert list(runner.map(double, [1])) == [2]


def test_items_are_drawn_only_a_little_ahead(runner: Runner) -> None:
    drawn = []

    def items() -> Iterator[int]:
        for number in range(1000):
            drawn.append(number)
            yield number

    results = runner.map(double, items())
    assert next(results) == 0
    assert len(drawn) < 50


def test_an_item_that_kills_its_worker_twice_is_reported_and_the_rest_goes_on() -> None:
    tasks = [Task(name) for name in ("a", "bad", "b", "c", "d", "e", "worse bad", "f")]
    with Processes(2, chunk=2) as runner:
        results = list(runner.map(die_on_bad, tasks))
    assert [r.address if isinstance(r, UnreadableInput) else r[0] for r in results] == [t.address for t in tasks]
    lost = [r for r in results if isinstance(r, UnreadableInput)]
    assert [r.address for r in lost] == ["bad", "worse bad"]
    assert "died twice" in lost[0].reason
    assert os.getpid() not in {r[1] for r in results if isinstance(r, tuple)}


def test_a_worker_that_dies_once_costs_nothing(tmp_path: Path) -> None:
    tasks = [Task(str(number), tmp_path) for number in range(12)]
    with Processes(2, chunk=2) as runner:
        assert list(runner.map(die_once, tasks)) == [t.address for t in tasks]
    assert (tmp_path / "died").exists()


def test_one_worker_needs_no_process() -> None:
    assert isinstance(open_runner(), InProcess)
    assert isinstance(open_runner(2), Processes)

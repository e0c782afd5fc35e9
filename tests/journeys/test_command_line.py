"""The command line from outside: as other programs start it, in surroundings that are not ours."""

import json
import os
import signal
import subprocess
import sys

import pytest

PROGRAM = [sys.executable, "-m", "dateline"]
REPORT = (
    "Missiles Hit Odesa\n\nRussian missiles hit a power station in Odesa on Sunday, killing three people, Володимир said.\n\n"
    "Ukraine and Russia held talks in Vienna on Monday.\n"
)
MARKED = {
    "id": 1,
    "sentence": "Russian forces shelled Ukrainian towns.",
    "actor": {"start": 0, "end": 14},
    "recipient": {"start": 23, "end": 38},
}
BARE = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH") if name in os.environ}


@pytest.fixture
def folder(tmp_path):
    """A folder with a space and a letter beyond ASCII in its name, with one report that has both too."""
    folder = tmp_path / "mes données"
    folder.mkdir()
    (folder / "un été.txt").write_text(REPORT, "utf-8")
    return folder


@pytest.mark.parametrize(
    "surroundings",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"TZ": "Pacific/Kiritimati", "HOME": "/nonexistent", "TMPDIR": "/nonexistent"},
    ],
    ids=["an ASCII terminal", "far away and homeless"],
)
def test_events_are_the_same_whatever_the_surroundings(folder, surroundings):
    command = [*PROGRAM, "code", "un été.txt", "--published", "2025-12-22", "--format", "jsonl"]
    plain = subprocess.run(command, cwd=folder, env=BARE, capture_output=True, check=True)
    odd = subprocess.run(command, cwd=folder, env=BARE | surroundings, capture_output=True, check=True)
    assert odd.stdout == plain.stdout
    assert {json.loads(line)["date"]["start"] for line in plain.stdout.splitlines()} == {"2025-12-21", "2025-12-22"}


def test_tables_are_printed_on_an_ascii_terminal(folder):
    surroundings = BARE | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii:strict"}
    done = subprocess.run(
        [*PROGRAM, "code", "un été.txt", "niçoise.txt"], cwd=folder, env=surroundings, capture_output=True, check=False
    )
    assert done.returncode == 0
    assert b"Odesa, UKR" in done.stdout
    assert done.stderr == b"dateline: ni?oise.txt: does not exist\n"


def test_a_filter_answers_while_it_is_asked():
    """A program may write one line, wait for the answer, and go on; Ctrl-C then ends the filter without a word."""
    with subprocess.Popen(
        [*PROGRAM, "relate", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as program:
        for number in (1, 2):
            program.stdin.write(json.dumps(MARKED | {"id": number}).encode() + b"\n")
            program.stdin.flush()
            assert json.loads(program.stdout.readline())["id"] == number
        program.send_signal(signal.SIGINT)
        assert program.wait(timeout=20) == 130
        assert program.stderr.read() == b""


def test_what_code_writes_scores_as_evaluate_says(shared_data, tmp_path):
    gold = shared_data / "gold" / "seed.jsonl"
    scorer = shared_data.parent / "tools" / "score_events.py"
    coded = tmp_path / "coded.jsonl"
    with coded.open("wb") as file:
        subprocess.run([*PROGRAM, "code", str(gold), "--format", "jsonl"], stdout=file, check=True)
    ours = subprocess.run([*PROGRAM, "evaluate", str(gold), "--json"], capture_output=True, check=True).stdout
    reference = subprocess.run(
        [sys.executable, str(scorer), str(gold), str(coded), "--json"], capture_output=True, check=True
    ).stdout
    assert ours == reference

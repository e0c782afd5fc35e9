import json

import pytest

from dateline.cli import main

REPORT = (
    "KYIV, Ukraine (Example Agency) - Russian missiles hit a power station in Odesa on Sunday, killing three people, "
    "officials said.\n\n"
    "Ukraine and Russia held talks in Vienna on Monday."
)


@pytest.fixture
def dateline(capfdbinary):
    """Runs a command in this process: status, standard output and standard error as text."""

    def run(*arguments):
        with pytest.raises(SystemExit) as end:
            main([str(a) for a in arguments])
        printed = capfdbinary.readouterr()
        return end.value.code or 0, printed.out.decode(), printed.err.decode()

    return run


@pytest.fixture
def records(dateline):
    """Runs a command that must succeed without a complaint; the JSON objects that it prints."""

    def run(*arguments):
        status, out, err = dateline(*arguments)
        assert (status, err) == (0, "")
        return [json.loads(line) for line in out.splitlines()]

    return run


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(f"Missiles Hit Odesa\n\n{REPORT}\n")
    return path


@pytest.fixture
def jsonl(tmp_path):
    """Writes objects as a JSON Lines file; its path."""

    def write(*objects, name="in.jsonl"):
        path = tmp_path / name
        path.write_text("".join(json.dumps(o) + "\n" for o in objects))
        return path

    return write

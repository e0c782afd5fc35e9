import shlex
import subprocess
import sys

import pytest

from dateline import settings
from dateline.cli import app, main
from dateline.errors import DatelineError


def ends_with(error, monkeypatch):
    def fail(*_):
        raise error

    monkeypatch.setattr(app, "app", fail)
    with pytest.raises(SystemExit) as end:
        main([])
    return end.value.code


def test_a_dateline_error_is_one_line_and_status_2(monkeypatch, capsys):
    assert ends_with(DatelineError("report.pdf: is locked;\nsave it without a password"), monkeypatch) == 2
    assert capsys.readouterr().err == "dateline: report.pdf: is locked; save it without a password\n"


def test_an_interrupt_is_quiet_and_status_130(monkeypatch, capsys):
    assert ends_with(KeyboardInterrupt(), monkeypatch) == 130
    assert capsys.readouterr().err == ""


def test_an_unexpected_error_is_one_line_with_the_way_to_the_trace(monkeypatch, capsys):
    assert ends_with(ZeroDivisionError("division by zero"), monkeypatch) == 1
    printed = capsys.readouterr().err
    assert printed.count("\n") == 1
    assert "ZeroDivisionError" in printed
    assert "DATELINE_DEBUG=1" in printed


def test_the_trace_is_shown_when_it_is_asked_for(monkeypatch):
    monkeypatch.setenv("DATELINE_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        ends_with(ZeroDivisionError(), monkeypatch)


def test_an_unknown_option_is_status_2(capsys):
    with pytest.raises(SystemExit) as end:
        main(["incidents", "--colour", "red"])
    assert end.value.code == 2
    assert "--colour" in capsys.readouterr().err


def test_a_wrong_day_is_status_2_and_says_the_form(capsys):
    with pytest.raises(SystemExit) as end:
        main(["incidents", "--since", "last Tuesday"])
    assert end.value.code == 2
    assert "'last Tuesday' is no day of the calendar; write it like 2025-12-21" in capsys.readouterr().err


def test_settings_of_the_shell_are_out_of_the_tests():
    assert settings.database_url() == "dateline.db"


@pytest.mark.parametrize("form", ["jsonl", "table"])
def test_a_reader_that_leaves_early_is_no_fault(tmp_path, form):
    (tmp_path / "a.jsonl").write_text('{"id": 1, "text": "Rebels killed five soldiers in Kidal on Monday."}\n' * 2000)
    command = [sys.executable, "-m", "dateline", "code", str(tmp_path / "a.jsonl"), "--format", form]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        program.stdout.read(1)
        program.stdout.close()
        assert program.stderr.read() == b""
        assert program.wait() == 0


def program(tmp_path, *arguments, **streams):
    (tmp_path / "a.jsonl").write_text('{"id": 1, "text": "Rebels killed five soldiers in Kidal on Monday."}\n')
    return subprocess.run([sys.executable, "-m", "dateline", *arguments], cwd=tmp_path, check=False, **streams)


def test_a_full_disk_is_one_line_and_status_1(tmp_path):
    with open("/dev/full", "w") as full:  # noqa: PTH123
        done = program(tmp_path, "code", "a.jsonl", stdout=full, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (1, b"dateline: stopped by the system: No space left on device\n")


@pytest.mark.parametrize(("closed", "status"), [("0<&-", 2), ("1>&-", 0), ("2>&-", 0)])
def test_streams_may_be_closed(tmp_path, closed, status):
    (tmp_path / "a.txt").write_text("Rebels killed five soldiers in Kidal on Monday.")
    arguments = "-" if status else "a.txt nowhere.txt"
    command = f"{shlex.quote(sys.executable)} -m dateline code {arguments} {closed}"
    done = subprocess.run(["/bin/sh", "-c", command], cwd=tmp_path, check=False, capture_output=True)
    assert done.returncode == status
    assert done.stderr.count(b"\n") == (closed != "2>&-")


@pytest.mark.parametrize("module", ["typer", "dateline.cli.incidents"])
def test_an_interrupt_while_the_program_loads_is_quiet(module):
    """Ctrl-C in the first tenth of a second, told by an import that is interrupted."""
    interrupted = f"""
import sys
class Interrupt:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupt())
from dateline.cli import main
main(["code"])
"""
    done = subprocess.run([sys.executable, "-c", interrupted], check=False, capture_output=True)
    assert (done.returncode, done.stderr) == (130, b"")

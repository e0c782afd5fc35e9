from dateline.cli import tables

LONG = "word " * 60
NARROW = {"both": (0, 1), "rest": (2,)}


def test_piped_tables_are_plain_and_break_no_line(capsys, monkeypatch):
    monkeypatch.delenv("COLUMNS", raising=False)
    tables.show(("a", "b", "c"), [("one", "x", LONG.strip()), ("[two]", "", "y")], NARROW)
    first, second, third = capsys.readouterr().out.splitlines()
    assert first.split() == ["a", "b", "c"]
    assert second == f"one    x  {LONG.strip()}"
    assert third == "[two]     y"


def test_a_narrow_screen_stacks_cells_and_breaks_the_last(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    tables.show(("a", "b", "c"), [("one", "two", LONG)], NARROW)
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines[:4] if line[0].isalpha()] == ["both", "one", "two"]
    assert max(map(len, lines)) <= 60


def test_stacked_cells_leave_out_what_is_empty(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    tables.show(("a", "b", "c"), [("", "two", "three")], NARROW)
    assert capsys.readouterr().out.splitlines()[2].split() == ["two", "three"]


def test_without_rows_nothing_is_printed(capsys):
    assert tables.show(("a",), [], {"a": (0,)}) == 0
    assert capsys.readouterr().out == ""


def test_piped_tables_have_no_colours(capsys):
    tables.show(("a",), [("x",)], {"a": (0,)})
    assert "\x1b" not in capsys.readouterr().out


def test_cells_do_not_command_the_terminal(capsys):
    tables.show(("a",), [("x\x1b[31m\x07\u202ey",)], {"a": (0,)})
    assert "x\ufffd[31m\ufffd\ufffdy" in capsys.readouterr().out

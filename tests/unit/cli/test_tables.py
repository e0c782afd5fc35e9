from dateline.cli import tables

LONG = "word " * 60


def test_piped_tables_break_no_line(capsys, monkeypatch):
    monkeypatch.delenv("COLUMNS", raising=False)
    tables.show(("a", "b"), [("one", LONG.strip()), ("[two]", "x")])
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines[2:]] == ["one", "[two]"]
    assert lines[2].endswith(LONG.strip())
    assert all(line == line.rstrip() for line in lines)


def test_a_narrow_screen_breaks_the_last_column(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    tables.show(("a", "b"), [("one", LONG)])
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) > 5
    assert max(map(len, lines)) <= 60


def test_piped_tables_have_no_colours(capsys):
    tables.show(("a",), [("x",)])
    assert "\x1b" not in capsys.readouterr().out

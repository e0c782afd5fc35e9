from pathlib import Path

from checks import lengths

LONG_PYTHON = "class A:\n    def short(self): ...\n\n    def long(self):\n" + "        x = 1\n" * 50
LONG_SCRIPT = "export const long = () => {\n  const odd = /[{'\"]/;\n" + "  run(`${odd}{`);\n" * 48 + "};\n"


def test_a_long_python_method_is_named_with_its_line():
    assert list(lengths.faults(Path("a.py"), LONG_PYTHON)) == ["a.py:4: long has 51 lines, 50 allowed"]


def test_fifty_lines_are_allowed():
    assert not list(lengths.faults(Path("a.py"), LONG_PYTHON.replace("        x = 1\n", "", 1)))


def test_a_long_arrow_function_is_found_whatever_its_strings_hold():
    assert list(lengths.faults(Path("a.ts"), LONG_SCRIPT)) == ["a.ts:1: long has 51 lines, 50 allowed"]


def test_svelte_scripts_are_read_and_counted_from_the_files_first_line():
    component = f'<h1>Map</h1>\n<script lang="ts">\n{LONG_SCRIPT}</script>\n'
    assert list(lengths.faults(Path("a.svelte"), component)) == ["a.svelte:3: long has 51 lines, 50 allowed"]


def test_a_long_file_is_found():
    assert list(lengths.faults(Path("a.py"), "x = 1\n" * 501)) == ["a.py: 501 lines, 500 allowed"]
    assert not list(lengths.faults(Path("a.py"), "x = 1\n" * 500))

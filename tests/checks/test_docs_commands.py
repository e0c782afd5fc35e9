import pytest

from checks.docs_commands import Command, commands, missing, run

DOCUMENT = """
Text, `$ no command`.

```console
$ echo one \\
    two
one two
$ true
```

<!-- not run -->
```console
$ git push
```

```python
$ no shell
```
"""


def test_commands_are_found_with_their_lines_and_what_they_print():
    assert list(commands(DOCUMENT)) == [Command(5, "echo one \\\n    two", ("one two",)), Command(8, "true", ())]


@pytest.mark.parametrize(
    ("shown", "fault"),
    [
        (("b",), None),
        (("a", "...", "c"), None),
        (("a", "b   b"), "b   b"),
        (("c", "a"), "a"),
        (("read 4... documents in ... s",), None),
        (("read 5... documents in ... s",), "read 5... documents in ... s"),
    ],
)
def test_shown_lines_must_be_printed_in_their_order(shown, fault):
    assert missing(shown, "a\nb\nc\nread 40 documents in 2 s\n") == fault


def test_a_command_that_fails_or_prints_something_else_is_a_fault(tmp_path):
    assert "ended with 3: no" in run(Command(1, "echo no; exit 3", ()), tmp_path)
    assert "did not print 'yes'" in run(Command(1, "echo no", ("yes",)), tmp_path)
    assert run(Command(1, "echo yes | cat", ("yes",)), tmp_path) is None


def test_a_failure_inside_a_pipe_is_a_fault(tmp_path):
    assert run(Command(1, "false | cat", ()), tmp_path) is not None

"""The commands of README.md and docs/*.md are run and their shown output is compared: `python -m checks.docs_commands`.

A fenced block of the kind `console` or `sh` holds commands on lines that begin with `$ ` and below each what it prints. Shown lines
must be printed in that order; `...` stands for anything, lines that are not shown are no fault. A block under the comment
`<!-- not run -->` is left alone. The blocks of one file run one after the other in one new folder with copies of demo/ and docs/.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from checks.repository import ROOT, files, finish

BLOCK = re.compile(r"(?P<mark><!-- not run -->\s*\n)?^```(?:console|sh)\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE)
COPIED = ("demo", "docs")
SECONDS = 120


@dataclass(frozen=True, slots=True)
class Command:
    """One command of a document (with the line it stands on) and the lines that it is shown to print."""

    line: int
    text: str
    shown: tuple[str, ...]


def commands(document: str) -> Iterator[Command]:
    """The commands that are to be run, in order."""
    for block in BLOCK.finditer(document):
        if block["mark"]:
            continue
        first = document.count("\n", 0, block.start("body")) + 1
        text, line = "", 0
        shown: list[str] = []
        for number, row in enumerate(block["body"].splitlines(), first):
            if text.endswith("\\"):
                text += "\n" + row
            elif row.startswith("$ "):
                if text:
                    yield Command(line, text, tuple(shown))
                text, shown, line = row[2:], [], number
            else:
                shown.append(row)
        if text:
            yield Command(line, text, tuple(shown))


def missing(shown: tuple[str, ...], printed: str) -> str | None:
    """The first shown line that was not printed in its turn, or None."""
    lines = iter([" ".join(row.split()) for row in printed.splitlines()])
    for row in shown:
        wanted = " ".join(row.split())
        if wanted in ("", "..."):
            continue
        pattern = re.compile(".*".join(map(re.escape, wanted.split("..."))))
        if not any(pattern.fullmatch(line) for line in lines):
            return row
    return None


def run(command: Command, folder: Path) -> str | None:
    """Runs one command in `folder`; what is wrong with it, or None."""
    environment = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "100"}
    try:
        done = subprocess.run(
            ["bash", "-o", "pipefail", "-c", command.text],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"still ran after {SECONDS} s"
    if done.returncode:
        return f"ended with {done.returncode}: {done.stdout.strip()[-500:]}"
    row = missing(command.shown, done.stdout)
    return None if row is None else f"did not print {row.strip()!r} but:\n{done.stdout.strip()[:2000]}"


def main() -> int:
    """Runs the commands of README.md and docs/."""
    faults, count = [], 0
    documents = [p for p in files() if p == Path("README.md") or (p.parts[0] == "docs" and p.suffix == ".md")]
    for path in documents:
        with tempfile.TemporaryDirectory(prefix="dateline docs ") as name:
            folder = Path(name)
            for part in COPIED:
                if (ROOT / part).is_dir():
                    shutil.copytree(ROOT / part, folder / part)
            for command in commands((ROOT / path).read_text(encoding="utf-8")):
                count += 1
                fault = run(command, folder)
                if fault:
                    faults.append(f"{path}:{command.line}: `{command.text}` {fault}")
    return finish("docs commands", faults, f"{count} commands in {len(documents)} files")


if __name__ == "__main__":
    sys.exit(main())

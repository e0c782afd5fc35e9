"""The files that the checks look at, and how a check ends."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def files() -> list[Path]:
    """Every file that is tracked or about to be (not ignored), relative to the repository's root, sorted."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"], cwd=ROOT, capture_output=True, check=True
    ).stdout
    paths = {Path(name) for name in listing.decode().split("\0") if name}
    return sorted(p for p in paths if (ROOT / p).is_file())


def text_of(path: Path) -> str | None:
    """The text of a file relative to the root, or None where it is no UTF-8 text."""
    try:
        return (ROOT / path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def finish(check: str, faults: list[str], checked: str) -> int:
    """Prints the faults, or one line that says what was checked; the exit status."""
    for fault in faults:
        print(fault)
    print(f"{check}: {len(faults)} faults" if faults else f"{check}: {checked}, all well")
    return 1 if faults else 0

"""The workbench as built files: where they lie in the package, if they were built."""

from pathlib import Path

STATIC = Path(__file__).parent / "static"


def built_page() -> Path | None:
    """The folder of the built workbench (`index.html` and `assets/`), or None where it has not been built."""
    return STATIC if (STATIC / "index.html").is_file() else None

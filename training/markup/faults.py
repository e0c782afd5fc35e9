"""What is wrong with a file in corpus markup, and where."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault or, where `fatal` is false, a doubt; `line` counts from 1."""

    path: Path
    line: int
    document: str
    message: str
    fatal: bool = True

    def __str__(self) -> str:
        """One line for people."""
        return f"{'fault' if self.fatal else 'doubt'}  {self.path.name}:{self.line} {self.document}: {self.message}"

"""What became of a batch: refused inputs get one line each on standard error, and the exit status follows from the count."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from dateline.cli.terminal import complain
from dateline.errors import DatelineError

UNUSABLE = 2
"""The exit status where nothing could be done."""

Item = TypeVar("Item")


class Tally:
    """Counts what was done and what was refused."""

    def __init__(self) -> None:
        self.done = 0
        self.refused = 0

    def refuse(self, error: DatelineError) -> None:
        """Prints why one input is refused."""
        self.refused += 1
        complain(str(error))

    def counted(self, items: Iterable[Item]) -> Iterator[Item]:
        """The same items, counted as done as they pass."""
        for item in items:
            yield item
            self.done += 1

    def settle(self) -> None:
        """Ends the command with status 2 if inputs were refused and nothing was done."""
        if self.refused and not self.done:
            raise SystemExit(UNUSABLE)

"""Work in this process, one item after another."""

from collections.abc import Callable, Iterable, Iterator
from typing import Self, TypeVar

from dateline.errors import UnreadableInput

Item = TypeVar("Item")
Result = TypeVar("Result")


class InProcess:
    """The `Runner` without workers: nothing to start, nothing to lose."""

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, *exc: object) -> None:
        """Nothing to end."""

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result | UnreadableInput]:
        """The built-in `map`."""
        return map(function, items)

"""The contract of runners."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, Self, TypeVar

from dateline.errors import UnreadableInput

Item = TypeVar("Item")
Result = TypeVar("Result")


class Runner(Protocol):
    """Calls a function on many items; a context that frees its workers at the end."""

    def __enter__(self) -> Self:
        """Makes the runner ready; workers start when they are first needed."""
        ...

    def __exit__(self, *exc: object) -> None:
        """Ends the workers; what was not begun is dropped."""
        ...

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result | UnreadableInput]:
        """The results in the order of the items, lazily; `items` are drawn only a little ahead.

        What `function` raises is raised where its result is due. An item whose worker dies on it (killed, out of memory) twice
        comes back as an UnreadableInput, and the rest goes on. Where workers are processes, `function` must be importable by name,
        and items and results must pickle.
        """
        ...


def open_runner(workers: int = 1) -> Runner:
    """A runner with this many workers: in this process for one, processes of their own for more."""
    from dateline.runners.in_process import InProcess
    from dateline.runners.processes import Processes

    return InProcess() if workers <= 1 else Processes(workers)

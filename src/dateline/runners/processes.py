"""Work in processes of this machine: chunks of items, results in order, and a worker that dies costs at most its item."""

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import Any, Self, TypeVar

from dateline.errors import UnreadableInput
from dateline.settings import one_thread_for_arrays

Item = TypeVar("Item")
Result = TypeVar("Result")

_CHUNKS_AHEAD = 3  # for each worker: one in work, and enough behind it that none waits for the parent


class Processes:
    """The `Runner` on `workers` processes, each given `chunk` items at a time.

    Processes are spawned, not forked: a fork would share the parent's database connections and threads.
    """

    def __init__(self, workers: int, chunk: int = 8) -> None:
        self.workers = workers
        self.chunk = chunk
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        """Itself; the processes start with the first item."""
        return self

    def __exit__(self, *exc: object) -> None:
        """Ends the processes; chunks that were not begun are dropped."""
        self._close()

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result | UnreadableInput]:
        """See `Runner`."""
        chunks = _chunks(items, self.chunk)
        waiting: deque[tuple[list[Item], Future[list[Result]]]] = deque()
        while True:
            while len(waiting) < self.workers * _CHUNKS_AHEAD and (chunk := next(chunks, None)):
                waiting.append((chunk, self._submit(function, chunk)))
            if not waiting:
                return
            chunk, future = waiting.popleft()
            try:
                results: list[Result | UnreadableInput] = list(future.result())
            except BrokenProcessPool:
                # The pool does not say whose worker died, so everything unfinished is suspect: the first chunk is tried again
                # item by item, the others once more in a new pool.
                self._close()
                results = self._one_by_one(function, chunk)
                waiting = deque((c, f if _succeeded(f) else self._submit(function, c)) for c, f in waiting)
            yield from results

    def _one_by_one(self, function: Callable[[Item], Result], chunk: list[Item]) -> list[Result | UnreadableInput]:
        """The results of a chunk whose worker may have died on it; the item on which one dies again is given up."""
        results: list[Result | UnreadableInput] = []
        for item in chunk:
            try:
                results.extend(self._submit(function, [item]).result())
            except BrokenProcessPool:
                self._close()
                reason = "the process that worked on it died twice; it may be too large for the memory of this machine"
                results.append(UnreadableInput(_name(item), reason))
        return results

    def _submit(self, function: Callable[[Item], Result], chunk: list[Item]) -> "Future[list[Result]]":
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                self.workers, mp_context=multiprocessing.get_context("spawn"), initializer=one_thread_for_arrays
            )
        try:
            return self._pool.submit(_work, function, chunk)
        except BrokenProcessPool as error:
            # A worker died between two calls; the caller finds it where the result is due.
            broken: Future[list[Result]] = Future()
            broken.set_exception(error)
            return broken

    def _close(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None


def _succeeded(future: "Future[Any]") -> bool:
    return future.done() and not future.cancelled() and future.exception() is None


def _work(function: Callable[[Any], Any], chunk: list[Any]) -> list[Any]:
    return [function(item) for item in chunk]


def _chunks(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    iterator = iter(items)
    while chunk := list(islice(iterator, size)):
        yield chunk


def _name(item: object) -> str:
    """How a message calls an item: its address where it has one."""
    return str(getattr(item, "address", None) or repr(item)[:80])

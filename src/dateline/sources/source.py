"""The contract of a kind of source. To add one: write a class like these in a file of its own and name it in `dateline.sources`."""

from collections.abc import Iterator
from typing import Protocol

from dateline.errors import UnreadableInput
from dateline.model import Page
from dateline.sources.resource import Resource


class Source(Protocol):
    """One kind of input: what it looks like, and the pages in it.

    Registered under the entry-point group "dateline.sources"; the object is made without arguments. Importing the module must be
    cheap: libraries are imported where they are used.
    """

    name: str
    """What messages call it, with an article: "a feed"."""

    suffixes: tuple[str, ...]
    """The file endings it reads, for the message that lists them."""

    def reads(self, resource: Resource) -> bool:
        """Whether it can read the resource, judged by its name, declared media type and first bytes."""
        ...

    def pages(self, resource: Resource) -> Iterator[Page | UnreadableInput]:
        """The pages in order, and an `UnreadableInput` for each part that is refused.

        May raise `UnreadableInput` or `OSError` where nothing more can be read.
        """
        ...

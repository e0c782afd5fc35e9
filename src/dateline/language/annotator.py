"""The contract between the language room and the coder: any annotator turns a document into triggers, mentions and links."""

from typing import Protocol

from dateline.model import Annotations, Document


class Annotator(Protocol):
    """Finds the words of a document that tell acts and the phrases that fill their roles; resolves nothing."""

    @property
    def name(self) -> str:
        """What kind of annotator it is: "reader" or "lexicon", a column of the table of confidence."""
        ...

    @property
    def version(self) -> str:
        """Name and version, kept with every event that follows from it."""
        ...

    def annotate(self, document: Document) -> Annotations:
        """The annotations of title and text; offsets are into `document.text` or `document.title` (`part`)."""
        ...

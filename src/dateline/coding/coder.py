"""From a document and its annotations to events: the street's middle house."""

from functools import cache

from dateline.coding import conventions, coreference
from dateline.coding.assembly import event_of_draft
from dateline.coding.cast import Cast
from dateline.coding.confidence import raw
from dateline.coding.drafting import drafts_of
from dateline.coding.setting import read_setting
from dateline.coding.understood import complete
from dateline.fingerprint import fingerprint
from dateline.language import Annotator, LexiconAnnotator
from dateline.model import Document, Event

_RULES = ("dateline.coding", "dateline.actors", "dateline.places", "dateline.times")
_EVENT_FLOOR = 0.42  # raw probability under which an act is left out; chosen on the development gold and the corpus


class Coder:
    """Codes documents with one annotator; holds no state between documents."""

    def __init__(self, annotator: Annotator | None = None) -> None:
        self._annotator = annotator or LexiconAnnotator()

    @property
    def version(self) -> str:
        """Name and version of coder and annotator, kept with every event."""
        return f"coder-{fingerprint(*_RULES)}+{self._annotator.version}"

    def code(self, document: Document) -> tuple[Event, ...]:
        """The events that the document tells, in the order of their first triggers."""
        annotations = self._annotator.annotate(document)
        if not any(t.part == "text" for t in annotations.triggers):
            return ()
        setting = read_setting(document)
        cast = Cast(setting)
        drafts = drafts_of(annotations, setting, cast)
        merged = coreference.merge(drafts, document.text)
        for draft in merged:
            complete(draft, merged, setting, cast)
        conventions.mark_wholes(merged)
        kept = [d for d in merged if raw(d) >= _EVENT_FLOOR]
        return tuple(event_of_draft(d, setting, self.version) for d in kept)


@cache
def _packaged() -> Coder:
    return Coder()


def code_document(document: Document) -> tuple[Event, ...]:
    """The events of a document by the packaged coder."""
    return _packaged().code(document)


def coder_version() -> str:
    """The version of the packaged coder."""
    return _packaged().version

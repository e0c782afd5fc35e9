"""From a document and its annotations to events: the street's middle house."""

from functools import cache

from dateline.coding import conventions, coreference
from dateline.coding.assembly import event_of_draft
from dateline.coding.cast import Cast
from dateline.coding.confidence import confidences, words_tell
from dateline.coding.draft import Draft
from dateline.coding.drafting import drafts_of
from dateline.coding.setting import Setting, read_setting
from dateline.coding.understood import complete
from dateline.fingerprint import fingerprint
from dateline.language import Annotator, ReaderAnnotator
from dateline.model import Annotations, Document, Event

_LANGUAGES = frozenset({"en", "und"})
_RULES = ("dateline.coding", "dateline.actors", "dateline.places", "dateline.times")
# Under either an act is left out; chosen side by side on the development gold, the demo and the reports coded twice.
_WORDS_FLOOR = 0.42
_CONFIDENCE_FLOOR = 0.35


def reads(document: Document) -> bool:
    """Whether the document is in a language that the coder reads, or has too few words to tell."""
    return document.language in _LANGUAGES


class Coder:
    """Codes documents with one annotator; holds no state between documents."""

    def __init__(self, annotator: Annotator | None = None) -> None:
        self._annotator = annotator or ReaderAnnotator()

    @property
    def version(self) -> str:
        """Name and version of coder and annotator, kept with every event."""
        return f"coder-{fingerprint(*_RULES)}+{self._annotator.version}"

    def code(self, document: Document) -> tuple[Event, ...]:
        """The events that the document tells, in the order of their first triggers."""
        if not reads(document):
            return ()
        annotations = self._annotator.annotate(document)
        if not _in_text(annotations):
            return ()  # most pages end here, before places and times are looked for
        setting = read_setting(document)
        drafts = _settled(annotations, setting)
        judged = zip(drafts, confidences(drafts, self._annotator.name), strict=True)
        told = [(d, sure) for d, sure in judged if words_tell(d) >= _WORDS_FLOOR]
        return tuple(event_of_draft(d, setting, self.version, sure) for d, sure in told if sure >= _CONFIDENCE_FLOOR)

    def read(self, document: Document) -> tuple[Setting, list[Draft]]:
        """The setting of a report and every act that it may tell, before the doubtful ones are left out."""
        annotations = self._annotator.annotate(document)
        setting = read_setting(document)
        return setting, _settled(annotations, setting) if _in_text(annotations) else []


def _in_text(annotations: Annotations) -> bool:
    return any(t.part == "text" for t in annotations.triggers)


def _settled(annotations: Annotations, setting: Setting) -> list[Draft]:
    """The acts that the annotations tell, settled by the codebook."""
    cast = Cast(setting)
    drafts = coreference.merge(drafts_of(annotations, setting, cast), annotations, setting.document.text)
    for draft in drafts:
        complete(draft, drafts, setting, cast)
    conventions.mark_wholes(drafts)
    return drafts


@cache
def _packaged() -> Coder:
    return Coder()


def code_document(document: Document) -> tuple[Event, ...]:
    """The events of a document by the packaged coder."""
    return _packaged().code(document)


def coder_version() -> str:
    """The version of the packaged coder."""
    return _packaged().version

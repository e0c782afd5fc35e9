"""Who says so: the source that a sentence names for what it tells."""

import re

from dateline.coding.cast import Cast
from dateline.coding.draft import Filled
from dateline.coding.setting import Setting
from dateline.model import Actor, Mention, Span

_SAID = (
    r"(?:said|says|say|reported|reports|told|added|adds|wrote|writes|announced|confirmed|confirms|emphasi[sz]ed|stressed|insisted|"
    r"stated|states|claimed|claims|estimated|counts|counted|put|gave|recorded)"
)
_TOLD = (
    r"(?:said|says|reported|reports|told|wrote|announced|confirmed|stated|emphasi[sz]ed|stressed|insisted|claimed|estimated|"
    r"affirmed|underscored|argued|noted|believes?|maintained|counts|counted|recorded)"
)
_NAME = r"[^,.;:“”\"]"
_TRAILING = re.compile(rf",[”\"]?\s+(?P<who>{_NAME}{{3,90}}?)\s+{_SAID}\b(?:[^,.;]{{0,60}})[.,;]?\s*$")
_TRAILING_INVERTED = re.compile(rf",[”\"]?\s+{_SAID}\s+(?P<who>[^.;:“”\"]{{3,120}}?)[.;]?\s*$")
_LEADING = re.compile(rf"^(?P<who>{_NAME}{{2,90}}?)(?:, [^,]{{3,60}},)?\s+(?:also |later |earlier )?{_TOLD}\b")
_ACCORDING = re.compile(rf"\b[Aa]ccording to (?P<who>{_NAME}{{3,120}})")
_MIDDLE = re.compile(rf",[”\"]?\s+(?P<who>{_NAME}{{3,90}}?)\s+{_SAID}\b")
_NOT_SOURCES = frozenset("he she they it we i who which that this".split())


def source_of(setting: Setting, cast: Cast, trigger: Span) -> Filled[Actor] | None:
    """The source that the trigger's sentence names ("officials said", "according to hospitals"), or None."""
    sentence = setting.sentence(trigger.start)
    line = setting.document.dateline
    if line is not None and sentence.start <= line.span.start < sentence.end:
        sentence = Span(line.span.end, sentence.end)
    text = sentence.of(setting.document.text)
    for pattern in (_ACCORDING, _TRAILING, _TRAILING_INVERTED, _MIDDLE, _LEADING):
        for match in pattern.finditer(text):
            span = Span(sentence.start + match.start("who"), sentence.start + match.end("who"))
            if span.overlaps(trigger) or (pattern is _LEADING and span.start > trigger.start):
                continue
            found = _resolve(setting, cast, span)
            if found is not None:
                return found
    return None


def _resolve(setting: Setting, cast: Cast, span: Span) -> Filled[Actor] | None:
    words = span.of(setting.document.text)
    if words.lower() in _NOT_SOURCES:
        return None
    actors = cast.who(Mention(span, "actor"))
    return actors[0] if actors else None

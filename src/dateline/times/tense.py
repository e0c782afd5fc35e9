"""Whether the words around an expression look back or ahead: the nearest verb group of its clause decides.

No tagger is used: a verb is known by the auxiliaries before it, by a list of irregular past forms, or by "-ed".
"""

import re
from enum import Enum


class Tense(Enum):
    """Where the clause puts its act."""

    PAST = -1
    UNKNOWN = 0
    FUTURE = 1


_REACH = 160
_STOP = re.compile(r"[.!?;][\"'”’)]*\s|\n\s*\n")
_LOOKS_AHEAD = (
    r"(?:will|shall|won['’]t|['’]ll|going\sto|to\sbe|(?:is|are|be|was|were)\s(?:now\s|also\s|still\s|currently\s)?"
    r"(?:to|due|set|expected|scheduled|slated|likely|planned|supposed|poised|about)(?:\sto)?(?:\s[a-z]+)?"
    r"|(?:due|set|expected|scheduled|slated|likely|planned|poised)\s(?:to|for|on|in|next|by)(?:\s[a-z]+)?"
    r"|(?:plans?|planning|hopes?|hoping|wants?|intends?|vow(?:s|ed)|pledg(?:es|ed)|promis(?:es|ed)|agree(?:s|d)|threaten(?:s|ed)|decide[sd]"
    r"|invited|prepar(?:es|ed|ing)|continue|ready|urged?|order(?:s|ed)|vote[sd]?|told\s[\w.]+(?:\s[\w.]+)?)\sto\s[a-z]+"
    r"|may|might|could|can|must|should|would|until|upcoming|forthcoming|deadline|effective|payable|ahead\sof|no\slater\sthan|starting"
    r"|begins|expires?|runs\sthrough|(?:meets?|opens?|leaves?|arrives?|resumes?|holds?|takes?|goes?)(?=\s(?:on|in|for|at|to|effect)\b))"
)
_LOOKS_BACK = (
    r"(?:was|were|had|did|has|have|been|since|ago|after|became|began|broke|brought|built|called|came|caught|fell|felt|fought|found|gave"
    r"|got|grew|heard|held|hit|kept|killed|knew|led|left|lost|made|met|paid|put|ran|rose|said|sat|saw|sent|set|shot|sold|spent|spoke"
    r"|stood|struck|swept|thought|told|took|went|won|wrote|withdrew|told|reported|[a-z]{2,}ed)"
)
_CUES = re.compile(rf"\b(?:(?P<future>{_LOOKS_AHEAD})|(?P<past>{_LOOKS_BACK}))(?!\w)|(?P<contracted>['’]ll\b)")


def tense_around(text: str, start: int, end: int) -> Tense:
    """The tense of the clause around text[start:end]: the last verb cue before it, else the first one after it."""
    before = text[max(0, start - _REACH) : start]
    cue = None
    for cue in _CUES.finditer(_clause(before)):
        pass
    if cue is None:
        after = text[end : end + _REACH]
        stop_after = _STOP.search(after)
        cue = _CUES.search(after[: stop_after.start()] if stop_after else after)
    if cue is None:
        return Tense.UNKNOWN
    return Tense.PAST if cue["past"] else Tense.FUTURE


def _clause(before: str) -> str:
    """The part of `before` that belongs to the sentence of the expression."""
    ends = [match.end() for match in _STOP.finditer(before)]
    return before[ends[-1] :] if ends else before

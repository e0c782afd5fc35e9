"""Whether the words around an expression look back or ahead: the nearest verb group of its sentence decides.

No tagger is used: a verb is known by its auxiliaries, by a list of irregular past forms, or by "-ed".
"""

import re
from enum import Enum


class Tense(Enum):
    """Where the clause puts its act."""

    PAST = -1
    UNKNOWN = 0
    FUTURE = 1


_REACH = 160
_ABBREVIATIONS = ("Mr", "Mrs", "Ms", "Dr", "St", "Gen", "Sen", "Rep", "Gov", "Col", "Lt", "Sgt", "Inc", "Corp", "Co", "No", "vs")
_STOP = re.compile(
    r"(?<![A-Z])" + "".join(rf"(?<!\b{word})" for word in _ABBREVIATIONS) + r"[.!?;][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z0-9])|\n\s*\n"
)
_ADVERBS = r"(?:\s(?:not|also|now|still|then|only|soon|likely|probably|again|formally|finally|officially|reportedly))?"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_LOOKS_AHEAD = "|".join(
    (
        rf"(?:will|shall|won['’]t|can|could|may|might|must|should|would|wouldn['’]t|cannot){_ADVERBS}(?:\shave|\sbe)?(?:\s[a-z]+)?",
        r"to\s(?:be|have)\s[a-z]+",
        rf"(?:is|are|be|was|were|['’]s|['’]re){_ADVERBS}\s(?:to|due|set|expected|scheduled|slated|likely|planned|supposed|poised|going)(?:\sto)?"
        r"(?:\s[a-z]+)?",
        r"(?:due|set|expected|scheduled|slated|likely|planned|poised)\s(?:to|for|on|in|next|by)(?:\s[a-z]+)?",
        r"(?:plans?|planning|hop(?:es?|ing)|wants?|intends?|aims?|vow(?:s|ed)|pledg(?:es|ed)|promis(?:es|ed)|agree(?:s|d)|threaten(?:s|ed)"
        r"|decide[sd]|invited|prepar(?:es|ed|ing)|continue|ready|urged?|order(?:s|ed)|votes?|expects?)\sto\s[a-z]+",
        r"until|upcoming|forthcoming|coming|deadline|effective|payable|ahead\sof|no\slater\sthan|as\s(?:early|soon|late)\sas|starting",
        r"begins|ends|starts|runs|expires?"
        r"|(?:meets?|opens?|leaves?|arrives?|resumes?|reopens?|holds?|takes?|goes?|votes?|returns?|begin|end|start)"
        rf"(?=\s(?:again\s|separately\s)?(?:on|at|in|effect|next|this|tomorrow|{_WEEKDAY})\b)",
    )
)
# Look like a glance ahead, and are none.
_AFTER_ALL_PAST = (
    r"had\sbeen\s(?:due|set|scheduled|expected)\sto\s[a-z]+"
    r"|could(?:\snot|n['’]t)?\sbe\s(?:reached|located|found|seen|heard|determined)"
)
_LOOKS_BACK = (
    r"(?:(?:was|were)(?!\sto\b)|had|did|didn['’]t|has|have|been|since|ago|began|became|broke|brought|built|called|came|caught|fell|felt"
    r"|fought|found|gave|got|grew|heard|held|hit|kept|knew|led|left|lost|made|met|paid|put|ran|rose|said|sat|saw|sent|set|shot|sold"
    r"|spent|spoke|stood|struck|swept|thought|told|took|went|won|wrote|withdrew|[a-z]{2,}ed)"
)
_CUES = re.compile(
    rf"\b(?:(?P<done>{_AFTER_ALL_PAST})|(?P<future>{_LOOKS_AHEAD})|(?P<past>{_LOOKS_BACK}))(?![\w'’])|['’]ll\s[a-z]+"
)


def tense_around(text: str, start: int, end: int) -> Tense:
    """The tense of the sentence around text[start:end]: the last verb group before it, else the first one after it."""
    begin = max(0, start - _REACH)
    stops = [stop.end() for stop in _STOP.finditer(text, begin, start)]
    # The expression itself is in view: "the parties meet" looks ahead before "Friday" alone.
    cues = [cue for cue in _CUES.finditer(text, stops[-1] if stops else begin, end) if cue.start() < start]
    cue = cues[-1] if cues else None
    if cue is None:
        after = text[end : end + _REACH]
        stop_after = _STOP.search(after)
        cue = _CUES.search(after[: stop_after.start()] if stop_after else after)
    if cue is None:
        return Tense.UNKNOWN
    return Tense.PAST if cue["past"] or cue["done"] else Tense.FUTURE

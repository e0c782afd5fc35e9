"""The mode of an act, where its trigger leaves it open: by the weapon named, by what is asked for, by what is threatened."""

import re
from collections.abc import Sequence

from dateline.coding.draft import Draft

_AERIAL = re.compile(
    r"\b(?:air[- ]?strikes?|air (?:raids?|attacks?|assaults?)|(?:cruise|ballistic|anti-ship|hypersonic) missiles?|missiles?|glide bombs?|"
    r"warplanes?|fighter jets|jets|bombers|helicopters?|aerial|bombardments? from the air)\b",
    re.IGNORECASE,
)
_DRONE = re.compile(r"\b(?:drones?|uavs?|unmanned aerial|shaheds?|quadcopters?)\b", re.IGNORECASE)
_HEAVY = re.compile(
    r"\b(?:artillery|shell(?:s|ed|ing|fire)?|mortars?|rockets?|howitzers?|tank fire|multiple rocket launchers?)\b", re.IGNORECASE
)
_FIREARMS = re.compile(
    r"\b(?:gunmen|gunfire|rifles?|shot|shooting|shootings|bullets?|opened fire|machine[- ]guns?|snipers?)\b", re.IGNORECASE
)
_EXPLOSIVES = re.compile(
    r"\b(?:car bomb|roadside bomb|explosive device|ieds?|landmines?|mines?|grenades?|dynamite|bomb(?:ing)? at|bomb blast)\b",
    re.IGNORECASE,
)
_SUICIDE = re.compile(r"\b(?:suicide (?:bomb\w*|attack\w*)|blew (?:him|her|them)sel(?:f|ves) up)\b", re.IGNORECASE)
_SPECIFIC = (("suicide-attack", _SUICIDE), ("explosives", _EXPLOSIVES), ("heavy-weapons", _HEAVY), ("firearms", _FIREARMS))
_KEEP = frozenset(
    "abduct beat torture sexual targeted destroy primitive crowd-control unconventional suicide-attack explosives".split()
)

_WANTED = (
    ("meet", re.compile(r"\b(?:talks?|meet(?:ing)?|summit|negotiat\w+|dialogue|negotiating table|session)\b", re.IGNORECASE)),
    (
        "yield",
        re.compile(
            r"\b(?:ceasefire|cease-fire|truce|cease|stop|halt|end(?:ing)?|withdraw\w*|release|free(?:dom|ing)?|return|lift|access|leave|disarm|"
            r"surrender|hand over|pull out|de-escalat\w+|restraint|let\b)",
            re.IGNORECASE,
        ),
    ),
    (
        "assist",
        re.compile(
            r"\b(?:support|aid|help|assistance|weapons?|air defen[cs]e|funds?|funding|money|backing|protect\w*|supplies|send|troops|reinforcements|"
            r"donat\w+|shelter|asylum|investigat\w+|pressure)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "change",
        re.compile(
            r"\b(?:resign\w*|step down|elections?|reform\w*|law|policy|sanctions?|change|constitution|government|vote)\b",
            re.IGNORECASE,
        ),
    ),
)
_THREATS = (
    ("expel", re.compile(r"\b(?:expel|expulsion)\b", re.IGNORECASE)),
    ("arrest", re.compile(r"\b(?:arrest|jail|prosecut\w+|detain)\b", re.IGNORECASE)),
    (
        "violence",
        re.compile(
            r"\b(?:strike|attack|retaliat\w+|destroy|force|military|militarily|war|bomb|shell|hit|respond|revenge|kill|defend|protect our|blood|fire)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "restrict",
        re.compile(r"\b(?:sanctions?|tariffs?|ban|block|close|shut|cut|restrict|suspend|penalt\w+|accountab\w+)\b", re.IGNORECASE),
    ),
    ("relations", re.compile(r"\b(?:relations|ties|in kind|ambassador|talks|treaty|quit|withdraw|diplomat\w*)\b", re.IGNORECASE)),
)


def mode_of(draft: Draft, sentences: Sequence[str]) -> str | None:
    """The codebook mode of the act as its sentences tell it, or the trigger's own."""
    text = " ".join(dict.fromkeys(sentences))
    if draft.event_type == "ASSAULT":
        return _assault(draft.mode, text)
    if draft.event_type in ("REQUEST", "REJECT") and draft.mode is None:
        return _first(_WANTED, _after(draft, text)) if draft.event_type == "REQUEST" else None
    if draft.event_type == "THREATEN" and draft.mode is None:
        return _first(_THREATS, text)
    return draft.mode


def _after(draft: Draft, text: str) -> str:
    """What follows the trigger's words in its sentence: the thing asked for."""
    words = draft.triggers[0].span
    return text[min(len(text), max(0, words.end - words.start)) :]


def _first(table: tuple[tuple[str, re.Pattern[str]], ...], text: str) -> str | None:
    found = [(m.start(), name) for name, pattern in table if (m := pattern.search(text))]
    return min(found)[1] if found else None


def _assault(mode: str | None, text: str) -> str | None:
    if mode in _KEEP:
        return mode
    drones, missiles = bool(_DRONE.search(text)), bool(_AERIAL.search(text))
    if missiles:
        return "aerial"
    if drones:
        return "drone"
    return next((name for name, pattern in _SPECIFIC if pattern.search(text)), mode)

"""Which of a report's places is that of an act."""

import re
from collections.abc import Sequence

from dateline.coding.draft import Filled
from dateline.coding.setting import Setting
from dateline.model import Mention, Place, Span
from dateline.places import PlaceMention, find_places, open_gazetteer

_AT = frozenset(
    "in at near on across over around off throughout outside inside into onto along within between towards toward through".split()
)
_OF_SITES = frozenset({"RETREAT", "COERCE"})  # "the Rafah crossing is due to open": what opens or shuts is the place
_OF_SPEECH = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "CONCEDE"})
_HIT = frozenset("on against at in towards toward across into over of near hit struck hits strikes attacked shelled bombed".split())
_THIS_CITY = re.compile(r"\bthis (?:[\w-]+ ){0,3}(?:city|town|village|port|capital|settlement)\b", re.IGNORECASE)
_INFERRED = 0.6  # confidence of a place that no words of the sentence name
_OPENS = re.compile(
    r"(?:In|At|On|Near|Across|Over|Around|Outside)(?: the)?(?: [a-z]+)? ?$"
)  # "In Miami, ..." dates the whole sentence
_BELONGINGS = frozenset(
    """military forces force army navy troops soldiers ships ship vessels personnel citizens government officials president
    strategic national foreign defence defense air police media people interests embassy border leaders""".split()
)
_FINE = frozenset({"city", "site", "admin2", "admin1", "airport"})


def place_of(setting: Setting, trigger: Span, event_type: str, doers: Sequence[Span] = ()) -> Filled[Place] | None:
    """The place told for the act in its own sentence; None where none is told there.

    A statement has a place only where a city or site follows "in" or "at"; a strike also has that of what it struck. `doers`
    are the words that name the actors: they tell no place.
    """
    sentence = setting.sentence(trigger.start)
    mentions = [p for p in setting.places if sentence.start <= p.start < sentence.end and _eligible(setting, p, doers)]
    scored = sorted((_score(setting, trigger, p, event_type), -n, p) for n, p in enumerate(mentions))
    if not scored or scored[-1][0] <= 0:
        return _this_city(setting, sentence) if event_type not in _OF_SPEECH else None
    best = scored[-1][2]
    if best.place is None:
        return None
    return Filled(best.place, Span(best.start, best.end))


def place_named(setting: Setting, mention: Mention) -> Filled[Place] | None:
    """The finest place that a phrase of the text names; None where it names none that the gazetteer knows."""
    here = [
        p
        for p in setting.places
        if mention.part == "text"
        and p.place is not None
        and mention.span.overlaps(Span(p.start, p.end))
        and not _of_a_person(setting, p)
    ]
    best = max(here, key=lambda p: (p.kind in ("city", "site"), p.kind in _FINE, -p.start), default=None)
    return Filled(best.place, Span(best.start, best.end)) if best is not None and best.place is not None else None


def _this_city(setting: Setting, sentence: Span) -> Filled[Place] | None:
    """The place of the dateline, where the sentence points to it: "this western city"."""
    return _dateline_town(setting) if _THIS_CITY.search(sentence.of(setting.document.text)) else None


def _dateline_town(setting: Setting) -> Filled[Place] | None:
    line = setting.document.dateline
    if line is None:
        return None
    for mention in setting.places:
        if mention.start < line.span.end and mention.place is not None and mention.kind in _FINE:
            return Filled(mention.place, Span(mention.start, mention.end))
    return None


def _eligible(setting: Setting, mention: PlaceMention, doers: Sequence[Span]) -> bool:
    names_doer = mention.kind == "country" and any(d.start <= mention.start < d.end for d in doers)
    return mention.place is not None and not (names_doer or _in_dateline(setting, mention) or _of_a_person(setting, mention))


def _of_a_person(setting: Setting, mention: PlaceMention) -> bool:
    """Whether the words are part of a person's name, which is no place whatever the gazetteer holds."""
    return any(n.kind == "person" and n.start < mention.end and n.end > mention.start for n in setting.names)


def _in_dateline(setting: Setting, mention: PlaceMention) -> bool:
    line = setting.document.dateline
    return line is not None and mention.start < line.span.end


def _score(setting: Setting, trigger: Span, mention: PlaceMention, event_type: str) -> float:
    text = setting.document.text
    before = text[max(0, mention.start - 30) : mention.start].lower().replace(" the ", " ").split()
    word = before[-1] if before else ""
    located = (word in _AT or (event_type == "ASSAULT" and word in _HIT)) and not _adjectival(text, mention)
    if mention.kind == "country" and not located:
        return 0
    if mention.metonym and not (event_type == "ASSAULT" and located):
        return 0
    if event_type in _OF_SPEECH and (word not in ("in", "at") or mention.kind not in _FINE or _far(text, trigger, mention, 60)):
        return 0
    located = located or (event_type in _OF_SITES and mention.kind == "site")
    score = 3.0 if located else 0.8 if event_type == "ASSAULT" else 0.0
    score += 1.0 if mention.kind in ("city", "site") else 0.5 if mention.kind in _FINE else 0.0
    gap = max(mention.start - trigger.end, trigger.start - mention.end, 0)
    between = text[min(trigger.end, mention.end) : max(trigger.start, mention.start)]
    score -= gap / 70 + 0.8 * (between.count(",") > 1) + 1.2 * (" after " in between or " since " in between or ";" in between)
    if mention.start < trigger.start:
        score -= 0.4
        opens = bool(_OPENS.match(text[setting.sentence(trigger.start).start : mention.start]))
        score -= 3.5 * ("," in between and not opens and ", where " not in between)
    return score if located or event_type == "ASSAULT" else 0


def _adjectival(text: str, mention: PlaceMention) -> bool:
    """Whether a country's name only says whose: "against United States forces"."""
    following = text[mention.end : mention.end + 30].split()
    return mention.kind == "country" and bool(following) and following[0].lower().strip(",.;") in _BELONGINGS


def _far(text: str, trigger: Span, mention: PlaceMention, limit: int) -> bool:
    between = text[min(trigger.end, mention.end) : max(trigger.start, mention.start)]
    return len(between) > limit or "," in between


def place_in_title(setting: Setting) -> Filled[Place] | None:
    """The city or site that the title names after "in" or "at": where the meeting that the report is about was held."""
    title = setting.document.title
    for mention in find_places(title, published=setting.document.published):
        before = title[: mention.start].lower().split()[-1:]
        if mention.place is not None and mention.kind in _FINE and before in (["in"], ["at"]):
            return Filled(mention.place, Span(mention.start, mention.end), "title")
    return None


def place_of_filing(setting: Setting) -> Filled[Place] | None:
    """The town of the dateline, if it lies in the country that the report is set in."""
    town = _dateline_town(setting)
    return town if town is not None and town.value.country == setting.home else None


def whole_country(iso3: str) -> Filled[Place] | None:
    """A country as a place that no words name: drawn as an area with its radius."""
    gazetteer = open_gazetteer()
    return Filled(gazetteer.country(iso3).place(None, _INFERRED)) if iso3 in gazetteer.countries else None

"""Places in a text: the room's front door."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from dateline.model import Span
from dateline.places.entry import Entry, PlaceMention
from dateline.places.gazetteer import Gazetteer, open_gazetteer
from dateline.places.names import normal
from dateline.places.ranking import Ranked, Ranker
from dateline.places.scanning import Name, Scan, scan

_FOUND: Final = 0.5
_SHOWN: Final = 5


def find_places(
    text: str,
    *,
    spans: Sequence[Span] | None = None,
    published: date | None = None,  # noqa: ARG001 - borders and names change with time; kept for the tables that will know it
    home_country: str = "",
    dateline_place: str = "",
    gazetteer: Gazetteer | None = None,
) -> tuple[PlaceMention, ...]:
    """The places that `text` names, in order.

    With `spans` there is exactly one mention a span, in the order given, with `place` None where the words name no place that is
    known; without, places are looked for and doubtful ones left out. `home_country` (ISO alpha-3) and `dateline_place` are weak hints.
    """
    known = gazetteer or open_gazetteer()
    found = scan(text, known)
    ranker = Ranker(text, known.capitals, found.peoples, _home(home_country, dateline_place, known))
    if spans is None:
        return _search(text, found, ranker)
    given = [_given(text, span, known) for span in spans]
    around = [n for n in found.names if n.likely >= _FOUND and not any(n.start < s.end and s.start < n.end for s in spans)]
    ordered = sorted((*given, *around), key=lambda n: n.start)
    rankings = {id(name): ranked for name, ranked in zip(ordered, ranker.rank(ordered), strict=True)}
    return tuple(_mention(text, name, rankings[id(name)], insist=True) for name in given)


def _search(text: str, found: Scan, ranker: Ranker) -> tuple[PlaceMention, ...]:
    names = [n for n in found.names if n.likely >= _FOUND]
    mentions = (_mention(text, name, ranked) for name, ranked in zip(names, ranker.rank(names), strict=True))
    return tuple(m for m in mentions if m.place is not None)


def _home(home_country: str, dateline_place: str, gazetteer: Gazetteer) -> str:
    if home_country or not dateline_place:
        return home_country
    candidates = gazetteer.candidates(dateline_place.split(",")[0])
    return candidates[0].country if candidates else ""


def _given(text: str, span: Span, gazetteer: Gazetteer) -> Name:
    words = text[span.start : span.end].strip(" \n\t,;:")
    entries = gazetteer.candidates(words)
    if not entries and normal(words).startswith("the "):
        entries = gazetteer.candidates(words[4:])
    return Name(span.start, span.end, -1, -1, entries, 1.0)


def _mention(text: str, name: Name, ranked: Ranked, *, insist: bool = False) -> PlaceMention:
    surface = text[name.start : name.end]
    if not ranked.entries:
        return PlaceMention(name.start, name.end, surface, None, "region")
    best: Entry = ranked.entries[0]
    confidence = ranked.shares[0] * name.likely
    place = None if best.vague and not insist else best.place(surface, round(confidence, 3))
    candidates = ranked.entries[:_SHOWN]
    return PlaceMention(name.start, name.end, surface, place, best.kind, candidates, name.metonym)

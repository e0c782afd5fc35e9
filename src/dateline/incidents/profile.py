"""An event in the form in which it is compared with others: everything that comparison looks at, worked out once."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dateline.codebook import load
from dateline.incidents.parties import Parties, folded, parties, telling_words
from dateline.model import Event, Harm, Place, Quad, Report

SPEECH = frozenset({"VC", "VX"})  # quad classes of words
FINE = frozenset({"site", "city", "admin2"})
SHORT_DAYS = 10  # a longer period is looked up by month
SHARP_DAYS = 2  # a day, or a night that is told by its eve and its day
_STOP = frozenset("the and for with from that this have has had was were are been its his her their into over after".split())
_WORD = re.compile(r"[^\W\d_]{3,}|\d{2,}")
_NUMBERLESS = (None, 0, 1, 2)  # figures so common that sharing them says nothing


def content_words(text: str) -> frozenset[str]:
    """The words of a phrase by their first six letters, so that endings do not part them; particles are left out."""
    return frozenset(word[:6] for word in _WORD.findall(folded(text)) if word not in _STOP)


@dataclass(frozen=True, slots=True)
class Profile:
    """One event, ready to be compared.

    `first` and `last` are the days of its date as proleptic Gregorian ordinals (None: undated), `told` whether words of the
    report give it, `day` the day of publication. `figures` holds (kind, bound) of every figure of harm, `killed` the total where
    it is exact.
    """

    event: Event
    report: Report
    quad: Quad
    first: int | None
    last: int | None
    told: bool
    day: int | None
    actors: Parties
    recipients: Parties
    place: Place | None
    place_words: frozenset[str]
    figures: frozenset[tuple[str, int]]
    killed: int | None
    targets: frozenset[str]
    impacts: frozenset[str]
    words: frozenset[str]
    title: frozenset[str]

    @property
    def length(self) -> int:
        """Days that the date covers; 0 if undated."""
        return 0 if self.first is None or self.last is None else self.last - self.first + 1

    @property
    def sharp(self) -> bool:
        """Whether the date is one day or one night."""
        return 0 < self.length <= SHARP_DAYS

    @property
    def fine(self) -> bool:
        """Whether the place is a point: a site, a city, a district."""
        return self.place is not None and self.place.precision in FINE


def _place_words(place: Place | None) -> frozenset[str]:
    return telling_words(place.name) | telling_words(place.text or "") if place else frozenset()


def _figures(harm: tuple[Harm, ...]) -> frozenset[tuple[str, int]]:
    bounds = ((h.kind, bound) for h in harm for bound in (h.count.minimum, h.count.maximum))
    return frozenset((kind, bound) for kind, bound in bounds if bound is not None and bound not in _NUMBERLESS)


def _killed(harm: tuple[Harm, ...]) -> int | None:
    for figure in harm:
        if figure.kind == "killed" and not figure.subset and not figure.superseded:
            return figure.count.minimum if figure.count.minimum == figure.count.maximum else None
    return None


def profile(event: Event, report: Report) -> Profile:
    """What is compared of an event and the report that tells it."""
    when = event.date
    return Profile(
        event=event,
        report=report,
        quad=load().quad(event.event_type),
        first=when.start.toordinal() if when else None,
        last=max(when.start, when.end).toordinal() if when else None,
        told=when is not None and when.text is not None,
        day=report.published.toordinal() if report.published else None,
        actors=parties(event.actors),
        recipients=parties(event.recipients),
        place=event.place,
        place_words=_place_words(event.place),
        figures=_figures(event.harm),
        killed=_killed(event.harm),
        targets=frozenset(target.kind for target in event.targets),
        impacts=frozenset(impact.kind for impact in event.impacts),
        words=content_words(" ".join(event.trigger)),
        title=content_words(report.title),
    )


def profiles(events: Mapping[str, Event], reports: Mapping[str, Report]) -> dict[str, Profile]:
    """Profiles by event id; a document without a report is one of unknown date and publisher."""
    return {key: profile(event, reports.get(event.doc_id) or Report(event.doc_id)) for key, event in events.items()}

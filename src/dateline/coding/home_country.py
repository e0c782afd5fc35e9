"""Which of the countries that a report names people belong to whose own words name none: "the regional governor", "protesters".

Every country that the report names is a candidate, and so is none at all. A conditional logit model ranks them by where and how
often each is named. The weights in `data/home_country.tsv` are those that `python -m training.fit_country` learns from the corpus
and measures.
"""

import math
import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources

from dateline.actors import ActorMention, find_actors
from dateline.coding.setting import Setting
from dateline.model import Part, Span

NONE = ""  # the candidate that stands for no country
_MOST = 8  # candidates: countries named less often than these are right too seldom to be worth the time
_BESIDE = re.compile(r"['’]?s?,? (?:(?:of|in|from|at|for|to|near) )?(?:the )?(?:[\w-]+ ){0,2}", re.IGNORECASE)
_BESIDE_REACH = 40  # characters
_REACH = 300.0  # characters over which a naming before the phrase loses two thirds of its pull
_LIONS_SHARE = 0.55  # of all namings
_AT_ONCE = 3  # characters: "LIBYA. A coastguard ...", "ROME - Two students ..."
_OPENING = re.compile(r"(?:In|Inside|At|On|From|Across|Near|Outside|Around)(?: the)?(?: [\w-]+){0,2} ")
_HEAD_REACH = 30  # characters: "Russian naval forces" tells whose "the forces" are

_KINDS = {
    "state": frozenset("GOV LEG JUD COP SPY PRE ELI PTY".split()),
    "army": frozenset({"MIL"}),
    "armed": frozenset("REB PRM CRM UAF".split()),
    "people": frozenset("CVL OPP MED EDU LAB BUS REL SOC AGR REF".split()),
    "outside": frozenset("NGO JRN IGO".split()),
}
_VOICES = {  # small words that change whose the people are; the first that fits counts
    "ours": frozenset("our my we us ours mine".split()),
    "theirs": frozenset("its his her their".split()),
    "foreign": frozenset(
        "foreign international western global partner partners allies allied neighbouring neighboring other".split()
    ),
    "posted": frozenset(
        """embassy embassies ambassador ambassadors consulate consul envoy envoys counsellor delegation delegates delegations
        mission diplomat diplomats""".split()
    ),
    "local": frozenset(
        """governor mayor local provincial regional municipal district city village police court residents villagers locals
        hospital""".split()
    ),
}
_FIRST_WORD = frozenset({"ours", "theirs"})
_PLACES = frozenset({"city", "site", "admin1", "admin2", "airport"})
_STATES = frozenset({"country", "demonym", "seat"})
_WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Naming:
    """One naming of a country in the text: by its own name or adjective ("state"), by a place in it, or by a party of it."""

    start: int
    end: int
    country: str
    kind: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that mean a party, and the sector that its words tell (a code of the codebook, empty if none)."""

    span: Span
    part: Part
    text: str
    sector: str

    @property
    def kind(self) -> str:
        """The group of sectors that the ranking tells apart."""
        return next((kind for kind, sectors in _KINDS.items() if self.sector in sectors), "unread")

    @property
    def voice(self) -> str:
        """Whose they are by the phrase's own small words: "ours", "theirs", "foreign", or "plain" where it tells nothing."""
        words = _WORD.findall(self.text.lower())
        for voice, told in _VOICES.items():
            if not told.isdisjoint(words[:1] if voice in _FIRST_WORD else words):
                return voice
        return "plain"


class HomeCountries:
    """Ranks the countries of one report for the phrases in it."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting

    def of(self, phrase: Phrase) -> str:
        """The likeliest country of a phrase, ISO alpha-3 or IGO; empty where it is likelier that it has none of those named."""
        rows = self.evidence(phrase)
        return max(rows, key=lambda country: judged(rows[country])) if rows else NONE

    def evidence(self, phrase: Phrase) -> dict[str, dict[str, float]]:
        """For each candidate country what speaks for it, by the names of the table of weights."""
        kind, voice = phrase.kind, phrase.voice
        local = self._told_around(phrase)
        owners = self._owners(phrase.text.split()[-1].lower()) if phrase.part == "text" else frozenset()
        rows = {NONE: {"none": 1.0, f"none:{kind}": 1.0, f"none:{voice}": 1.0}}
        for country in self._candidates:
            told = self._told_by_report(country) | {name: 1.0 for name, found in local.items() if found == country}
            told |= self._told_by_distance(phrase, country)
            if country in owners:
                told["same_head"] = 1.0
            row = dict(told)
            for name, value in told.items():
                row[f"{name}:{kind}"] = value
                if self._scattered:
                    row[f"{name}:scattered"] = value
                if voice != "plain":
                    row[f"{name}:{voice}"] = value
            rows[country] = row
        return rows

    @cached_property
    def _candidates(self) -> list[str]:
        named = [c for c, _ in self._setting.countries.most_common(_MOST) if c]
        speaker = self._setting.speaker
        return named if speaker is None or not speaker.country or speaker.country in named else [*named, speaker.country]

    @cached_property
    def _scattered(self) -> bool:
        """Whether no country has the report to itself: a round-up, a quarrel of two."""
        counts = self._setting.countries
        return counts[self._setting.home] < _LIONS_SHARE * counts.total()

    @cached_property
    def _namings(self) -> list[Naming]:
        """Every naming, in the order of the text; of two at one place that by a place's name."""
        places = {
            p.start: Naming(p.start, p.end, p.place.country, "place" if p.kind in _PLACES else "state")
            for p in self._setting.places
            if p.place is not None and p.place.country
        }
        parties = {n.start: Naming(n.start, n.end, n.actor.country, _kind_of(n)) for n in self._setting.names if n.actor.country}
        return sorted((parties | places).values(), key=lambda n: n.start)

    @cached_property
    def _starts(self) -> list[int]:
        return [n.start for n in self._namings]

    @cached_property
    def _of_report(self) -> dict[str, str]:
        """The countries that the report as a whole points to: by its title, its dateline, its first words, its speaker."""
        document = self._setting.document
        titled = [n.actor.country for n in find_actors(document.title, on=document.published) if n.actor.country]
        line = document.dateline.span.end if document.dateline else 0
        body = [n.country for n in self._namings if n.start >= line]
        filed = [n.country for n in self._namings if n.start < line]
        return {
            "commonest": self._setting.home,
            "title_first": titled[0] if titled else NONE,
            "title_last": titled[-1] if titled else NONE,
            "filed": filed[0] if filed else NONE,
            "first": body[0] if body else NONE,
            "speaker": self._setting.speaker.country if self._setting.speaker else NONE,
        }

    def _told_by_report(self, country: str) -> dict[str, float]:
        counts = self._setting.countries
        told = {"share": counts[country] / max(1, counts.total()), "body_of_states": float(country == "IGO")}
        return told | {name: 1.0 for name, found in self._of_report.items() if found == country}

    def _told_around(self, phrase: Phrase) -> dict[str, str]:
        """The country that each kind of neighbour names; a neighbour that is missing is left out."""
        if phrase.part != "text":
            return {}
        namings = self._namings
        before = bisect_left(self._starts, phrase.span.start)
        after = bisect_left(self._starts, phrase.span.end)
        sentence = self._setting.sentence(phrase.span.start)
        told = self._told_by_openings(phrase.span.start, sentence)
        if before:
            nearest = namings[before - 1]
            told["before_here" if nearest.start >= sentence.start else "before_earlier"] = nearest.country
        if before < after:
            told["inside"] = namings[before].country
        if after < len(namings) and namings[after].start < sentence.end:
            told["after"] = namings[after].country
            gap = self._setting.document.text[phrase.span.end : namings[after].start]
            if len(gap) < _BESIDE_REACH and _BESIDE.fullmatch(gap):
                told[f"beside_{namings[after].kind}"] = namings[after].country
        for kind in ("place", "state", "party", "person"):
            last = next((n for n in reversed(namings[:before]) if n.kind == kind), None)
            if last is not None:
                told[f"last_{kind}"] = last.country
        return told

    def _told_by_openings(self, offset: int, sentence: Span) -> dict[str, str]:
        """What the sentence, the sentence before and the paragraph name first, if that stands before the phrase."""
        text = self._setting.document.text
        told: dict[str, str] = {}
        opening = self._first(sentence.start, offset)
        if opening is not None:
            told["opens_sentence"] = opening.country
            if _OPENING.fullmatch(text[sentence.start : opening.start]):
                told["opens_in"] = opening.country
        previous = self._first(self._setting.sentence(max(0, sentence.start - 2)).start, sentence.start)
        if previous is not None:
            told["opens_previous"] = previous.country
        paragraph = text.rfind("\n", 0, offset) + 1
        heading = self._first(paragraph, offset)
        if heading is not None:
            told["opens_paragraph"] = heading.country
            if heading.start - paragraph < _AT_ONCE:
                told["heads_paragraph"] = heading.country
        return told

    def _first(self, start: int, end: int) -> Naming | None:
        """The first naming that begins within these characters."""
        number = bisect_left(self._starts, start)
        return self._namings[number] if number < len(self._namings) and self._namings[number].start < end else None

    def _told_by_distance(self, phrase: Phrase, country: str) -> dict[str, float]:
        if phrase.part != "text":
            return {}
        sentence = self._setting.sentence(phrase.span.start)
        starts = self._starts_of.get(country, [])
        told: dict[str, float] = {}
        if any(sentence.start <= start < sentence.end for start in starts):
            told["in_sentence"] = 1.0
        before = bisect_left(starts, phrase.span.start)
        if before:
            told["recent"] = math.exp((starts[before - 1] - phrase.span.start) / _REACH)
        return told

    @cached_property
    def _starts_of(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for naming in self._namings:
            found.setdefault(naming.country, []).append(naming.start)
        return found

    def _owners(self, head: str) -> frozenset[str]:
        """The countries in or right behind whose naming the same noun stands ("Russian naval forces" for "the forces")."""
        text = self._setting.document.text
        return frozenset(n.country for n in self._namings if head in _WORD.findall(text[n.start : n.end + _HEAD_REACH].lower()))


def _kind_of(name: ActorMention) -> str:
    return "state" if name.kind in _STATES else "person" if name.kind == "person" else "party"


def judged(row: dict[str, float]) -> float:
    """How strongly a candidate's evidence speaks for it: a logit, to be compared with those of the others."""
    weights = _weights()
    return sum(weights[name] * value for name, value in row.items() if name in weights)


@cache
def _weights() -> dict[str, float]:
    text = (resources.files("dateline.coding") / "data" / "home_country.tsv").read_text(encoding="utf-8")
    return {name: float(weight) for name, weight in (line.split("\t") for line in text.splitlines()[1:] if line)}

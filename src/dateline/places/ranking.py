"""Choosing which of the places that share a name is meant: a score for each candidate from what it is and from the text.

The weights were set by hand. A score is a log-odds: the prior (what kind of place, how many people, how many names), how much of
the text speaks of the candidate's country and first-level division, how near other places of the text are, and what stands
right beside the name ("Paris, Texas", "Kharkiv region").
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from dateline.places.entry import Entry, Kind, holds, near
from dateline.places.names import TYPES, normal
from dateline.places.scanning import Name

_CONSIDERED: Final = 60
_ROUNDS: Final = 2
_PEOPLE, _SCALE, _NAMES = 1000, 0.45, 0.3
_FAMOUS: Final = 30
_KNOWN_ABROAD: Final = 40
_COUNTRY_VOICE, _PEOPLE_VOICE = 0.15, 0.1
_COUNTRY_PULL, _DOUBT = 1.8, 0.25
_CHIEF_TOWN: Final = 0.08
_WITHIN: Final = 5.5
_UNIT: Final = 3.0
_CAPITAL: Final = 2.2
_KIND_PRIOR: Final[Mapping[Kind, float]] = {
    "country": 13.0, "admin1": 0.8, "admin2": -2.2, "city": 0.0, "airport": 3.5, "site": 8.0, "region": 10.5, "sea": 10.5,
}  # fmt: skip
_MATCH_COST: Final = {"name": 0.0, "curated": 0.0, "demonym": 0.0, "alternate": 0.8, "variant": 0.8, "fuzzy": 1.5}
_SECOND_LEVEL = "county|district|raion|municipality|parish"
_FIRST_LEVEL = "province|oblast|region|governorate|state|prefecture|krai|canton"
_UNIT_AFTER = re.compile(rf"^(?:[’']s)?[ -](?:({_SECOND_LEVEL}|co\b)|({_FIRST_LEVEL}))", re.IGNORECASE)
_UNIT_BEFORE = re.compile(
    r"(?:\b(city|town|village|settlement|suburb|port|capital)(?: of)?|\b(province|state|oblast|region|governorate)(?: of)?"
    r"|\b(district|county)(?: of)?) $",
    re.IGNORECASE,
)
_INSIDE_GAP = re.compile(r"^(?:, | \(|, in (?:the )?|, (?:a|the) [a-z]+ (?:in|of) (?:[a-z]+ )?| in (?:the )?(?:[a-z]+ )?|’s |'s )$")


@dataclass(frozen=True, slots=True)
class Ranked:
    """The candidates of one name, likeliest first, each with its probability."""

    entries: tuple[Entry, ...]
    shares: tuple[float, ...]


@dataclass(slots=True)
class _Group:
    entries: tuple[Entry, ...]
    prior: list[float]
    shares: list[float]
    weight: float
    members: list[int] = field(default_factory=list)
    beside: list[float] = field(default_factory=list)


def prior(entry: Entry, key: str, capital: bool) -> float:
    """How likely `entry` is meant by its name alone, in log-odds against the others."""
    cost = _MATCH_COST[entry.match]
    if entry.match == "alternate" and entry.names > _FAMOUS:
        cost *= 0.4
    score = _KIND_PRIOR[entry.kind] - cost
    if entry.kind in {"admin1", "admin2", "city"}:
        score += _SCALE * math.log(entry.population + _PEOPLE)
    if entry.kind in {"admin1", "city"}:
        score += _NAMES * math.log(entry.names + 1)
    if entry.match == "curated" and entry.kind == "city":
        score += 3.0
    if entry.kind == "city" and entry.match == "variant" and key.rpartition(" ")[2] in TYPES:
        score -= _UNIT
    if entry.vague:
        score += 1.0
    if entry.kind == "admin2" and normal(entry.name) == key:
        score += 0.5
    if entry.kind == "city" and entry.names > _KNOWN_ABROAD:
        score += 1.0
    return score + (_CAPITAL if capital else 0.0)


def _voice(entry: Entry) -> float:
    """How much a place says of the country that the others lie in: a country is often named for what it does elsewhere."""
    return _COUNTRY_VOICE if entry.kind == "country" else 1.0


def _priors(entries: Sequence[Entry], key: str, capitals: frozenset[int]) -> list[float]:
    scores = [prior(e, key, e.geonameid in capitals and e.kind == "city") for e in entries]
    admin1 = {e.number: i for i, e in enumerate(entries) if e.kind == "admin1"}
    for i, entry in enumerate(entries):
        above = admin1.get(entry.admin1_number)
        if entry.kind != "city" or above is None:
            continue
        if entry.population >= _CHIEF_TOWN * entries[above].population:
            # A division named after its chief town: the bare name means the town.
            scores[i] = max(scores[i], scores[above] + 1.0)
        else:
            scores[above] = max(scores[above], scores[i] + 1.0)
    return scores


def _shares(scores: Sequence[float]) -> list[float]:
    top = max(scores)
    weights = [math.exp(s - top) for s in scores]
    whole = sum(weights)
    return [w / whole for w in weights]


class Ranker:
    """Ranks all names of one text together."""

    def __init__(self, text: str, capitals: frozenset[int], peoples: Mapping[str, int], home: str) -> None:
        self._text = text
        self._capitals = capitals
        self._peoples = peoples
        self._home = home

    def rank(self, names: Sequence[Name]) -> list[Ranked]:
        """One ranking a name, in order; a name without candidates gets an empty one."""
        groups = self._grouped(names)
        ordered = list(groups.values())
        local = self._beside(names, groups)
        for group in ordered:
            self._settle(group, [0.0] * len(group.entries))
        for _ in range(_ROUNDS):
            countries, divisions = self._votes(ordered)
            context = [self._context(g, ordered, countries, divisions) for g in ordered]
            for group, scores in zip(ordered, context, strict=True):
                self._settle(group, scores)
        number = {id(g): i for i, g in enumerate(ordered)}
        ranked = []
        for i, name in enumerate(names):
            group_of = groups.get(self._key(name))
            if group_of is None or not name.entries:
                ranked.append(Ranked((), ()))
                continue
            scores = context[number[id(group_of)]] if ordered else []
            ranked.append(self._final(group_of, scores, local[i]))
        return ranked

    def _key(self, name: Name) -> str:
        return normal(self._text[name.start : name.end])

    def _grouped(self, names: Sequence[Name]) -> dict[str, _Group]:
        groups: dict[str, _Group] = {}
        for i, name in enumerate(names):
            if not name.entries:
                continue
            key = self._key(name)
            group = groups.get(key)
            if group is None:
                entries = name.entries[:_CONSIDERED]
                scores = _priors(entries, key, self._capitals)
                group = groups[key] = _Group(entries, scores, _shares(scores), 0.0, [], [0.0] * len(entries))
            group.members.append(i)
            group.weight = min(2.0, group.weight + 0.6 * name.likely + (0.4 * name.likely if len(group.members) == 1 else 0.0))
        return groups

    def _beside(self, names: Sequence[Name], groups: Mapping[str, _Group]) -> list[list[float]]:
        """What stands right beside each name, as scores for its candidates; the strongest also counts for its other mentions."""
        local = [[0.0] * min(len(n.entries), _CONSIDERED) for n in names]
        for i, name in enumerate(names):
            if name.entries:
                self._unit_cues(name, local[i])
        for i in range(len(names) - 1):
            inner, outer = names[i], names[i + 1]
            gap = self._text[inner.end : outer.start]
            if inner.entries and outer.entries and len(gap) < 40 and _INSIDE_GAP.match(gap):
                strength = _WITHIN if gap == ", " else 0.6 * _WITHIN
                for a, entry in enumerate(inner.entries[:_CONSIDERED]):
                    for b, container in enumerate(outer.entries[:12]):
                        if holds(container, entry):
                            worth = strength if container.kind in {"country", "admin1"} else 0.6 * strength
                            local[i][a] = max(local[i][a], worth)
                            local[i + 1][b] = max(local[i + 1][b], worth)
        for group in groups.values():
            for j in range(len(group.entries)):
                group.beside[j] = 0.8 * max(local[i][j] for i in group.members)
        return local

    def _unit_cues(self, name: Name, scores: list[float]) -> None:
        after = _UNIT_AFTER.match(self._text[name.end : name.end + 16])
        before = _UNIT_BEFORE.search(self._text[max(0, name.start - 16) : name.start])
        for j, entry in enumerate(name.entries[:_CONSIDERED]):
            if after:
                scores[j] += _UNIT * (entry.kind == ("admin2" if after[1] else "admin1"))
            elif before:
                wanted = "city" if before[1] else "admin1" if before[2] else "admin2"
                scores[j] += _UNIT * ((entry.kind == wanted) - (entry.kind == "country"))

    def _votes(self, groups: Sequence[_Group]) -> tuple[Counter[str], Counter[int]]:
        countries: Counter[str] = Counter()
        divisions: Counter[int] = Counter()
        for group in groups:
            for entry, share in zip(group.entries, group.shares, strict=True):
                if share > 0.02 and not entry.vague:
                    countries[entry.country] += _voice(entry) * share * group.weight  # type: ignore[assignment]
                    divisions[entry.admin1_number] += share * group.weight  # type: ignore[assignment]
        for iso3, count in self._peoples.items():
            countries[iso3] += _PEOPLE_VOICE * min(2.0, 0.5 + 0.5 * count)  # type: ignore[assignment]
        if self._home:
            countries[self._home] += 1.0  # type: ignore[assignment]
        return countries, divisions

    def _context(self, group: _Group, groups: Sequence[_Group], countries: Counter[str], divisions: Counter[int]) -> list[float]:
        scores = [p + b for p, b in zip(group.prior, group.beside, strict=True)]
        if len(scores) == 1:
            return scores
        own_country: Counter[str] = Counter()
        own_division: Counter[int] = Counter()
        for entry, share in zip(group.entries, group.shares, strict=True):
            if not entry.vague:
                own_country[entry.country] += _voice(entry) * share * group.weight  # type: ignore[assignment]
                own_division[entry.admin1_number] += share * group.weight  # type: ignore[assignment]
        whole = max(0.0, sum(countries.values()) - group.weight)
        others = [
            (max(zip(g.shares, g.entries, strict=True), key=lambda pair: pair[0]), g.weight) for g in groups if g is not group
        ]
        spots = [(e, s * w) for (s, e), w in others if s > 0.4 and e.kind in {"city", "admin2", "site", "airport"}]
        for j, entry in enumerate(group.entries):
            if entry.vague:
                continue
            country = max(0.0, countries[entry.country] - own_country[entry.country])
            scores[j] += (
                _COUNTRY_PULL * math.log((country + _DOUBT) / (whole + 1.5))
                if entry.kind != "country"
                else 0.35 * math.log1p(country)
            )
            if entry.kind != "country":
                division = max(0.0, divisions[entry.admin1_number] - own_division[entry.admin1_number])
                if entry.admin1_number >= 0:
                    scores[j] += 1.1 * math.log1p(2.0 * division)
                if spots and entry.kind != "admin1":
                    scores[j] += 1.2 * math.log1p(2.0 * sum(w * near(entry, e) for e, w in spots))
            elif country == 0.0:
                scores[j] -= 2.0
        return scores

    def _settle(self, group: _Group, scores: Sequence[float]) -> None:
        group.shares = _shares([s or p + b for s, p, b in zip(scores, group.prior, group.beside, strict=True)])

    def _final(self, group: _Group, scores: Sequence[float], local: Sequence[float]) -> Ranked:
        extra = [max(own - shared, 0.0) for own, shared in zip(local, group.beside, strict=True)]
        shares = _shares([s + e for s, e in zip(scores, extra, strict=True)])
        order = sorted(range(len(shares)), key=lambda j: (-shares[j], j))
        return Ranked(tuple(group.entries[j] for j in order), tuple(shares[j] for j in order))

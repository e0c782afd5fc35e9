"""Who the phrases of one report stand for: names, roles, pronouns and the speaker's "I"."""

import re
from dataclasses import replace

from dateline.actors import forces_of, government_of, resolve, resolve_all
from dateline.coding.draft import Filled
from dateline.coding.home_country import HomeCountries, Phrase
from dateline.coding.setting import Setting
from dateline.model import Actor, Mention, Span

_FIRST_PERSON = frozenset("i we me us my our ours mine".split())
_SINGULAR = frozenset("he she him her".split())
_PLURAL = frozenset("they them it".split())
_PRONOUNS = _FIRST_PERSON | _SINGULAR | _PLURAL
_SIDES = re.compile(
    r"(?:both|the two) (?:\w+ )?"
    r"(?:sides|countries|nations|states|governments|capitals|leaders|presidents|ministers|ministries|armies)"
    r"|(?:the |both )?(?:sides|parties)|negotiators"
)
_OURS = ("my ", "our ")
UNREAD = 0.2
"""Confidence in a party whose words the directory cannot read: its sector is the annotator's, its country the likeliest."""
_DOUBTFUL = 0.3  # under this the directory knows neither name nor role


class Cast:
    """Resolves the mentions of one document, remembering whom it has met."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._homes = HomeCountries(setting)
        self._met: list[tuple[int, Actor]] = []
        self._by_surname: dict[str, Actor] = {}
        for name in setting.names:
            if name.kind == "person":
                self._by_surname.setdefault(name.actor.name.split()[-1].lower(), name.actor)

    def who(self, mention: Mention) -> list[Filled[Actor]]:
        """The actors that a phrase names, usually one; none where it names nobody."""
        filled = [self._placed(actor, mention) for actor in self.read(mention)]
        if mention.part == "text":
            self._met.extend((mention.span.start, a.value) for a in filled)
        return filled

    def read(self, mention: Mention) -> list[Actor]:
        """Whom a phrase names as far as its words tell, and what the report told of them before; their country may be empty."""
        text = self._setting.document.text if mention.part == "text" else self._setting.document.title
        phrase = mention.span.of(text)
        found = self._pronoun(phrase, mention) if " " not in phrase else []
        if not found:
            found = self._phrase(phrase) if phrase.lower() not in _PRONOUNS else []
        if not found and mention.label:
            found = [Actor(phrase, phrase, sector=mention.label, confidence=UNREAD)]
        return [replace(a, text=phrase) for a in found]

    def _placed(self, actor: Actor, mention: Mention) -> Filled[Actor]:
        """The actor in its place; one of no country gets the likeliest of those that the report names, or none."""
        if not actor.country and not actor.sector:  # the directory knows a party of many countries: "European allies"
            return Filled(replace(actor, sector=mention.label), mention.span, mention.part)
        assumed = not actor.country and bool(actor.sector)
        if assumed:
            country = self._homes.of(Phrase(mention.span, mention.part, actor.text or actor.name, actor.sector))
            actor = replace(actor, country=country, sector="IGO" if country == "IGO" else actor.sector)
        return Filled(actor, mention.span, mention.part, assumed)

    def country_of_people(self, span: Span) -> str:
        """The likeliest country of people that no words name, who bear what these words of the text tell; empty if none."""
        return self._homes.of(Phrase(span, "text", "people", "CVL"))

    def _pronoun(self, phrase: str, mention: Mention) -> list[Actor]:
        word = phrase.lower()
        if word in _FIRST_PERSON:
            return self._first_person(mention.span)
        if word in _SINGULAR:
            return self._latest(mention.span.start, person=True)
        return self._latest(mention.span.start, person=False) if word in _PLURAL else []

    def _first_person(self, span: Span) -> list[Actor]:
        if self._setting.in_quote(span.start):
            quoted = self._latest(span.start, person=True)
            if quoted:
                return quoted
        return [self._setting.speaker] if self._setting.speaker else []

    def _latest(self, offset: int, person: bool) -> list[Actor]:
        """The nearest actor before: a person for "he", a side for "they" and "it"."""
        names = [
            (n.start, n.actor)
            for n in self._setting.names
            if n.start < offset and (n.kind == "person") == person and n.kind != "demonym"
        ]
        seen = [(at, a) for at, a in self._met if at < offset and (" " in a.name) >= person]
        candidates = sorted(names + (seen if not person else []), key=lambda x: x[0])
        return [candidates[-1][1]] if candidates and offset - candidates[-1][0] < 700 else []

    def _phrase(self, phrase: str) -> list[Actor]:
        lowered = phrase.lower()
        if lowered.startswith(_OURS) and self._setting.speaker is not None:
            return self._ours(phrase)
        sides = self._both_sides(lowered)
        if sides:
            return sides
        found = [a for a in resolve_all(phrase, on=self._setting.document.published) if a.confidence > _DOUBTFUL]
        for actor in found:
            self._remember(actor)
        return found or self._by_name(phrase)

    def _by_name(self, phrase: str) -> list[Actor]:
        """Somebody met before in this report, by the last word of the name."""
        surname = phrase.split()[-1].lower().removesuffix("'s").removesuffix("’s")
        known = self._by_surname.get(surname)
        return [known] if known is not None else []

    def _remember(self, actor: Actor) -> None:
        words = actor.name.split()
        if len(words) > 1 and words[-1][0].isupper():
            self._by_surname.setdefault(words[-1].lower(), actor)

    def _both_sides(self, phrase: str) -> list[Actor]:
        """The two countries that the report names most, for "both sides", "the two governments", "negotiators"."""
        if not _SIDES.fullmatch(phrase):
            return []
        armed = "arm" in phrase
        return [forces_of(country) if armed else government_of(country) for country in self._setting.sides]

    def _ours(self, phrase: str) -> list[Actor]:
        """People of the speaker's country: "my team", "our forces"."""
        speaker = self._setting.speaker
        actor = resolve(phrase.split(" ", 1)[1], on=self._setting.document.published)
        if speaker is None:
            return []
        if actor is None or actor.sector in ("", "UNK"):
            return [replace(speaker, name=phrase)]
        return [actor if actor.country else replace(actor, country=speaker.country)]

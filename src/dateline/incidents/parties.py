"""Who takes part in an event, in the form in which two events are compared."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from dateline.model import Actor

# Words that many bodies bear: sharing them says nothing, and a name of nothing else is no name.
_COMMON = frozenset(
    """a administration agency air all alliance allies and armed armies army authorities authority bandits band body both children
    city civil civilians civilian coalition command commander commissioner council country crew delegates delegation department
    deputy dissident district east eastern emergency envoy factions families fighters fleet for force forces foreign former front
    general governor government governments group groups gunmen head health hospital in interior joint leader leaders local mayor
    men militants military militia minister ministers ministry movement national nations navy north northern of office officers
    official officials on opposition parties party people police political president prime protesters province provincial public
    rebel rebels recognised recognized region regional representative representatives republic residents secretary security senior
    service services soldiers south southern special spokesman spokesperson spokeswoman staff state states the to troops two union
    united unit us west western with workers""".split()
)
_WORD = re.compile(r"[^\W_]+")


def folded(text: str) -> str:
    """The text in lower case without accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


@lru_cache(maxsize=65_536)
def telling_words(name: str) -> frozenset[str]:
    """The words of a name that tell one body from another, and its initials where it has three or more capitals."""
    words = {word for word in _WORD.findall(folded(name)) if word not in _COMMON and len(word) > 1}
    capitals = [word[0] for word in _WORD.findall(name) if word[0].isupper() and word != "The"]
    if len(capitals) > 2:
        words.add(folded("".join(capitals)))
    return frozenset(words)


@lru_cache(maxsize=65_536)
def _is_person(name: str) -> bool:
    """Whether a name has the shape of a person's: two to four words, all telling and capitalised."""
    words = _WORD.findall(name)
    return 2 <= len(words) <= 4 and all(word[0].isupper() and folded(word) not in _COMMON for word in words)


@dataclass(frozen=True, slots=True)
class Parties:
    """The entities of one role, reduced to what is compared.

    `words` are the telling words of all names, `codes` pairs of country and sector, `countries` the known countries, `keys` what
    they are looked up by (country, else sector) and `persons` the telling words of names that look like persons'.
    """

    words: frozenset[str]
    codes: frozenset[tuple[str, str]]
    countries: frozenset[str]
    keys: frozenset[str]
    persons: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.words or self.codes)


NOBODY = Parties(frozenset(), frozenset(), frozenset(), frozenset(), frozenset())


def parties(actors: Iterable[Actor]) -> Parties:
    """The entities of one role of an event."""
    actors = [actor for actor in actors if actor.name or actor.country or actor.sector]
    if not actors:
        return NOBODY
    persons = frozenset(word for a in actors if _is_person(a.name) for word in telling_words(a.name))
    return Parties(
        words=frozenset(word for a in actors for word in telling_words(a.name)),
        codes=frozenset((a.country, a.sector) for a in actors if a.country or a.sector),
        countries=frozenset(a.country for a in actors if a.country),
        keys=frozenset(a.country or f"-{a.sector}" for a in actors if a.country or a.sector),
        persons=persons,
    )

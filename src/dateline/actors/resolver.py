"""Reading a whole noun phrase: who is meant, of which country and sector."""

from dataclasses import dataclass, replace
from datetime import date

from dateline.actors.directory import Directory, open_directory
from dateline.actors.entries import civilians_name
from dateline.actors.finder import NamedSpan, actor_of
from dateline.actors.names import Found
from dateline.actors.phrases import Part, Phrase, kind_of, read_phrase
from dateline.actors.roles import Role
from dateline.model import Actor

_PRONOUNS = frozenset(
    "i me my we us our you he him his she her it its they them their who which that this these those both one ones someone anyone "
    "everyone nobody none there himself herself itself themselves myself ourselves the two three four five".split()
)
_ARMED = ("REB", "PRM", "CRM")
# What the people, troops and offices of an armed group, or of a body of states, are called does not change what they are.
_YIELDING = frozenset(("", "GOV", "MIL", "REB", "PRM", "COP", "UAF", "SPY", "CRM"))
_COUNTRYLESS = frozenset(
    ("foreign", "international", "world", "global", "western", "multinational", "enemy", "hostile", "unknown", "unidentified")
)


@dataclass(frozen=True, slots=True)
class Owner:
    """Whom a role belongs to: a body or person with a sector of its own, or a country alone (`sector` empty)."""

    country: str
    sector: str = ""
    name: str = ""


def resolve(
    phrase: str,
    *,
    on: date | None = None,
    home: str = "",
    directory: Directory | None = None,
) -> Actor | None:
    """Who a noun phrase means, or None for pronouns and empty phrases.

    `on` is the day of the report; `home` the country (ISO 3166-1 alpha-3) that is meant where the phrase names none ("the regional
    governor"). A phrase that lists several actors gives the first. Where nothing tells the sector or the country, it is empty and
    the confidence low.
    """
    text = phrase.strip().rstrip(",;:.")
    if text != "US" and _PRONOUNS.issuperset(text.lower().split()):
        return None
    known = directory or open_directory()
    read = read_phrase(text, on, home, known)
    found = named_person(read, on) or _titled_person(read, on, home, known) or _by_head(read, on, known)
    if not found.country and home and found.sector != "IGO" and not _belongs_nowhere(read, found):
        found = replace(found, country=home, confidence=round(found.confidence * 0.6, 2))
        found = _canonical(found, read, known)
    return replace(found, text=phrase)


def named_person(phrase: Phrase, on: date | None) -> Actor | None:
    """A person of the directory whom the head or an apposition names, unless the name only tells whose somebody is."""
    for number, part in enumerate(phrase.parts):
        joined = part.link == "and" and not any(p.names or p.words or not p.roles for p in phrase.parts[:number])
        if part.link and kind_of(part) != "apposition" and not joined:
            continue
        persons = [span for span in part.names if span.entry.kind == "person"]
        for span in persons:
            if part.link and any(role.end <= span.start and not role.name.value.title for role in part.roles):
                continue
            if not _owns_something(phrase, part, span):
                return actor_of(span, phrase.text, on)
    return None


def _owns_something(phrase: Phrase, part: Part, span: NamedSpan) -> bool:
    """Whether a role or another name of the same part follows: "Trump administration", "Putin's spokesman"."""
    possessive = phrase.folded[span.end : span.end + 2] == "'s"
    follows = any(role.start >= span.end for role in part.roles) or any(name.start >= span.end for name in part.names)
    return follows or (possessive and bool(phrase.folded[span.end + 2 : part.end].strip()))


def _titled_person(phrase: Phrase, on: date | None, home: str, directory: Directory) -> Actor | None:
    """A family name after a title ("President Park") that fits one holder of an office then and there."""
    part = phrase.head
    if not part.words or not part.roles or not part.roles[-1].name.value.title:
        return None
    start, end = part.words[-1]
    candidates = directory.surnames.get(phrase.folded[start:end].lower().removesuffix("'s"), ())
    if len(part.words) > 1 and part.words[-2][1] + 1 == start:
        return None  # a given name that the directory doesn't have with this family name: somebody else
    named = _country(list(part.names))
    country = named or home
    holding = [p for p in candidates if on is None or p.in_office(on)]
    fitting = [p for p in holding if not country or p.term_on(on).country == country]
    if not fitting and not named:
        fitting = holding
    if len(fitting) != 1:
        return None
    person = fitting[0]
    confidence = 0.8 if person.term_on(on).country == country else 0.6
    return Actor(None, person.name, person.term_on(on).country, person.sector_on(on), person.wikidata, confidence)


def _by_head(phrase: Phrase, on: date | None, directory: Directory) -> Actor:
    """What the head noun says, with the country from whatever the phrase holds."""
    part = phrase.head
    role = _telling(part.roles)
    bodies = [span for span in part.names if span.entry.kind not in ("country", "demonym", "seat", "person")]
    if bodies and (role is None or role.end <= bodies[-1].start):
        actor = actor_of(bodies[-1], phrase.text, on)
        return actor if actor.country else replace(actor, country=_country(list(part.names)))  # "the Thai Red Cross"
    if role is None:
        role = shared_role(phrase)
        if role is not None:
            return _by_role(phrase, 0, role, on, directory)
    if role is None and not part.names:
        return _by_apposition(phrase, on, directory)
    if role is None:
        return _place_alone(phrase, on)
    return _by_role(phrase, 0, role, on, directory)


def _telling(roles: tuple[Found[Role], ...]) -> Found[Role] | None:
    """The last role, forms of address ("Mr") aside where there is another."""
    telling = [role for role in roles if role.name.value.sector or role.name.value.follows]
    return telling[-1] if telling else roles[-1] if roles else None


def shared_role(phrase: Phrase) -> Found[Role] | None:
    """The role that two adjectives share ("Russian and Ukrainian children"), if the head is such an adjective."""
    head = phrase.head
    if head.roles or not head.names or any(span.entry.kind != "demonym" for span in head.names):
        return None
    for part in phrase.parts[1:]:
        if part.link not in ("and", "or", ",") or part.words:
            return None
        if part.roles:
            return part.roles[-1]
    return None


def _place_alone(phrase: Phrase, on: date | None) -> Actor:
    """A country, a demonym or a seat without a role: its government, or its people."""
    part = phrase.head
    seats = [span for span in part.names if span.entry.kind != "person"] or list(part.names)
    actor = actor_of(seats[0], phrase.text, on)
    beyond = [w for w in part.words if w[0] >= seats[0].end]
    if beyond:  # "Ukrainian Olena Ivanova": a name that nobody knows
        return Actor(None, phrase.words_of(beyond[0][0], part.end), actor.country, "", None, 0.3)
    rest = phrase.folded[seats[-1].end : part.end].strip(" '").removeprefix("s ").strip()
    if rest and rest != "s" and seats[0].entry.kind in ("country", "demonym", "seat"):
        return Actor(None, phrase.words_of(part.start, part.end), actor.country, "", None, 0.3)
    if seats[0].entry.kind == "demonym" and not seats[0].entry.plural:
        actor = replace(actor, confidence=min(actor.confidence, 0.6))
    return actor


def _by_apposition(phrase: Phrase, on: date | None, directory: Directory) -> Actor:
    """A head without any clue ("Patrick Muyaya, the government spokesman"): what the apposition or the owner says."""
    name = phrase.words_of(phrase.head.start, phrase.head.end)
    for number, part in enumerate(phrase.parts[1:], start=1):
        if kind_of(part) != "apposition" or not (part.roles or part.names):
            continue
        role = _telling(part.roles)
        said = _by_role(phrase, number, role, on, directory) if role else actor_of(part.names[0], phrase.text, on)
        return replace(said, name=name)
    country = _country_of_parts(phrase, 0, on)
    return Actor(None, name, country, _owned_by_role(phrase, 0), None, 0.3 if country else 0.2)


def _by_role(phrase: Phrase, number: int, role: Found[Role], on: date | None, directory: Directory) -> Actor:
    """A role with its owners and country; `number` is the part that it stands in."""
    part, value = phrase.parts[number], role.name.value
    owner = _owner(phrase, number, role, on)
    sector = value.sector
    if owner.sector in _ARMED and sector in _YIELDING:
        sector = owner.sector
    elif owner.sector == "GOV" and value.follows and sector in ("MIL", "REB"):
        sector = "MIL"  # fighters and commanders of a group that has become the government
    elif sector == "IGO" and owner.sector:
        sector = owner.sector
    elif owner.sector == "IGO" and (value.follows or sector in ("MIL", "GOV", "COP")):
        sector = "IGO"
    elif value.follows:
        sector = owner.sector or _modifier_sector(part, role) or _owned_by_role(phrase, number) or sector
    country = owner.country or _country_of_parts(phrase, number, on)
    if sector == "IGO" and not owner.sector:  # "the Emirati mission", but "the mission"
        country, sector = (country, "GOV") if _country(list(part.names)) else ("IGO", "IGO")
    name = _proper_name(phrase, number, role) or phrase.words_of(part.start, part.end)
    actor = Actor(None, name, country, sector, None, 0.9 if country else 0.8)
    return _canonical(actor, phrase, directory, role) if number == 0 else actor


def _owner(phrase: Phrase, number: int, role: Found[Role], on: date | None) -> Owner:
    """The body, group or person before the role in its own part, or in the "of" after it."""
    part = phrase.parts[number]
    before = [span for span in part.names if span.end <= role.start]
    for span in reversed(before):
        entry = span.entry
        if entry.kind in ("country", "demonym"):
            continue
        actor = actor_of(span, phrase.text, on)
        if entry.kind == "seat" and entry.sector == "GOV":
            continue
        return Owner(actor.country, "" if entry.kind == "person" and actor.sector == "ELI" else actor.sector, actor.name)
    following = phrase.parts[number + 1] if number + 1 < len(phrase.parts) else None
    if following and not before and kind_of(following) == "owner":
        for span in following.names:
            actor = actor_of(span, phrase.text, on)
            if span.entry.kind not in ("country", "demonym", "seat", "person") or actor.sector in _ARMED:
                return Owner(actor.country, actor.sector, actor.name)
    return Owner(_country(before))


def _modifier_sector(part: Part, role: Found[Role]) -> str:
    """The sector of the role right before ("hospital officials", "union leaders")."""
    before = [r for r in part.roles if r.end <= role.start and r.name.value.sector not in ("", "CVL")]
    return before[-1].name.value.sector if before else ""


def _owned_by_role(phrase: Phrase, number: int) -> str:
    """The sector of the role in the "of" that follows ("members of parliament", "leader of the rebels")."""
    for part in phrase.parts[number + 1 :]:
        if kind_of(part) == "apposition":
            continue
        if part.link in ("of", "for", "at", "from") and part.roles:
            return part.roles[-1].name.value.sector
        return ""
    return ""


def _country_of_parts(phrase: Phrase, number: int, on: date | None) -> str:
    """The country that tells best whose the part is: its own, then that of its owners, then of appositions."""
    own = _country(list(phrase.parts[number].names))
    if own:
        return own
    for wanted in ("owner", "apposition", "head"):
        for part in phrase.parts:
            if kind_of(part) != wanted:
                continue
            for span in part.names:
                country = actor_of(span, phrase.text, on).country
                if country:
                    return country
    return ""


def _country(spans: list[NamedSpan]) -> str:
    for span in spans:
        if span.entry.country and span.entry.kind != "person":
            return span.entry.country
    return ""


def _proper_name(phrase: Phrase, number: int, role: Found[Role]) -> str:
    """The unknown name that goes with a role: after it ("Governor Nasir Idris") or in apposition ("the mayor, Alejandro Eder")."""
    part = phrase.parts[number]
    after = [word for word in part.words if word[0] >= role.end]
    if after:
        return phrase.words_of(after[0][0], part.end)
    for other in phrase.parts[number + 1 :]:
        if kind_of(other) == "apposition" and other.words and not other.roles and not other.names:
            return phrase.words_of(other.words[0][0], other.words[-1][1])
    return ""


def _canonical(actor: Actor, phrase: Phrase, directory: Directory, role: Found[Role] | None = None) -> Actor:
    """The canonical name where a role stands for a country's government, forces or people."""
    head = phrase.head
    role = role or (head.roles[-1] if head.roles else None)
    country = directory.countries.get(actor.country)
    if country is None or role is None or _proper_name(phrase, 0, role):
        return actor
    if role.name.value.stands_for == "forces" and actor.sector == "MIL":
        return replace(actor, name=country.forces)
    if role.name.value.stands_for == "government" and actor.sector == "GOV":
        return replace(actor, name=country.name)
    if actor.sector == "CVL" and role.name.text in ("civilians", "people", "residents", "citizens"):
        return replace(actor, name=civilians_name(country))
    return actor


def _belongs_nowhere(phrase: Phrase, actor: Actor) -> bool:
    """Whether the phrase itself says that the reports' country isn't meant: a wider region, a body of no country, "foreign"."""
    if any(not span.entry.country for part in phrase.parts[:1] for span in (*part.names, *part.loose)):
        return True
    words = set(phrase.folded[phrase.head.start : phrase.head.end].lower().split())
    if any("foreign" in role.name.words for role in phrase.head.roles):
        words.discard("foreign")  # the foreign minister is one of the country's own
    return (actor.sector == "NGO" and actor.confidence > 0.9) or not words.isdisjoint(_COUNTRYLESS)

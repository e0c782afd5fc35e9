"""One list of entities from the lists of several reports."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from dateline.incidents.parties import folded, telling_words
from dateline.incidents.profile import Profile
from dateline.incidents.sources import Votes
from dateline.model import Actor

Role = Callable[[Profile], Sequence[Actor]]

SHARE = 3  # an entity is kept if at least one in so many of the origins that fill the role name it


def same_entity(left: Actor, right: Actor) -> bool:
    """Whether two entities are one: by identifier, by name, or by country, sector and a telling word of the name."""
    if left.wikidata and right.wikidata:
        return left.wikidata == right.wikidata
    if folded(left.name) == folded(right.name) and left.country == right.country:
        return True
    if (left.country, left.sector) != (right.country, right.sector):
        return False
    one, other = telling_words(left.name), telling_words(right.name)
    return not one or not other or one <= other or other <= one


@dataclass(slots=True)
class _Entity:
    first: Actor
    told: list[tuple[Profile, Actor]] = field(default_factory=list)


def _grouped(members: Sequence[Profile], role: Role) -> list[_Entity]:
    found: list[_Entity] = []
    for profile in members:
        for actor in role(profile):
            entity = next((e for e in found if same_entity(e.first, actor)), None)
            if entity is None:
                entity = _Entity(actor)
                found.append(entity)
            entity.told.append((profile, actor))
    return found


def _best(entity: _Entity, votes: Votes) -> Actor:
    """The most usual of the telling names, as its surest report has it."""
    telling = [(p, a) for p, a in entity.told if telling_words(a.name)] or entity.told
    name = votes.winner((profile, folded(actor.name)) for profile, actor in telling)
    return max((actor for _, actor in telling if folded(actor.name) == name), key=lambda actor: actor.confidence)


def all_entities(votes: Votes, role: Role) -> tuple[Actor, ...]:
    """Every entity of a role, oldest report first."""
    return tuple(_best(entity, votes) for entity in _grouped(votes.members, role))


def agreed_entities(votes: Votes, role: Role) -> tuple[Actor, ...]:
    """The entities of a role, most named first; those that few of the reports name are left out."""
    entities = _grouped(votes.members, role)
    support = [len({votes.origin[profile.event.doc_id] for profile, _ in entity.told}) for entity in entities]
    voters = {votes.origin[profile.event.doc_id] for entity in entities for profile, _ in entity.told}
    ranked = sorted(range(len(entities)), key=lambda number: (-support[number], number))
    return tuple(_best(entities[number], votes) for number in ranked if support[number] * SHARE >= len(voters))


def contradict(votes: Votes, role: Role) -> bool:
    """Whether two reports fill the role with countries of which none is the other's."""
    named = {frozenset(a.country for a in role(p) if a.country) for p in votes.members} - {frozenset()}
    return any(one.isdisjoint(other) for one in named for other in named)

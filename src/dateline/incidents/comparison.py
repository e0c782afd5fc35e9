"""Comparing two events: a list of named findings, each with its weight, or the finding that they cannot be one."""

from collections.abc import Iterator

from dateline.incidents.parties import Parties
from dateline.incidents.periods import date_level
from dateline.incidents.profile import SPEECH, Profile
from dateline.incidents.weights import weights
from dateline.incidents.whereabouts import APART, place_level
from dateline.model import Event, MergeReason

Findings = list[tuple[str, float]]

# Types that reports take for each other, beside the same type (each pair within one quad class).
RELATED = frozenset(
    frozenset(pair.split())
    for pair in (
        "ASSAULT COERCE",
        "COERCE SANCTION",
        "COERCE MOBILIZE",
        "AGREE CONCEDE",
        "AGREE SUPPORT",
        "AID COOPERATE",
        "AID RETREAT",
        "ACCUSE REJECT",
        "ACCUSE REQUEST",
        "ACCUSE THREATEN",
    )
)
LIKE = 0.2  # words in common, of the words in either, from which on likeness counts
LONG_DAYS = 400  # the longest period that background may be matched by
FAR_APART = 3  # tolls of one day of which one is this many times the other


def _awaited(event: Event) -> str | None:
    return event.status if event.status in ("planned", "conditional") else None


def _what(left: Profile, right: Profile) -> Iterator[str]:
    one, other = left.event, right.event
    if one.event_type == other.event_type:
        yield "same_type"
    elif frozenset((one.event_type, other.event_type)) in RELATED:
        yield "related_type"
    else:
        yield APART
        return
    if one.aggregate != other.aggregate or _awaited(one) != _awaited(other):
        yield APART  # a whole is no part of itself, and an announcement is not what it announces
        return
    if (one.status == "denied") != (other.status == "denied"):
        yield "denied_or_not"
    if one.mode and one.mode == other.mode:
        yield "same_mode"
    elif one.mode and other.mode and left.quad not in SPEECH:
        yield "other_mode"


def _background_agrees(left: Profile, right: Profile, place: str | None, when: str) -> bool:
    """Whether background may be the other event: one type, periods that overlap and are no era, places that agree closely."""
    if left.event.event_type != right.event.event_type or max(left.length, right.length) > LONG_DAYS:
        return False
    if when not in ("same_days", "same_days_inferred", "soft_days", "within_period"):
        return False
    return place in (None, "same_point", "near", "same_name_place", "same_area", "inside_division") or (
        place == "same_country_place" and left.length <= 31 and right.length <= 31
    )


_AT_ONE_PLACE = frozenset({"same_point", "near", "same_name_place", "same_area"})


def _where_and_when(left: Profile, right: Profile) -> Iterator[str]:
    """The comparisons of place and date; APART where the two cannot be one event."""
    when = date_level(left, right)
    if when == APART:
        yield APART
        return
    place = place_level(left, right)
    if place == APART:
        yield APART
        return
    if (left.event.background or right.event.background) and not _background_agrees(left, right, place, when):
        yield APART
        return
    yield when
    if place is not None:
        is_venue = left.quad in SPEECH and left.event.event_type != "CONSULT" and place in _AT_ONE_PLACE
        yield "same_venue" if is_venue else place
    if left.quad == "MX" and left.fine != right.fine and place in ("inside_region", "inside_country"):
        yield "narrow_in_wide"


def _role(role: str, left: Parties, right: Parties) -> Iterator[str]:
    if not left or not right:
        return
    if left.words & right.words:
        yield f"same_{role}_name"
    if left.codes & right.codes:
        yield f"same_{role}_code"
    elif left.countries & right.countries:
        yield f"same_{role}_country"
    elif left.countries and right.countries and not left.words & right.words:
        yield f"other_{role}"


def _who(left: Profile, right: Profile) -> Iterator[str]:
    yield from _role("actor", left.actors, right.actors)
    yield from _role("recipient", left.recipients, right.recipients)
    one, other = left.actors, right.actors
    if one.countries - other.countries and other.countries - one.countries and one.countries & other.countries:
        yield "other_parties"
    is_speech = left.quad in SPEECH and left.event.event_type not in ("CONSULT", "AGREE")
    if is_speech and one.persons and other.persons and not one.persons & other.words and not other.persons & one.words:
        yield "other_speaker"
    crossed = one.words & right.recipients.words and other.words & left.recipients.words
    if crossed and not one.words & other.words:
        yield "reversed_roles"


def _ratio(one: int, other: int) -> float:
    return max(one, other) / min(one, other)


def _effects(left: Profile, right: Profile) -> Iterator[str]:
    if left.figures & right.figures:
        yield "shared_figure"
    elif left.killed and right.killed and left.day == right.day and _ratio(left.killed, right.killed) >= FAR_APART:
        yield "figures_far_apart"
    if left.targets and right.targets:
        yield "shared_target" if left.targets & right.targets else "other_targets"
    if left.impacts & right.impacts:
        yield "shared_impact"


_SHARED = frozenset(f"same_{role}_{what}" for role in ("actor", "recipient") for what in ("name", "code", "country")) | {
    "shared_figure",
    "shared_target",
}


def _likeness(left: frozenset[str], right: frozenset[str]) -> float:
    """Words in common, of the words in either: 0..1, and 0 below LIKE."""
    if not left or not right:
        return 0.0
    share = len(left & right) / len(left | right)
    return share if share >= LIKE else 0.0


def _wording(left: Profile, right: Profile, table: dict[str, float]) -> Iterator[tuple[str, float]]:
    for name, share in (
        ("like_words", _likeness(left.words, right.words)),
        ("like_titles", _likeness(left.title, right.title)),
    ):
        if share:
            yield name, share * table[name]
    if left.report.family and left.report.family == right.report.family:
        yield "one_origin", table["one_origin"]
    if left.report.url and left.report.url == right.report.url:
        yield "versions", table["versions"]


def findings(left: Profile, right: Profile) -> Findings | None:
    """All that the comparison of two events found, by name and weight in nats; None where they cannot be one incident.

    Two events of one document never are: its coder kept them apart.
    """
    if left.event.doc_id == right.event.doc_id or left.quad != right.quad:
        return None
    names = ["prior"]
    for part in (_what, _where_and_when, _who, _effects):
        for name in part(left, right):
            if name == APART:
                return None
            names.append(name)
    if _SHARED.isdisjoint(names):
        nobody = not (left.actors or left.recipients) or not (right.actors or right.recipients)
        names.append("nothing_to_share" if nobody else "nothing_shared")
    table = weights()
    return [(name, table[name]) for name in names] + list(_wording(left, right, table))


def compare(left: Profile, right: Profile) -> MergeReason | None:
    """Why two events are, or are not, one incident; above a score of 0 they are. None where they cannot be."""
    if left.event.event_id > right.event.event_id:
        left, right = right, left
    found = findings(left, right)
    if found is None:
        return None
    return MergeReason(left.event.event_id, right.event.event_id, sum(weight for _, weight in found), tuple(found))

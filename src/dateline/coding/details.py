"""Harm, targets and impacts of an act, from the phrases that tell them."""

import re

from dateline.coding.draft import Filled
from dateline.coding.figures import quantity
from dateline.model import Harm, Impact, Mention, Quantity, Span, Target

_LIVES = re.compile(r"^(?:the )?(?:lives?|life)$", re.IGNORECASE)
_PEOPLE_WORDS = frozenset(
    "people person persons others other lives life victims dead wounded injured casualties deaths injuries fatalities".split()
)
_LEADING = re.compile(
    r"^(?:(?:at least|more than|up to|as many as|no fewer than|close to|about|around|some|nearly|almost|roughly|over|another|the|a|"
    r"an|other|all|of|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|dozens?|hundreds?|thousands?|tens|scores|"
    r"few|many|[\d,.]+|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)\b[\s-]*)+",
    re.IGNORECASE,
)
_UNITS = (
    ("households", re.compile(r"\b(?:households?|homes|customers|families|subscribers|consumers|houses)\b", re.IGNORECASE)),
    ("buildings", re.compile(r"\b(?:buildings?|blocks?|apartment (?:blocks|buildings)|high-rises)\b", re.IGNORECASE)),
    ("people", re.compile(r"\b(?:people|residents|persons|civilians|inhabitants|citizens)\b", re.IGNORECASE)),
)


def harm_of(text: str, mention: Mention) -> list[Filled[Harm]]:
    """The harm figure(s) of a mention; none where its words tell no number and name no single person."""
    phrase = mention.span.of(text)
    count = quantity(phrase)
    if count is None and _single(phrase):
        count = Quantity(1, 1)
    if count is None:
        return []
    told = Filled(
        Harm(
            kind=mention.label,
            count=count,
            who=_who(phrase),
            text=phrase,
            subset=mention.qualifier == "subset",
            superseded=mention.qualifier == "superseded",
        ),
        mention.span,
        mention.part,
    )
    return [told]


def nobody_harmed(text: str, mention: Mention) -> bool:
    """Whether the mention says that nobody was hurt: the codebook then wants killed and injured, both none."""
    count = quantity(mention.span.of(text))
    return mention.label == "nobody" or count == Quantity(0, 0)


def none_hurt(mention: Mention, phrase: str) -> list[Filled[Harm]]:
    """The two zero figures of "nobody was hurt"."""
    return [Filled(Harm(kind, Quantity(0, 0), text=phrase), mention.span, mention.part) for kind in ("killed", "injured")]


def same_figure(a: Harm, b: Harm) -> bool:
    """Whether two figures tell the same count again: one kind, one subset or whole, one least number ("at least 25", "25 dead")."""
    return a.kind == b.kind and a.subset == b.subset and a.count.minimum == b.count.minimum


def _single(phrase: str) -> bool:
    """Whether the phrase names one person by name or title: "Evan Gershkovich", "the mayor"."""
    words = phrase.split()
    if _LIVES.match(phrase):
        return False
    plural = words[-1].lower().endswith("s") or words[-1].lower() in (
        "people",
        "men",
        "women",
        "children",
        "police",
        "troops",
        "dead",
        "wounded",
    )
    return not plural and (words[-1][0].isupper() or words[0].lower() in ("the", "a", "an", "his", "her", "their"))


def _who(phrase: str) -> str | None:
    """The people counted, as specific as written: "three civilians" -> civilians."""
    rest = _LEADING.sub("", phrase).strip(" ,")
    rest = re.sub(r"^(?:of (?:them|the)\b\s*)", "", rest, flags=re.IGNORECASE).lower()
    return None if not rest or rest in _PEOPLE_WORDS else rest


def target_of(text: str, mention: Mention) -> Filled[Target]:
    """The thing hit that a mention names."""
    extent = mention.qualifier if mention.qualifier in ("destroyed", "damaged") else "unknown"
    return Filled(Target(mention.label, extent, mention.span.of(text)), mention.span, mention.part)  # type: ignore[arg-type]


def impact_of(text: str, mention: Mention) -> Filled[Impact]:
    """The consequence that a mention tells, with its count of people, households or buildings."""
    phrase = mention.span.of(text)
    count = quantity(phrase) if re.search(r"\d|dozen|hundred|thousand|million", phrase) else None
    counts: dict[str, Quantity] = {}
    if count is not None:
        unit = next((name for name, pattern in _UNITS if pattern.search(phrase)), "people")
        counts[unit] = count
    return Filled(Impact(kind=mention.label, text=phrase, **counts), mention.span, mention.part)  # type: ignore[arg-type]


def near(a: Span, b: Span) -> int:
    """Characters between two spans; 0 where they touch."""
    return max(a.start - b.end, b.start - a.end, 0)

"""Times of day: clock times with their zones, parts of the day, nights."""

import re

from dateline.times.anchors import Anchors
from dateline.times.grammar import Phrase, Reading
from dateline.times.numerals import Token
from dateline.times.phrases import NIGHT, PARTS, SMALL_HOURS, ZONES
from dateline.times.rules.registry import GRAMMAR
from dateline.times.units import Stretch, Unit, add_days
from dateline.times.values import Clock, Days, Moment, TimeOfDay, Unplaced, Vague

_LEADS_TO_CLOCK = re.compile(r"\b(?:at|by|around|about|until|till|before|after|from|between|to|and|since|of)$")


def _zone(token: Token | None) -> str:
    """The ISO 8601 offset of a zone token, empty where the zone is named but depends on the place or the season."""
    if token is None:
        return ""
    return ZONES.get(token.text, ZONES.get(token.word, ""))


def _clock(token: Token, half: Token | None, zone: str) -> Clock | None:
    """The time that a figure like 7, 7:15 or 19.15 tells, with a.m. or p.m."""
    parts = [int(part) for part in re.split("[:.h]", token.text)] if token.terminal == "CLOCK" else [int(token.number or 0)]
    hour, minute = parts[0], parts[1] if len(parts) > 1 else None
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.terminal == "PM" else 0)
    if hour > 24 or (minute or 0) > 59:
        return None
    return Clock(hour, minute, parts[2] if len(parts) > 2 and parts[2] < 60 else None, zone)


@GRAMMAR.rule(
    "APPROXIMATELY? hour:HOUR half:HALFDAY zone:ZONE?",
    "APPROXIMATELY? hour:CLOCK half:HALFDAY zone:ZONE?",
    "APPROXIMATELY? hour:CLOCK zone:ZONE?",
    "APPROXIMATELY? hour:CLOCK HYPHEN CLOCK half:HALFDAY zone:ZONE?",
)
def clock_time(phrase: Phrase, anchors: Anchors) -> Reading:
    """7:15 p.m., 9 a.m. EST, 14:30 GMT; a bare 3:20 only after "at" or the like, since it may be a score."""
    half, zone = phrase.get("half"), phrase.get("zone")
    hour = phrase["hour"]
    if half is None and zone is None:
        leads = _LEADS_TO_CLOCK.search(anchors.words_before(phrase.start))
        if "." in hour.text or len(hour.text) < (4 if leads else 5):
            return None
        clock = _clock(hour, None, "")
        return TimeOfDay(clock=clock, alone=bool(leads)) if clock else None
    clock = _clock(hour, half, _zone(zone))
    return TimeOfDay(clock=clock) if clock else None


@GRAMMAR.rule("APPROXIMATELY? hour:HOUR OCLOCK (IN THE part:PART|part:PART)?")
def o_clock(phrase: Phrase, _anchors: Anchors) -> Reading:
    """As in "five o'clock in the afternoon"."""
    hour = phrase.number("hour")
    part = phrase.get("part")
    if part is not None and PARTS[part.word].code in ("AF", "EV", "NI") and hour < 12:
        hour += 12
    return TimeOfDay(clock=Clock(hour))


@GRAMMAR.rule("APPROXIMATELY? hour:YEAR zone:ZONE", "APPROXIMATELY? hour:BIG zone:ZONE")
def military_time(phrase: Phrase, _anchors: Anchors) -> Reading:
    """1430 GMT."""
    digits = phrase["hour"].text
    if not re.fullmatch(r"(?:[01]\d|2[0-3])[0-5]\d", digits):
        return None
    return TimeOfDay(clock=Clock(int(digits[:2]), int(digits[2:]), None, _zone(phrase["zone"])))


@GRAMMAR.rule("APPROXIMATELY? PHASE? HYPHEN? noon:NOON zone:ZONE?", "twelve:D12 noon:NOON")
def noon(phrase: Phrase, _anchors: Anchors) -> Reading:
    """Noon, midday, midnight (24:00 of the day told)."""
    return TimeOfDay(clock=Clock(phrase.number("noon"), None, None, _zone(phrase.get("zone"))))


@GRAMMAR.rule("part:PART")
def bare_part(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "Friday night": a part of the day that needs its day, except at dawn and the like."""
    word = phrase["part"].word
    before = anchors.word_before(phrase.start)
    alone = word in ("dawn", "dusk", "daybreak", "sunrise", "sunset", "nightfall") and before in (
        "at",
        "before",
        "since",
        "by",
        "until",
        "after",
    )
    return TimeOfDay(PARTS[word], alone=alone)


@GRAMMAR.rule(
    "THE part:PART",
    "IN THE PHASE? part:PART",
    "THE? PHASE HYPHEN? (IN THE)? part:PART",
    "THE EARLY HOURWORD OF THE part:PART",
    "LATER? IN THE part:PART",
)
def the_part(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "in the morning", "mid afternoon", "late night"."""
    inside = anchors.word_before(phrase.start) in ("in", "during", "by", "through", "until", "on", "of", "for", "into")
    phased = phrase.length > 1 and phrase.first.terminal != "THE"
    return TimeOfDay(PARTS[phrase["part"].word], alone=inside or (phased and "in" in phrase.first.word))


@GRAMMAR.rule(
    "(EARLY|EARLIER|LATE|LATER)? (THIS|CURRENT) part:PART",
    "(EARLY|EARLIER|LATE|LATER)? last:LAST part:PART",
    "(EARLY|EARLIER|LATE|LATER)? tonight:TONIGHT",
    "(THE|THAT) forth:FOLLOWING part:PART",
    "THE forth:NEXT part:PART",
    "THE last:PREVIOUS part:PART",
    "that:THAT part:PART",
    "THE that:THAT part:PART",
)
def turned_part(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "this morning", "last night", "tonight", "that evening", "the next morning"."""
    part = PARTS[phrase["part"].word] if phrase.get("part") else NIGHT
    last = phrase.get("last")
    narrative = (phrase.get("that") or phrase.get("forth") or (last and last.terminal == "PREVIOUS")) and anchors.told_day
    day = narrative or anchors.today
    steps = -1 if last else 1 if phrase.get("forth") else 0
    if day is None:
        return Unplaced(f"XXXX-XX-XXT{part.code}", "TIME")
    return Moment(Stretch(Unit.DAY, add_days(day, steps)), part)


@GRAMMAR.rule("THE (EARLY|PART) hours:UNITS", "EARLY hours:UNITS", "SMALLHOURS")
def early_hours(phrase: Phrase, _anchors: Anchors) -> Reading:
    """As in "the early hours of Sunday"."""
    return TimeOfDay(SMALL_HOURS) if phrase.get("hours") is None or phrase["hours"].word == "hours" else None


@GRAMMAR.rule("OVERNIGHT")
def overnight(_phrase: Phrase, _anchors: Anchors) -> Reading:
    """The night that ends on the day told (codebook): TIMEX3 names it after its eve."""
    return TimeOfDay(NIGHT, overnight=True)


@GRAMMAR.rule("PRESENTPHRASE", "NOW")
def present(_phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "now", "currently", "at the moment"."""
    today = anchors.today
    return Vague("PRESENT_REF", Days(today, today, "day") if today else None)


@GRAMMAR.rule("RECENTLY", "PASTPHRASE", "THE PAST", "MORE RECENTLY")
def past(phrase: Phrase, anchors: Anchors) -> Reading:
    """As in "recently", "in the past"."""
    if phrase.first.terminal == "THE" and anchors.word_before(phrase.start) not in ("in", "of", "from"):
        return None
    return Vague("PAST_REF")


@GRAMMAR.rule("FUTUREPHRASE", "THE FUTURE", "IN FUTURE")
def future(_phrase: Phrase, _anchors: Anchors) -> Reading:
    """As in "the near future"."""
    return Vague("FUTURE_REF")

"""A made-up world for measuring merging at scale: incidents in towns over a year, told by outlets that err.

What it assumes: forty conflicts of two countries each, with 40 to 400 towns; incidents fall where fighting is (a tenth of the
towns have two fifths of them); an incident is told by 1 to 12 reports (exponential, mean about 2.3) within five days; a report
tells several incidents of one conflict; tolls rise; a report may leave out or widen the place (20 %), leave out the date (4 %) or
take it from its publication (15 %), leave out the actors (10 %), give another mode (15 %) or a related type (3 %). One event in
twenty-five is a total of a country's week. A third are words (accusations, demands, support), a tenth are meetings.
"""

import random
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count

from dateline.model import Actor, Event, Harm, Place, Quantity, Report, Target, TimeSpan

START = date(2024, 1, 1)
DAYS = 365
CONFLICTS = 40
MODES = ("aerial", "drone", "heavy-weapons", "firearms", "explosives")
TARGETS = ("residential", "energy.grid", "port", "hospital", "military", "rail", "school")
SPEECH = {"ACCUSE": "disapprove", "REQUEST": "yield", "SUPPORT": None, "REJECT": "meet", "THREATEN": "violence"}


@dataclass(frozen=True)
class World:
    """Events and reports with the true groups of event ids."""

    events: list[Event]
    reports: dict[str, Report]
    groups: list[list[str]]


@dataclass(frozen=True)
class Conflict:
    """Two countries (their codes) and the towns of the second."""

    attacker: str
    defender: str
    towns: list[Place]
    leaders: dict[str, list[Actor]]


def _conflict(number: int, dice: random.Random) -> Conflict:
    attacker, defender = f"A{number:02d}", f"D{number:02d}"
    lat, lon = dice.uniform(-40, 55), dice.uniform(-170, 170)
    towns = [
        Place(
            f"Town{number}x{i}",
            f"Town{number}x{i}",
            defender,
            "city",
            admin1=f"Province{number}x{i % 12}",
            lat=lat + (i % 12) * 0.8 + dice.gauss(0, 0.3),
            lon=lon + dice.gauss(0, 0.8),
        )
        for i in range(dice.randint(40, 400))
    ]
    leaders = {
        land: [Actor(None, f"{land} Leader{i} Name{i}", land, "GOV") for i in range(5)] + [Actor(None, land, land, "GOV")]
        for land in (attacker, defender)
    }
    return Conflict(attacker, defender, towns, leaders)


def _violence(conflict: Conflict, day: date, dice: random.Random) -> Event:
    town = conflict.towns[int(len(conflict.towns) * dice.random() ** 2.5)]
    killed = max(0, int(dice.lognormvariate(1, 1)) - 1)
    return Event(
        "",
        "",
        "ASSAULT",
        dice.choice(MODES),
        actors=(Actor(None, f"{conflict.attacker} forces", conflict.attacker, "MIL"),),
        recipients=(Actor(None, f"residents of {town.name}", conflict.defender, "CVL"),),
        place=town,
        date=TimeSpan(day, day, "day", "on a day"),
        harm=(Harm("killed", Quantity(killed, killed)), Harm("injured", Quantity(killed * 3 + 1, killed * 3 + 1))),
        targets=(Target(dice.choice(TARGETS)),),
        trigger=("struck",),
    )


def _words(conflict: Conflict, day: date, dice: random.Random) -> Event:
    lands = [conflict.attacker, conflict.defender]
    dice.shuffle(lands)
    kind = dice.choice(sorted(SPEECH))
    speaker, other = dice.choice(conflict.leaders[lands[0]]), dice.choice(conflict.leaders[lands[1]])
    when = TimeSpan(day, day, "day", "on a day")
    return Event(
        "",
        "",
        kind,
        SPEECH[kind],
        actors=(speaker,),
        recipients=(other,),
        date=when,
        trigger=(kind.lower(), f"matter{dice.randint(1, 40)}"),
    )


def _meeting(conflict: Conflict, day: date, dice: random.Random) -> Event:
    sides = tuple(dice.choice(conflict.leaders[land]) for land in (conflict.attacker, conflict.defender))
    venue = Place(
        "Venue",
        f"Venue{dice.randint(1, 20)}",
        f"V{dice.randint(1, 9)}",
        "city",
        lat=dice.randint(-50, 60),
        lon=dice.randint(-180, 179),
    )
    when = TimeSpan(day, day, "day", "on a day")
    return Event("", "", "CONSULT", None, actors=sides, place=venue, date=when, trigger=("met",))


def _round_up(conflict: Conflict, day: date, dice: random.Random) -> Event:
    land = Place(
        conflict.defender, conflict.defender, conflict.defender, "country", lat=conflict.towns[0].lat, lon=conflict.towns[0].lon
    )
    whole = _violence(conflict, day, dice)
    week = TimeSpan(day - timedelta(days=6), day, "week", "this week")
    return replace(
        whole,
        mode=None,
        aggregate=True,
        place=land,
        date=week,
        harm=(Harm("killed", Quantity(dice.randint(20, 400), None)),),
        targets=(),
    )


def _incident(conflict: Conflict, day: date, dice: random.Random) -> Event:
    makers = (_violence, _words, _meeting, _round_up)
    return dice.choices(makers, (53, 33, 10, 4))[0](conflict, day, dice)


def _retold(event: Event, published: date, dice: random.Random) -> Event:
    """The incident as one report tells it."""
    changes: dict[str, object] = {}
    if event.harm and (killed := event.harm[0].count.minimum):
        grown = killed + (published - event.date.start).days * dice.randint(0, 2) if event.date else killed
        changes["harm"] = (Harm("killed", Quantity(grown, None if dice.random() < 0.3 else grown)), *event.harm[1:])
    if event.place and dice.random() < 0.2:
        wide = Place(
            event.place.admin1,
            event.place.admin1,
            event.place.country,
            "admin1",
            None,
            event.place.admin1,
            event.place.lat,
            event.place.lon,
        )
        changes["place"] = wide if event.place.admin1 and dice.random() < 0.5 else None
    fate = dice.random()
    if fate < 0.04:
        changes["date"] = None
    elif fate < 0.19:
        changes["date"] = TimeSpan(published, published, "day", None)
    if dice.random() < 0.1:
        changes["actors"] = ()
    if event.mode in MODES and dice.random() < 0.15:
        changes["mode"] = dice.choice((None, *MODES))
    if event.event_type == "ASSAULT" and dice.random() < 0.03:
        changes |= {"event_type": "COERCE", "mode": None}
    return replace(event, confidence=round(dice.uniform(0.4, 0.95), 2), **changes)  # type: ignore[arg-type]


def make_world(events: int, seed: int) -> World:
    """About this many coded events, the same for the same seed."""
    dice = random.Random(seed)
    conflicts = [_conflict(number, dice) for number in range(CONFLICTS)]
    told: list[Event] = []
    reports: dict[str, Report] = {}
    groups: list[list[str]] = []
    open_reports: defaultdict[tuple[int, str, date], list[int]] = defaultdict(list)
    numbers = count()
    while len(told) < events:
        place = dice.randrange(len(conflicts))
        day = START + timedelta(days=dice.randrange(DAYS))
        truth, group = _incident(conflicts[place], day, dice), []
        outlets = dice.sample(range(40), min(12, 1 + int(dice.expovariate(0.6))))
        for outlet in outlets:
            published = day + timedelta(days=min(5, int(dice.expovariate(0.9))))
            shelf = open_reports[place, f"Outlet {outlet}", published]
            if not shelf or dice.random() < 0.3:
                shelf.append(next(numbers))
                reports[f"d{shelf[-1]}"] = Report(f"d{shelf[-1]}", published, f"Outlet {outlet}")
            number = len(told)
            told.append(replace(_retold(truth, published, dice), event_id=f"e{number}", doc_id=f"d{shelf[-1]}"))
            group.append(f"e{number}")
        groups.append(group)
    dice.shuffle(told)
    return World(told, reports, groups)

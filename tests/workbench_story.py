"""A small invented war as model objects: what the API and the workbench are tried on."""

import re
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Any

from dateline.incidents import merge_events
from dateline.model import (
    Actor,
    Document,
    Event,
    Evidence,
    Harm,
    Impact,
    Place,
    Quantity,
    Report,
    Span,
    Target,
    TimeSpan,
)
from dateline.store import CodedDocument, Store

CODER = "story-1"
READ = datetime(2031, 3, 9, 8, 0, tzinfo=UTC)

ORST = Actor("Orst's army", "Armed Forces of Orst", "ORS", "MIL")
VELD = Actor("Veldans", "Velda", "VEL", "CVL")
VELD_GOV = Actor("Velda", "Government of Velda", "VEL", "GOV")
ORST_GOV = Actor("Orst", "Government of Orst", "ORS", "GOV")
HOSTS = Actor("Miral", "Government of Miral", "MIR", "GOV")
GOVERNOR = Actor("governor Ilse Dravik", "Ilse Dravik", "VEL", "GOV")
MINISTRY = Actor("the Orst defence ministry", "Ministry of Defence of Orst", "ORS", "GOV")

TARNOV = Place("Tarnov", "Tarnov", "VEL", "city", 900001, "Tarnov Province", 48.5, 35.0, 8.0)
PROVINCE = Place("Tarnov Province", "Tarnov Province", "VEL", "admin1", 900002, "Tarnov Province", 48.4, 35.1, 90.0)
PORT = Place("Selm", "Selm", "VEL", "city", 900003, "Coast", 46.4, 30.7, 6.0)
LIRA = Place("Lira", "Lira", "MIR", "city", 900004, "Lira", 41.0, 29.0, 10.0)


def words(text: str, phrase: str) -> tuple[int, int]:
    """Where a phrase stands in a text."""
    start = text.index(phrase)
    return start, start + len(phrase)


def document(key: str, title: str, text: str, publisher: str, day: date, method: str = "json-ld", **more: Any) -> Document:
    """A document whose sentences end at full stops and line ends."""
    sentences = tuple(Span(m.start(), m.end()) for m in re.finditer(r"[^\n.]+(?:\.|\n|$)", text) if m.group().strip())
    digest = sha256(f"{title}\n{text}".encode()).hexdigest()
    url = f"https://{publisher.lower().replace(' ', '')}.example/{key}"
    return Document(key, title, text, sentences, digest, url, day, method, publisher, url, **more)


@dataclass
class Draft:
    """An event in the making: fields are given with the phrase that tells them."""

    document: Document
    event: Event
    found: list[Evidence] = field(default_factory=list)

    def cite(self, role: str, phrase: str, index: int = 0, part: str = "text") -> None:
        """Adds evidence for a phrase."""
        start, end = words(self.document.title if part == "title" else self.document.text, phrase)
        self.found.append(Evidence(role, start, end, "title" if part == "title" else "text", index))


def event(source: Document, event_type: str, trigger: str, in_title: str = "", **fields: Any) -> Event:
    """An event; every field value is (value, phrase), or a list of these for list fields."""
    draft = Draft(source, Event(f"{source.id}-{event_type.lower()}-{words(source.text, trigger)[0]}", source.id, event_type))
    draft.cite("trigger", trigger)
    if in_title:
        draft.cite("trigger", in_title, part="title")
    values: dict[str, Any] = {}
    roles = {"actors": "actor", "recipients": "recipient", "targets": "target", "impacts": "impact"}
    for name, given in fields.items():
        if isinstance(given, list):
            values[name] = tuple(value for value, _ in given)
            for index, (_, phrase) in enumerate(given):
                draft.cite(roles.get(name, name), phrase, index)
        elif isinstance(given, tuple):
            values[name] = given[0]
            draft.cite(name, given[1])
        else:
            values[name] = given
    return replace(draft.event, trigger=(trigger,), evidence=tuple(draft.found), coder=CODER, codebook="dateline-1.0", **values)


def on(day: int, until: int | None = None, text: str | None = None) -> TimeSpan:
    """Days of March 2031."""
    return TimeSpan(date(2031, 3, day), date(2031, 3, until or day), "day", text)


def killed(low: int, high: int | None, text: str, who: str | None = None, **more: Any) -> Harm:
    """A figure of people killed."""
    return Harm("killed", Quantity(low, high), who, text, **more)


def injured(low: int, high: int | None, text: str) -> Harm:
    """A figure of people injured."""
    return Harm("injured", Quantity(low, high), None, text)


FIRST = document(
    "beacon-1",
    "Drones strike Tarnov power plant, killing four",
    "TARNOV (Beacon) - Orst's army attacked Tarnov with drones overnight, killing four people and injuring at least nine, "
    "governor Ilse Dravik said. 🔥 A power plant was damaged and 40,000 households in Tarnov lost electricity.\n\n"
    "It was the third attack on the city this winter.",
    "Daily Beacon",
    date(2031, 3, 4),
)
SECOND = document(
    "coastal-1",
    "Toll of Tarnov attack rises to six",
    "Six people were killed when Orst's army attacked a power plant in Tarnov on the night of March 3-4, rescuers said. "
    "Two of the dead were children. Eleven people were injured.",
    "Coastal Herald",
    date(2031, 3, 5),
    "feed",
)
THIRD = document(
    "orst-1",
    "Ministry denies striking homes",
    "The Orst defence ministry said that its drones had hit an arms depot in Tarnov on March 4. It said that nobody was killed. "
    "It dismissed other reports as inventions.",
    "Orst Today",
    date(2031, 3, 5),
    "inferred",
)
FOURTH = document(
    "beacon-2",
    "Six dead in Tarnov as power returns",
    "The attack that Orst's army flew on Tarnov on the night of March 3-4 killed six people, governor Ilse Dravik said, "
    "correcting an earlier figure of four. Power was restored to most homes.",
    "Daily Beacon",
    date(2031, 3, 6),
)
TALKS = document(
    "herald-2",
    "Orst and Velda to meet in Lira",
    "Orst and Velda will meet in Lira on March 8 for talks on a truce for power stations, Miral's foreign minister said. "
    "Velda accused Orst of breaking the last truce. Orst threatened to close the port of Selm.",
    "Coastal Herald",
    date(2031, 3, 6),
)
MET = document(
    "beacon-3",
    "Talks open in Lira",
    "Envoys of Orst and Velda met in Lira on Saturday, hosted by Miral. No agreement was reached on a truce, Miral said. "
    "Miral sent 20 generators to Velda. In January 2031 Orst's army shelled Selm, killing dozens.",
    "Daily Beacon",
    date(2031, 3, 9),
)
MET_BEFORE = replace(
    document(
        "beacon-3a",
        "Talks open in Lira",
        "Envoys of Orst and Velda met in Lira on Saturday, hosted by Miral. An agreement is near, Miral said.",
        "Daily Beacon",
        date(2031, 3, 8),
    ),
    url=MET.url,
    address=MET.address,
)


def strike_events() -> list[Event]:
    """One raid as four reports tell it: a rising toll, and a side that tells it differently."""
    return [*first_two(), *last_two()]


def first_two() -> list[Event]:
    """The raid on the next day and the day after."""
    return [
        event(
            FIRST,
            "ASSAULT",
            "attacked",
            in_title="strike",
            mode="drone",
            actors=[(ORST, "Orst's army")],
            recipients=[(VELD, "people")],
            place=(TARNOV, "Tarnov with"),
            date=(on(3, 4, "overnight"), "overnight"),
            harm=[(killed(4, 4, "four people"), "four people"), (injured(9, None, "at least nine"), "at least nine")],
            targets=[(Target("energy.generation", "damaged", "power plant"), "power plant")],
            impacts=[
                (
                    Impact("power_outage", households=Quantity(40000, 40000), place="Tarnov", text="lost electricity"),
                    "40,000 households in Tarnov lost electricity",
                )
            ],
            attribution=(GOVERNOR, "governor Ilse Dravik"),
            confidence=0.91,
        ),
        event(
            SECOND,
            "ASSAULT",
            "attacked",
            mode=None,
            actors=[(ORST, "Orst's army")],
            recipients=[(VELD, "people")],
            place=(TARNOV, "Tarnov"),
            date=(on(3, 4, "the night of March 3-4"), "the night of March 3-4"),
            harm=[
                (killed(6, 6, "Six people"), "Six people"),
                (killed(2, 2, "Two of the dead", "children", subset=True), "Two of the dead were children"),
                (injured(11, 11, "Eleven people"), "Eleven people"),
            ],
            targets=[(Target("energy.generation", "unknown", "power plant"), "power plant")],
            confidence=0.88,
        ),
    ]


def last_two() -> list[Event]:
    """The raid as its doer tells it, and with a corrected toll."""
    return [
        event(
            THIRD,
            "ASSAULT",
            "hit",
            mode="drone",
            actors=[(replace(ORST, text="its drones"), "its drones")],
            place=(TARNOV, "Tarnov"),
            date=(on(4, text="March 4"), "March 4"),
            harm=[(killed(0, 0, "nobody was killed", attribution=MINISTRY), "nobody was killed")],
            targets=[(Target("military", "unknown", "an arms depot"), "an arms depot")],
            attribution=(MINISTRY, "The Orst defence ministry"),
            confidence=0.74,
        ),
        event(
            FOURTH,
            "ASSAULT",
            "attack",
            mode="aerial",
            actors=[(ORST, "Orst's army")],
            recipients=[(VELD, "people")],
            place=(TARNOV, "Tarnov"),
            date=(on(3, 4, "the night of March 3-4"), "the night of March 3-4"),
            harm=[
                (killed(6, 6, "six people"), "six people"),
                (killed(4, 4, "an earlier figure of four", superseded=True), "an earlier figure of four"),
            ],
            attribution=(GOVERNOR, "governor Ilse Dravik"),
            confidence=0.9,
        ),
    ]


SIDES = [(ORST_GOV, "Orst"), (VELD_GOV, "Velda")]


def announced_events() -> list[Event]:
    """Talks announced, and what was said around them."""
    return [
        event(
            TALKS,
            "AGREE",
            "will meet",
            in_title="to meet",
            status="planned",
            actors=SIDES,
            place=(LIRA, "Lira"),
            date=(on(8, text="March 8"), "March 8"),
            attribution=(HOSTS, "Miral's foreign minister"),
            confidence=0.83,
        ),
        event(
            TALKS,
            "ACCUSE",
            "accused",
            mode="allege",
            actors=[(VELD_GOV, "Velda accused"[:5])],
            recipients=[(ORST_GOV, "Orst of")],
            date=on(6),
            confidence=0.8,
        ),
        event(
            TALKS,
            "THREATEN",
            "threatened",
            mode="restrict",
            actors=[(ORST_GOV, "Orst threatened"[:4])],
            place=(PORT, "Selm"),
            targets=[(Target("port", "unknown", "the port"), "the port of Selm")],
            date=on(6),
            confidence=0.66,
        ),
    ]


def met_events() -> list[Event]:
    """Talks held, what came of them, and a look back."""
    return [
        event(
            MET,
            "CONSULT",
            "met",
            in_title="Talks",
            mode="third-party",
            actors=[*SIDES, (HOSTS, "Miral")],
            place=(LIRA, "Lira"),
            date=(on(8, text="Saturday"), "Saturday"),
            confidence=0.93,
        ),
        event(
            MET,
            "AGREE",
            "No agreement was reached",
            status="denied",
            actors=SIDES,
            date=(on(8, text="Saturday"), "Saturday"),
            attribution=(HOSTS, "Miral said"),
            confidence=0.78,
        ),
        event(
            MET,
            "AID",
            "sent",
            actors=[(HOSTS, "Miral sent")],
            recipients=[(VELD_GOV, "Velda. In")],
            date=on(9),
            confidence=0.71,
        ),
        event(
            MET,
            "ASSAULT",
            "shelled",
            mode="heavy-weapons",
            background=True,
            actors=[(ORST, "Orst's army")],
            place=(PORT, "Selm"),
            date=(TimeSpan(date(2031, 1, 1), date(2031, 1, 31), "month", "January 2031"), "January 2031"),
            harm=[(killed(12, None, "dozens"), "dozens")],
            confidence=0.7,
        ),
    ]


DOCUMENTS = (FIRST, SECOND, THIRD, FOURTH, TALKS, MET_BEFORE, MET)


def events() -> list[Event]:
    """All events of the story."""
    return [*strike_events(), *announced_events(), *met_events()]


def fill(store: Store) -> None:
    """Puts the story into an open store, merged as the real program merges."""
    told = events()
    for number, each in enumerate(DOCUMENTS):
        own = tuple(e for e in told if e.doc_id == each.id)
        store.add([CodedDocument(each, own, CODER, READ + timedelta(hours=number))])
    reports = {d.id: Report(d.id, d.published, d.publisher, title=d.title, url=d.url) for d in DOCUMENTS}
    store.set_incidents(merge_events(store.events(), reports))

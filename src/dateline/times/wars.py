"""Wars with the day they began, to date a report that tells a war's age ("the nearly four-year war").

Days are those by which news agencies count each war; `words` must all occur in a text that is about it.
"""

import re
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class War:
    """One war; `end` is None while no truce has ended it for good."""

    name: str
    words: tuple[str, ...]
    start: date
    end: date | None = None

    def told_in(self, text: str) -> bool:
        """Whether a text names all of the war's words."""
        return all(re.search(rf"\b(?:{word})", text) for word in self.words)


WARS = (
    War("Russia's full-scale invasion of Ukraine", ("Ukrain", "Russia|Moscow|Kremlin|Putin"), date(2022, 2, 24)),
    War("Gaza war", ("Gaza|Hamas", "Israel"), date(2023, 10, 7)),
    War(
        "Sudanese civil war", ("Sudan", r"RSF|Rapid Support|El Fasher|el-Fasher|Darfur|Khartoum|Hemedti|Burhan"), date(2023, 4, 15)
    ),
    War("Myanmar civil war", ("Myanmar", "junta|military|coup"), date(2021, 2, 1)),
    War("Tigray war", ("Tigray", "Ethiopia"), date(2020, 11, 3), date(2022, 11, 2)),
    War("Second Nagorno-Karabakh war", ("Karabakh", "Azerbaijan", "Armenia"), date(2020, 9, 27), date(2020, 11, 10)),
    War("Yemeni civil war", ("Yemen", "Houthi"), date(2014, 9, 21)),
    War("War in Donbas", ("Ukrain", "separatist|Donbas|Donetsk"), date(2014, 4, 6), date(2022, 2, 23)),
    War("Syrian civil war", ("Syria", "Assad|rebel|Islamic State"), date(2011, 3, 15), date(2024, 12, 8)),
    War("Libyan civil war of 2011", ("Libya", "Gaddafi|Gadhafi|Qaddafi"), date(2011, 2, 15), date(2011, 10, 23)),
    War("Iraq war", ("Iraq", "U.S.|American|United States", "insurgen|Saddam|occupation"), date(2003, 3, 20), date(2011, 12, 18)),
    War("War in Afghanistan", ("Afghan", "Taliban", "U.S.|NATO|American"), date(2001, 10, 7), date(2021, 8, 30)),
    War("Bosnian war", ("Bosnia", "Serb"), date(1992, 4, 6), date(1995, 12, 14)),
    War("Iran-Iraq war", ("Iran", "Iraq", "Khomeini|Saddam"), date(1980, 9, 22), date(1988, 8, 20)),
)


def wars_in(text: str) -> list[War]:
    """The wars that a text is about by its words."""
    return [war for war in WARS if war.told_in(text)]

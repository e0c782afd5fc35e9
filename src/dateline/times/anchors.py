"""What relative expressions are read against: the day of the report, the last day that the report told, and the words around."""

from dataclasses import dataclass, field
from datetime import date

from dateline.times.tense import Tense, tense_around
from dateline.times.units import CLOCK_UNITS, Stretch, Unit

# A report is filed on its dateline's day and may be published up to this many days later.
_FILING_DAYS = 3
# A day told longer ago than this is history, not the news.
_NEWS_DAYS = 3
_BEFORE = 32


@dataclass(slots=True)
class Anchors:
    """The state of one reading of one text.

    `published` is the day of publication, `dateline_day` that of the dateline; `narrative` is the last stretch of the calendar that
    the text told, a day where it told one. All may be unknown.
    """

    text: str
    published: date | None = None
    dateline_day: date | None = None
    narrative: Stretch | None = None
    narrative_day: date | None = None
    _tenses: dict[int, Tense] = field(default_factory=dict)

    @property
    def today(self) -> date | None:
        """The day that "today" means: the dateline's if it is that of this report, else the day of publication."""
        if self.dateline_day is None:
            return self.published
        if self.published is None or 0 <= (self.published - self.dateline_day).days <= _FILING_DAYS:
            return self.dateline_day
        return self.published

    @property
    def told_day(self) -> date | None:
        """The last day told in the text before this place, else today."""
        return self.narrative_day or self.today

    def tense(self, start: int, end: int) -> Tense:
        """The tense of the clause around text[start:end]."""
        if start not in self._tenses:
            self._tenses[start] = tense_around(self.text, start, end)
        return self._tenses[start]

    def words_before(self, start: int) -> str:
        """The few lower-case words before `start` on the same line of thought."""
        return self.text[max(0, start - _BEFORE) : start].lower().rstrip()

    def word_before(self, start: int) -> str:
        """The last lower-case word before `start`, empty at the beginning of the text."""
        words = self.words_before(start).split()
        return words[-1] if words else ""

    def words_after(self, end: int) -> str:
        """The few words after `end`."""
        return self.text[end : end + _BEFORE].lstrip()

    def told(self, unit: Unit) -> date | None:
        """The day that "the previous ..." counts from: the last day told for days and weeks, else the last stretch told."""
        if self.narrative is None or unit in CLOCK_UNITS or unit in (Unit.DAY, Unit.WEEK, Unit.WEEKEND):
            return self.told_day
        return self.narrative.first

    @property
    def recent_day(self) -> date | None:
        """The last day told if it is one of this week's news, else today: the day that "overnight" ends on."""
        if self.narrative_day and self.today and abs((self.today - self.narrative_day).days) > _NEWS_DAYS:
            return self.today
        return self.told_day

"""Time expressions of English news: where they stand, what they mean in TIMEX3, and the days that they cover.

>>> from datetime import date
>>> [t.value for t in find_times("Talks began on Sunday and resume next week.", published=date(2025, 12, 22))]
['2025-12-21', '2026-W01']
"""

from dateline.times.finder import find_times
from dateline.times.publication import infer_publication
from dateline.times.record import time_record

__all__ = ["find_times", "infer_publication", "time_record"]

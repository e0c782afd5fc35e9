"""The rules of the grammar, family by family; importing this package fills `GRAMMAR`."""

from dateline.times.rules import clocks, dates, durations, feasts, periods, ranges, relative, sets, weekdays
from dateline.times.rules.registry import GRAMMAR

__all__ = ["GRAMMAR", "clocks", "dates", "durations", "feasts", "periods", "ranges", "relative", "sets", "weekdays"]

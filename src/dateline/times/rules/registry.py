"""The one grammar that the rule families register with."""

from dateline.times.grammar import Grammar

GRAMMAR = Grammar()

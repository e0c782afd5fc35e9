"""Dateline: a sourced record of conflict and diplomacy, read from news reports."""

__version__ = "0.1.0"

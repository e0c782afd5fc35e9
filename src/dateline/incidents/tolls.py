"""Harm as a ledger: for every kind and group the range over the newest figure of each source, and the history of every figure."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources

from dateline.incidents.parties import folded
from dateline.incidents.profile import Profile
from dateline.model import Actor, Figure, Harm, Quantity, Toll


@cache
def _groups() -> dict[str, str]:
    """Words for groups of people, each with the name of its group."""
    text = resources.files("dateline.incidents").joinpath("groups.toml").read_text(encoding="utf-8")
    return {word: group for group, words in tomllib.loads(text).items() for word in words.split()}


def group_of(who: str | None) -> str | None:
    """The group that a phrase names ("two boys": "children"); None for people at large and for words that name no group."""
    found = (_groups().get(word) for word in folded(who or "").replace("-", " ").split())
    return next((group for group in found if group), None)


def _speaker(actor: Actor | None) -> str:
    return folded(actor.name or actor.text or "") if actor else ""


def _supersedes(newer: Figure, older: Figure, families: dict[str, str | None]) -> bool:
    """Whether both figures come from one source: one speaker, in one outlet or in copies of one report."""
    if _speaker(newer.attribution) != _speaker(older.attribution):
        return False
    one, other = families[newer.doc_id], families[older.doc_id]
    if one is not None and one == other:
        return True
    return newer.publisher == older.publisher if newer.publisher else newer.doc_id == older.doc_id


def _figures(entries: Sequence[tuple[Profile, Harm]]) -> tuple[Figure, ...]:
    """The history of one toll, oldest first, with the newest figure of each source marked."""
    history: list[Figure] = []
    families = {profile.report.doc_id: profile.report.family for profile, _ in entries}
    newest: list[bool] = []
    for profile, harm in entries:
        report = profile.report
        figure = Figure(profile.event.event_id, report.doc_id, report.publisher, report.published, harm.count, harm.attribution)
        if not harm.superseded:
            newest = [now and not _supersedes(figure, old, families) for now, old in zip(newest, history, strict=True)]
        history.append(figure)
        newest.append(not harm.superseded)
    return tuple(
        Figure(f.event_id, f.doc_id, f.publisher, f.published, f.count, f.attribution, newest=now)
        for f, now in zip(history, newest, strict=True)
    )


def _range(counts: Iterable[Quantity]) -> Quantity:
    """The least and the most that any count allows; open above where the highest count is an "at least"."""
    bounds = [(c.minimum or 0, c.maximum) for c in counts if c.minimum is not None or c.maximum is not None]
    if not bounds:
        return Quantity()
    known = max((maximum for _, maximum in bounds if maximum is not None), default=-1)
    is_open = any(maximum is None and minimum >= known for minimum, maximum in bounds)
    return Quantity(min(minimum for minimum, _ in bounds), None if is_open else known)


def _toll(kind: str, who: str | None, subset: bool, entries: Sequence[tuple[Profile, Harm]]) -> Toll:
    figures = _figures(entries)
    counted = [figure.count for figure in figures if figure.newest] or [figure.count for figure in figures]
    return Toll(kind, who, subset, _range(counted), figures)


def tolls(members: Sequence[Profile]) -> tuple[Toll, ...]:
    """The tolls of an incident, from its events in order of publication.

    Figures are kept apart by kind, by group (children, soldiers, ...) and by whether they are part of another figure. A source is
    one outlet, or one speaker quoted by it; its newer figure replaces the older one, which stays in the history.
    """
    entries: defaultdict[tuple[str, str, bool], list[tuple[Profile, Harm]]] = defaultdict(list)
    for profile in members:
        for harm in profile.event.harm:
            entries[harm.kind, group_of(harm.who) or "", harm.subset].append((profile, harm))
    return tuple(_toll(kind, who or None, subset, found) for (kind, who, subset), found in sorted(entries.items()))


def is_disputed(toll: Toll) -> bool:
    """Whether the newest figures exclude each other although no rising toll explains it: the higher is not the newer."""
    newest = [figure for figure in toll.figures if figure.newest]
    for number, older in enumerate(newest):
        for newer in newest[number + 1 :]:
            low, high = _range([older.count]), _range([newer.count])
            same_day = older.published == newer.published
            if high.maximum is not None and low.minimum is not None and high.maximum < low.minimum:
                return True
            if same_day and low.maximum is not None and high.minimum is not None and low.maximum < high.minimum:
                return True
    return False

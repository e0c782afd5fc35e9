"""Listings of incidents: filters, orders, facets and the timeline, all as bound SQL."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from dateline.store import rows, tables
from dateline.store.database import Database
from dateline.store.store import IncidentFilter, IncidentPage, TimelineBin
from dateline.store.words import terms_of

FACETS = ("event_type", "quad", "status", "country", "actor", "target")
_MOST_FACET_VALUES = 50
_LONGEST_ON_TIMELINE = 7  # days

_i = tables.incidents.c
_v = tables.incident_values.c
_f = tables.filter_values.c

_ORDERS: dict[str, tuple[sa.ColumnElement[Any], ...]] = {
    "newest": (_i.last_day.desc(), _i.incident_id.desc()),
    "oldest": (_i.first_day, _i.incident_id),
    "deadliest": (_i.killed_max.desc(), _i.killed_min.desc(), _i.incident_id.desc()),
    "most_reported": (_i.independent_sources.desc(), _i.sources.desc(), _i.incident_id.desc()),
}


def conditions(query: IncidentFilter, database: Database) -> list[sa.ColumnElement[bool]]:
    """What an incident in force must meet, as conditions on the table `incidents`."""
    found: list[sa.ColumnElement[bool]] = []
    for column, wanted in ((_i.event_type, query.event_types), (_i.quad, query.quads), (_i.status, query.statuses)):
        if wanted:
            found.append(column.in_(wanted))
    for field, names in (("country", query.countries), ("actor", query.actors), ("target", query.targets)):
        if names:
            folded = [name.casefold() for name in names]
            values = sa.select(_f.id).where(_f.field == field, _f.folded.in_(folded))
            found.append(_i.number.in_(sa.select(_v.number).where(_v.value_id.in_(values))))
    if query.since:
        found += [_i.last_day >= query.since, _i.last_day != rows.UNDATED_LAST]
    if query.until:
        found += [_i.first_day <= query.until, _i.first_day != rows.UNDATED_FIRST]
    if query.background is not None:
        found.append(_i.background == query.background)
    if query.killed_at_least is not None:
        found.append(_i.killed_max >= query.killed_at_least)
    if query.box:
        found += _in_box(*query.box)
    terms = terms_of(query.text)
    if terms:
        found.append(_i.number.in_(_telling(database.matching(terms))))
    return found


def _in_box(west: float, south: float, east: float, north: float) -> list[sa.ColumnElement[bool]]:
    """Within the degrees given; a box whose west is greater than its east crosses the antimeridian."""
    within = _i.lon.between(west, east) if west <= east else sa.or_(_i.lon >= west, _i.lon <= east)
    return [_i.lat.between(south, north), within]


def _telling(hits: sa.Subquery) -> sa.Select[tuple[int]]:
    """Numbers of incidents whose evidence stands in the sentences found."""
    links, members = tables.event_sentences, tables.incident_events
    joined = hits.join(links, links.c.sentence_id == hits.c.sentence_id).join(members, members.c.event_id == links.c.event_id)
    return sa.select(members.c.number).select_from(joined)


def page(connection: sa.Connection, database: Database, query: IncidentFilter) -> IncidentPage:
    """One page with its total and facets."""
    wanted = conditions(query, database)
    chosen = sa.select(_i.incident_id, _i.revision).where(*wanted).order_by(*_ORDERS[query.order])
    keys = [tuple(row) for row in connection.execute(chosen.limit(query.limit).offset(query.offset))]
    revision = tables.incident_revisions.c
    records = sa.select(revision.incident_id, revision.record)
    records = records.where(sa.tuple_(revision.incident_id, revision.revision).in_(keys))
    found = dict(connection.execute(records).all()) if keys else {}
    facets = _facets(connection, wanted)
    total = sum(facets["quad"].values())
    return IncidentPage(tuple(rows.incident_of(found[key]) for key, _ in keys), total, facets)


def _facets(connection: sa.Connection, wanted: Sequence[sa.ColumnElement[bool]]) -> dict[str, dict[str, int]]:
    """Counts by value, most frequent first; the filter is worked out once for all of them."""
    columns = (_i.event_type, _i.quad, _i.status)
    source = sa.select(_i.number, *columns).where(*wanted).cte("matched").c if wanted else _i
    count = sa.func.count().label("count")
    singles = [
        sa.select(sa.literal(c.name).label("field"), source[c.name].label("value"), count).group_by(source[c.name]) for c in columns
    ]
    held = sa.select(_v.value_id, count)
    if wanted:
        held = held.where(_v.number.in_(sa.select(source.number)))
    counted = held.group_by(_v.value_id).subquery("counted")
    many = sa.select(_f.field, _f.value, counted.c.count).join(counted, counted.c.value_id == _f.id)
    facets: dict[str, dict[str, int]] = {name: {} for name in FACETS}
    rows_found = connection.execute(sa.union_all(*singles, many)).all()
    for field, value, number in sorted(rows_found, key=lambda row: (-row[2], row[1])):
        if len(facets[field]) < _MOST_FACET_VALUES:
            facets[field][value] = number
    return facets


def timeline(connection: sa.Connection, database: Database, query: IncidentFilter) -> tuple[TimelineBin, ...]:
    """Days with their incidents; see `TimelineBin` for what counts."""
    counted = sa.and_(_i.quad == "MX", ~_i.aggregate, ~_i.background)
    low = sa.case((sa.and_(counted, _i.status == "occurred"), _i.killed_min), else_=0)
    high = sa.case((sa.and_(counted, _i.status.in_(("occurred", "alleged"))), _i.killed_max), else_=0)
    statement = (
        sa.select(
            _i.last_day,
            _i.quad,
            sa.func.count(),
            sa.func.sum(low),
            sa.func.sum(high),
            sa.func.aggregate_strings(_i.incident_id, "\n"),
        )
        .where(*conditions(query, database), _i.days.between(1, _LONGEST_ON_TIMELINE))
        .group_by(_i.last_day, _i.quad)
        .order_by(_i.last_day, _i.quad)
    )
    bins: dict[Any, TimelineBin] = {}
    for day, quad, count, killed_min, killed_max, ids in connection.execute(statement):
        so_far = bins.get(day, TimelineBin(day, {}, 0, 0, ()))
        bins[day] = TimelineBin(
            day,
            so_far.quads | {quad: count},
            so_far.killed_min + killed_min,
            so_far.killed_max + killed_max,
            tuple(sorted((*so_far.incident_ids, *ids.split("\n")))),
        )
    return tuple(bins.values())

"""Listings of incidents: filters, orders, facets and the timeline, all as bound SQL."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from dateline.store import rows, tables
from dateline.store.database import Database
from dateline.store.store import IncidentFilter, IncidentPage, TimelineBin
from dateline.store.words import terms_of

FACETS = ("event_type", "quad", "status", "country", "actor", "target")
_MOST_FACET_VALUES = 50

_i = tables.incidents.c
_v = tables.incident_values.c
_f = tables.filter_values.c

_ORDERS: dict[str, tuple[sa.ColumnElement[Any], ...]] = {
    "newest": (_i.listed_day.desc(), _i.incident_id.desc()),
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
    chosen = sa.select(_i.incident_id).where(*wanted).order_by(*_ORDERS[query.order])
    keys = connection.execute(chosen.limit(query.limit).offset(query.offset)).scalars().all()
    revision = tables.incident_revisions.c
    in_force = sa.and_(revision.incident_id == _i.incident_id, revision.revision == _i.revision)
    records = sa.select(_i.incident_id, revision.record).join(tables.incident_revisions, in_force)
    found = dict(connection.execute(records.where(_i.incident_id.in_(keys))).all())
    facets = _facets(connection, wanted, costly=bool(terms_of(query.text)))
    total = sum(facets["quad"].values())
    return IncidentPage(tuple(rows.incident_of(found[key]) for key in keys), total, facets)


def _facets(connection: sa.Connection, wanted: Sequence[sa.ColumnElement[bool]], *, costly: bool) -> dict[str, dict[str, int]]:
    """Counts by value, most frequent first; a `costly` filter is worked out once, others are faster from indexes twice."""
    columns = (_i.event_type, _i.quad, _i.status)
    matched = sa.select(_i.number, *columns).where(*wanted)
    source = matched.cte("matched") if costly else matched.subquery("matched")
    names = [source.c[column.name] for column in columns]
    count = sa.func.count().label("count")
    single = sa.select(*names, count).group_by(*names)
    held = sa.select(_v.value_id, count)
    if wanted:
        held = held.where(_v.number.in_(sa.select(source.c.number)))
    counted = held.group_by(_v.value_id).subquery("counted")
    many = sa.select(_f.field, _f.value, sa.null(), counted.c.count).join(counted, counted.c.value_id == _f.id)
    totals: dict[str, Counter[str]] = {field: Counter() for field in FACETS}
    for first, second, third, number in connection.execute(sa.union_all(single, many)):
        if third is None:
            totals[first][second] += number
        else:
            for field, value in zip(FACETS, (first, second, third), strict=False):
                totals[field][value] += number
    ordered = {field: sorted(counts.items(), key=lambda item: (-item[1], item[0])) for field, counts in totals.items()}
    return {field: dict(counts[:_MOST_FACET_VALUES]) for field, counts in ordered.items()}


def timeline(connection: sa.Connection, database: Database, query: IncidentFilter) -> tuple[TimelineBin, ...]:
    """Days with their incidents; see `TimelineBin` for what counts."""
    statement = (
        sa.select(
            _i.last_day,
            _i.quad,
            sa.func.count(),
            sa.func.sum(_i.counted_min),
            sa.func.sum(_i.counted_max),
            sa.func.aggregate_strings(_i.incident_id, "\n"),
        )
        .where(*conditions(query, database), _i.days.between(1, rows.LONGEST_DATED))
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

"""Putting incidents in force: only what changed is written, and every earlier state stays."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from dateline import codebook
from dateline.errors import DatelineError
from dateline.model import Incident
from dateline.store import rows, tables
from dateline.store.adding import chunks
from dateline.store.database import Database, Row
from dateline.store.store import Basis


def basis_now(connection: sa.Connection, merger: str) -> Basis:
    """How much the record holds; as nothing is ever removed, equal counts mean equal contents."""
    documents, codings, judgements = (
        connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
        for table in (tables.documents, tables.codings, tables.judgements)
    )
    return Basis(documents, codings, judgements, merger)


def last_basis(connection: sa.Connection) -> Basis | None:
    """The basis of the merge that is in force."""
    table = tables.merges
    row = connection.execute(sa.select(table).order_by(table.c.number.desc()).limit(1)).first()
    return Basis(row.documents, row.codings, row.judgements, row.merger) if row else None


def set_incidents(
    connection: sa.Connection, database: Database, incidents: Sequence[Incident], basis: Basis | None, moment: datetime
) -> bool:
    """Writes what differs from the state in force; False where the record has grown since `basis`."""
    merger = basis.merger if basis else ""
    if basis is not None and basis != basis_now(connection, merger):
        return False
    _note_merge(connection, basis or basis_now(connection, merger), moment)
    in_force = _in_force(connection)
    records = {i.incident_id: rows.dump(i) for i in incidents}
    digests = {key: hashlib.sha256(record.encode()).hexdigest() for key, record in records.items()}
    changed = [i for i in incidents if i.incident_id not in in_force or in_force[i.incident_id].digest != digests[i.incident_id]]
    withdrawn = in_force.keys() - records.keys()
    _withdraw(connection, withdrawn | {i.incident_id for i in changed})
    states = {i.incident_id: records[i.incident_id] for i in changed}
    revisions = _add_revisions(connection, {**dict.fromkeys(withdrawn), **states}, moment)
    last = max((row.number for row in in_force.values()), default=0)
    new = (i.incident_id for i in changed if i.incident_id not in in_force)
    numbers = {key: row.number for key, row in in_force.items()} | {key: n for n, key in enumerate(new, last + 1)}
    states_in_force = [
        _state(i) | {"number": numbers[i.incident_id], "revision": revisions[i.incident_id], "digest": digests[i.incident_id]}
        for i in changed
    ]
    _insert(connection, tables.incidents, states_in_force)
    _link(connection, database, [(numbers[i.incident_id], i) for i in changed])
    return True


def _in_force(connection: sa.Connection) -> dict[str, Any]:
    table = tables.incidents.c
    return {row.incident_id: row for row in connection.execute(sa.select(table.incident_id, table.number, table.digest))}


def _state(incident: Incident) -> Row:
    types = codebook.load().types
    if incident.event_type not in types:
        raise DatelineError(f"incident {incident.incident_id}: unknown event type {incident.event_type!r}; use one of the codebook")
    return rows.incident_row(incident, types[incident.event_type].quad)


def _note_merge(connection: sa.Connection, basis: Basis, moment: datetime) -> None:
    last = last_basis(connection)
    if last == basis:
        return
    table = tables.merges
    number = connection.execute(sa.select(sa.func.coalesce(sa.func.max(table.c.number), 0))).scalar_one()
    values = {"documents": basis.documents, "codings": basis.codings, "judgements": basis.judgements, "merger": basis.merger}
    connection.execute(table.insert(), {"number": number + 1, "merged_at": moment, **values})


def _withdraw(connection: sa.Connection, incident_ids: set[str]) -> None:
    """Takes incidents out of force; their values and memberships go with them."""
    for ids in chunks(incident_ids):
        connection.execute(tables.incidents.delete().where(tables.incidents.c.incident_id.in_(ids)))


def _add_revisions(connection: sa.Connection, states: dict[str, str | None], moment: datetime) -> dict[str, int]:
    table = tables.incident_revisions
    numbers = dict.fromkeys(states, 0)
    for ids in chunks(states):
        newest = sa.select(table.c.incident_id, sa.func.max(table.c.revision)).where(table.c.incident_id.in_(ids))
        numbers.update(connection.execute(newest.group_by(table.c.incident_id)).all())
    _insert(
        connection,
        table,
        [{"incident_id": key, "revision": numbers[key] + 1, "decided_at": moment, "record": states[key]} for key in sorted(states)],
    )
    return {key: number + 1 for key, number in numbers.items()}


def _link(connection: sa.Connection, database: Database, incidents: Sequence[tuple[int, Incident]]) -> None:
    """Notes what each incident, given with its number, is found by and which events it holds."""
    wanted = {number: rows.incident_values(incident) for number, incident in incidents}
    ids = _value_ids(connection, {key: value for values in reversed(wanted.values()) for key, value in values.items()})
    links = [{"number": n, "value_id": ids[key]} for n, values in wanted.items() for key in sorted(values)]
    _insert(connection, tables.incident_values, links)
    members = [{"event_id": e, "number": n} for n, incident in incidents for e in incident.event_ids]
    if members:
        connection.execute(database.insert_new(tables.incident_events), members)


def _value_ids(connection: sa.Connection, wanted: dict[tuple[str, str], str]) -> dict[tuple[str, str], int]:
    """Ids of filter values, by field and value without case; new ones are added."""
    table = tables.filter_values
    known = {(row.field, row.folded): row.id for row in connection.execute(sa.select(table))}
    new = {key: number for number, key in enumerate(sorted(wanted.keys() - known.keys()), len(known) + 1)}
    values = [{"id": n, "field": f, "folded": folded, "value": wanted[f, folded]} for (f, folded), n in new.items()]
    _insert(connection, table, values)
    return known | new


def _insert(connection: sa.Connection, table: sa.Table, values: list[Row]) -> None:
    """Inserts rows, if there are any."""
    if values:
        connection.execute(table.insert(), values)

"""Putting incidents in force: only what changed is written, and every earlier state stays."""

import hashlib
from collections.abc import Sequence
from datetime import datetime

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
    table = tables.incidents
    in_force = dict(connection.execute(sa.select(table.c.incident_id, table.c.digest)).all())
    records = {i.incident_id: rows.dump(i) for i in incidents}
    digests = {key: hashlib.sha256(record.encode()).hexdigest() for key, record in records.items()}
    changed = [i for i in incidents if in_force.get(i.incident_id) != digests[i.incident_id]]
    withdrawn = in_force.keys() - records.keys()
    _withdraw(connection, withdrawn | {i.incident_id for i in changed})
    states = {i.incident_id: records[i.incident_id] for i in changed}
    numbers = _add_revisions(connection, {**dict.fromkeys(withdrawn), **states}, moment)
    extra = {key: {"revision": numbers[key], "digest": digests[key]} for key in states}
    _put_in_force(connection, database, changed, extra)
    return True


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
    values = [
        {"incident_id": key, "revision": numbers[key] + 1, "decided_at": moment, "record": states[key]} for key in sorted(states)
    ]
    if values:
        connection.execute(table.insert(), values)
    return {key: number + 1 for key, number in numbers.items()}


def _put_in_force(
    connection: sa.Connection, database: Database, incidents: Sequence[Incident], extra: dict[str, dict[str, object]]
) -> None:
    types = codebook.load().types
    states: list[Row] = []
    values: list[Row] = []
    members: list[Row] = []
    for incident in incidents:
        key = incident.incident_id
        if incident.event_type not in types:
            raise DatelineError(f"incident {key}: unknown event type {incident.event_type!r}; use one of the codebook")
        states.append(rows.incident_row(incident, types[incident.event_type].quad) | extra[key])
        values.extend(rows.incident_value_rows(incident))
        members.extend({"event_id": e, "incident_id": key} for e in incident.event_ids)
    for table, new in ((tables.incidents, states), (tables.incident_values, values), (tables.incident_events, members)):
        if new:
            connection.execute(database.insert_new(table), new)

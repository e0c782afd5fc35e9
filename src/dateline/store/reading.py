"""Reading back what was stored: documents with their versions, events in force, claims, incidents by any of their ids."""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

from dateline.errors import NotFound
from dateline.model import Claim, Event, Incident, Judgement, Report
from dateline.store import rows, tables
from dateline.store.adding import chunks
from dateline.store.corrections import Decision, corrected, decisions
from dateline.store.database import Database
from dateline.store.store import IncidentRevision, SentenceHit, StoredDocument
from dateline.store.words import terms_of

_d = tables.documents.c
_dv = tables.document_versions.c
_c = tables.codings.c
_e = tables.events.c
_r = tables.incident_revisions.c
_OF_CODING = sa.and_(_c.doc_id == _e.doc_id, _c.coder == _e.coder)


def _stored_documents(*conditions: sa.ColumnElement[bool]) -> sa.Select[Any]:
    """Documents, each as the version of the address that it was first stored under."""
    before = tables.document_versions.alias("before")
    own = sa.and_(_dv.doc_id == _d.id, _dv.address == sa.func.coalesce(_d.url, _d.address))
    return (
        sa.select(tables.documents, _dv.version, before.c.doc_id.label("previous"), tables.families.c.family)
        .join(tables.document_versions, own)
        .outerjoin(before, sa.and_(before.c.address == _dv.address, before.c.version == _dv.version - 1))
        .outerjoin(tables.families, tables.families.c.doc_id == _d.id)
        .where(*conditions)
        .order_by(_d.id)
    )


def documents(connection: sa.Connection, *conditions: sa.ColumnElement[bool]) -> tuple[StoredDocument, ...]:
    """The documents that meet the conditions, in order of id."""
    return tuple(rows.stored_document_of(row) for row in connection.execute(_stored_documents(*conditions)))


def document(connection: sa.Connection, doc_id: str) -> StoredDocument:
    """One document; raises NotFound."""
    found = documents(connection, _d.id == doc_id)
    if not found:
        raise NotFound(f"no document {doc_id!r} is stored; list those that are with `dateline incidents`")
    return found[0]


def versions(connection: sa.Connection, doc_id: str) -> tuple[StoredDocument, ...]:
    """The documents that stood under the same address, oldest first."""
    address = sa.select(sa.func.coalesce(_d.url, _d.address)).where(_d.id == document(connection, doc_id).document.id)
    siblings = sa.select(_dv.doc_id).where(_dv.address == address.scalar_subquery())
    return tuple(sorted(documents(connection, _d.id.in_(siblings)), key=lambda d: (d.version, d.document.id)))


def reports(connection: sa.Connection) -> dict[str, Report]:
    """What merging needs of every document."""
    family = tables.families.c.family
    statement = sa.select(_d.id, _d.published, _d.publisher, family, _d.title, _d.url)
    statement = statement.outerjoin(tables.families, tables.families.c.doc_id == _d.id).order_by(_d.id)
    return {row.id: Report(*row) for row in connection.execute(statement)}


def judgements(connection: sa.Connection) -> tuple[Judgement, ...]:
    """All decisions, oldest first."""
    table = tables.judgements
    return tuple(rows.judgement_of(row) for row in connection.execute(sa.select(table).order_by(table.c.number)))


def events(connection: sa.Connection, *conditions: sa.ColumnElement[bool]) -> tuple[Event, ...]:
    """Events in force that meet the conditions, corrected, in order of id."""
    decided = decisions(judgements(connection))
    found = {row.event_id: row.record for row in connection.execute(_newest(_e.event_id, _e.record).where(*conditions))}
    kept = [key for key, decision in decided.items() if decision.kept and key not in found]
    for ids in chunks(kept):
        earlier = sa.select(_e.event_id, _e.record).join(tables.codings, _OF_CODING).where(_e.event_id.in_(ids), *conditions)
        found.update(connection.execute(earlier.order_by(_c.number)).all())
    standing = [key for key in sorted(found) if not _rejected(decided.get(key))]
    return tuple(corrected(rows.event_of(found[key]), decided.get(key)) for key in standing)


def count_events(connection: sa.Connection) -> int:
    """How many events are in force."""
    if connection.execute(sa.select(sa.exists().select_from(tables.judgements))).scalar_one():
        return len(events(connection))
    return int(connection.execute(_newest(sa.func.count())).scalar_one())


def _newest(*columns: Any) -> sa.Select[Any]:
    """Events of the newest coding of each document."""
    newer = tables.codings.alias("newer")
    superseded = sa.exists().where(newer.c.doc_id == _c.doc_id, newer.c.number > _c.number)
    return sa.select(*columns).select_from(tables.events).join(tables.codings, _OF_CODING).where(~superseded)


def _rejected(decision: Decision | None) -> bool:
    return decision is not None and decision.rejected


def event(connection: sa.Connection, event_id: str) -> Event:
    """One event in force; raises NotFound."""
    found = events(connection, _e.event_id == event_id)
    if not found:
        raise NotFound(f"no event {event_id!r} is in force; it is unknown, was rejected, or a newer coder no longer finds it")
    return found[0]


def claims(connection: sa.Connection, event_id: str) -> tuple[Claim, ...]:
    """Every claim on an event, by every coder, oldest first."""
    table = tables.claims.c
    made = sa.and_(_e.event_id == table.event_id, _e.coder == table.coder)
    statement = sa.select(tables.claims, _e.doc_id).join(tables.events, made).join(tables.codings, _OF_CODING)
    statement = statement.where(table.event_id == event_id).order_by(_c.number, table.position)
    return tuple(rows.claim_of(row) for row in connection.execute(statement))


def known_documents(connection: sa.Connection, doc_ids: Iterable[str], coder: str) -> set[str]:
    """Those that this coder has coded."""
    known: set[str] = set()
    for ids in chunks(doc_ids):
        known.update(connection.execute(sa.select(_c.doc_id).where(_c.doc_id.in_(ids), _c.coder == coder)).scalars())
    return known


def known_pages(connection: sa.Connection, digests: Iterable[str]) -> dict[str, str]:
    """Documents by digest of the page they were read from."""
    table = tables.pages.c
    found: dict[str, str] = {}
    for keys in chunks(digests):
        found.update(connection.execute(sa.select(table.digest, table.doc_id).where(table.digest.in_(keys))).all())
    return found


def incident(connection: sa.Connection, wanted: str) -> Incident:
    """The incident in force that bears this id, bore its events, or holds the event of this id; raises NotFound."""
    table = tables.incidents.c
    in_force = sa.and_(_r.incident_id == table.incident_id, _r.revision == table.revision)
    records = sa.select(_r.record).join(tables.incidents, in_force)
    record = connection.execute(records.where(table.incident_id == wanted)).scalar()
    if record is None:
        heir = _heir(connection, wanted)
        record = connection.execute(records.where(table.incident_id == heir)).scalar() if heir else None
    if record is None:
        raise NotFound(f"no incident {wanted!r}; list them with `dateline incidents`")
    return rows.incident_of(record)


def _heir(connection: sa.Connection, wanted: str) -> str | None:
    """The incident that holds an event, or most of the events of an incident that ceased."""
    states = [state.incident for state in _history(connection, wanted) if state.incident]
    event_ids = states[-1].event_ids if states else (wanted,)
    members, in_force = tables.incident_events.c, tables.incidents.c
    statement = sa.select(in_force.incident_id).join(tables.incident_events, members.number == in_force.number)
    statement = statement.where(members.event_id.in_(event_ids)).group_by(in_force.incident_id)
    return connection.execute(statement.order_by(sa.func.count().desc(), in_force.incident_id).limit(1)).scalar()


def _history(connection: sa.Connection, incident_id: str) -> tuple[IncidentRevision, ...]:
    statement = sa.select(tables.incident_revisions).where(_r.incident_id == incident_id).order_by(_r.revision)
    return tuple(
        IncidentRevision(row.incident_id, row.revision, row.decided_at, rows.incident_of(row.record) if row.record else None)
        for row in connection.execute(statement)
    )


def history(connection: sa.Connection, incident_id: str) -> tuple[IncidentRevision, ...]:
    """Every state of an incident; raises NotFound."""
    found = _history(connection, incident_id)
    if not found:
        raise NotFound(f"there never was an incident {incident_id!r}; list those in force with `dateline incidents`")
    return found


def incidents_at(connection: sa.Connection, moment: Any) -> tuple[Incident, ...]:
    """The newest state of every incident at a moment."""
    newest = sa.select(_r.incident_id, sa.func.max(_r.revision).label("revision")).where(_r.decided_at <= moment)
    latest = newest.group_by(_r.incident_id).subquery()
    statement = sa.select(_r.record).join(latest, sa.and_(latest.c.incident_id == _r.incident_id, latest.c.revision == _r.revision))
    found = connection.execute(statement.where(_r.record.is_not(None)).order_by(_r.incident_id)).scalars()
    return tuple(rows.incident_of(record) for record in found)


def search(connection: sa.Connection, database: Database, text: str, limit: int) -> tuple[SentenceHit, ...]:
    """Sentences that meet the terms of `text`."""
    terms = terms_of(text)
    if not terms:
        return ()
    hits, sentence = database.matching(terms), tables.sentences.c
    best = sa.select(hits.c.sentence_id, hits.c.rank).order_by(hits.c.rank, hits.c.sentence_id).limit(limit).subquery("best")
    statement = (
        sa.select(_d.id, _d.title, _d.published, _d.text, sentence.part, sentence.start, sentence.stop)
        .select_from(best)
        .join(tables.sentences, sentence.id == best.c.sentence_id)
        .join(tables.documents, _d.id == sentence.doc_id)
        .order_by(best.c.rank, sentence.id)
    )
    found = []
    for row in connection.execute(statement):
        whole = row.title if row.part == "title" else row.text
        words = whole[row.start : row.stop]
        found.append(SentenceHit(row.id, row.title, row.published, row.start, row.stop, words, row.part))
    return tuple(found)

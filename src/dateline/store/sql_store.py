"""The `Store` on a SQL database: every method one transaction, every failure one sentence."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from typing import Any, Self

import sqlalchemy as sa

from dateline import settings
from dateline.errors import DatelineError
from dateline.model import Claim, Event, Incident, Judgement, Report
from dateline.store import adding, corrections, listing, merging, reading, schema, tables
from dateline.store.database import Database
from dateline.store.store import (
    Basis,
    CodedDocument,
    IncidentFilter,
    IncidentPage,
    IncidentRevision,
    SentenceHit,
    StoredDocument,
    TimelineBin,
    Totals,
)


class SqlStore:
    """Keeps the record in SQLite or PostgreSQL; made by `open_store`. May be used from several threads and processes at once."""

    def __init__(self, url: sa.URL, database: Database) -> None:
        """Opens the database at `url` and brings its schema up to date; raises DatelineError where it cannot."""
        self.name = url.render_as_string(hide_password=True) if url.host else url.database or "memory"
        self._database = database
        self._reader = database.engine(url)
        self._writer = self._reader.execution_options(writes=True)
        with self._explained():
            schema.bring_up_to_date(self._reader, self._writer, self.name)

    def __enter__(self) -> Self:
        """The store itself, open since it was made."""
        return self

    def __exit__(self, *exc: object) -> None:
        """Closes every connection."""
        self.close()

    def close(self) -> None:
        """Closes every connection."""
        self._reader.dispose()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turns the driver's errors into one sentence with the name of the database."""
        try:
            yield
        except sa.exc.DBAPIError as error:
            raise DatelineError(f"{self.name}: {self._database.explain(error)}") from error

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        with self._explained(), self._reader.begin() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        with self._explained(), self._writer.begin() as connection:
            yield connection

    def known_documents(self, doc_ids: Iterable[str], coder: str) -> set[str]:
        """See `Store`."""
        with self._reading() as connection:
            return reading.known_documents(connection, doc_ids, coder)

    def known_pages(self, digests: Iterable[str]) -> dict[str, str]:
        """See `Store`."""
        with self._reading() as connection:
            return reading.known_pages(connection, digests)

    def add(self, coded: Sequence[CodedDocument]) -> int:
        """See `Store`."""
        with self._writing() as connection:
            return adding.add(connection, self._database, coded)

    def set_families(self, families: dict[str, str]) -> None:
        """See `Store`."""
        table = tables.families
        with self._writing() as connection:
            known = dict(connection.execute(sa.select(table.c.doc_id, table.c.family)).all())
            changed = {doc_id: family for doc_id, family in families.items() if known.get(doc_id) != family}
            for ids in adding.chunks(changed):
                connection.execute(table.delete().where(table.c.doc_id.in_(ids)))
            if changed:
                connection.execute(table.insert(), [{"doc_id": d, "family": f} for d, f in sorted(changed.items())])

    def documents(self) -> tuple[StoredDocument, ...]:
        """See `Store`."""
        with self._reading() as connection:
            return reading.documents(connection)

    def document(self, doc_id: str) -> StoredDocument:
        """See `Store`."""
        with self._reading() as connection:
            return reading.document(connection, doc_id)

    def versions(self, doc_id: str) -> tuple[StoredDocument, ...]:
        """See `Store`."""
        with self._reading() as connection:
            return reading.versions(connection, doc_id)

    def reports(self) -> dict[str, Report]:
        """See `Store`."""
        with self._reading() as connection:
            return reading.reports(connection)

    def events(self, doc_id: str | None = None) -> tuple[Event, ...]:
        """See `Store`."""
        conditions = [] if doc_id is None else [tables.events.c.doc_id == doc_id]
        with self._reading() as connection:
            return reading.events(connection, *conditions)

    def event(self, event_id: str) -> Event:
        """See `Store`."""
        with self._reading() as connection:
            return reading.event(connection, event_id)

    def claims(self, event_id: str) -> tuple[Claim, ...]:
        """See `Store`."""
        with self._reading() as connection:
            return reading.claims(connection, event_id)

    def add_judgements(self, judgements: Sequence[Judgement]) -> None:
        """See `Store`; raises DatelineError where a correction cannot be read as a value of its field."""
        for judgement in judgements:
            corrections.check(judgement)
        table = tables.judgements
        with self._writing() as connection:
            number = connection.execute(sa.select(sa.func.coalesce(sa.func.max(table.c.number), 0))).scalar_one()
            known = set(connection.execute(sa.select(table.c.judgement_id)).scalars())
            new = {j.judgement_id: j for j in reversed(judgements) if j.judgement_id not in known}
            for place, judgement in enumerate(reversed(new.values()), number + 1):
                values = asdict(judgement) | {"decided_at": judgement.decided_at or settings.now()}
                connection.execute(table.insert(), values | {"number": place})

    def judgements(self) -> tuple[Judgement, ...]:
        """See `Store`."""
        with self._reading() as connection:
            return reading.judgements(connection)

    def basis(self, merger: str = "") -> Basis:
        """See `Store`."""
        with self._reading() as connection:
            return merging.basis_now(connection, merger)

    def merged_basis(self) -> Basis | None:
        """See `Store`."""
        with self._reading() as connection:
            return merging.last_basis(connection)

    def set_incidents(self, incidents: Sequence[Incident], basis: Basis | None = None) -> bool:
        """See `Store`."""
        with self._writing() as connection:
            return merging.set_incidents(connection, self._database, incidents, basis, settings.now())

    def history(self, incident_id: str) -> tuple[IncidentRevision, ...]:
        """See `Store`."""
        with self._reading() as connection:
            return reading.history(connection, incident_id)

    def incidents_at(self, moment: datetime) -> tuple[Incident, ...]:
        """See `Store`."""
        with self._reading() as connection:
            return reading.incidents_at(connection, moment)

    def incidents(self, query: IncidentFilter) -> IncidentPage:
        """See `Store`."""
        with self._reading() as connection:
            return listing.page(connection, self._database, query)

    def incident(self, incident_id: str) -> Incident:
        """See `Store`."""
        with self._reading() as connection:
            return reading.incident(connection, incident_id)

    def timeline(self, query: IncidentFilter) -> tuple[TimelineBin, ...]:
        """See `Store`."""
        with self._reading() as connection:
            return listing.timeline(connection, self._database, query)

    def search(self, text: str, limit: int = 50) -> tuple[SentenceHit, ...]:
        """See `Store`."""
        with self._reading() as connection:
            return reading.search(connection, self._database, text, limit)

    def totals(self) -> Totals:
        """See `Store`; events are those in force."""
        with self._reading() as connection:
            counts: dict[str, Any] = {
                table.name: connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
                for table in (tables.documents, tables.incidents, tables.claims, tables.judgements)
            }
            return Totals(events=reading.count_events(connection), **counts)

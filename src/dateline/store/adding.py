"""Adding documents and what was coded from them: one batch, one transaction, nothing twice."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import sqlalchemy as sa

from dateline.errors import UnreadableInput
from dateline.model import Document
from dateline.store import rows, tables
from dateline.store.claims import claims_of
from dateline.store.database import Database, Row
from dateline.store.store import CodedDocument

SentenceIds = dict[tuple[str, str, int], int]
"""Ids of sentences by document, part and start."""

_CHUNK = 500


def chunks(values: Iterable[str]) -> Iterator[list[str]]:
    """Distinct values in sorted lists short enough for one statement."""
    ordered = sorted(set(values))
    for start in range(0, len(ordered), _CHUNK):
        yield ordered[start : start + _CHUNK]


def add(connection: sa.Connection, database: Database, coded: Sequence[CodedDocument]) -> int:
    """Adds what is not there yet; returns how many documents were new. Raises UnreadableInput where one cannot be stored."""
    new = _new_documents(connection, coded)
    _insert(connection, database, tables.documents, [rows.document_row(c) for c in new])
    _add_sentences(connection, database, [c.document for c in new])
    _add_codings(connection, database, _uncoded(connection, coded))
    _add_sightings(connection, database, coded)
    return len(new)


def _new_documents(connection: sa.Connection, coded: Sequence[CodedDocument]) -> list[CodedDocument]:
    hashes: dict[str, str] = {}
    table = tables.documents
    for ids in chunks(c.document.id for c in coded):
        hashes.update(connection.execute(sa.select(table.c.id, table.c.content_hash).where(table.c.id.in_(ids))).all())
    new = []
    for item in coded:
        document = item.document
        known = hashes.get(document.id)
        if known is None:
            _check(document)
            hashes[document.id] = document.content_hash
            new.append(item)
        elif known != document.content_hash:
            reason = f"the id {document.id!r} is stored with another text already; give a changed report an id of its own"
            raise UnreadableInput(document.address, reason)
    return new


def _check(document: Document) -> None:
    """What no database takes: NUL (PostgreSQL refuses it) and halves of surrogate pairs (no Unicode text)."""
    content = f"{document.title}\n{document.text}"
    if "\x00" in content:
        raise UnreadableInput(document.address, "the text holds a NUL character; it is no clean text")
    try:
        content.encode()
    except UnicodeEncodeError as error:
        reason = "the text holds half a surrogate pair, which is no Unicode character; save it as UTF-8"
        raise UnreadableInput(document.address, reason) from error


def _insert(connection: sa.Connection, database: Database, table: sa.Table, values: list[Row]) -> None:
    if values:
        connection.execute(database.insert_new(table), values)


def _add_sentences(connection: sa.Connection, database: Database, documents: Sequence[Document]) -> None:
    number = connection.execute(sa.select(sa.func.coalesce(sa.func.max(tables.sentences.c.id), 0))).scalar_one()
    values: list[Row] = []
    texts = []
    for document in documents:
        parts = [("title", 0, len(document.title))] if document.title else []
        parts += [("text", s.start, s.end) for s in document.sentences]
        for part, start, stop in parts:
            number += 1
            values.append({"id": number, "doc_id": document.id, "part": part, "start": start, "stop": stop})
            texts.append((number, (document.title if part == "title" else document.text)[start:stop]))
    _insert(connection, database, tables.sentences, values)
    database.index_sentences(connection, texts)


def _uncoded(connection: sa.Connection, coded: Sequence[CodedDocument]) -> list[tuple[CodedDocument, int]]:
    """Codings that are not stored yet, each with its number among those of its document."""
    table = tables.codings
    known: dict[str, dict[str, int]] = {}
    for ids in chunks(c.document.id for c in coded):
        for row in connection.execute(sa.select(table).where(table.c.doc_id.in_(ids))):
            known.setdefault(row.doc_id, {})[row.coder] = row.number
    found = []
    for item in coded:
        coders = known.setdefault(item.document.id, {})
        if item.coder not in coders:
            coders[item.coder] = max(coders.values(), default=0) + 1
            found.append((item, coders[item.coder]))
    return found


def _add_codings(connection: sa.Connection, database: Database, uncoded: Sequence[tuple[CodedDocument, int]]) -> None:
    ids = _sentence_ids(connection, (c.document.id for c, _ in uncoded if c.events))
    codings: list[Row] = []
    events: list[Row] = []
    claims: list[Row] = []
    links: list[Row] = []
    for item, number in uncoded:
        doc_id, coder = item.document.id, item.coder
        codings.append({"doc_id": doc_id, "coder": coder, "number": number, "coded_at": item.ingested_at})
        for event in item.events:
            events.append(rows.event_row(event, coder))
            claims.extend(rows.claim_row(c, coder, place) for place, c in enumerate(claims_of(event, coder)))
            behind = {_sentence_of(item.document, e.part, e.start, ids) for e in event.evidence}
            links.extend({"sentence_id": s, "event_id": event.event_id} for s in sorted(behind - {0}))
    _insert(connection, database, tables.codings, codings)
    _insert(connection, database, tables.events, events)
    _insert(connection, database, tables.claims, claims)
    _insert(connection, database, tables.event_sentences, links)


def _sentence_ids(connection: sa.Connection, doc_ids: Iterable[str]) -> SentenceIds:
    table = tables.sentences
    found: SentenceIds = {}
    for ids in chunks(doc_ids):
        for row in connection.execute(sa.select(table).where(table.c.doc_id.in_(ids))):
            found[row.doc_id, row.part, row.start] = row.id
    return found


def _sentence_of(document: Document, part: str, offset: int, ids: SentenceIds) -> int:
    """The id of the sentence around `offset`, 0 between sentences."""
    if part == "title":
        return ids.get((document.id, part, 0), 0)
    number = document.sentence_at(offset)
    return 0 if number is None else ids.get((document.id, part, document.sentences[number].start), 0)


def _add_sightings(connection: sa.Connection, database: Database, coded: Sequence[CodedDocument]) -> None:
    """Which texts an address has shown, in the order in which they were first seen; a text that comes back is no new version."""
    table = tables.document_versions
    addresses = {id(c): c.document.url or c.document.address for c in coded}
    known: dict[str, set[str]] = {}
    for keys in chunks(addresses.values()):
        for row in connection.execute(sa.select(table.c.address, table.c.doc_id).where(table.c.address.in_(keys))):
            known.setdefault(row.address, set()).add(row.doc_id)
    versions: list[Row] = []
    for item in coded:
        address, doc_id = addresses[id(item)], item.document.id
        seen = known.setdefault(address, set())
        if doc_id not in seen:
            seen.add(doc_id)
            versions.append({"address": address, "doc_id": doc_id, "version": len(seen), "seen_at": item.ingested_at})
    _insert(connection, database, table, versions)
    pages: list[dict[str, Any]] = [{"digest": c.page_digest, "doc_id": c.document.id} for c in coded if c.page_digest]
    _insert(connection, database, tables.pages, pages)

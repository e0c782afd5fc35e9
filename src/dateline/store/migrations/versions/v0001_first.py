"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)

# On SQLite a view gives the index its texts back, so that no sentence is stored twice.
SEARCH = {
    "sqlite": (
        """CREATE VIEW sentence_texts AS
           SELECT s.id AS id,
                  CASE s.part WHEN 'title' THEN d.title ELSE substr(d.text, s.start + 1, s.stop - s.start) END AS text
           FROM sentences s JOIN documents d ON d.id = s.doc_id""",
        """CREATE VIRTUAL TABLE sentence_index USING fts5(
           text, content='sentence_texts', content_rowid='id', tokenize='unicode61 remove_diacritics 2')""",
    ),
    "postgresql": (
        "ALTER TABLE sentences ADD COLUMN words tsvector",
        "CREATE INDEX ix_sentences_words ON sentences USING gin (words)",
    ),
}


def upgrade() -> None:
    """Creates every table and the full-text index."""
    _documents()
    _pages()
    _codings()
    _decisions()
    _filter_values()
    _incidents()
    _incident_indexes()
    _incident_members()
    for statement in SEARCH[op.get_bind().dialect.name]:
        op.execute(statement)


def _documents() -> None:
    """What was read."""
    op.create_table(
        "documents",
        sa.Column("id", KEY, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("content_hash", sa.Text(), nullable=False),
        sa.Column("address", KEY, nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("ingested_at", MOMENT, nullable=False),
        sa.Column("record", sa.Text(), nullable=False, comment="JSON of the document without title and text"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
    )
    op.create_index(op.f("ix_documents_content_hash"), "documents", ["content_hash"], unique=False)
    op.create_index(op.f("ix_documents_published"), "documents", ["published"], unique=False)
    op.create_table(
        "document_versions",
        sa.Column("address", KEY, nullable=False, comment="the URL where one is known, else the path"),
        sa.Column("doc_id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("seen_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["doc_id"], ["documents.id"], name=op.f("fk_document_versions_doc_id")),
        sa.PrimaryKeyConstraint("address", "doc_id", name=op.f("pk_document_versions")),
        sa.UniqueConstraint("address", "version", name=op.f("uq_document_versions_address_version")),
    )
    op.create_index(op.f("ix_document_versions_doc_id"), "document_versions", ["doc_id"], unique=False)
    op.create_table(
        "families",
        sa.Column("doc_id", KEY, nullable=False),
        sa.Column("family", KEY, nullable=False),
        sa.ForeignKeyConstraint(["doc_id"], ["documents.id"], name=op.f("fk_families_doc_id")),
        sa.PrimaryKeyConstraint("doc_id", name=op.f("pk_families")),
    )
    op.create_index(op.f("ix_families_family"), "families", ["family"], unique=False)


def _pages() -> None:
    """Which page became which document, and its sentences."""
    op.create_table(
        "pages",
        sa.Column("digest", KEY, nullable=False, comment="SHA-256 of the bytes, the address and what the source knew"),
        sa.Column("doc_id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["doc_id"], ["documents.id"], name=op.f("fk_pages_doc_id")),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_pages")),
    )
    op.create_table(
        "sentences",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("doc_id", KEY, nullable=False),
        sa.Column("part", sa.Text(), nullable=False, comment="text or title"),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["doc_id"], ["documents.id"], name=op.f("fk_sentences_doc_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sentences")),
        sa.UniqueConstraint("doc_id", "part", "start", name=op.f("uq_sentences_doc_id_part_start")),
    )


def _codings() -> None:
    """What was coded from it."""
    op.create_table(
        "codings",
        sa.Column("doc_id", KEY, nullable=False),
        sa.Column("coder", KEY, nullable=False),
        sa.Column(
            "number", sa.Integer(), nullable=False, comment="1 for the first coding of the document; the highest is in force"
        ),
        sa.Column("coded_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["doc_id"], ["documents.id"], name=op.f("fk_codings_doc_id")),
        sa.PrimaryKeyConstraint("doc_id", "coder", name=op.f("pk_codings")),
        sa.UniqueConstraint("doc_id", "number", name=op.f("uq_codings_doc_id_number")),
    )
    op.create_table(
        "event_sentences",
        sa.Column("sentence_id", NUMBER, nullable=False),
        sa.Column("event_id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["sentence_id"], ["sentences.id"], name=op.f("fk_event_sentences_sentence_id")),
        sa.PrimaryKeyConstraint("sentence_id", "event_id", name=op.f("pk_event_sentences")),
        comment="the sentences that hold the evidence of an event, by any coder",
    )
    op.create_table(
        "events",
        sa.Column("event_id", KEY, nullable=False),
        sa.Column("coder", KEY, nullable=False),
        sa.Column("doc_id", KEY, nullable=False),
        sa.Column("event_type", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False, comment="JSON of the event"),
        sa.ForeignKeyConstraint(["doc_id", "coder"], ["codings.doc_id", "codings.coder"], name=op.f("fk_events_doc_id")),
        sa.PrimaryKeyConstraint("event_id", "coder", name=op.f("pk_events")),
    )
    op.create_index(op.f("ix_events_doc_id_coder"), "events", ["doc_id", "coder"], unique=False)
    op.create_table(
        "claims",
        sa.Column("claim_id", KEY, nullable=False),
        sa.Column("event_id", KEY, nullable=False),
        sa.Column("coder", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, comment="order within the event"),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False, comment="JSON under the codebook's names"),
        sa.Column("evidence", sa.Text(), nullable=False, comment="JSON: character offsets into text or title"),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["event_id", "coder"], ["events.event_id", "events.coder"], name=op.f("fk_claims_event_id")),
        sa.PrimaryKeyConstraint("claim_id", name=op.f("pk_claims")),
    )
    op.create_index(op.f("ix_claims_event_id_coder_position"), "claims", ["event_id", "coder", "position"], unique=False)


def _decisions() -> None:
    """What was decided."""
    op.create_table(
        "judgements",
        sa.Column("judgement_id", KEY, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False, comment="order in which they were made"),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("left", KEY, nullable=False),
        sa.Column("right", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("person", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("judgement_id", name=op.f("pk_judgements")),
        sa.UniqueConstraint("number", name=op.f("uq_judgements_number")),
    )
    op.create_index(op.f("ix_judgements_left"), "judgements", ["left"], unique=False)
    op.create_table(
        "merges",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("documents", sa.Integer(), nullable=False, comment="how many the record held when it was merged"),
        sa.Column("codings", sa.Integer(), nullable=False),
        sa.Column("judgements", sa.Integer(), nullable=False),
        sa.Column("merger", sa.Text(), nullable=False, comment="the version of the merging rules"),
        sa.Column("merged_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_merges")),
    )


def _filter_values() -> None:
    """What incidents can be found by."""
    op.create_table(
        "filter_values",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("field", sa.Text(), nullable=False, comment="country, actor or target"),
        sa.Column("folded", KEY, nullable=False, comment="the value without case"),
        sa.Column("value", KEY, nullable=False, comment="as first written"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_filter_values")),
        sa.UniqueConstraint("field", "folded", name=op.f("uq_filter_values_field_folded")),
        comment="what incidents can be found by; kept small and numbered, so that counting over many incidents is fast",
    )


def _incidents() -> None:
    """What follows from the events, with its history."""
    op.create_table(
        "incident_revisions",
        sa.Column("incident_id", KEY, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("decided_at", MOMENT, nullable=False),
        sa.Column("record", sa.Text(), nullable=True, comment="JSON of the incident; null where it ceased to be one"),
        sa.PrimaryKeyConstraint("incident_id", "revision", name=op.f("pk_incident_revisions")),
    )
    op.create_index(op.f("ix_incident_revisions_decided_at"), "incident_revisions", ["decided_at"], unique=False)
    op.create_table(
        "incidents",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False, comment="kept while the incident is in force"),
        sa.Column("incident_id", KEY, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("digest", KEY, nullable=False, comment="SHA-256 of the record in force"),
        sa.Column("event_type", sa.Text(), nullable=False),
        sa.Column("quad", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("background", sa.Boolean(), nullable=False),
        sa.Column("aggregate", sa.Boolean(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False, comment="9999-12-31 where undated"),
        sa.Column("last_day", sa.Date(), nullable=False, comment="0001-01-01 where undated"),
        sa.Column("days", sa.Integer(), nullable=False, comment="from first to last, 0 where undated"),
        sa.Column("listed_day", sa.Date(), nullable=False, comment="where lists by time show it; 0001-01-01 where undated"),
        sa.Column("killed_min", sa.Integer(), nullable=False),
        sa.Column("killed_max", sa.Integer(), nullable=False),
        sa.Column("counted_min", sa.Integer(), nullable=False, comment="of the killed, those that a day's toll may count"),
        sa.Column("counted_max", sa.Integer(), nullable=False),
        sa.Column("independent_sources", sa.Integer(), nullable=False),
        sa.Column("sources", sa.Integer(), nullable=False),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(
            ["incident_id", "revision"],
            ["incident_revisions.incident_id", "incident_revisions.revision"],
            name=op.f("fk_incidents_incident_id"),
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_incidents")),
        sa.UniqueConstraint("incident_id", name=op.f("uq_incidents_incident_id")),
    )


def _incident_indexes() -> None:
    """What the lists, the map, the timeline and the filters of incidents are read by."""
    op.create_index(op.f("ix_incidents_event_type_quad_status"), "incidents", ["event_type", "quad", "status"], unique=False)
    op.create_index(op.f("ix_incidents_first_day_incident_id"), "incidents", ["first_day", "incident_id"], unique=False)
    op.create_index(
        op.f("ix_incidents_independent_sources_sources_incident_id"),
        "incidents",
        ["independent_sources", "sources", "incident_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_incidents_killed_max_killed_min_incident_id"),
        "incidents",
        ["killed_max", "killed_min", "incident_id"],
        unique=False,
    )
    op.create_index(op.f("ix_incidents_listed_day_incident_id"), "incidents", ["listed_day", "incident_id"], unique=False)
    op.create_index(op.f("ix_incidents_lat_lon"), "incidents", ["lat", "lon"], unique=False)
    op.create_index(op.f("ix_incidents_quad_event_type_status"), "incidents", ["quad", "event_type", "status"], unique=False)
    op.create_index(op.f("ix_incidents_status"), "incidents", ["status"], unique=False)
    op.create_index(
        "ix_incidents_timeline",
        "incidents",
        ["last_day", "quad", "days", "counted_min", "counted_max", "incident_id"],
        unique=False,
    )


def _incident_members() -> None:
    """The events of an incident and the values it is found by."""
    op.create_table(
        "incident_events",
        sa.Column("event_id", KEY, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["number"], ["incidents.number"], name=op.f("fk_incident_events_number"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_incident_events")),
    )
    op.create_index(op.f("ix_incident_events_number"), "incident_events", ["number"], unique=False)
    op.create_table(
        "incident_values",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("value_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["number"], ["incidents.number"], name=op.f("fk_incident_values_number"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["value_id"], ["filter_values.id"], name=op.f("fk_incident_values_value_id")),
        sa.PrimaryKeyConstraint("number", "value_id", name=op.f("pk_incident_values")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_incident_values_value_id_number"), "incident_values", ["value_id", "number"], unique=False)

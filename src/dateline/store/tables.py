"""The tables, one description for SQLite and PostgreSQL.

Everything that was read, coded or decided stands in tables that are only ever added to. `families`, `incidents`,
`filter_values`, `incident_values` and `incident_events` are the state in force, worked out from those: they are replaced as it
changes, and `incident_revisions` keeps every earlier state. Keys derive from content; the few running numbers (`number`,
`revision`, `version`, `sentences.id`) follow the order of the input, so that two equal runs give equal rows. The full-text index
is not described here: each database has its own (see the migrations, `sqlite.py` and `postgres.py`).
"""

from datetime import UTC, datetime

import sqlalchemy as sa

# Sorted by code point in both databases, whatever the locale of the PostgreSQL cluster.
Key = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")

metadata = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    }
)


class Moment(sa.types.TypeDecorator[datetime]):
    """A moment in UTC; SQLite, which knows no time zones, keeps it without one and gets it back with one."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        """Moves to UTC; a moment without a zone is taken as UTC."""
        if value is None:
            return None
        moment = value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:  # noqa: ARG002
        """Gives UTC back."""
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


documents = sa.Table(
    "documents",
    metadata,
    sa.Column("id", Key, primary_key=True),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("content_hash", sa.Text, nullable=False, index=True),
    sa.Column("address", Key, nullable=False),
    sa.Column("url", sa.Text),
    sa.Column("published", sa.Date, index=True),
    sa.Column("publisher", sa.Text),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("ingested_at", Moment, nullable=False),
    sa.Column("record", sa.Text, nullable=False, comment="JSON of the document without title and text"),
)

document_versions = sa.Table(
    "document_versions",
    metadata,
    sa.Column("address", Key, primary_key=True, comment="the URL where one is known, else the path"),
    sa.Column("doc_id", sa.ForeignKey("documents.id"), primary_key=True),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("seen_at", Moment, nullable=False),
    sa.UniqueConstraint("address", "version"),
    sa.Index(None, "doc_id"),
)

pages = sa.Table(
    "pages",
    metadata,
    sa.Column("digest", Key, primary_key=True, comment="SHA-256 of the bytes, the address and what the source knew"),
    sa.Column("doc_id", sa.ForeignKey("documents.id"), nullable=False),
)

families = sa.Table(
    "families",
    metadata,
    sa.Column("doc_id", sa.ForeignKey("documents.id"), primary_key=True),
    sa.Column("family", Key, nullable=False, index=True),
)

sentences = sa.Table(
    "sentences",
    metadata,
    sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True, autoincrement=False),
    sa.Column("doc_id", sa.ForeignKey("documents.id"), nullable=False),
    sa.Column("part", sa.Text, nullable=False, comment="text or title"),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("stop", sa.Integer, nullable=False),
    sa.UniqueConstraint("doc_id", "part", "start"),
)

codings = sa.Table(
    "codings",
    metadata,
    sa.Column("doc_id", sa.ForeignKey("documents.id"), primary_key=True),
    sa.Column("coder", Key, primary_key=True),
    sa.Column("number", sa.Integer, nullable=False, comment="1 for the first coding of the document; the highest is in force"),
    sa.Column("coded_at", Moment, nullable=False),
    sa.UniqueConstraint("doc_id", "number"),
)

events = sa.Table(
    "events",
    metadata,
    sa.Column("event_id", Key, primary_key=True),
    sa.Column("coder", Key, primary_key=True),
    sa.Column("doc_id", Key, nullable=False),
    sa.Column("event_type", sa.Text, nullable=False),
    sa.Column("record", sa.Text, nullable=False, comment="JSON of the event"),
    sa.ForeignKeyConstraint(["doc_id", "coder"], ["codings.doc_id", "codings.coder"]),
    sa.Index(None, "doc_id", "coder"),
)

claims = sa.Table(
    "claims",
    metadata,
    sa.Column("claim_id", Key, primary_key=True),
    sa.Column("event_id", Key, nullable=False),
    sa.Column("coder", Key, nullable=False),
    sa.Column("position", sa.Integer, nullable=False, comment="order within the event"),
    sa.Column("field", sa.Text, nullable=False),
    sa.Column("value", sa.Text, nullable=False, comment="JSON under the codebook's names"),
    sa.Column("evidence", sa.Text, nullable=False, comment="JSON: character offsets into text or title"),
    sa.Column("decided_by", sa.Text, nullable=False),
    sa.ForeignKeyConstraint(["event_id", "coder"], ["events.event_id", "events.coder"]),
    sa.Index(None, "event_id", "coder", "position"),
)

event_sentences = sa.Table(
    "event_sentences",
    metadata,
    sa.Column("sentence_id", sa.ForeignKey("sentences.id"), primary_key=True),
    sa.Column("event_id", Key, primary_key=True),
    comment="the sentences that hold the evidence of an event, by any coder",
)

judgements = sa.Table(
    "judgements",
    metadata,
    sa.Column("judgement_id", Key, primary_key=True),
    sa.Column("number", sa.Integer, nullable=False, unique=True, comment="order in which they were made"),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("left", Key, nullable=False, index=True),
    sa.Column("right", sa.Text, nullable=False),
    sa.Column("field", sa.Text, nullable=False),
    sa.Column("value", sa.Text, nullable=False),
    sa.Column("decided_by", sa.Text, nullable=False),
    sa.Column("person", sa.Boolean, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("decided_at", Moment, nullable=False),
)

merges = sa.Table(
    "merges",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("documents", sa.Integer, nullable=False, comment="how many the record held when it was merged"),
    sa.Column("codings", sa.Integer, nullable=False),
    sa.Column("judgements", sa.Integer, nullable=False),
    sa.Column("merger", sa.Text, nullable=False, comment="the version of the merging rules"),
    sa.Column("merged_at", Moment, nullable=False),
)

incident_revisions = sa.Table(
    "incident_revisions",
    metadata,
    sa.Column("incident_id", Key, primary_key=True),
    sa.Column("revision", sa.Integer, primary_key=True),
    sa.Column("decided_at", Moment, nullable=False, index=True),
    sa.Column("record", sa.Text, comment="JSON of the incident; null where it ceased to be one"),
)

incidents = sa.Table(
    "incidents",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False, comment="kept while the incident is in force"),
    sa.Column("incident_id", Key, nullable=False, unique=True),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("digest", Key, nullable=False, comment="SHA-256 of the record in force"),
    sa.Column("event_type", sa.Text, nullable=False),
    sa.Column("quad", sa.Text, nullable=False),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("background", sa.Boolean, nullable=False),
    sa.Column("aggregate", sa.Boolean, nullable=False),
    sa.Column("first_day", sa.Date, nullable=False, comment="9999-12-31 where undated"),
    sa.Column("last_day", sa.Date, nullable=False, comment="0001-01-01 where undated"),
    sa.Column("days", sa.Integer, nullable=False, comment="from first to last, 0 where undated"),
    sa.Column("listed_day", sa.Date, nullable=False, comment="where lists by time show it; 0001-01-01 where undated"),
    sa.Column("killed_min", sa.Integer, nullable=False),
    sa.Column("killed_max", sa.Integer, nullable=False),
    sa.Column("counted_min", sa.Integer, nullable=False, comment="of the killed, those that a day's toll may count"),
    sa.Column("counted_max", sa.Integer, nullable=False),
    sa.Column("independent_sources", sa.Integer, nullable=False),
    sa.Column("sources", sa.Integer, nullable=False),
    sa.Column("lat", sa.Float),
    sa.Column("lon", sa.Float),
    sa.ForeignKeyConstraint(["incident_id", "revision"], ["incident_revisions.incident_id", "incident_revisions.revision"]),
    sa.Index(None, "listed_day", "incident_id"),
    sa.Index(None, "first_day", "incident_id"),
    sa.Index(None, "killed_max", "killed_min", "incident_id"),
    sa.Index(None, "independent_sources", "sources", "incident_id"),
    sa.Index("ix_incidents_timeline", "last_day", "quad", "days", "counted_min", "counted_max", "incident_id"),
    sa.Index(None, "event_type", "quad", "status"),
    sa.Index(None, "quad", "event_type", "status"),
    sa.Index(None, "status"),
    sa.Index(None, "lat", "lon"),
)

filter_values = sa.Table(
    "filter_values",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("field", sa.Text, nullable=False, comment="country, actor or target"),
    sa.Column("folded", Key, nullable=False, comment="the value without case"),
    sa.Column("value", Key, nullable=False, comment="as first written"),
    sa.UniqueConstraint("field", "folded"),
    comment="what incidents can be found by; kept small and numbered, so that counting over many incidents is fast",
)

incident_values = sa.Table(
    "incident_values",
    metadata,
    sa.Column("number", sa.ForeignKey("incidents.number", ondelete="CASCADE"), primary_key=True),
    sa.Column("value_id", sa.ForeignKey("filter_values.id"), primary_key=True),
    sa.Index(None, "value_id", "number"),
    sqlite_with_rowid=False,
)

incident_events = sa.Table(
    "incident_events",
    metadata,
    sa.Column("event_id", Key, primary_key=True),
    sa.Column("number", sa.ForeignKey("incidents.number", ondelete="CASCADE"), nullable=False, index=True),
)

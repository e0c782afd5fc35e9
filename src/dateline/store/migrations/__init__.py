"""Alembic's migrations: one file a change of the schema, run when a store is opened."""

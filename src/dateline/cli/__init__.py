"""The command line: `dateline code`, `ingest`, `incidents`, `show`, `serve` and the small JSON Lines filters."""

from dateline.cli.app import main

__all__ = ["main"]

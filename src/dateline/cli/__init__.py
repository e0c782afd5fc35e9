"""The command line: `dateline code`, `ingest`, `incidents`, `show`, `serve` and the small JSON Lines filters."""

from dateline.cli.running import main

__all__ = ["main"]

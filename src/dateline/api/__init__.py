"""The record over HTTP: a read-only JSON API, the workbench's files, and plain pages that need no script."""

from dateline.api.app import create_app
from dateline.api.serving import serve

__all__ = ["create_app", "serve"]

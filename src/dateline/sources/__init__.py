"""Where reports come from: files, folders, archives, feeds and the web, all read as pages."""

from dateline.sources.reading import read_pages
from dateline.sources.resource import Resource
from dateline.sources.source import Source

__all__ = ["Resource", "Source", "read_pages"]

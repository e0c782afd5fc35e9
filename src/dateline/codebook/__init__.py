"""The codebook as data: types, modes, contexts, sectors, kinds of harm, targets and impacts, and the loader."""

from dateline.codebook.codebook import Codebook, EventType, load

__all__ = ["Codebook", "EventType", "load"]

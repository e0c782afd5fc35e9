"""Annotations of sentences: triggers, mentions and the links between them, by any annotator that keeps the contract."""

from dateline.language.annotator import Annotator
from dateline.language.lexicon_annotator import LexiconAnnotator

__all__ = ["Annotator", "LexiconAnnotator"]

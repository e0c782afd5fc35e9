"""Annotations of sentences: triggers, mentions and the links between them, by any annotator that keeps the contract."""

from dateline.language.annotator import Annotator
from dateline.language.encoder.session import packaged
from dateline.language.encoder_annotator import EncoderAnnotator
from dateline.language.lexicon_annotator import LexiconAnnotator
from dateline.language.reader_annotator import ReaderAnnotator

__all__ = ["Annotator", "EncoderAnnotator", "LexiconAnnotator", "ReaderAnnotator", "packaged"]

"""Clean reports from pages: article text, publication date with its method, language, sentences, dateline, copies of one report."""

from dateline.documents.near_duplicates import families
from dateline.documents.reading import read_document
from dateline.documents.sentences import split_sentences

__all__ = ["families", "read_document", "split_sentences"]

"""The corpus markup (corpus/MARKUP.md): reports with their events as plain text that a person can write, read and diff."""

from training.markup.documents import held_out, read_corpus, read_documents, read_second, write_document
from training.markup.faults import Fault
from training.markup.rules import doubts_of, faults_of

__all__ = ["Fault", "doubts_of", "faults_of", "held_out", "read_corpus", "read_documents", "read_second", "write_document"]

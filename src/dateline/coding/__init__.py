"""Events from documents: arguments, status, harm, attribution and co-reference, by the codebook."""

from dateline.coding.coder import Coder, code_document, coder_version, reads
from dateline.coding.relation import Relation, relate

__all__ = ["Coder", "Relation", "code_document", "coder_version", "reads", "relate"]

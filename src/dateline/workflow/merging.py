"""Merging what the record holds into the incidents in force."""

from dateline.documents import families
from dateline.errors import DatelineError
from dateline.fingerprint import fingerprint
from dateline.incidents import merge_events
from dateline.store import Store

_TRIES = 5


def merge_record(store: Store) -> bool:
    """Brings the incidents up to date with the documents, codings and judgements; False where they were so already.

    Where another process adds to the record meanwhile, the merge is worked out again. Raises DatelineError where that does not end.
    """
    for _ in range(_TRIES):
        basis = store.basis(fingerprint("dateline.incidents"))
        if basis == store.merged_basis():
            return False
        store.set_families(families([stored.document for stored in store.documents()]))
        incidents = merge_events(store.events(), store.reports(), store.judgements())
        if store.set_incidents(incidents, basis):
            return True
    raise DatelineError("the record was added to faster than it could be merged; merge again when the other runs have ended")

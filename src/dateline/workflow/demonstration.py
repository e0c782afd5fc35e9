"""The demo: the bundled reports through the real pipeline."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import DatelineError
from dateline.store import IncidentFilter, Store, open_store
from dateline.workflow.ingesting import IngestSummary, ingest

_PARTS = ("archive.warc.gz", "reports", "feed.xml")
"""In the order of reading: the archive's captures are older than the saved pages, and versions count from the first seen."""
_CHECKOUT = Path(__file__).resolve().parents[3] / "demo"


@dataclass(frozen=True, slots=True)
class DemoSummary:
    """What the demo did: where it read, where it wrote, what came of it, and incidents by quad class."""

    folder: str
    database: str
    ingested: IngestSummary
    quads: dict[str, int]
    publishers: int

    def lines(self) -> list[str]:
        """The same in lines for people."""
        done = self.ingested.done
        reasons = Counter(refusal.reason for refusal in self.ingested.refused)
        refused = "; ".join(f"{count} that {reason}" for reason, count in reasons.most_common(2))
        cooperation, conflict = (sum(self.quads.get(q, 0) for q in pair) for pair in (("VC", "MC"), ("VX", "MX")))
        return [
            f"read      {self.folder}: {done.documents} reports of {self.publishers} outlets",
            f"new       {done.new}, stored already {done.known}",
            f"refused   {done.refused}{f' ({refused})' if refused else ''}",
            f"events    {self.ingested.events}",
            f"incidents {self.ingested.incidents}: {cooperation} of cooperation, {conflict} of conflict",
            f"time      {done.seconds:.1f} s, {done.documents_per_second:.0f} reports a second",
            f"database  {self.database}; delete it to start again",
        ]


def demo(db: str, folder: Path | str | None = None) -> DemoSummary:
    """Ingests the demo's reports into `db`; what is stored already is passed over.

    `folder` holds reports/ (web pages), feed.xml and archive.warc.gz; without it, the demo of the source checkout. Raises
    DatelineError where none of them is there.
    """
    place = Path(folder) if folder is not None else _CHECKOUT
    parts = [str(place / name) for name in _PARTS if (place / name).exists()]
    if not parts:
        raise DatelineError(f"{place}: holds none of {', '.join(_PARTS)}; run the demo in a source checkout, or name its folder")
    with open_store(db) as store:
        summary = ingest(parts, store=store)
        publishers = len({report.publisher for report in store.reports().values()})
        return DemoSummary(str(place), db, summary, _quads(store), publishers)


def _quads(store: Store) -> dict[str, int]:
    return store.incidents(IncidentFilter(limit=0)).facets["quad"]

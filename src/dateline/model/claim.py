"""Claims (what a document says of one field) and judgements (what was decided about them); both are only ever added."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from dateline.model.span import Evidence

JudgementKind = Literal["same", "different", "correct", "reject", "accept"]


@dataclass(frozen=True, slots=True)
class Claim:
    """One value of one field of one event: `value` is JSON, `decided_by` names the coder and its version."""

    claim_id: str
    event_id: str
    doc_id: str
    field: str
    value: str
    evidence: tuple[Evidence, ...]
    decided_by: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision by a person or the program.

    `same` and `different` hold two event ids (`left`, `right`); `correct` an event (`left`), a `field` and its JSON `value`;
    `accept` and `reject` an event. A person's judgement outranks the program's; among equals the newest is in force.
    """

    judgement_id: str
    kind: JudgementKind
    left: str
    right: str = ""
    field: str = ""
    value: str = ""
    decided_by: str = "program"
    person: bool = False
    reason: str = ""
    decided_at: datetime | None = None

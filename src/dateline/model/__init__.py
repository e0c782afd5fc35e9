"""The nouns of Dateline: frozen, slotted dataclasses of the standard library and nothing else."""

from dateline.model.actor import Actor
from dateline.model.annotation import Annotations, Link, Mention, MentionKind, Role, Trigger
from dateline.model.claim import Claim, Judgement, JudgementKind
from dateline.model.document import DatelineLine, Document, Page, Report
from dateline.model.event import Event, Quad, Status
from dateline.model.harm import Extent, Harm, Impact, Quantity, Target
from dateline.model.incident import Figure, Incident, IncidentLink, LinkKind, MergeReason, Toll
from dateline.model.place import Place, PlacePrecision, great_circle_km
from dateline.model.span import Evidence, Part, Span
from dateline.model.timespan import TimeExpression, TimePrecision, TimeSpan

__all__ = [
    "Actor",
    "Annotations",
    "Claim",
    "DatelineLine",
    "Document",
    "Event",
    "Evidence",
    "Extent",
    "Figure",
    "Harm",
    "Impact",
    "Incident",
    "IncidentLink",
    "Judgement",
    "JudgementKind",
    "Link",
    "LinkKind",
    "Mention",
    "MentionKind",
    "MergeReason",
    "Page",
    "Part",
    "Place",
    "PlacePrecision",
    "Quad",
    "Quantity",
    "Report",
    "Role",
    "Span",
    "Status",
    "Target",
    "TimeExpression",
    "TimePrecision",
    "TimeSpan",
    "Toll",
    "Trigger",
    "great_circle_km",
]

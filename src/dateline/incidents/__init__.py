"""From events to incidents: blocking, comparison with reasons, judgements, merging, consensus and ranges. Pure logic, no SQL."""

from dateline.incidents.comparison import compare
from dateline.incidents.consensus import incident_id
from dateline.incidents.links import link_incidents
from dateline.incidents.merging import affected, group_events, merge_events
from dateline.incidents.profile import profile
from dateline.incidents.records import merge_records
from dateline.incidents.weights import in_words

__all__ = [
    "affected",
    "compare",
    "group_events",
    "in_words",
    "incident_id",
    "link_incidents",
    "merge_events",
    "merge_records",
    "profile",
]

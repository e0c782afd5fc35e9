"""Merging the development gold: floors under what was measured, and not one tempting pair."""

import pytest

from dateline.evaluation import gold_events, read_gold, read_incident_gold, score_clusters
from dateline.incidents import merge_events


@pytest.fixture(scope="module")
def gold(shared_data):
    return read_incident_gold(shared_data / "gold" / "incidents_dev.json")


@pytest.fixture(scope="module")
def merged(shared_data):
    return merge_events(*gold_events(read_gold(shared_data / "gold" / "dev.jsonl")))


def test_groups(gold, merged):
    groups = [incident.event_ids for incident in merged]
    scores = score_clusters(gold.groups, groups, {event for group in groups for event in group})
    assert scores.pairwise.f1 >= 0.87
    assert scores.b_cubed_f1 >= 0.98
    assert 0.97 <= scores.over_count <= 1.05


def test_no_tempting_pair_is_joined(gold, merged):
    incident_of = {event: incident.incident_id for incident in merged for event in incident.event_ids}
    assert not [pair for pair in gold.tempting if incident_of[pair[0]] == incident_of[pair[1]]]


def test_links(gold, merged):
    incident_of = {event: incident.incident_id for incident in merged for event in incident.event_ids}
    wanted = {(kind, incident_of[start], incident_of[end]) for kind, start, end in gold.links}
    made = {(link.kind, incident.incident_id, link.target) for incident in merged for link in incident.links}
    assert len(made & wanted) / len(made) >= 0.8
    assert len(made & wanted) / len(wanted) >= 0.7

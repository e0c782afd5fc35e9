"""How good coding and merging are: gold against coded, field by field, and the floors that the build checks."""

from dateline.evaluation.clusters import ClusterScores, score_clusters
from dateline.evaluation.gold import read_coded, read_gold
from dateline.evaluation.incident_gold import IncidentGold, gold_events, read_incident_gold
from dateline.evaluation.scores import Scores, Tally, Unpaired
from dateline.evaluation.scoring import score

__all__ = [
    "ClusterScores",
    "IncidentGold",
    "Scores",
    "Tally",
    "Unpaired",
    "gold_events",
    "read_coded",
    "read_gold",
    "read_incident_gold",
    "score",
    "score_clusters",
]

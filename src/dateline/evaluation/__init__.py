"""How good coding and merging are: gold against coded, field by field, and the floors that the build checks."""

from dateline.evaluation.clusters import ClusterScores, score_clusters
from dateline.evaluation.gold import read_coded, read_gold
from dateline.evaluation.scores import Scores, Tally, Unpaired
from dateline.evaluation.scoring import score

__all__ = [
    "ClusterScores",
    "Scores",
    "Tally",
    "Unpaired",
    "read_coded",
    "read_gold",
    "score",
    "score_clusters",
]

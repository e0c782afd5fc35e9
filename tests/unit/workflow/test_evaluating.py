"""Scores of the coder on gold."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dateline import code, evaluate
from dateline.errors import UnreadableInput
from dateline.model.record import event_record


def test_perfect_gold_scores_one(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    record = {
        "id": "g1",
        "published": "2026-01-05",
        "title": "Raid",
        "text": "Russian drones hit a power plant in Odesa on Sunday.",
    }
    gold.write_text(json.dumps(record) + "\n")
    coded = [event_record(e) for _, events in code([str(gold)], on_refused=pytest.fail) for e in events]
    assert coded
    gold.write_text(json.dumps(record | {"events": coded}) + "\n")
    result = evaluate(gold)
    assert (result["documents"], result["events"]["f1"], result["whole"]) == (1, 1.0, 1.0)


def test_gold_that_cannot_be_read_is_no_score(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="cannot be read"):
        evaluate(tmp_path / "none.jsonl")
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps({"id": "g1", "text": "Shells hit Sumy.", "published": "soon", "events": []}))
    with pytest.raises(UnreadableInput, match="published"):
        evaluate(gold)


def test_the_scores_are_those_of_the_reference_scorer(shared_data: Path, tmp_path: Path) -> None:
    gold = shared_data / "gold" / "seed.jsonl"
    coded = tmp_path / "coded.jsonl"
    events = [e for _, found in code([str(gold)], on_refused=pytest.fail) for e in found]
    coded.write_text("".join(json.dumps(event_record(e)) + "\n" for e in events))
    scorer = shared_data.parent / "tools" / "score_events.py"
    if not scorer.is_file():
        pytest.skip("the reference scorer is not beside the repository")
    answer = subprocess.run([sys.executable, str(scorer), str(gold), str(coded), "--json"], capture_output=True, check=True)
    assert evaluate(gold) == json.loads(answer.stdout)

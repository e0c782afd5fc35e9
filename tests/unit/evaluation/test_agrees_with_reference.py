"""The package's measures against the reference scorer, to the last digit, on gold, perturbed and random codings."""

import copy
import importlib.util
import json
import random
from types import ModuleType

import pytest

from dateline.codebook import load
from dateline.evaluation import read_gold, score

TYPES = sorted(load().types)


@pytest.fixture(scope="module")
def reference(shared_data) -> ModuleType:
    script = shared_data.parent / "tools" / "score_events.py"
    if not script.exists():
        pytest.skip("the reference scorer is not beside the repository")
    spec = importlib.util.spec_from_file_location("reference_scorer", script)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module", params=["seed.jsonl", "dev.jsonl"])
def gold(request, shared_data):
    return read_gold(shared_data / "gold" / request.param)


def as_coded(documents):
    return [{**copy.deepcopy(event), "doc_id": document["id"]} for document in documents for event in document["events"]]


def shift_place(event, dice):
    if event.get("place") and event["place"].get("lat") is not None:
        event["place"]["lat"] += dice.choice([0.01, 0.2, 0.4, 3])
        if dice.random() < 0.3:
            del event["place"]["lon"]


def shift_date(event, dice):
    if (event.get("date") or {}).get("start", "bad") != "bad":
        day = event["date"]["start"]
        event["date"]["start"] = f"{day[:8]}{1 + (int(day[8:10]) + dice.randint(-2, 1)) % 28:02d}"
        if dice.random() < 0.2:
            event["date"]["end"] = None


def spoil(event, dice):
    changes = {
        "event_type": lambda: dice.choice([*TYPES, "NONSENSE", None]),
        "status": lambda: "alleged",
        "background": lambda: not event.get("background"),
        "mode": lambda: dice.choice([None, "aerial", ""]),
        "place": lambda: dice.choice([None, {"country": "UKR", "name": "Kyiv"}, {"name": "nowhere"}]),
        "date": lambda: dice.choice([None, {"start": "bad"}, {"start": "2025-11-19", "precision": "week"}]),
        "attribution": lambda: dice.choice([None, {"country": "RUS"}, {}]),
        "actors": lambda: dice.choice([[], None, [{"country": "RUS", "sector": "MIL"}]]),
        "recipients": lambda: [{"country": "UKR"}],
        "harm": lambda: [{"kind": "killed", "min": 1, "max": None}] * 2,
        "targets": lambda: [{"kind": "port"}, {"kind": "port"}],
        "impacts": lambda: None,
        "trigger": lambda: dice.choice(["attack", ["said", "the"], None]),
        "evidence": lambda: [
            {"role": "trigger", "start": dice.randint(0, 900), "end": dice.randint(0, 900), "in": dice.choice(["text", "title"])}
        ],
    }
    for name, change in changes.items():
        if dice.random() < 0.15:
            event[name] = change()
    if dice.random() < 0.3:
        shift_place(event, dice)
    if dice.random() < 0.3:
        shift_date(event, dice)


def assert_same(reference, documents, coded):
    assert json.dumps(score(documents, coded).as_dict()) == json.dumps(reference.score(documents, coded))


def test_gold_against_itself_is_perfect_where_nothing_is_optional(reference, gold):
    assert_same(reference, gold, as_coded(gold))
    assert score(gold, as_coded(gold)).events.f1 == 1.0


def test_nothing_coded(reference, gold):
    assert_same(reference, gold, [])


@pytest.mark.parametrize("seed", range(12))
def test_perturbed_codings(reference, gold, seed):
    dice = random.Random(seed)
    coded = [event for event in as_coded(gold) if dice.random() > 0.1]
    for event in coded:
        spoil(event, dice)
    coded += [copy.deepcopy(event) for event in coded if dice.random() < 0.2]
    dice.shuffle(coded)
    assert_same(reference, gold, coded)


@pytest.mark.parametrize("seed", range(6))
def test_events_of_other_documents(reference, gold, seed):
    dice = random.Random(seed)
    ids = [document["id"] for document in gold]
    coded = as_coded(gold)
    for event in coded:
        event["doc_id"] = dice.choice(ids)
    assert_same(reference, gold, coded)

"""Corpus markup: what is written is read, and what is wrong is said with its line."""

import json
import re
from pathlib import Path

import pytest

from training.markup import doubts_of, faults_of, read_corpus, read_documents, write_document

ROOT = Path(__file__).parents[3]
GOLD = ROOT.parent / "shared" / "data" / "gold"
CODED = "event_type mode status background aggregate place date attribution optional".split()
LISTS = "contexts actors recipients harm targets impacts".split()

REPORT = """\
=== t1 | 2026-02-17 | agency | UKR
# Drones {hit|1} Odesa
ODESA - [Russian drones|a] {struck|1} [two substations|b] in
[Odesa|d] [early on Tuesday|e], killing [three workers|f] and leaving [about 90,000 homes|g] dark, [the governor|h] said.

The {attack|1} lasted an hour. Kyiv {condemned|2} it \\[sic\\].
---
1 ASSAULT.drone | alleged | actor a RUS MIL | recip - UKR CVL | place d | date e 2026-02-17 | \
harm f killed 3 ? workers by h | target b energy.grid damaged | impact g power_outage households 90000 | by h UKR GOV
2 ACCUSE.disapprove | opt | actor "Kyiv" UKR GOV + {"name": "Ukraine"} | date - 2026-02-17
"""


def read(tmp_path: Path, text: str):
    path = tmp_path / "part.txt"
    path.write_text(text)
    return read_documents(path)


def test_a_report_with_its_events(tmp_path):
    [document], faults = read(tmp_path, REPORT)
    assert faults == []
    assert document["text"].startswith("ODESA - Russian drones struck two substations in Odesa early")
    assert document["text"].endswith("Kyiv condemned it [sic].")
    strike, criticism = document["events"]
    assert (strike["trigger"], strike["mode"], strike["status"]) == (["hit", "struck", "attack"], "drone", "alleged")
    assert strike["actors"] == [{"text": "Russian drones", "name": "Russian drones", "country": "RUS", "sector": "MIL"}]
    assert strike["recipients"] == [{"text": None, "name": None, "country": "UKR", "sector": "CVL"}]
    assert strike["harm"] == [
        {
            "kind": "killed",
            "min": 3,
            "max": None,
            "who": "workers",
            "text": "three workers",
            "attribution": {"text": "the governor"},
        }
    ]
    assert strike["impacts"][0]["households"] == {"min": 90000, "max": 90000}
    assert criticism["optional"]
    assert criticism["actors"][0]["name"] == "Ukraine"
    assert criticism["date"] == {"text": None, "start": "2026-02-17", "end": "2026-02-17", "precision": "day"}
    for event in document["events"]:
        for evidence in event["evidence"]:
            assert document[evidence["in"]][evidence["start"] : evidence["end"]].strip()


def test_it_is_written_as_it_was_read(tmp_path):
    [document], _ = read(tmp_path, REPORT)
    [again], faults = read(tmp_path, write_document(document))
    assert faults == []
    assert coded(again) == coded(document)


@pytest.mark.parametrize(
    ("change", "line", "says"),
    [
        (("=== t1 | 2026-02-17", "=== t1 | soon"), 1, "begins with `=== id | date"),
        (("# Drones {hit|1} Odesa\n", ""), 2, "is its title"),
        (("{struck|1}", "{struck"), 2, "closes nothing|never closed"),
        (("The {attack|1}", "The {attack|7}"), 1, "trigger 7 has no event line"),
        (("1 ASSAULT.drone |", "ASSAULT |"), 8, "an event line begins with"),
        (("place d", "place x"), 8, "'place x' is not understood"),
        (("2 ACCUSE", "1 ACCUSE"), 9, "event 1 has two lines"),
        (("date e 2026-02-17", "date e 2026-02-30"), 8, "'date e 2026-02-30' is not understood"),
        (("killed 3 ?", "killed 3 1"), 8, "not understood"),
        (('"Kyiv"', '"Lviv"'), 9, "not understood"),
        (("---\n", ""), 1, "one line `---`"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path, change, line, says):
    assert change[0] in REPORT
    _, faults = read(tmp_path, REPORT.replace(*change, 1))
    assert any(re.search(says, f.message) for f in faults)
    assert min(f.line for f in faults) <= line


def test_values_outside_the_codebook_are_faults(tmp_path):
    text = REPORT.replace("ASSAULT.drone", "ASSAULT.visit").replace("UKR CVL", "UKR ABC").replace("killed 3", "cursed 3")
    [document], _ = read(tmp_path, text)
    messages = [f.message for f in faults_of(document, tmp_path)]
    assert len(messages) == 3
    assert all(any(word in m for m in messages) for word in ("'visit'", "'ABC'", "'cursed'"))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("alleged | actor a RUS MIL", "actor a RUS GOV"), "force for a state is MIL"),
        (("date e 2026-02-17", "date e 2026-03-17"), "dated after the report"),
        (("date e 2026-02-17", "date e 2026-01-17"), "is no background"),
        (("alleged", "bg"), "not over for a week"),
        (("ASSAULT.drone | alleged", "CONSULT | planned"), "is an AGREE"),
        (
            ("The {attack|1}", '"It was a long night," said Marta Bondar. The [big] {attack|1}'.replace("[big]", "big")),
            "Marta Bondar",
        ),
    ],
)
def test_rare_codings_are_doubts(tmp_path, change, says):
    [document], _ = read(tmp_path, REPORT.replace(*change, 1))
    assert any(says in f.message for f in doubts_of(document, tmp_path))
    [sound], _ = read(tmp_path, REPORT)
    assert not any(says in f.message for f in doubts_of(sound, tmp_path))


def coded(document):
    """The fields that markup holds, in an order of its own where the codebook has none."""
    events = []
    for event in document["events"]:
        told = event["trigger"]
        events.append(
            {name: event.get(name) for name in CODED}
            | {name: event.get(name) or [] for name in LISTS}
            | {"trigger": sorted([told] if isinstance(told, str) else told)}
        )
    return document["title"], document["text"], events


@pytest.mark.parametrize("name", ["seed.jsonl", "dev.jsonl"])
def test_gold_becomes_markup_and_gold_again(name, tmp_path):
    if not (GOLD / name).exists():
        pytest.skip("the development gold is not here")
    for line in (GOLD / name).read_text().splitlines():
        document = json.loads(line)
        [again], faults = read(tmp_path, write_document(document))
        assert faults == []
        assert coded(again) == coded(document)


def test_the_corpus_has_no_faults():
    folder = ROOT / "training" / "corpus"
    documents, faults = read_corpus(folder)
    assert len(documents) > 500
    assert [str(f) for d in documents for f in faults_of(d, folder / d["part"])] == []
    assert [str(f) for f in faults] == []


def test_the_corpus_survives_writing(tmp_path):
    documents, _ = read_corpus(ROOT / "training" / "corpus")
    for document in documents[::7]:
        [again], faults = read(tmp_path, write_document(document))
        assert faults == []
        assert coded(again) == coded(document)

"""What the network is asked: tags on the marked words, roles beside the nearest trigger, nothing where the answer is not known."""

import pytest

from dateline.language.encoder import tagset
from dateline.language.encoder.session import Model
from training.markup import read_documents
from training.reader.labels import Example, example_of

REPORT = """=== t0001 | 2026-02-17 | agency | UKR
# Drones hit Odesa
[Russian drones|a] {struck|1} [a heating plant|c] in [Odesa|d] [on Tuesday|e], killing [three workers|f], [the governor|h] said.
Snow fell.

The {attack|1} was {condemned|2} by [Kyiv|k]. [Moscow|m] may {answer|3}.
---
1 ASSAULT.drone | actor a RUS MIL | place d | date e 2026-02-17 | harm f killed 3 3 | target c heating damaged | by h UKR GOV
2 ACCUSE.disapprove | actor k UKR GOV | recip - RUS GOV | date - 2026-02-17
3 THREATEN | opt | actor m RUS GOV | date - 2026-02-17
"""


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Example:
    path = tmp_path_factory.mktemp("corpus") / "part.txt"
    path.write_text(REPORT, encoding="utf-8")
    records, faults = read_documents(path)
    assert not faults
    return example_of(records[0], Model().tokenizer)


def tagged(example: Example, event_type: str) -> int:
    """How many words bear the tag of a type."""
    return int(example.tags[0][:, tagset.types().index(event_type)].sum())


def test_every_mention_of_an_act_bears_its_tag(example: Example) -> None:
    assert tagged(example, "ASSAULT") == 2
    assert tagged(example, "ACCUSE") == 1


def test_an_unmarked_title_is_not_judged(example: Example) -> None:
    title = [n for n, w in enumerate(example.windows[0].words) if w.part == "title"]
    assert title
    assert not example.judged[0][title].any()


def test_optional_acts_are_not_judged(example: Example) -> None:
    column = tagset.types().index("THREATEN")
    here = example.tags[0][:, column] == 1
    assert here.any()
    assert not example.judged[0][here, column].any()


def test_roles_hang_on_the_nearest_mention(example: Example) -> None:
    first, second = (t for t in example.told if t.event == 0)
    place, harm = tagset.ROLES.index("place"), tagset.ROLES.index("harm")
    assert first.inside[:, place].sum() == 1
    assert first.inside[:, harm].sum() == 2
    assert first.begins[:, harm].sum() == 1
    assert second.inside.sum() == 0
    assert not second.judged[:, place].any(), "the place is told beside the first mention; words here are not marked"


def test_modes_belong_to_their_type(example: Example) -> None:
    assert {tagset.modes()[t.mode] for t in example.told} == {("ASSAULT", "drone"), ("ACCUSE", "disapprove"), ("THREATEN", "")}


def test_phrases_have_their_kinds(example: Example) -> None:
    kinds = {(p.role, tagset.kinds(p.role)[p.kind], p.more) for p in example.phrases if p.role in ("harm", "target")}
    assert kinds == {("harm", "killed", 0), ("target", "heating", tagset.EXTENTS.index("damaged"))}

"""From scores to triggers, fillers and annotations, with made-up scores in place of a trained encoder."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from dateline.language.encoder import tagset
from dateline.language.encoder.answers import Mentions
from dateline.language.encoder.heads import GAPS, Heads, Numbers, gap_class
from dateline.language.encoder.reading import DocumentReading, Filler, stretches, written_together
from dateline.language.encoder.session import Model, batches
from dateline.language.encoder.trust import Trust, evidence
from dateline.language.encoder.windows import Window, Word, windows_of
from dateline.language.reader_annotator import paired
from dateline.model import Document, Mention, Span, Trigger

SIZE = 4
TEXT = "Rebels shelled and looted Bor. Talks failed."
SURE, UNSURE = 4.0, -4.0


def report() -> Document:
    return Document("d", "", TEXT, (Span(0, 30), Span(31, 44)), "h", "a", published=date(2026, 1, 1))


def empty_heads() -> Heads:
    """Heads that answer nought to everything."""
    roles, types, modes = len(tagset.ROLES), len(tagset.types()), len(tagset.modes())
    kinds = sum(len(tagset.kinds(r)) for r in ("harm", "target", "impact")) + 6 + len(tagset.sectors())
    shapes = {
        "of_type.weight": (types, SIZE), "act.0.weight": (3, SIZE), "act.0.bias": (3,), "act.3.weight": (modes + 7, 3),
        "act.3.bias": (modes + 7,), "phrase.0.weight": (3, SIZE), "phrase.0.bias": (3,), "phrase.3.weight": (kinds, 3),
        "phrase.3.bias": (kinds,), "roles.of_trigger.weight": (3, SIZE), "roles.of_trigger.bias": (3,),
        "roles.of_word.weight": (3, SIZE), "roles.of_word.bias": (3,), "roles.of_type.weight": (types, 3),
        "roles.of_gap.weight": (2 * len(GAPS) + 1, 3), "roles.of_far.weight": (7, 3), "roles.left.weight": (2, SIZE),
        "roles.left.bias": (2,), "roles.right.weight": (2, SIZE), "roles.right.bias": (2,), "roles.sums.weight": (2 * roles, 3),
        "roles.sums.bias": (2 * roles,), "roles.products.weight": (2 * roles, 2),
    }  # fmt: skip
    return Heads({name: np.zeros(shape, np.float32) for name, shape in shapes.items()})


def reading(told: dict[str, str]) -> DocumentReading:
    """The report with the words that the encoder is sure of, by type."""

    def encode(windows: Sequence[Window]) -> list[tuple[Numbers, Numbers]]:
        found = []
        for window in windows:
            tags = np.full((len(window.words), len(tagset.types())), UNSURE, np.float32)
            for n, word in enumerate(window.words):
                for kind, words in told.items():
                    if TEXT[word.start : word.end] in words.split():
                        tags[n, tagset.types().index(kind)] = SURE
            found.append((np.zeros((len(window.words), SIZE), np.float32), tags))
        return found

    return DocumentReading(report(), windows_of(report(), Model().tokenizer), encode, empty_heads())


def test_words_side_by_side_are_one_trigger_and_apart_are_two() -> None:
    read = reading({"ASSAULT": "shelled looted"})
    assert [read.span(r).of(TEXT) for r in read.runs(0.5)] == ["shelled", "looted"]
    assert [read.span(r).of(TEXT) for r in reading({"ASSAULT": "shelled and looted"}).runs(0.5)] == ["shelled and looted"]


def test_a_trigger_ends_with_its_sentence() -> None:
    read = reading({"CONSULT": "Bor . Talks failed"})
    assert [read.span(r).of(TEXT) for r in read.runs(0.5)] == ["Bor.", "Talks failed."]


def test_one_word_may_tell_two_acts() -> None:
    read = reading({"ASSAULT": "looted", "COERCE": "looted"})
    assert [read.type(r) for r in read.runs(0.5)] == ["ASSAULT", "COERCE"]


def test_nothing_is_found_under_the_floor() -> None:
    assert reading({}).runs(0.5) == []
    assert reading({"ASSAULT": "shelled"}).runs(0.99) == []


def test_fillers_are_parted_where_one_begins_and_where_a_sentence_ends() -> None:
    read = reading({"ASSAULT": "shelled"})
    (run,) = read.runs(0.5)
    spans = [f.span.of(TEXT) for f in read.fillers(run, 0.5) if f.role == "actor"]
    assert spans == ["Rebels", "shelled", "looted", "Bor", "Talks", "failed"], "heads of nought are unsure of every word alike"
    assert read.fillers(run, 0.51) == []


def words(text: str) -> list[Word]:
    found = re.finditer(r"\w+|[^\w\s]", text)
    return [Word(m.start(), m.end(), "text", 0, (7,)) for m in found]


def runs_of(text: str, sure: Sequence[float], floor: float = 0.5) -> list[str]:
    read = words(text)
    together = list(written_together([text[w.start : w.end] for w in read], read))
    inside = np.array([max(sure[a : b + 1]) for a, b in together], np.float32)
    found = stretches(read, together, inside, np.zeros(len(together), np.float32), floor)
    return [text[read[a].start : read[b].end] for a, b in found]


def test_what_is_written_together_is_one_word() -> None:
    text = "we've 60,000 Kara-Murza the U.S. army"
    read = words(text)
    together = [text[read[a].start : read[b].end] for a, b in written_together([text[w.start : w.end] for w in read], read)]
    assert together == ["we", "'", "ve", "60,000", "Kara-Murza", "the", "U.S.", "army"]


def test_a_filler_goes_on_over_words_that_are_nearly_likely() -> None:
    assert runs_of("the U.S. army left", [0.4, 0.1, 0.1, 0.9, 0.1, 0.6, 0.2]) == ["the U.S. army"]
    assert runs_of("the army and navy", [0.4, 0.9, 0.2, 0.9]) == ["the army", "navy"]
    assert runs_of("the army", [0.4, 0.4]) == []


def test_the_lexicon_and_the_encoder_meet_on_the_same_words() -> None:
    read = reading({"ASSAULT": "shelled"})
    said = [Trigger(Span(7, 14), "ASSAULT", probability=0.9), Trigger(Span(37, 43), "REJECT", probability=0.6)]
    (first, own), (second, other) = paired(read, read.runs(0.5), said)
    assert own is said[0]
    assert other is said[1]
    assert evidence(first, own)["encoder"] > 0 > evidence(second, other)["encoder"]
    assert evidence(first, None) == {"encoder": pytest.approx(4.0, abs=0.01), "lexicon": 0.0, "in_lexicon": 0.0}


def filler(role: str, start: int, end: int, kind: str = "", sure: float = 0.9) -> Filler:
    return Filler(role, Span(start, end), "text", 0.9, kind, sure, 0)  # type: ignore[arg-type]


def test_a_fact_that_the_lexicon_knows_is_as_it_says() -> None:
    known = Mention(Span(0, 12), "harm", "injured")
    found = Mentions([known])
    found.add(0, filler("harm", 0, 6, "killed"))
    assert found.mentions == [known]


def test_a_doubtful_fact_is_left_out() -> None:
    found = Mentions()
    found.add(0, filler("harm", 0, 6, "killed", sure=0.4))
    assert found.mentions == []


def test_the_lexicon_fills_only_empty_roles_and_never_a_recipient() -> None:
    found = Mentions()
    found.add(0, filler("actor", 0, 6))
    other = Mention(Span(26, 29), "actor")
    found.add_missing(0, [("actor", other, 0.9), ("recipient", other, 0.8)])
    found.add_missing(1, [("actor", other, 0.7)])
    assert [(k.trigger, k.role, k.probability) for k in found.links] == [(0, "actor", 0.9), (1, "actor", 0.7)]


def test_distance_classes_tell_before_from_behind() -> None:
    classes = gap_class(np.array([0, 1, -1, 100, -100]))
    assert len(set(classes.tolist())) == 5
    assert classes.max() == 2 * len(GAPS)


def test_windows_of_like_width_run_together_and_each_once() -> None:
    widths = [190, 40, 192, 45, 188, 60, 191, 44]
    found = list(batches(widths))
    assert sorted(n for batch in found for n in batch) == list(range(len(widths)))
    assert [sorted(widths[n] for n in batch) for batch in found] == [[40, 44, 45], [60], [188, 190], [191, 192]]


def test_trust_weighs_both_and_knows_types(tmp_path: Path) -> None:
    read = reading({"ASSAULT": "shelled", "COERCE": "looted"})
    shelled, looted = read.runs(0.5)
    trust = Trust({"bias": -1.0, "encoder": 0.5, "lexicon": 0.5, "in_lexicon": 1.0}, {"COERCE": -2.0})
    own = Trigger(Span(7, 14), "ASSAULT", probability=0.9)
    assert trust.judged(shelled, own, "ASSAULT") > trust.judged(shelled, None, "ASSAULT") > 0.5
    assert trust.judged(looted, None, "COERCE") < 0.5
    trust.write(tmp_path / "trust.json")
    assert Trust.read(tmp_path / "trust.json") == trust

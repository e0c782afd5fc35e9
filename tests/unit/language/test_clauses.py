"""Subjects, objects and complements."""

from dateline.language.clauses import Clause, clause_at
from dateline.language.lexicon import load
from dateline.language.phrases import Phrase, Phrases
from dateline.model import Span


class Parsed:
    def __init__(self, sentence: str) -> None:
        self.text = sentence
        self.tokens = load().read(sentence, Span(0, len(sentence)))
        self.phrases = Phrases(self.tokens)

    def clause(self, verb: str) -> Clause:
        index = next(i for i, t in enumerate(self.tokens) if t.lower == verb)
        return clause_at(self.tokens, self.phrases, index)

    def words(self, phrases: list[Phrase]) -> list[str]:
        return [p.span(self.tokens).of(self.text) for p in phrases]


def test_active_clause() -> None:
    parsed = Parsed("Russian forces struck two substations in Odesa on Tuesday.")
    clause = parsed.clause("struck")
    assert parsed.words(clause.subjects) == ["Russian forces"]
    assert parsed.words(clause.objects) == ["two substations"]
    assert [prep for prep, _ in clause.complements] == ["in", "on"]


def test_passive_turns_the_sides() -> None:
    parsed = Parsed("Four people were killed by Israeli forces in Gaza.")
    clause = parsed.clause("killed")
    assert clause.passive
    assert parsed.words(clause.doers) == ["Israeli forces"]
    assert parsed.words(clause.patients) == ["Four people"]


def test_lists_of_participants() -> None:
    parsed = Parsed("Envoys from Oman hosted talks with Ukrainian, European and Russian officials aimed at a truce.")
    clause = parsed.clause("hosted")
    assert parsed.words([p for prep, p in clause.complements if prep == "with"]) == ["Ukrainian", "European", "Russian officials"]


def test_apposition_is_skipped_and_coordination_shared() -> None:
    parsed = Parsed("Jan Berg, head of the relief council, condemned the strike and called on Israel to stop.")
    assert parsed.words(parsed.clause("condemned").subjects) == ["Jan Berg"]
    assert parsed.words(parsed.clause("called").subjects) == ["Jan Berg"]
    assert parsed.words(parsed.clause("stop").subjects) == ["Israel"]


def test_participial_clause_takes_the_main_subject() -> None:
    parsed = Parsed("Missiles hit the port as temperatures plunged, killing three dockers.")
    assert parsed.words(parsed.clause("killing").subjects) == ["Missiles"]

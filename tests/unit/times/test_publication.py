"""The day of publication inferred from text that constrains it."""

import json
from datetime import date
from pathlib import Path

import pytest

from dateline.times import infer_publication

WAR = "Russia's war in Ukraine, a nearly four-year conflict, went on. "


@pytest.mark.parametrize(
    ("text", "day", "evidence"),
    [
        (WAR + "Over the weekend of December 20-21, envoys met in Miami.", date(2025, 12, 22), "the weekend of December 20-21"),
        (WAR + "Envoys met on the weekend of 20-21 December.", date(2025, 12, 22), "the weekend of 20-21 December"),
        (WAR + "Envoys met on Sunday, December 21.", date(2025, 12, 21), "Sunday, December 21"),
        ("Envoys met in Geneva on 23 November 2025, officials said.", date(2025, 11, 23), "23 November 2025"),
        ("In 2024 it was quiet. Israel struck Gaza on Tuesday, March 18. Hamas held on.", None, None),
        (
            "Israel struck Gaza, where Hamas fought on in the second year of the two-year war, on Tuesday, October 14.",
            date(2025, 10, 14),
            None,
        ),
    ],
)
def test_constrained(text: str, day: date | None, evidence: str | None) -> None:
    found = infer_publication(text)
    assert (found and found[0]) == day
    if found and evidence:
        assert found[1].text == evidence


@pytest.mark.parametrize(
    "text",
    [
        "Envoys met on Tuesday and talks resume next week.",
        "Over the weekend of December 20-21, envoys met.",
        "Since October 10, 2025, it has been quiet. On Saturday it was not.",
        "The treaty will be signed on 3 March 2031.",
        "The treaty was signed on 3 March 2019. In 2022 it was broken.",
        WAR + "Envoys met on Sunday, December 20.",
        "",
    ],
)
def test_not_constrained(text: str) -> None:
    assert infer_publication(text) is None


def test_a_day_of_ingest_rules_later_years_out() -> None:
    text = "Since the fall of the government in 2021 it was quiet. Envoys met on Saturday, December 20."
    assert infer_publication(text) is None
    found = infer_publication(text, latest=date(2026, 6, 1))
    assert found is not None
    assert found[0] == date(2025, 12, 20)


def test_the_seed(shared_data: Path) -> None:
    path = shared_data / "gold" / "seed.jsonl"
    if not path.exists():
        pytest.skip("no seed report beside the repository")
    report = json.loads(path.read_text(encoding="utf-8").splitlines()[0])
    found = infer_publication(report["text"])
    assert found is not None
    assert found[0].isoformat() == report["published"]

import pytest

from dateline.documents.agencies import agency_named, agency_of, written_forms


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("(Reuters) - Two ships sank.", "Reuters"),
        ("Two ships sank.\n\n(Reporting by Li Na; Editing by Paul Renn)", "Reuters"),
        ("Two ships sank.\n\nReporting by Li Na in Oslo; additional reporting by X", "Reuters"),
        ("Two ships sank. (AP)", "Associated Press"),
        ("Two ships sank.\n\nSource: Anadolu Agency", "Anadolu Agency"),
        ("Two ships sank.\n\nThe Associated Press contributed to this report.", "Associated Press"),
        ("Two ships sank.\n\n— With reporting by AFP", "Agence France-Presse"),
        ("Two ships sank, Interfax reported.", "Interfax"),
        ("Two ships sank, the paper said, citing Reuters.", "Reuters"),
        ("Two ships sank, according to the news agency TASS.", "TASS"),
        ("Two ships sank. He told Reuters that it was dark.", None),
        ("He mapped the gap. The app crashed. AP exams were held.", None),
        ("The fars of the north are cold, reports say.", None),
    ],
)
def test_agencies_are_found_where_they_are_credited(text: str, agency: str | None) -> None:
    assert agency_of(text, (), None) == agency


def test_the_dateline_counts_before_the_byline_and_the_byline_before_citations() -> None:
    cited = "Two ships sank, citing Reuters."
    assert agency_of(cited, ("AFP",), "Xinhua") == "Xinhua"
    assert agency_of(cited, ("Anna Lind", "AFP"), None) == "Agence France-Presse"
    assert agency_of(cited, ("Anna Lind",), None) == "Reuters"


@pytest.mark.parametrize(
    ("words", "agency"),
    [("AP/AFP", "Associated Press"), ("the Associated Press", "Associated Press"), ("A.P.", "Associated Press"), ("Courier", None)],
)
def test_names_are_resolved(words: str, agency: str | None) -> None:
    assert agency_named(words) == agency


def test_no_form_stands_for_two_agencies() -> None:
    owners: dict[str, str] = {}
    for form, name in written_forms().items():
        assert owners.setdefault(form.lower(), name) == name

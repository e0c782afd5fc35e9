from datetime import date

import pytest

from dateline.documents.datelines import dateline_of, find_dateline


@pytest.mark.parametrize(
    ("text", "place", "agency"),
    [
        ("KYIV, Ukraine (Reuters) - Russia struck.", "KYIV, Ukraine", "Reuters"),
        ("KYIV, Ukraine (AP) — Russia struck.", "KYIV, Ukraine", "Associated Press"),
        ("MIAMI, FLORIDA — As U.S.-led talks", "MIAMI, FLORIDA", None),
        ("GENEVA, Nov 23 (Xinhua) -- Envoys met", "GENEVA", "Xinhua"),
        ("UNITED NATIONS, May 3 (IPS) - The council", "UNITED NATIONS", "Inter Press Service"),
        ("Beirut/Paris — Lebanon’s army", "Beirut/Paris", None),
        ("KHARTOUM/PORT SUDAN — The army", "KHARTOUM/PORT SUDAN", None),
        ("DEIR AL-BALAH, Gaza Strip - Israeli strikes", "DEIR AL-BALAH, Gaza Strip", None),
        ("GAZA, Saturday - At least 28", "GAZA", None),
        ("WASHINGTON — The U.S. said", "WASHINGTON", None),
        ("Washington, D.C. — The president", "Washington, D.C.", None),
        ("DUBAI: Iran said", "DUBAI", None),
        ("Rio de Janeiro (AFP) – Police", "Rio de Janeiro", "Agence France-Presse"),
        ("SÃO PAULO — Police", "SÃO PAULO", None),
        ("  LEEDS, England - Arsenal brought", "LEEDS, England", None),
        ("ISTANBUL (AA/dpa) - Two", "ISTANBUL", "Anadolu Agency"),
        ("JERUSALEM (The Courier) — Two", "JERUSALEM", "The Courier"),
    ],
)
def test_datelines_are_recognised(text: str, place: str, agency: str | None) -> None:
    found = dateline_of(text)
    assert found is not None
    assert (found.place, found.agency) == (place, agency)
    assert found.span.of(text) == found.text
    assert text[found.span.end :].strip()[0].isalnum() or text[found.span.end :].strip()[0] in '“"'
    assert found.text == found.text.strip()


@pytest.mark.parametrize(
    "text",
    [
        "UPDATE — The army said", "BREAKING: Two dead", "EXCLUSIVE - The plan", "ANALYSIS — Why now",
        "CASUALTIES. The service counts", "NATO — The alliance", "The army — which had left — came back.", "Russia - which",
        "Two people died - one of them a child.", "Moscow — long a friend of the", "A U.S.-led force",
        "On Monday - a holiday - nobody", "“No,” he said - twice.", "Live: Two killed", "President Biden — The man", "", "—",
        "12 March 2026 - The", "Update 2 - Two", "E - F",
    ],
)  # fmt: skip
def test_other_openings_are_no_datelines(text: str) -> None:
    assert dateline_of(text) is None


def test_the_day_of_a_dateline_gets_the_nearest_year() -> None:
    found = dateline_of("MOSCOW, Dec. 31 (TASS) -- Two", date(2026, 1, 1))
    assert found is not None
    assert found.day == date(2025, 12, 31)


def test_a_dateline_behind_title_and_date_line_is_found() -> None:
    title = "A title that is quite a bit longer than any short header line of a saved page would ever be in practice"
    text = f"{title}\n\nFriday, August 21, 2015\n\nSEOUL (Yonhap) - The army"
    found = find_dateline(text, title)
    assert found is not None
    assert found.span.of(text) == "SEOUL (Yonhap) -"
    assert (
        find_dateline("One long paragraph that is plainly the story itself and no header at all, said he.\n\nSEOUL - Two", "")
        is None
    )

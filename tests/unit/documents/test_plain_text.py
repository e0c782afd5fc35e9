from datetime import date
from time import process_time

import pytest

from dateline.documents.furniture import is_furniture, without_furniture
from dateline.documents.plain_text import read_plain_text
from dateline.errors import UnreadableInput
from tests.unit.documents.pages import document


def test_a_saved_page_is_freed_of_its_furniture() -> None:
    found = document("saved-page.txt")
    assert found.title == "Army says two bridges near Torvald were blown up as talks stall"
    assert (found.published, found.published_method) == (date(2026, 3, 3), "text")
    assert found.authors == ("Anna Lind", "Jonas Berg")
    assert found.agency == "Norland Press"
    paragraphs = found.text.split("\n\n")
    assert [p.split()[0] for p in paragraphs] == ["TORVALD,", "Nobody", "Envoys", "The", "Norland's"]
    assert "Tom" not in found.text


def test_hard_wrapped_lines_become_paragraphs() -> None:
    found = document("wrapped.txt")
    assert found.title == "Ceasefire monitors reach the valley"
    assert [len(p.split()) for p in found.text.split("\n\n")] == [32, 28, 6, 7]


@pytest.mark.parametrize(
    "line",
    [
        "0", "1.2K", "1,204 Shares", "12 comments", "Share this:", "Share on Facebook", "Facebook Twitter WhatsApp", "Tweet",
        "Advertisement", "Home | World | Politics", "Skip to content", "Menu", "Log in",
        "Related: How the river became a front line", "READ ALSO: The dam", "Leave a Reply",
        "Your email address will not be published. Required fields are marked *", "Comment *", "4 min read", "Tags: a, b",
        "© 2026 The Meridian Post", "The Meridian Post. All rights reserved.", "Photo: Reuters",
        "We use cookies to improve your visit.", "This site uses cookies. By continuing you accept our privacy policy.",
        "Sign up for our newsletter", "Follow us on Telegram", "Get the day's news delivered to your inbox.",
        "Click here to subscribe", "* * *", "———", "3 hours ago", "Story continues below",
    ],
)  # fmt: skip
def test_furniture_is_recognised(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Envoys blame each other", "Nobody crossed at the time.", "Ukraine", "What comes next",
        "“Share this with the world,” she said.", "Two dead, five hurt", "Police shared pictures of the car on Facebook.",
        "Sport ministers met in Geneva on Tuesday.", "The home of the mayor was searched.",
        "He said that more than 1,200 people had fled.", "Live fire was heard near the port.",
        "The court also heard that cookies on her phone had been used as evidence against the protesters.", "Talks fail",
        "The newsletter of the party called for a march.", "News of the deal spread fast", "More troops sent to border",
        "“Subscribe to our newsletter,” the group's site says.",
    ],
)  # fmt: skip
def test_lines_of_reports_are_kept(line: str) -> None:
    assert not is_furniture(line)


def test_what_stands_above_most_of_the_text_does_not_end_it() -> None:
    prose = "A sentence of the report that is long enough to count as running text for the rule."
    lines = [prose, "Related articles", prose, prose, "More news", "x"]
    assert without_furniture(lines) == [prose, prose, prose]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("A title\n\nThe text follows here.", "A title"),
        ("Is this a title?\n\nIt is.", "Is this a title?"),
        ("“We will not stop”\n\nSo he said.", "“We will not stop”"),
        ("This is a sentence.\n\nThis is another.", ""),
        ("KYIV, Ukraine - Two died\n\nMore text.", ""),
        ("One line only", ""),
        ("\n\n# Heading\nText below.", "Heading"),
        ("A first line that goes\non in small letters.\n\nMore.", ""),
        ("0\n\nReal title\n\nText.", "Real title"),
    ],
)
def test_the_first_line_is_the_title_where_it_looks_like_one(text: str, title: str) -> None:
    found = read_plain_text(text, "a.txt")
    assert found.title == title
    assert not title or title not in found.text
    assert found.text


@pytest.mark.parametrize("text", ["0\n\nShare this:\n\nLeave a Reply", "- - -\n\n* *", "12345 67"])
def test_furniture_alone_is_refused(text: str) -> None:
    with pytest.raises(UnreadableInput, match="no running text"):
        read_plain_text(text, "a.txt")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Saturday, September 12, 2015", date(2015, 9, 12)),
        ("Published: 22 December 2025, 18:40 GMT", date(2025, 12, 22)),
        ("Posted on Dec. 22, 2025 at 9:05 pm", date(2025, 12, 22)),
        ("22.12.2025", date(2025, 12, 22)),
        ("Published 21 Dec 2025 | Updated 23 Dec 2025", date(2025, 12, 21)),
        ("Updated: 22 December 2025", None),
        ("03/04/2025", None),
        ("The war began on 24 February 2022", None),
        ("In May 2025 the two sides met", None),
    ],
)
def test_date_lines_at_the_head_date_the_report(line: str, day: date | None) -> None:
    assert read_plain_text(f"A title\n\n{line}\n\nThe report itself says something here.", "a.txt").published == day


def test_a_paragraph_of_very_many_lines_takes_time_in_proportion() -> None:
    start = process_time()
    read_plain_text("the quick brown fox\n" * 75_000, "fox.txt")
    assert process_time() - start < 5

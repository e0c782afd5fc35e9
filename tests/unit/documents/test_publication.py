import json
from datetime import date

import pytest

from tests.unit.documents.pages import made
from tests.unit.sources.made_inputs import html_page

DAY = date(2026, 1, 14)
SITE = {"@type": "WebSite", "datePublished": "2011-01-01"}


def json_ld(**fields: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps({'@context': 'https://schema.org', **fields})}</script>"


def meta(name: str, value: str) -> str:
    return f"<meta property='{name}' content='{value}'>"


def dated(head: str = "", body: str = "", url: str | None = None) -> tuple[date | None, str]:
    page = html_page(extra_head=head).replace("</h1>", f"</h1>{body}", 1)
    found = made(page, url=url)
    return found.published, found.published_method


@pytest.mark.parametrize(
    ("head", "body", "url", "method"),
    [
        (json_ld(**{"@type": "NewsArticle", "datePublished": "2026-01-14T07:45:00+02:00"}), "", None, "json-ld"),
        (json_ld(**{"@graph": [SITE, {"@type": ["Article"], "datePublished": "2026-01-14"}]}), "", None, "json-ld"),
        (meta("article:published_time", "2026-01-14T08Z") + meta("article:modified_time", "2026-01-16T08Z"), "", None, "meta"),
        ("<meta name='pubdate' content='20260114'>", "", None, "meta"),
        ("<meta itemprop='datePublished' content='January 14, 2026'>", "", None, "meta"),
        ("", "", "https://a.example/2026/01/14/ferries", "url"),
        ("", "", "https://a.example/news/2026-01-14-ferries.html", "url"),
        ("", "", "https://a.example/2026/jan/14/ferries", "url"),
        ("", "", "https://a.example/ferries-20260114", "url"),
        ("", "<time datetime='2026-01-14T08:00'>today</time>", None, "page"),
        ("", "<time class='updated' datetime='2026-01-16'></time><time pubdate datetime='2026-01-14'></time>", None, "page"),
        ("", "<div class='byline-date'>Published Jan. 14, 2026 | Updated Jan. 16, 2026</div>", None, "page"),
        ("", "<p class='date'>14.01.2026</p>", None, "page"),
        ("", "<span class='publish-date'>14/01/2026</span>", None, "page"),
    ],
)  # fmt: skip
def test_explicit_days_are_found_with_their_method(head: str, body: str, url: str | None, method: str) -> None:
    assert dated(head, body, url) == (DAY, method)


@pytest.mark.parametrize(
    ("head", "body", "url"),
    [
        ("", "", None),
        ("", "", "https://a.example/2026/01/"),
        ("<meta name='date' content='03/04/2026'>", "", None),
        ("<meta name='date' content='2199-01-01'>", "", None),
        ("<meta name='date' content='0001-01-01T00:00:00'>", "", None),
        ("", "<p>On 24 February 2022 the war began.</p>", None),
        ("", "<p>© 2024 The Courier</p>", None),
        ("", "<time datetime='2026-01-14'></time><time datetime='2026-01-09'></time>", None),
        (json_ld(**{"@type": "Organization", "datePublished": "2026-01-14"}), "", None),
        ("", "<aside><time datetime='2026-01-14'></time></aside>", None),
    ],
)
def test_days_that_are_unclear_or_of_something_else_are_unknown(head: str, body: str, url: str | None) -> None:
    assert dated(head, body, url) == (None, "unknown")


def test_a_statement_that_two_others_contradict_is_overruled() -> None:
    head = json_ld(**{"@type": "NewsArticle", "datePublished": "2019-05-01"}) + meta("article:published_time", "2026-01-14")
    assert dated(head, url="https://a.example/2026/01/14/ferries") == (DAY, "meta")


def test_statements_that_differ_by_a_day_agree_and_the_first_counts() -> None:
    head = json_ld(**{"@type": "NewsArticle", "datePublished": "2026-01-14T23:30:00-05:00"})
    assert dated(head, url="https://a.example/2026/01/15/ferries") == (DAY, "json-ld")

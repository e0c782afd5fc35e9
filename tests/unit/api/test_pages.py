import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from fastapi.testclient import TestClient

from dateline.api import create_app
from dateline.api.markup import Markup, tag
from dateline.incidents import merge_events
from dateline.store import CodedDocument, open_store
from tests import workbench_story

STRIKE = "i-beacon-1-assault-30"


def test_markup_escapes_all_but_markup() -> None:
    assert tag("p", "<b>", tag("i", "&"), class_='"x"') == '<p class="&quot;x&quot;">&lt;b&gt;<i>&amp;</i></p>'
    assert tag("input", value="'", hidden=True, disabled=False) == '<input value="&#x27;" hidden>'
    assert isinstance(tag("p"), Markup)


def test_workbench_is_served_at_every_path(built: TestClient) -> None:
    for address in ("/", f"/incidents/{STRIKE}", "/whatever/else?x=1"):
        answer = built.get(address)
        assert "workbench" in answer.text
        assert answer.headers["content-type"].startswith("text/html")
        assert answer.headers["cache-control"] == "no-cache"


def test_assets_are_kept_and_missing_ones_are_not(built: TestClient) -> None:
    assert "immutable" in built.get("/assets/index-abc.js").headers["cache-control"]
    missing = built.get("/assets/index-old.js")
    assert (missing.status_code, missing.headers["cache-control"]) == (404, "no-store")
    assert built.get("/assets/..%2f..%2f__init__.py").status_code == 404


def test_plain_pages_stand_in_where_nothing_is_built(unbuilt: TestClient) -> None:
    answer = unbuilt.get("/?event_type=AID")
    assert answer.url.path == "/plain/"
    assert "1 incidents" in answer.text
    assert unbuilt.get(f"/incidents/{STRIKE}").url.path == f"/plain/incidents/{STRIKE}"


def test_plain_list_turns_pages_and_keeps_its_filters(client: TestClient) -> None:
    first = client.get("/plain/", params={"limit": 3, "quad": ["VC", "VX"]}).text
    (following,) = re.findall(r'href="\?([^"]*)">Next', first)
    second = client.get("/plain/?" + following.replace("&amp;", "&")).text
    rows = re.findall(r"/plain/incidents/([^\"]+)", first), re.findall(r"/plain/incidents/([^\"]+)", second)
    assert [len(r) for r in rows] == [3, 2]
    assert not set(rows[0]) & set(rows[1])
    assert "Previous" in second


def test_plain_incident_links_every_figure_to_a_mark(client: TestClient) -> None:
    page = client.get(f"/plain/incidents/{STRIKE}").text
    targets = set(re.findall(r'href="#([^"]+)"', page))
    marks = set(re.findall(r'<mark id="([^"]+)"', page))
    assert targets
    assert targets <= marks
    assert "six people" in re.sub("<[^>]+>", "", page)
    assert "(inferred)" in page


def test_what_a_report_says_never_becomes_a_tag(tmp_path: Path) -> None:
    title = "Blast <img src=x onerror=alert(1)> kills four"
    text = "Orst's army attacked <script>alert(1)</script> Tarnov."
    report = workbench_story.document("evil-1", title, text, "Daily <b>", date(2031, 3, 4))
    report = replace(report, url="javascript:alert(1)")
    told = workbench_story.event(report, "ASSAULT", "attacked", actors=[(workbench_story.ORST, "Orst's army")])
    path = str(tmp_path / "evil.db")
    with open_store(path) as store:
        store.add([CodedDocument(report, (told,), "test", datetime(2031, 3, 5, tzinfo=UTC))])
        store.set_incidents(merge_events(store.events(), store.reports()))
    with TestClient(create_app(lambda: open_store(path)), base_url="http://127.0.0.1") as client:
        page = client.get(f"/plain/incidents/{told.event_id}").text
    assert "<script" not in page
    assert "<img" not in page
    assert 'href="javascript' not in page

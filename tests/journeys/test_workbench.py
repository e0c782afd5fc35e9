"""The workbench in a real browser, by keyboard, on a desk and on a phone."""

import os
import re
import shutil
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from dateline.api import create_app
from dateline.api.serving import listen
from dateline.incidents import merge_events
from dateline.store import CodedDocument, open_store
from dateline.web import built_page
from tests import workbench_story

pytestmark = pytest.mark.browser

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
# As root there is no sandbox to be had; the rest keeps the browser from calling home.
CHROMIUM_ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
STRIKE = "i-beacon-1-assault-30"
DESK = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}

HOSTILE = replace(
    workbench_story.document(
        "hostile-1",
        "<img src=x onerror=\"document.title='owned'\"> Blast in Selm",
        "Orst's army attacked Selm. <script>document.title='owned'</script>",
        "Evil <b>Post</b>",
        date(2031, 3, 2),
    ),
    url="javascript:document.title='owned'",
)


def missing(what: str) -> None:
    """Skips, or fails where a browser is required."""
    if os.environ.get("DATELINE_REQUIRE_BROWSER") == "1":
        pytest.fail(what)
    pytest.skip(what)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The story, and a report that attacks its reader, served on a free port."""
    if built_page() is None:
        missing("the workbench is not built; `make setup` builds it where npm is")
    path = str(tmp_path_factory.mktemp("workbench") / "story.db")
    with open_store(path) as store:
        workbench_story.fill(store)
        told = workbench_story.event(
            HOSTILE,
            "ASSAULT",
            "attacked",
            actors=[(workbench_story.ORST, "Orst's army")],
            place=(workbench_story.PORT, "Selm"),
            date=workbench_story.on(2),
        )
        store.add([CodedDocument(HOSTILE, (told,), workbench_story.CODER, workbench_story.READ)])
        store.set_incidents(merge_events(store.events(), store.reports()))
    server = uvicorn.Server(uvicorn.Config(create_app(lambda: open_store(path)), log_level="warning", ws="none"))
    with listen("127.0.0.1", 0) as sock:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [sock]})
        thread.start()
        yield f"http://127.0.0.1:{sock.getsockname()[1]}"
        server.should_exit = True
        thread.join(10)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        missing("no Chromium is installed (Debian: apt-get install chromium), so the page is not tried in a browser")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGS)
        yield opened
        opened.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport=DESK, permissions=["clipboard-read", "clipboard-write"])
    opened.set_default_timeout(10_000)
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext, address: str) -> Iterator[Page]:
    """A page at the list; the test fails if it asks another host for anything or reports a fault."""
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda line: faults.append(line.text) if line.type in ("error", "warning") else None)
    opened.on("request", lambda request: None if request.url.startswith((address, "data:")) else faults.append(request.url))
    opened.goto(address)
    expect(opened.locator("a.row").first).to_be_visible()
    yield opened
    assert faults == []


def test_keys_lead_from_the_list_to_the_sentence_and_back(page: Page) -> None:
    page.keyboard.press("j")
    expect(page.locator("a.row").nth(0)).to_be_focused()
    strike = page.locator(f"a.row[href^='/incidents/{STRIKE}']")
    while not strike.evaluate("row => row === document.activeElement"):
        page.keyboard.press("j")
    expect(strike).to_contain_text("Armed Forces of Orst → Velda")
    expect(strike).to_contain_text("0–6 killed")
    expect(strike).to_contain_text("≠ disputed")
    page.keyboard.press("Enter")

    page.get_by_role("button", name="0 killed").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("tab", selected=True)).to_contain_text("Orst Today")
    expect(page.locator("mark.active")).to_have_text(re.compile("nobody was killed"))
    expect(page.locator("mark.active")).to_be_in_viewport()

    page.keyboard.press("Escape")
    expect(page.locator("mark.active")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(strike).to_be_focused()


def test_every_figure_of_the_toll_leads_to_words(page: Page, address: str) -> None:
    page.goto(f"{address}/incidents/{STRIKE}")
    figures = page.locator("table:has(caption) button.cited")
    expect(figures).to_have_count(8)
    for figure in figures.all():
        figure.click()
        expect(page.locator("mark.active").first).to_be_in_viewport()


def test_a_value_told_by_several_reports_steps_through_them(page: Page, address: str) -> None:
    page.goto(f"{address}/incidents/{STRIKE}")
    page.locator("dl").get_by_role("button", name="Tarnov", exact=True).click()
    expect(page.get_by_text("1 of 4", exact=True)).to_be_visible()
    page.keyboard.press("n")
    expect(page.get_by_role("tab", selected=True)).to_contain_text("Coastal Herald")
    page.keyboard.press("c")
    expect(page.get_by_text("Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Coastal Herald, “Toll of Tarnov attack rises to six”, 5 Mar 2031, https://")
    assert "“Six people were killed when Orst's army attacked a power plant in Tarnov" in copied


def test_evidence_in_the_title_is_shown_there(page: Page, address: str) -> None:
    page.goto(f"{address}/incidents/{STRIKE}")
    page.locator("dl").get_by_role("button", name="Assault, drone").click()
    page.keyboard.press("n")
    expect(page.locator("h2 mark.active")).to_have_text(re.compile("strike"))


def test_filters_live_in_the_address(page: Page, address: str) -> None:
    page.get_by_label("Assault").check()
    expect(page).to_have_url(f"{address}/?event_type=ASSAULT")
    expect(page.locator("a.row")).to_have_count(2)
    # What else could be chosen is still offered, with its count.
    page.get_by_label("Consult").check()
    expect(page.locator("a.row")).to_have_count(3)
    page.go_back()
    expect(page.locator("a.row")).to_have_count(2)

    page.goto(f"{address}/?killed_at_least=1&background=all&order=oldest")
    expect(page.locator("a.row")).to_have_count(2)
    expect(page.locator("a.row").first).to_contain_text("background")
    page.get_by_role("button", name="Without: 1 or more killed").click()
    expect(page.locator("a.row")).to_have_count(9)


def test_search_finds_words_and_says_why_there_is_nothing(page: Page, address: str) -> None:
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_focused()
    page.keyboard.type("arms depot")
    expect(page).to_have_url(f"{address}/?text=arms+depot")
    expect(page.locator("a.row")).to_have_count(1)
    page.locator("#search").fill("unicorns")
    expect(page.get_by_text("That does not mean that nothing happened.")).to_be_visible()


def test_days_are_chosen_on_the_timeline_by_keys(page: Page, address: str) -> None:
    page.keyboard.press("t")
    page.keyboard.press("End")
    expect(page.locator("p.words")).to_contain_text("9 Mar 2031: 1 cooperation")
    page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}/?since=2031-03-08&until=2031-03-09")
    expect(page.locator("a.row")).to_have_count(4)
    page.keyboard.press("Escape")
    expect(page.locator("a.row")).to_have_count(8)


def test_days_are_chosen_on_the_timeline_by_dragging(page: Page, address: str) -> None:
    box = page.locator("#timeline").bounding_box()
    assert box
    page.mouse.move(box["x"] + 5, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 60)
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"since=2031-03-02&until=2031-03-0[56]"))


def test_help_opens_and_closes(page: Page) -> None:
    page.keyboard.press("?")
    expect(page.get_by_role("heading", name="Keys and signs")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_changed_report_shows_what_changed(page: Page, address: str) -> None:
    page.goto(f"{address}/incidents/i-beacon-3-consult-25")
    changed = page.get_by_role("region", name="Versions of this report")
    expect(changed.locator("del")).to_have_text("An agreement is near, Miral said.")
    expect(page.get_by_text("fulfils what was announced")).to_be_visible()


def test_what_a_report_says_cannot_act(page: Page, address: str) -> None:
    page.goto(f"{address}/incidents/hostile-1-assault-12")
    expect(page.locator("#report h2")).to_contain_text("<img src=x onerror=")
    expect(page.locator("#report a")).to_have_count(0)
    assert page.locator("img, #report script").count() == 0
    assert "owned" not in page.title()


def test_an_incident_that_is_not_there_is_said(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}/incidents/nothing")
    expect(page.get_by_role("alert")).to_contain_text("nothing")
    page.get_by_role("link", name="Go to the list.").click()
    expect(page.locator("a.row")).to_have_count(8)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_fits_a_phone(browser: Browser, address: str, scheme: str) -> None:
    context = browser.new_context(viewport=PHONE, color_scheme=scheme, has_touch=True)
    page = context.new_page()
    for path in ("/", f"/incidents/{STRIKE}"):
        page.goto(address + path)
        expect(page.locator("a.row, #report").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.get_by_role("button", name="6 killed").first.click()
    expect(page.locator("mark.active").first).to_be_in_viewport()
    context.close()

"""The pages of reports, events, chronologies, search and sources in a real browser: walked, and without barriers."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.browser.axe import violations
from tests.browser.layout import fits, wide_tables

pytestmark = [pytest.mark.browser, pytest.mark.model]
DYAD = "/chronology?a=RUS&b=PRK"
REPORT = "Peru sent Chile 200 tents on Monday.\n\nThe foreign ministry of Peru said it would send more next week.\n"
PATHS = {
    "front": "/",
    "reports": "/reports",
    "report": "report:spy satellite",
    "why": "why:spy satellite",
    "choose": "/chronology",
    "list": DYAD,
    "narrowed": f"{DYAD}&status=possible&from=2023",
    "chart": DYAD.replace("?", "/chart?"),
    "event": "event:Signature",
    "search": "/search?q=troops",
    "nothing": "/search?q=zyzzyva",
    "sources": "/sources",
    "compare": "/compare",
    "compared": "compared:Signature",
    "add": "/add",
    "problems": "/problems",
    "blocs": "/blocs",
    "past": f"{DYAD}&as_of=2026-11-26",
    "missing": "/no-such-page",
}


def go(page: Page, path: str) -> None:
    """Open a path, or a report, an event or a comparison found by words."""
    kind, _, words = path.partition(":")
    if kind in ("report", "why"):
        page.goto("/reports")
        with page.expect_navigation():
            page.get_by_role("link", name=re.compile(words)).click()
        if kind == "why":
            page.goto(f"{page.url}/claims/c1/why")
    elif kind in ("event", "compared"):
        page.goto("/compare")
        with page.expect_navigation():
            page.get_by_role("link", name=re.compile(f"^{words}")).first.click()
        if kind == "compared":
            links = page.locator(".accounts footer a[href*='#t-']").evaluate_all("all => all.map(a => a.pathname)")
            names = sorted({link.rsplit("/", 1)[1] for link in links})
            page.goto(f"/compare?a={names[0]}&b={names[1]}")
    else:
        page.goto(path)


@pytest.mark.parametrize("name", PATHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_bars_anybody_and_nothing_overflows(browser: Browser, site: str, name: str, scheme: str) -> None:
    context = browser.new_context(base_url=site, color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    go(page, PATHS[name])
    # What is dark differs in colours alone.
    for width in (1280, 360) if scheme == "light" else (1280,):
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)")
        assert fits(page), width
        assert wide_tables(page) == []
        assert violations(page) == []
    page.set_viewport_size({"width": 3840, "height": 2160})
    assert fits(page)
    context.close()


def test_a_claim_and_its_words_light_each_other_up(page: Page) -> None:
    go(page, "report:spy satellite")
    page.locator("#claim-c3").hover()
    expect(page.locator(".text a.r-trigger.lit").first).to_have_attribute("href", "#claim-c3")
    page.locator(".text a[href='#claim-c1']").first.focus()
    expect(page.locator("#claim-c1")).to_have_class(re.compile(r"\blit\b"))
    page.locator("#claim-c1 .head a").click()
    page.wait_for_url("**#t-c1")


def test_why_opens_beside_its_claim(page: Page) -> None:
    go(page, "report:spy satellite")
    page.locator("#claim-c1 .links a", has_text="Why").click()
    expect(page.locator("#why-c1 code").first).to_be_visible(timeout=60_000)
    page.locator("#why-c1 summary").first.click()
    expect(page.locator("#why-c1 .parse")).to_contain_text("North")


def test_a_report_is_added_and_its_claims_found(page: Page, tmp_path: Path) -> None:
    (tmp_path / "tents.txt").write_text(REPORT, encoding="utf-8")
    page.goto("/add")
    page.set_input_files("input[name=files]", tmp_path / "tents.txt")
    page.get_by_label("Who published it").fill("Andean Post")
    page.get_by_label("When it was published").fill("2026-03-04")
    page.get_by_role("button", name="Take them in").click()
    expect(page.locator("#progress[data-done=true]")).to_be_visible(timeout=90_000)
    page.locator("#progress a[href^='/reports/']").first.click()
    expect(page.locator(".claim.happened")).not_to_have_count(0)
    expect(page.locator(".text")).to_contain_text("Peru sent Chile 200 tents")
    page.fill("#find", "tents")
    page.keyboard.press("Enter")
    page.locator("section[aria-labelledby=found-claim] a.hit").first.click()
    expect(page.locator("h1")).to_contain_text("Peru")


def test_the_chart_zooms_by_button_key_and_drag(page: Page) -> None:
    page.goto(DYAD.replace("?", "/chart?") + "&from=2022&to=2025")
    page.get_by_role("link", name="Nearer").click()
    expect(page.locator(".window")).not_to_contain_text("1 January 2022")
    nearer = page.locator(".window").inner_text()
    page.locator(".plot").focus()
    page.keyboard.press("-")
    # The drawing is changed for another some time after its answer has come.
    expect(page.locator(".window")).not_to_have_text(nearer)
    expect(page.locator(".plot")).to_be_focused()
    page.locator(".plot").scroll_into_view_if_needed()
    box = page.locator(".plot > svg").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + box["height"] - 40)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.7, box["y"] + box["height"] - 40)
    with page.expect_navigation():
        page.mouse.up()
    assert re.search(r"from=20\d\d-\d\d-\d\d&to=20\d\d-\d\d-\d\d", page.url)


def test_a_mark_of_the_chart_opens_its_event(page: Page) -> None:
    page.goto(DYAD.replace("?", "/chart?"))
    page.locator(".mark").first.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "/events/" in page.url


def test_the_keyboard_reaches_search_and_skips_to_the_content(page: Page) -> None:
    page.goto("/sources")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator("#find")).to_be_focused()


def test_the_theme_is_kept(page: Page) -> None:
    page.goto("/sources")
    page.get_by_role("button", name="Dark", exact=True).click()
    page.goto("/")
    assert page.evaluate("getComputedStyle(document.body).colorScheme") == "dark"
    page.get_by_role("button", name="As the system", exact=True).click()


def test_the_menu_opens_on_a_narrow_screen(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto("/")
    expect(page.locator("#menu")).to_be_hidden()
    page.get_by_role("button", name="Menu").click()
    page.locator("#menu").get_by_role("link", name="Sources").click()
    expect(page.locator("h1")).to_have_text("Sources")


@pytest.mark.parametrize("path", ["/", "report:spy satellite", "event:Signature", DYAD, DYAD.replace("?", "/chart?")])
def test_pages_are_whole_without_scripts_and_print(browser: Browser, site: str, path: str) -> None:
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    go(page, path)
    assert page.locator("h1").is_visible()
    assert page.locator("main").inner_text()
    page.emulate_media(media="print")
    assert page.locator(".top").is_hidden()
    assert page.locator("#menu").is_hidden()
    context.close()


@pytest.mark.parametrize("path", ["/add", "/compare", "/dossier", "/export", "/forecasts", "/map?actor=RUS", "/notes"])
def test_what_fits_one_sheet_is_printed_on_one(page: Page, path: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(path)
    (sheet,) = PdfReader(BytesIO(page.pdf(format="A4"))).pages
    assert page.locator("h1").inner_text() in sheet.extract_text()


def test_the_chart_zooms_with_ctrl_and_the_wheel_and_leaves_the_page_to_scroll(page: Page) -> None:
    page.goto(DYAD.replace("?", "/chart?") + "&from=2022&to=2025")
    box = page.locator(".plot").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 40)
    page.mouse.wheel(0, 60)
    # The page's policy forbids to wait for an expression: that would be code made of text.
    for _ in range(20):
        page.wait_for_timeout(100)
        if page.evaluate("window.scrollY"):
            break
    assert page.evaluate("window.scrollY") > 0
    assert "from=2022&" in page.url
    page.evaluate("window.scrollTo(0, 0)")
    page.keyboard.down("Control")
    with page.expect_response(lambda answer: "/chronology/chart" in answer.url):
        page.mouse.wheel(0, -120)
    page.keyboard.up("Control")
    page.wait_for_url(re.compile("from=202[23]-"))
    expect(page.locator("#chart")).not_to_have_attribute("data-from", "2022-01-01")
    first, last = (page.locator("#chart").get_attribute(name) or "" for name in ("data-from", "data-to"))
    assert "2022-01-01" < first < last < "2025-12-31"

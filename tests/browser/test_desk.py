"""Review in a real browser, with nothing but the keyboard; and no barriers on the pages of relations and work."""

import re
from typing import Literal

import pytest
from playwright.sync_api import Page, Response, expect

from tests.browser.axe import violations
from tests.browser.layout import fits, wide_tables

pytestmark = [pytest.mark.browser, pytest.mark.model]


def claim_of(page: Page) -> str:
    return str(page.locator(".rulings input[name=claim]").get_attribute("value"))


def press(page: Page, key: str) -> None:
    """Press a key that rules, and wait for the page that follows."""
    with page.expect_navigation():
        page.keyboard.press(key)


def test_ten_claims_are_reviewed_by_keyboard(page: Page) -> None:
    page.goto("/review")
    seen = [claim_of(page)]
    for key in "aruasudarau":
        if key in "sd" and not page.locator(f"[data-key={key}]").count():
            key = "u"
        press(page, key)
        seen.append(claim_of(page))
    assert len(set(seen)) == len(seen)
    expect(page.locator(".progress")).to_contain_text("11 ruled on by you")
    press(page, "z")
    expect(page.locator(".progress")).to_contain_text("10 ruled on by you")
    press(page, "Space")
    assert re.search(r"skip=1\b", page.url)


def test_a_claim_is_amended_by_keyboard(page: Page) -> None:
    page.goto("/review")
    before = claim_of(page)
    page.keyboard.press("e")
    page.keyboard.type("planned")
    press(page, "Enter")
    expect(page.locator(".last")).to_contain_text(f"ana amended {before}: status → planned")


def test_typing_a_reason_rules_on_nothing(page: Page) -> None:
    page.goto("/review")
    before = claim_of(page)
    page.locator(".rulings input[name=reason]").focus()
    page.keyboard.type("a rare drill")
    assert claim_of(page) == before
    assert page.locator(".rulings input[name=reason]").input_value() == "a rare drill"


PAGES = [
    "/review",
    "/review?own=1&actor=RUS",
    "/review/agreement",
    "/notes",
    "/dossier",
    "/dossier?actor=RUS",
    "/dossier?actor=RUS&actor=PRK",
    "/network",
    "/network?actor=RUS&actor=USA",
    "/map",
    "/map?actor=RUS&place=kursk",
    "/questions",
    "/questions/expedience-or-alliance",
    "/scenarios",
    "/scenarios/russia-north-korea?given=war=settled",
    "/forecasts",
]


def test_a_network_moves_on_request_and_is_saved_as_a_picture(page: Page) -> None:
    loaded: list[str] = []
    page.on("response", lambda answer: loaded.append(answer.url))
    page.goto("/network?actor=RUS&actor=PRK")
    assert not [url for url in loaded if "cytoscape" in url]
    for saved in (False, True):
        if saved:
            page.get_by_role("button", name="Draw it so that it moves").click()
            page.wait_for_selector(".moving canvas")
        with page.expect_download() as download:
            page.get_by_role("button", name="PNG").click()
        assert download.value.path().read_bytes().startswith(b"\x89PNG")
    assert [url for url in loaded if "cytoscape.min.js" in url]


def test_a_map_is_saved_as_a_picture(page: Page) -> None:
    page.goto("/map?actor=RUS")
    with page.expect_download() as download:
        page.get_by_role("button", name="PNG").click()
    assert download.value.path().read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("path", PAGES)
def test_a_page_loads_little_script(page: Page, path: str) -> None:
    # Bytes as they are, not as they come compressed; what a drawing loads on request is not among them.
    scripts: list[Response] = []
    page.on("response", lambda answer: scripts.append(answer) if ".js" in answer.url else None)
    page.goto(path, wait_until="networkidle")
    # Bodies are asked for here: asked for where an answer is heard of, they may come after the sum.
    assert 0 < sum(len(script.body()) for script in scripts) <= 300_000


@pytest.mark.parametrize("path", PAGES)
# What is dark differs in colours alone.
@pytest.mark.parametrize(("scheme", "width"), [("light", 360), ("light", 1280), ("dark", 1280)])
def test_nothing_bars_anybody_and_nothing_overflows(
    page: Page, path: str, scheme: Literal["light", "dark"], width: int
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(path)
    assert violations(page) == []
    assert fits(page)
    assert wide_tables(page) == []

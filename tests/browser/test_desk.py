"""Review in a real browser, with nothing but the keyboard; and no barriers on the pages of relations and work."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations

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
]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_bars_anybody_and_nothing_overflows(page: Page, path: str, scheme: str, width: int) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(path)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

"""Notes in a real browser: written where something is judged, found again there and among all notes, taken back."""

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.model]


def write(form: Locator, words: str) -> None:
    """Write a note into a form and keep it."""
    form.get_by_label("Add a note").fill(words)
    form.get_by_role("button", name="Keep the note").click()


@pytest.mark.parametrize("path", ["/questions/gulf-detente", "/scenarios/grain-corridor"])
def test_a_note_on_what_is_judged_is_found_again(page: Page, path: str) -> None:
    words = f"Who judged {path}?"
    page.goto(path)
    title = page.locator("h1").inner_text()
    write(page.locator("#notes .note-form"), words)
    kept = page.locator("#notes .note", has_text=words)
    expect(kept).to_be_visible()
    expect(kept).to_contain_text("ana")
    expect(page).to_have_url(f"{path}#notes")
    page.goto("/notes")
    listed = page.locator("#notes .note", has_text=words)
    listed.get_by_role("link", name=title[:40]).click()
    expect(page).to_have_url(f"{path}#notes")
    kept.get_by_role("button", name="Take back").click()
    expect(page.locator("#notes .none")).to_be_visible()
    expect(kept).to_have_count(0)


def test_a_note_on_a_forecast_is_found_again(page: Page) -> None:
    page.goto("/forecasts")
    entered = page.locator("form.fields[action='/forecasts']")
    for place, name in enumerate(("RUS", "PRK")):
        entered.locator("input[name=actor]").nth(place).fill(name)
    entered.locator("input[name=opened]").fill("2024-06-01")
    entered.locator("input[name=percent]").fill("30")
    entered.get_by_role("button").click()
    entry = page.locator("main li[id^=f-]")
    expect(entry).to_have_count(1)
    entry.locator("details.no-print summary").click()
    write(entry.locator(".note-form"), "Too low by half.")
    kept = entry.locator(".note", has_text="Too low by half.")
    expect(kept).to_be_visible()
    spot = str(entry.get_attribute("id"))
    expect(page).to_have_url(f"/forecasts#{spot}")
    page.goto("/notes")
    page.locator("#notes .note", has_text="Too low by half.").get_by_role("link").click()
    expect(page).to_have_url(f"/forecasts#{spot}")
    expect(kept).to_be_in_viewport()

"""How a page fits its window."""

from playwright.sync_api import Page

WIDE_TABLES = """() => [...document.querySelectorAll("main .scroll")]
  .filter(one => one.scrollWidth > one.clientWidth && one.querySelector("[data-stacks]"))
  .map(one => `${one.getAttribute("aria-label") ?? one.outerHTML.slice(0, 80)}: ${one.scrollWidth}`)"""


def fits(page: Page) -> bool:
    """Tell whether a page is no wider than its window."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def wide_tables(page: Page) -> list[str]:
    """Return the tables that have to be scrolled sideways, each by its label with its width."""
    found: list[str] = page.evaluate(WIDE_TABLES)
    return found

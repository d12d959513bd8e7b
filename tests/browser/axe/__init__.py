"""axe-core 4.14.1 (MPL-2.0, from npm, unchanged): checks a page for barriers. Used in tests alone."""

from functools import cache
from pathlib import Path

from playwright.sync_api import Page

# WCAG 2.2 up to AA, and what axe calls good practice.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@cache
def source() -> str:
    """Return the script."""
    return (Path(__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """Return what is wrong with a page, one line for each element: rule, element, and why."""
    page.evaluate(source())
    found = page.evaluate("tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", TAGS)
    return [
        f"{rule['id']}: {node['html'][:160]}: {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]

"""A hostile report in a real browser: every page is opened, and nothing of the report runs."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from legation.reading.reader import Reader
from legation.web.shelf import Holding
from tests.browser.conftest import serve
from tests.web.hostile import ATTACKS, make_hostile
from tests.web.test_hostile import STARTS

pytestmark = [pytest.mark.browser, pytest.mark.model]


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("hostile")
    make_hostile(folder / "record.db", folder, reader)
    yield from serve(Holding(str(folder / "record.db"), author=ATTACKS[1]))


def test_nothing_of_a_report_runs(browser: Browser, hostile_site: str) -> None:
    context = browser.new_context(base_url=hostile_site)
    page = context.new_page()
    happened: list[str] = []
    page.on("dialog", lambda dialog: (happened.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: happened.append(str(error)))
    page.on("console", lambda line: happened.append(line.text) if "Content Security" in line.text else None)
    page.on(
        "request", lambda asked: None if asked.url.startswith((hostile_site, "data:")) else happened.append(asked.url)
    )
    todo, seen = list(STARTS), set(STARTS)
    shown = 0
    while todo and shown < 60:
        address = todo.pop(0)
        page.goto(address)
        shown += 1
        assert page.evaluate("window.pwned") is None, address
        assert page.locator("x-pwn").count() == 0, address
        links = page.eval_on_selector_all("a[href^='/']", "found => found.map(one => one.getAttribute('href'))")
        for link in links:
            plain = link.partition("#")[0]
            if plain not in seen and not plain.startswith(("/export?", "/api/")):
                seen.add(plain)
                todo.append(plain)
    assert happened == []
    assert shown > 20
    context.close()

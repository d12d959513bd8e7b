"""The brief in a real browser: complete without a network, whole at every width, each line opens its words."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, sync_playwright

from legation.cli.main import legation

pytestmark = [pytest.mark.browser, pytest.mark.model]
SAMPLES = Path(__file__).parents[2] / "src" / "legation" / "samples"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


@pytest.fixture(scope="module")
def brief(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("brief")
    record, page = folder / "record.db", folder / "brief.html"
    for arguments in (["add", str(SAMPLES)], ["brief", "RUS", "PRK", "-o", str(page)]):
        done = CliRunner().invoke(legation, ["--record", str(record), *arguments])
        assert done.exit_code == 0, done.output
    return page


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    executable = shutil.which("chromium")
    assert executable, "Debian's chromium is not installed: apt-get install chromium"
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Browser, brief: Path) -> Iterator[Page]:
    opened = browser.new_page()
    opened.goto(brief.as_uri())
    yield opened
    opened.close()


def test_it_asks_for_nothing_but_itself(browser: Browser, brief: Path) -> None:
    page = browser.new_page()
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(brief.as_uri())
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert faults == []
    page.close()


def test_each_line_opens_its_words(page: Page) -> None:
    links = page.locator("a:has-text('read in context')")
    assert links.count() > 10
    for link in links.all():
        target = link.get_attribute("href")
        assert target
        assert target.startswith("#")
        assert page.locator(f"[id='{target[1:]}']").count() == 1


def test_possible_is_told_from_done_in_words(page: Page) -> None:
    text = page.inner_text("main")
    for word in ("happened", "possible", "conditional", "planned"):
        assert word in text


@pytest.mark.parametrize("width", [360, 768, 1440, 3840])
def test_no_line_runs_out_of_the_page(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.evaluate(
        "[...document.querySelectorAll('.glance .scroll')].every(one => one.scrollWidth <= one.clientWidth)"
    )

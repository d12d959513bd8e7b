"""A team's house in a real browser: log-in, invitation, roles, the log, another language; without barriers."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from legation.web.house import House
from legation.web.shelf import Holding
from tests.browser.axe import violations
from tests.browser.conftest import serve
from tests.browser.layout import fits, wide_tables
from tests.web.houses import PASSWORD, make_team

pytestmark = [pytest.mark.browser, pytest.mark.model]


@pytest.fixture(scope="module")
def house(sample_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("house")
    shutil.copy(sample_record, folder / "gulf.db")
    make_team(str(folder / "team.db"), folder / "gulf.db")
    yield from serve(Holding(str(folder / "none.db")), House(accounts=str(folder / "team.db")))


def open_page(browser: Browser, house: str) -> Page:
    return browser.new_context(base_url=house, viewport={"width": 1280, "height": 900}).new_page()


def log_in(page: Page, name: str, password: str = PASSWORD) -> None:
    page.goto("/login")
    page.get_by_label("Name to log in with").fill(name)
    page.get_by_label("Password").fill(password)
    with page.expect_navigation():
        page.get_by_role("main").get_by_role("button", name="Log in").click()


def test_an_admin_invites_and_a_guest_works_in_the_project(browser: Browser, house: str) -> None:
    admin, guest = open_page(browser, house), open_page(browser, house)
    log_in(admin, "root")
    admin.goto("/team")
    admin.get_by_label("For whom").fill("Mina")
    admin.locator("form[action='/team/invitations'] select[name=role]").select_option("analyst")
    admin.get_by_role("button", name="Make an invitation").click()
    address = admin.get_by_label("Address of the invitation").input_value()
    guest.goto(address)
    guest.get_by_label("Name to log in with").fill("mina")
    guest.get_by_label("Password").fill("six quiet words of mine")
    guest.get_by_label("The same again").fill("six quiet words of mine")
    with guest.expect_navigation():
        guest.get_by_role("button", name="Open my account").click()
    guest.get_by_role("link", name="The Gulf").click()
    guest.wait_for_url("**/p/gulf/")
    guest.goto("/p/gulf/review")
    guest.keyboard.press("a")
    guest.wait_for_url("**/p/gulf/review?*")
    answer = guest.goto("/p/gulf/add")
    assert answer is not None
    assert answer.status == 403
    admin.goto("/team/log?account=mina")
    expect(admin.get_by_text("Changed the record")).to_have_count(1)
    expect(admin.get_by_text("Refused")).to_have_count(1)


def test_a_wrong_password_says_so_and_the_right_one_leads_on(browser: Browser, house: str) -> None:
    page = open_page(browser, house)
    log_in(page, "rita", "not this one at all")
    expect(page.get_by_role("alert")).to_be_visible()
    log_in(page, "rita")
    page.wait_for_url("**/projects")
    page.get_by_role("button", name="Log out").click()
    page.wait_for_url("**/login")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_barriers_on_the_pages_of_the_team(browser: Browser, house: str, theme: Literal["light", "dark"]) -> None:
    page = open_page(browser, house)
    page.emulate_media(color_scheme=theme)
    page.goto("/login")
    assert violations(page) == []
    log_in(page, "root")
    for address in ("/projects", "/account", "/team", "/team/log", "/p/gulf/export", "/p/gulf/api"):
        page.goto(address)
        assert violations(page) == [], address
        page.set_viewport_size({"width": 360, "height": 800})
        assert fits(page), address
        assert wide_tables(page) == [], address
        page.set_viewport_size({"width": 1280, "height": 900})


def test_the_interface_in_korean(browser: Browser, house: str) -> None:
    page = open_page(browser, house)
    log_in(page, "rita")
    page.get_by_role("button", name="한국어").click()
    expect(page.locator("html")).to_have_attribute("lang", "ko")
    expect(page.get_by_role("heading", name="프로젝트")).to_be_visible()

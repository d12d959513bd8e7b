"""What admins see to in the browser."""

import re

import pytest

from legation.web.limits import Counter
from legation.workspace.team.audit import Deed
from tests.web.houses import Estate, post

pytestmark = pytest.mark.model


@pytest.fixture(autouse=True)
def fresh_counter(estate: Estate) -> None:
    estate.app.state.counter = Counter()


def test_an_invitation_is_shown_once(estate: Estate) -> None:
    browser = estate.browser("root")
    page = post(browser, "/team/invitations", "/team", role="reader", project="gulf", note="for Nour", days="3").text
    address = re.search(r'value="http://127\.0\.0\.1(/invitations/[^"]+)"', page)
    assert address
    assert estate.browser().get(address[1]).status_code == 200
    assert address[1] not in browser.get("/team").text
    invitation = re.search(r"/team/invitations/(\w+)/withdraw", browser.get("/team").text)
    assert invitation
    post(browser, f"/team/invitations/{invitation[1]}/withdraw", "/team")
    assert estate.browser().get(address[1]).status_code == 404


def test_an_invitation_that_makes_no_sense_says_so(estate: Estate) -> None:
    answer = post(estate.browser("root"), "/team/invitations", "/team", role="reader", project="gulf", days="400")
    assert answer.status_code == 422
    assert "1 to 90 days" in answer.text


def test_roles_are_given_and_taken(estate: Estate) -> None:
    browser, rita = estate.browser("root"), estate.browser("rita")
    assert rita.get("/p/nile/").status_code == 404
    post(browser, "/team/projects/nile/members", "/team", name="rita", role="editor")
    assert rita.get("/p/nile/").status_code == 200
    post(browser, "/team/projects/nile/members", "/team", name="rita", role="")
    assert rita.get("/p/nile/").status_code == 404


def test_accounts_are_closed_and_opened_again(estate: Estate) -> None:
    browser, olga = estate.browser("root"), estate.browser("olga")
    post(browser, "/team/accounts/olga", "/team", is_open="false")
    assert olga.get("/projects").status_code == 303
    post(browser, "/team/accounts/olga", "/team", is_open="true")
    assert estate.browser("olga").get("/projects").status_code == 200


def test_an_admin_no_longer_sees_the_team(estate: Estate) -> None:
    browser, anja = estate.browser("root"), estate.browser("anja")
    post(browser, "/team/accounts/anja", "/team", is_admin="true")
    assert anja.get("/team").status_code == 200
    post(browser, "/team/accounts/anja", "/team", is_admin="false")
    assert anja.get("/team").status_code == 403
    assert "only admin" in post(browser, "/team/accounts/root", "/team", is_admin="false").text


def test_the_log_is_read_by_pages(estate: Estate) -> None:
    for number in range(105):
        estate.team.note(Deed("rita", "login refused", f"number {number}"))
    browser = estate.browser("root")
    first = browser.get("/team/log").text
    older = re.search(r'href="(/team/log\?before=\d+)"', first)
    assert older
    assert first.count("<tr") == 101
    assert "Team founded" not in first
    assert "Team founded" in browser.get(older[1]).text

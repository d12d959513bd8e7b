"""Logging in and out, invitations, passwords: what works, and attempts to get in otherwise."""

import re

import pytest

from legation.web.limits import SAME_ADDRESS, SAME_PAIR, Counter
from legation.web.security import SESSION_COOKIE, TOKEN_HEADER
from legation.workspace.team.invitations import Offer
from legation.workspace.team.roles import Role
from tests.web.houses import PASSWORD, Estate, post, token_in

pytestmark = pytest.mark.model


@pytest.fixture(autouse=True)
def fresh_counter(estate: Estate) -> None:
    estate.app.state.counter = Counter()


def log_in(estate: Estate, name: str, password: str = PASSWORD, back: str = "/projects") -> tuple[int, str]:
    browser = estate.browser()
    answer = post(browser, "/login", "/login", name=name, password=password, back=back)
    return answer.status_code, answer.headers.get("location", "")


def test_in_and_out(estate: Estate) -> None:
    browser = estate.browser()
    asked = browser.get("/p/gulf/?x=1")
    assert asked.headers["location"] == "/login?back=%2Fp%2Fgulf%2F%3Fx%3D1"
    answer = post(browser, "/login", asked.headers["location"], name="Rita", password=PASSWORD, back="/p/gulf/?x=1")
    assert answer.headers["location"] == "/p/gulf/?x=1"
    assert browser.get("/p/gulf/").status_code == 200
    secret = browser.cookies[SESSION_COOKIE]
    assert post(browser, "/logout", "/projects").headers["location"] == "/login"
    stolen = estate.browser()
    stolen.cookies.set(SESSION_COOKIE, secret)
    assert stolen.get("/p/gulf/").status_code == 303


@pytest.mark.parametrize(
    ("name", "password"),
    [("rita", "wrong words at all"), ("nobody", PASSWORD), ("rita'--", PASSWORD), ("rita", "x" * 300)],
)
def test_who_is_not_let_in_learns_nothing_about_names(estate: Estate, name: str, password: str) -> None:
    browser = estate.browser()
    answer = post(browser, "/login", "/login", name=name, password=password)
    assert answer.status_code == 401
    assert "do not belong together" in answer.text
    assert SESSION_COOKIE not in browser.cookies


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_the_login_sends_nobody_elsewhere(estate: Estate, back: str) -> None:
    assert log_in(estate, "rita", back=back) == (303, "/")


def test_guessing_is_slowed_down(estate: Estate) -> None:
    codes = [log_in(estate, "rita", f"guess number {number}")[0] for number in range(SAME_PAIR.times + 1)]
    assert codes == [401] * SAME_PAIR.times + [429]
    # Nor does the right password help until then: a guesser would know it by that.
    assert log_in(estate, "rita")[0] == 429
    # Others may still come in.
    assert log_in(estate, "anja")[0] == 303


def test_one_address_trying_many_names_is_slowed_down(estate: Estate) -> None:
    codes = [log_in(estate, f"user{number}", "password1234")[0] for number in range(SAME_ADDRESS.times + 1)]
    assert codes[-1] == 429


def test_a_flood_of_changes_is_slowed_down(estate: Estate) -> None:
    browser = estate.browser("anja")
    headers = {TOKEN_HEADER: token_in(browser, "/nowhere")}
    codes = [browser.post("/p/gulf/notes", headers=headers).status_code for _ in range(245)]
    assert codes[0] == 422
    assert codes[-1] == 429


def test_a_login_forged_by_another_page_fails(estate: Estate) -> None:
    browser = estate.browser()
    browser.get("/login")
    answer = browser.post("/login", data={"name": "rita", "password": PASSWORD})
    assert answer.status_code == 403


def test_a_token_of_one_session_is_no_good_in_another(estate: Estate) -> None:
    stolen = token_in(estate.browser("olga"), "/projects")
    answer = estate.browser("rita").post("/logout", headers={TOKEN_HEADER: stolen})
    assert answer.status_code == 403


def test_a_session_planted_before_login_is_not_taken_over(estate: Estate) -> None:
    browser = estate.browser()
    browser.cookies.set(SESSION_COOKIE, "planted-by-an-attacker")
    answer = post(browser, "/login", "/login", name="rita", password=PASSWORD)
    assert "planted" not in answer.headers["set-cookie"]
    planted = estate.browser()
    planted.cookies.set(SESSION_COOKIE, "planted-by-an-attacker")
    assert planted.get("/projects").status_code == 303


def test_the_cookie_is_kept_from_scripts_and_other_sites(estate: Estate) -> None:
    answer = post(estate.browser(), "/login", "/login", name="rita", password=PASSWORD)
    assert re.search(r"legation_session=[^;]{43}; HttpOnly; Path=/; SameSite=lax", answer.headers["set-cookie"])


def test_an_invitation_opens_an_account_in_its_project(estate: Estate) -> None:
    _, secret = estate.team.invite(Offer(Role.ANALYST, "gulf", "for Mina"), "root")
    browser, page = estate.browser(), f"/invitations/{secret}"
    form = {"name": "mina", "title": "Mina <b>", "password": "words that are quiet"}
    assert "do not" not in browser.get(page).text
    differ = post(browser, page, page, **form, again="other words entirely")
    assert (differ.status_code, "not the same" in differ.text) == (422, True)
    weak = post(browser, page, page, **{**form, "password": "short"}, again="short")
    assert "at least 12 characters" in weak.text
    taken = post(browser, page, page, **{**form, "name": "RITA"}, again=form["password"])
    assert "this name is taken" in taken.text
    assert post(browser, page, page, **form, again=form["password"]).status_code == 303
    assert "Mina &lt;b&gt;" in browser.get("/p/gulf/").text
    assert estate.browser().get(page).status_code == 404


def test_invitations_cannot_be_guessed(estate: Estate) -> None:
    browser = estate.browser()
    codes = {browser.get(f"/invitations/{number:043d}").status_code for number in range(SAME_ADDRESS.times + 1)}
    assert codes == {404, 429}


def test_another_password(estate: Estate) -> None:
    elsewhere, browser = estate.browser("ed"), estate.browser("ed")
    new = "five other quiet words"
    wrong = post(browser, "/account/password", "/account", old="not it at all", password=new, again=new)
    assert "present password is another" in wrong.text
    answer = post(browser, "/account/password", "/account", old=PASSWORD, password=new, again=new)
    assert answer.headers["location"] == "/account?done=true"
    assert "is changed" in browser.get("/account?done=true").text
    assert elsewhere.get("/projects").status_code == 303
    assert log_in(estate, "ed")[0] == 401
    assert log_in(estate, "ed", new)[0] == 303

"""Who gets where: every route of the application is asked by everybody, and nobody gets further than their role."""

import re
from pathlib import Path

import httpx
import pytest
from fastapi.routing import APIRoute

from legation.web.limits import Counter
from legation.web.pages import PAGES, TEAM_PAGES
from legation.web.security import TOKEN_HEADER
from legation.workspace.workspace import Workspace
from tests.web.houses import Estate, post, token_in

pytestmark = pytest.mark.model

PEOPLE = {None: 0, "olga": 1, "rita": 2, "anja": 3, "ed": 4, "root": 5}
ANYBODY, LOGGED_IN, READER, ANALYST, EDITOR, ADMIN = range(6)


def expected(method: str, path: str) -> int:
    """Say who may do what, apart from the code that decides it."""
    if path in {"/login", "/invitations/{secret}", "/preferences"}:
        return ANYBODY
    if path in {"/logout", "/account", "/account/password", "/projects"}:
        return LOGGED_IN
    if path.startswith("/team"):
        return ADMIN
    if path.startswith(("/add", "/import")) or (method != "GET" and path.startswith("/sources")):
        return EDITOR
    return READER if method == "GET" else ANALYST


def routes() -> list[tuple[str, str]]:
    """Return every route there is, as (method, path)."""
    found = [route for router in (*PAGES, *TEAM_PAGES) for route in router.routes]
    assert all(isinstance(route, APIRoute) for route in found)
    return sorted((method, route.path) for route in found if isinstance(route, APIRoute) for method in route.methods)


def ask(estate: Estate, name: str | None, method: str, path: str) -> httpx.Response:
    """Ask a route of the project gulf as somebody, with the right token, but with nothing a change would need."""
    estate.app.state.counter = Counter()
    browser = estate.browser(name)
    inside = expected(method, path) in {READER, ANALYST, EDITOR}
    filled = "/".join("x" if part.startswith("{") else part for part in path.split("/"))
    headers = {TOKEN_HEADER: token_in(browser, "/nowhere")} if method != "GET" else {}
    return browser.request(method, f"/p/gulf{filled}" if inside else filled, headers=headers)


def is_let_in(answer: httpx.Response) -> bool:
    return answer.status_code not in {401, 403} and not answer.headers.get("location", "").startswith("/login?back")


@pytest.mark.parametrize(("method", "path"), routes())
def test_nobody_gets_further_than_their_role(estate: Estate, method: str, path: str) -> None:
    needed = expected(method, path)
    let_in = {name for name in PEOPLE if is_let_in(ask(estate, name, method, path))}
    # A project one is no member of is not even refused: it is not there.
    not_there = {"olga"} if needed in {READER, ANALYST, EDITOR} else set()
    assert let_in - not_there == {name for name, level in PEOPLE.items() if level >= needed}
    if not_there:
        assert ask(estate, "olga", method, path).status_code == 404


def test_the_table_has_every_kind_of_route() -> None:
    assert {expected(*route) for route in routes()} >= {ANYBODY, LOGGED_IN, READER, ANALYST, ADMIN}


@pytest.mark.parametrize("path", ["/", "/search", "/review", "/anything"])
def test_without_a_project_no_record_is_shown(estate: Estate, path: str) -> None:
    answer = estate.browser("root").get(path)
    assert (answer.status_code, answer.headers.get("location")) in {(303, "/projects"), (404, None)}


def test_a_closed_project_is_not_there(estate: Estate) -> None:
    assert estate.browser("rita").get("/p/gulf/").status_code == 200
    estate.team.close_project("gulf", "root")
    assert estate.browser("rita").get("/p/gulf/").status_code == 404
    estate.team.close_project("gulf", "root", is_open=True)


@pytest.mark.parametrize("trick", ["/p/gulf/../nile/", "/p/gulf//p/nile/", "/p//", "/p/GULF/", "/p/nile%2f..%2fgulf/"])
def test_tricks_with_the_path_lead_into_no_other_project(estate: Estate, trick: str) -> None:
    answer = estate.browser("olga").get(trick)
    assert "The Gulf" not in answer.text
    assert answer.status_code in {200, 303, 404}


def test_each_project_shows_its_own_record(estate: Estate) -> None:
    assert estate.browser("rita").get("/p/gulf/api/counts").json()["documents"] > 0
    assert estate.browser("olga").get("/p/nile/api/counts").json()["documents"] == 0


def test_what_is_refused_and_what_is_changed_is_logged(estate: Estate) -> None:
    post(estate.browser("rita"), "/p/gulf/notes")
    refused = estate.browser("root").get("/team/log?account=rita").text
    assert "POST /notes" in refused
    assert "Refused" in refused


def test_one_who_decides_is_the_author(estate: Estate) -> None:
    browser = estate.browser("anja")
    token = token_in(browser, "/nowhere")
    page = browser.get("/p/gulf/review").text
    claim = page.split('name="claim" value="', 1)[1].split('"', 1)[0]
    answer = browser.post(
        "/p/gulf/review", data={"claim": claim, "ruling": "accept", "author": "root"}, headers={TOKEN_HEADER: token}
    )
    assert answer.status_code in {200, 303}
    with Workspace(str(Path(estate.folder) / "gulf.db"), create=False) as record:
        assert [listed.decision.author for listed in record.decisions()] == ["anja"]
    assert "Changed the record" in estate.browser("root").get("/team/log?account=anja").text


GRADE = {"ruling": "grade", "subject": "Harbour Wire", "grade": "B"}


@pytest.mark.parametrize(("name", "status"), [("rita", 403), ("anja", 403), ("ed", 303)])
def test_outlets_are_graded_by_editors_alone(estate: Estate, name: str, status: int) -> None:
    estate.app.state.counter = Counter()
    assert post(estate.browser(name), "/p/gulf/decisions", **GRADE).status_code == status
    if status == 303:
        with Workspace(str(estate.folder / "gulf.db"), create=False) as workspace:
            grade = workspace.decisions()[-1].decision
        assert post(estate.browser("anja"), f"/p/gulf/decisions/{grade.uid}/undo").status_code == 403
        assert post(estate.browser("ed"), f"/p/gulf/decisions/{grade.uid}/undo").status_code == 303


@pytest.mark.parametrize(
    "path", ["", "/reports", "/sources", "/review", "/notes", "/search?q=troops", "/chronology?a=RUS&b=PRK"]
)
def test_nobody_is_offered_what_their_role_does_not_allow(estate: Estate, path: str) -> None:
    estate.app.state.counter = Counter()
    pages = {name: estate.browser(name).get(f"/p/gulf{path or '/'}").text for name in ("rita", "anja", "ed")}
    forms = {name: set(re.findall(r'action="/p/gulf(/[^"]*)" method="post"', page)) for name, page in pages.items()}
    assert forms["rita"] == {"/preferences"}
    assert forms["anja"] <= forms["ed"]
    for name, may_add in (("rita", False), ("anja", False), ("ed", True)):
        assert ('href="/p/gulf/add"' in pages[name]) is may_add, name


def test_an_analyst_is_offered_rulings_and_no_grades(estate: Estate) -> None:
    estate.app.state.counter = Counter()
    listed = estate.browser("anja").get("/p/gulf/chronology?a=RUS&b=PRK").text
    event = re.findall(r'href="(/p/gulf/events/[^"]+)"', listed)[0]
    assert 'action="/p/gulf/decisions"' in estate.browser("anja").get(event).text
    assert 'action="/p/gulf/decisions"' not in estate.browser("rita").get(event).text
    assert 'name="grade"' not in estate.browser("anja").get("/p/gulf/sources").text
    assert 'name="grade"' in estate.browser("ed").get("/p/gulf/sources").text

"""The record as it stood on a day: shown by every page, carried by every link and form, changed by none."""

import datetime as dt
import re
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from legation.reading.reader import Reader
from legation.web.app import make_app
from legation.web.links import Base, Links
from legation.web.shelf import Holding
from legation.web.templating import load_environment
from legation.workspace.workspace import Workspace
from tests.web.conftest import HERE, SAMPLES, links_of, token_for

FIRST, SECOND = "01-agency-visit.txt", "04-translated-troops.txt"
THEN = "2026-03-01"
OWN = r"/(?:static|add|review|preferences)(?:[/?]|$)"


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Iterator[TestClient]:
    """Return a browser on a record that took in one report on 1 March and another on the 5th."""
    path = tmp_path_factory.mktemp("past") / "record.db"
    for day, name in ((1, FIRST), (5, SECOND)):
        at = dt.datetime(2026, 3, day, 12, tzinfo=dt.UTC)
        with Workspace(str(path), reader=reader, clock=lambda at=at: at) as workspace:
            assert [added.problem for added in workspace.add([str(SAMPLES / name)])] == [None]
    with TestClient(make_app(Holding(str(path), author="ana")), base_url=HERE) as client:
        yield client


PAGES = (
    "/",
    "/reports",
    "/chronology?a=RUS&b=PRK",
    "/chronology/chart?a=RUS&b=PRK",
    "/dossier?actor=RUS",
    "/dossier?actor=RUS&actor=PRK",
    "/network?actor=RUS",
    "/map?actor=RUS",
    "/compare",
    "/search?q=troops",
    "/sources",
    "/questions",
    "/questions/expedience-or-alliance",
    "/scenarios/russia-north-korea",
    "/forecasts",
    "/notes",
    "/export",
)


def at(path: str, day: str = THEN) -> str:
    return f"{path}{'&' if '?' in path else '?'}as_of={day}"


@pytest.mark.model
@pytest.mark.parametrize("path", PAGES)
def test_every_page_says_so_carries_it_and_offers_no_change(past: TestClient, path: str) -> None:
    page = past.get(at(path))
    assert page.status_code == 200
    assert "As the record stood on 1 March 2026." in page.text
    carried = [link for link in links_of(page.text) if not re.match(OWN, link) and link != path]
    assert [link for link in carried if f"as_of={THEN}" not in link] == []
    assert set(re.findall(r'action="([^"]*)" method="post"', page.text)) == {"/preferences"}
    forms = re.findall(r'<form[^>]*method="get".*?</form>', page.text, re.DOTALL)
    assert all(f'name="as_of" value="{THEN}"' in form for form in forms)


@pytest.mark.model
def test_a_report_that_came_later_is_not_there_yet(past: TestClient) -> None:
    later = next(link for link in links_of(past.get("/reports").text) if re.match(r"/reports/\w+$", link))
    assert past.get(later).status_code == 200
    assert past.get(at(later)).status_code == 404
    assert past.get(at("/api/counts")).json()["documents"] == 1 < past.get("/api/counts").json()["documents"]
    assert past.get(at("/api/counts", "2026-02-01")).json()["documents"] == 0


@pytest.mark.model
def test_before_the_first_report_the_front_does_not_ask_for_more(past: TestClient) -> None:
    page = past.get("/?as_of=2025").text
    assert "No report had been added by then." in page
    assert 'class="button primary" href="/add"' not in page


@pytest.mark.model
def test_the_way_back_leads_to_the_same_page_as_it_is(past: TestClient) -> None:
    page = past.get(at("/chronology?a=RUS&b=PRK")).text
    assert '<a class="no-print" href="/chronology?a=RUS&amp;b=PRK">' in page
    assert "As the record stood" not in past.get("/chronology?a=RUS&b=PRK&as_of=now").text


@pytest.mark.model
@pytest.mark.parametrize("day", ["yesterday", "2026-02-30", "9999-13", "%00", "' OR 1", "2026-03-01T25:00"])
def test_what_is_no_day_is_refused_with_a_page_that_leads_out(past: TestClient, day: str) -> None:
    answer = past.get(f"/chronology?a=RUS&as_of={day}")
    assert answer.status_code == 422
    assert "give a day" in answer.text
    assert not any("as_of" in link for link in links_of(answer.text))


@pytest.mark.model
def test_nothing_is_changed_in_the_past(past: TestClient) -> None:
    data = {"actor": ["RUS", "PRK"], "wanted": "true", "token": token_for(past)}
    answer = past.post(at("/follows"), data=data)
    assert answer.status_code == 422
    assert "cannot be changed" in answer.text
    assert past.get("/chronology?a=RUS&b=PRK").text.count('aria-pressed="true"') == 2  # theme and language
    assert past.post(at("/preferences"), data={"theme": "dark", "token": token_for(past)}).status_code == 200


@pytest.mark.model
def test_the_page_of_an_event_of_then_has_the_claims_of_then(past: TestClient) -> None:
    listed = past.get(at("/chronology?a=RUS&b=PRK")).text
    event = next(link for link in links_of(listed) if link.startswith("/events/"))
    page = past.get(event).text
    assert past.get(event).status_code == 200
    assert "As the record stood" in page
    assert 'action="/decisions"' not in page


def test_every_form_of_every_template_is_fit_for_the_past() -> None:
    environment = load_environment()
    assert environment.loader is not None
    for name in environment.list_templates():
        source = environment.loader.get_source(environment, name)[0]
        made = Links(environment).preprocess(source, name)
        assert made.count("as_of_field()") == source.count('method="get"'), name
        harmless = len(re.findall(r'action="/(?:logout|preferences)"[^>]*method="post"', source))
        assert made.count("{% if offers('/") == source.count('method="post"') - harmless, name


@pytest.mark.parametrize(
    ("path", "link"),
    [
        ("/", "/l/p/x/?as_of=2026-03-01T10%3A00%2B09%3A00"),
        ("/search?q=a#found", "/l/p/x/search?q=a&as_of=2026-03-01T10%3A00%2B09%3A00#found"),
        ("/search?as_of=2025&q=a", "/l/p/x/search?as_of=2025&q=a"),
        ("/search?q=a&as_of=now", "/l/p/x/search?q=a"),
        ("/search?as_of=now&q=a", "/l/p/x/search?q=a"),
        ("/add", "/l/p/x/add"),
        ("/static/js/room.js", "/l/static/js/room.js"),
        ("/p/other/", "/l/p/other/"),
    ],
)
def test_where_a_day_is_carried(path: str, link: str) -> None:
    assert Base("/l", "/p/x", "2026-03-01T10:00+09:00").link(path) == link

"""The front, sources and comparisons: what changed, who contributes, where reports differ."""

import re

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import token_for

pytestmark = pytest.mark.model


def test_everything_is_news_until_it_is_marked_as_read(client: TestClient) -> None:
    assert re.search(r'New events <span class="soft small number">\d{3}</span>', client.get("/").text)
    page = client.post("/visits", data={"token": token_for(client)}).text
    assert "since you last marked it as read" in page
    assert "Nothing has come in or changed since" in page


def test_a_ruling_shows_among_the_changes(client: TestClient) -> None:
    client.post("/visits", data={"token": token_for(client)})
    event = re.findall(r'href="/events/([^"]+)">Visit', client.get("/chronology?a=RUS&b=PRK").text)[0]
    ruling = {"token": token_for(client), "ruling": "reject", "subject": event}
    assert client.post("/decisions", data=ruling).status_code == 200
    assert re.search(r"<h3>Gone", client.get("/").text)


def test_what_is_followed_stands_on_the_front_with_its_latest_events(client: TestClient) -> None:
    data = {"token": token_for(client), "actor": ["RUS", "PRK"], "wanted": "true"}
    page = client.post("/follows", data=data).text
    card = page[page.index('<ul class="followed">') : page.index("</ul>", page.index('<ul class="followed">'))]
    assert "North Korea" in card
    assert len(re.findall(r'<a href="/events/', card)) == 3


def test_a_grade_is_given_with_its_reason_and_shown(client: TestClient) -> None:
    subject = re.search(r'name="subject" value="(outlet:[^"]+)"', client.get("/sources").text)
    assert subject
    data = {"token": token_for(client), "ruling": "grade", "subject": subject[1], "grade": "B", "back": "/sources",
            "reason": "right in 2024"}  # fmt: skip
    page = client.post("/decisions", data=data).text
    assert "<b>B</b>" in page
    assert "right in 2024" in page


def test_shares_are_of_all_events(reading_client: TestClient) -> None:
    shares = [
        float(share)
        for share in re.findall(r'<span class="number">([\d.]+) %</span>', reading_client.get("/sources").text)
    ]
    assert len(shares) >= 7
    assert max(shares) == shares[0]
    assert 99 < sum(shares) < 130


def test_two_reports_are_laid_beside_each_other(reading_client: TestClient) -> None:
    event = re.findall(r'href="/events/([^"]+)">Signature', reading_client.get("/compare").text)[0]
    reports = sorted(set(re.findall(r'href="/reports/(\w{12})#t-', reading_client.get(f"/events/{event}").text)))
    assert len(reports) == 2
    page = reading_client.get(f"/compare?a={reports[0]}&b={reports[1]}").text
    assert "Both tell of" in page
    assert "Only A tells of" in page
    assert f'href="/events/{event}"' in page


@pytest.mark.parametrize(("query", "status"), [("a=ffffffff&b=ffffffff", 404), ("a=x&b=", 200)])
def test_reports_that_are_not_there(reading_client: TestClient, query: str, status: int) -> None:
    assert reading_client.get(f"/compare?{query}").status_code == status


def test_no_page_loads_more_script_than_it_should(reading_client: TestClient) -> None:
    event = re.findall(r'href="(/events/[^"]+)"', reading_client.get("/chronology?a=RUS&b=PRK").text)[0]
    report = re.findall(r'href="(/reports/\w{12})"', reading_client.get("/reports").text)[0]
    dyad = ("/chronology?a=RUS&b=PRK", "/chronology/chart?a=RUS&b=PRK")
    others = ("/", "/reports", "/search?q=troops", "/sources", "/compare", "/add", "/review", "/notes")
    for page in (report, event, *dyad, *others):
        scripts = re.findall(r'<script src="([^"]+)"', reading_client.get(page).text)
        assert sum(len(reading_client.get(script).content) for script in scripts) <= 300_000, page

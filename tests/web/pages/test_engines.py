"""The pages that ask most of the record, on each engine: what one looks at, and what one changes."""

import re

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import links_of, token_for

pytestmark = pytest.mark.model
PAGES = {
    "/": "Mark all as read",
    "/reports": "Harbour Wire",
    "/chronology?a=RUS&b=PRK": "No date given",
    "/chronology/chart?a=RUS&b=PRK": "<svg",
    "/dossier?actor=RUS": "North Korea",
    "/dossier?actor=RUS&actor=PRK": "Russia and North Korea: no move beyond uncertainty",
    "/network?actor=RUS": "<svg",
    "/map?actor=RUS": "<svg",
    "/compare": 'href="/events/',
    "/search?q=troops": "<mark>troops</mark>",
    "/search?q=troops&actor=RUS&with=PRK&status=planned": "<mark>troops</mark>",
    "/sources": "Harbour Wire",
    "/review": 'name="claim"',
    "/questions/expedience-or-alliance": "<blockquote",
    "/api/events?actor=RUS&actor=PRK&limit=5": '"items"',
}


@pytest.mark.parametrize("path", PAGES)
def test_a_page_shows_what_the_record_has(either_client: TestClient, path: str) -> None:
    answer = either_client.get(path)
    assert answer.status_code == 200
    assert PAGES[path] in answer.text


@pytest.mark.parametrize("path", ["/", "/dossier?actor=RUS&actor=PRK", "/search?q=troops", "/sources"])
def test_a_page_shows_nothing_of_before_the_first_report(either_client: TestClient, path: str) -> None:
    answer = either_client.get(f"{path}{'&' if '?' in path else '?'}as_of=2020-01-01")
    assert answer.status_code == 200
    assert [link for link in links_of(answer.text) if re.match(r"/(events|reports)/\w", link)] == []


def test_an_event_and_its_report_open(either_client: TestClient) -> None:
    links = links_of(either_client.get("/chronology?a=RUS&b=PRK").text)
    event = next(link for link in links if link.startswith("/events/"))
    page = either_client.get(event)
    assert page.status_code == 200
    report = next(link for link in links_of(page.text) if link.startswith("/reports/"))
    assert either_client.get(report.partition("#")[0]).status_code == 200


def test_a_ruling_counts_and_is_taken_back(either_client: TestClient) -> None:
    def claim() -> str:
        found = re.search(r'name="claim" value="([^"]+)"', either_client.get("/review").text)
        assert found
        return found[1]

    first, token = claim(), token_for(either_client)
    after = either_client.post("/review", data={"token": token, "claim": first, "ruling": "reject"}).text
    assert f"ana rejected {first}" in after
    assert claim() != first
    uid = re.search(r'name="decision" value="([^"]+)"', after)
    assert uid
    either_client.post("/review/undo", data={"token": token, "decision": uid[1]})
    assert claim() == first


@pytest.mark.parametrize("subject", ["RUS/PRK", "RUS", "question:gulf-detente", "scenario:grain-corridor"])
def test_a_note_is_kept_and_taken_back(either_client: TestClient, subject: str) -> None:
    data = {"token": token_for(either_client), "subject": subject, "words": f"On {subject}: <b>ask</b>."}
    page = either_client.post("/notes", data=data).text
    assert f"On {subject}: &lt;b&gt;ask&lt;/b&gt;." in page
    uid = re.search(r'name="note" value="([^"]+)"', page)
    assert uid
    after = either_client.post("/notes/undo", data={"token": data["token"], "note": uid[1]}).text
    assert f"On {subject}:" not in after

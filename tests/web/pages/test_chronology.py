"""Chronologies: whole across pages, narrowed by the address, drawn with nothing dropped; what one follows."""

import re

import pytest
from fastapi.testclient import TestClient

from legation.workspace import timelines
from tests.web.conftest import token_for

pytestmark = pytest.mark.model
DYAD = "/chronology?a=RUS&b=PRK"


def events_of(page: str) -> list[str]:
    return re.findall(r'<li class="line \w+" id="e-([^"]+)"', page)


def test_pages_put_together_are_the_whole(reading_client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = events_of(reading_client.get(DYAD).text)
    monkeypatch.setattr(timelines, "PAGE", 5)
    found, address = list[str](), DYAD
    for _ in range(20):
        page = reading_client.get(address).text
        found += events_of(page)
        further = re.search(r'<a class="button" href="(/chronology\?[^"]*after=[^"]+)"', page)
        if not further:
            break
        address = further[1].replace("&amp;", "&")
    assert found == whole
    assert len(set(whole)) == len(whole) > 15


def test_the_latest_first_turns_the_dated_around(reading_client: TestClient) -> None:
    days = re.findall(r'<h2 class="month">([^<]+)</h2>', reading_client.get(DYAD + "&order=latest").text)
    assert days[0] == "September 2025" or days[0] == "August 2025"
    assert days[-1] == "No date given"


@pytest.mark.parametrize(
    ("narrowed", "holds"),
    [
        ("&status=possible", lambda page: set(re.findall(r'<li class="line (\w+)"', page)) == {"possible"}),
        ("&origins=2", lambda page: 1 <= len(events_of(page)) < 8),
        ("&type=CONSULT&from=2024&to=2024", lambda page: "18 June 2024" in page and "September 2023" not in page),
        ("&grade=A", lambda page: events_of(page) == [] and "Nothing fits these filters" in page),
    ],
)
def test_the_address_narrows(reading_client: TestClient, narrowed: str, holds: object) -> None:
    assert callable(holds)
    assert holds(reading_client.get(DYAD + narrowed).text)


def test_a_graded_outlet_lets_its_events_through(client: TestClient) -> None:
    data = {"token": token_for(client), "ruling": "grade", "subject": "Harbour Wire", "grade": "A"}
    assert client.post("/decisions", data=data).status_code == 200
    assert len(events_of(client.get(DYAD + "&grade=B").text)) > 3


def test_the_chart_draws_the_dated_and_lists_the_undated(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timelines, "MOST_UNDATED", 100)
    listed, drawn = client.get(DYAD).text, client.get(DYAD.replace("?", "/chart?")).text
    marks = set(re.findall(r'<a href="/events/([^"]+)" class="mark', drawn))
    undated = set(events_of(drawn))
    assert {name.replace(".", "-") for name in marks} | undated == set(events_of(listed))
    assert undated


def test_too_many_marks_become_counts(reading_client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timelines, "MOST_MARKS", 2)
    page = reading_client.get(DYAD.replace("?", "/chart?") + "&to=2030").text
    assert 'class="shape bar-shape"' in page
    assert "Too many to draw one by one" in page


@pytest.mark.parametrize("address", ["/chronology", "/chronology/chart"])
def test_without_an_actor_one_is_asked_for(reading_client: TestClient, address: str) -> None:
    page = reading_client.get(address).text
    assert "Told of most" in page
    assert re.search(r"a=PRK&amp;b=RUS", page)


@pytest.mark.parametrize(
    ("query", "status"),
    [("a=Atlantis", 404), ("a=RUS&b=Russia", 422), ("a=RUS&from=soon", 422), ("a=RUS&from=2025&to=2024", 422),
     ("a=RUS&status=dreamt", 422), ("a=RUS&origins=0", 422), ("a=RUS&from=2024-13", 422), ("a=RUS&from=0", 422)],
)  # fmt: skip
def test_what_makes_no_sense_is_said(reading_client: TestClient, query: str, status: int) -> None:
    for address in ("/chronology", "/chronology/chart"):
        assert reading_client.get(f"{address}?{query}").status_code == status


def test_a_dyad_is_followed_and_let_go(client: TestClient) -> None:
    def press(wanted: str) -> str:
        data = {"token": token_for(client), "actor": ["RUS", "PRK"], "wanted": wanted, "back": DYAD}
        return client.post("/follows", data=data).text

    assert 'aria-pressed="true">Following' in press("true")
    assert "Followed" in client.get("/chronology").text
    assert 'aria-pressed="false">Follow' in press("false")


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/chronology?a=RUS&b=russia", "a dyad needs two"),
        (DYAD + "&type=rumour", "no type of events"),
        ("/search?q=troops&type=rumour", "no type of events"),
        ("/api/events?actor=RUS&type=rumour", "no type of events"),
    ],
)
def test_what_cannot_be_asked_is_refused_not_left_out(reading_client: TestClient, address: str, words: str) -> None:
    answer = reading_client.get(address)
    assert answer.status_code == 422
    assert words in answer.text

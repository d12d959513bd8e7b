"""Networks in the web: from chosen actors, expanded on request, cut with a word, as picture, table, file and data."""

from xml.etree import ElementTree

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import links_of

pytestmark = pytest.mark.model


def test_a_network_is_drawn_and_told_as_a_table(reading_client: TestClient) -> None:
    page = reading_client.get("/network?actor=RUS").text
    assert "<svg" in page
    assert "/dossier?actor=PRK&actor=RUS" in links_of(page)
    assert "further partners are not shown" not in page


def test_it_expands_on_request_and_takes_actors_away(reading_client: TestClient) -> None:
    links = links_of(reading_client.get("/network?actor=RUS&actor=PRK").text)
    assert "/network?actor=RUS&actor=PRK&actor=USA" in links
    assert {"/network?actor=RUS", "/network?actor=PRK"} <= set(links)


def test_a_cut_is_said(reading_client: TestClient) -> None:
    page = reading_client.get("/network?actor=USA&partners=6").text
    assert "further partners are not shown" in page


def test_people_and_a_window_narrow_and_widen(reading_client: TestClient) -> None:
    def names(query: str) -> set[str]:
        return {node["id"] for node in reading_client.get(f"/network.json?actor=PRK{query}").json()["nodes"]}

    assert "vladimir-putin" in names("&people=1&partners=25")
    assert "vladimir-putin" not in names("&partners=25")
    assert names("&from=1990&to=1991") == {"PRK"}
    assert "RUS" in names("&from=2024-06-18&to=2024-06-20")


def test_the_file_is_a_whole_picture(reading_client: TestClient) -> None:
    answer = reading_client.get("/network.svg?actor=RUS")
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert "attachment" in answer.headers["content-disposition"]
    svg = ElementTree.fromstring(answer.text)
    names = {text.text for text in svg.findall("{*}text")}
    assert {"Russia", "North Korea"} <= names
    assert "currentColor" not in answer.text


@pytest.mark.parametrize(
    ("query", "status"),
    [("actor=nobody+at+all", 404), ("actor=RUS&partners=7", 422), ("&".join(["actor=a"] * 13), 422), ("from=x", 422)],
)
def test_what_cannot_be_asked_is_told(reading_client: TestClient, query: str, status: int) -> None:
    assert reading_client.get(f"/network?{query}").status_code == status


@pytest.mark.parametrize("path", ["/network.svg", "/network.json"])
def test_files_of_nobody_are_refused(reading_client: TestClient, path: str) -> None:
    assert reading_client.get(path).status_code == 422


def test_an_empty_record_has_a_first_page(empty_client: TestClient) -> None:
    assert empty_client.get("/network").status_code == 200
    assert "No events with others" in empty_client.get("/network?actor=RUS").text

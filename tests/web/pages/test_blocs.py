"""Blocs: who stands together, in a window and among named states; what is asked amiss is told."""

import re

import pytest
from fastapi.testclient import TestClient

pytestmark = pytest.mark.model


def test_blocs_name_their_members_and_lead_to_events(reading_client: TestClient) -> None:
    page = reading_client.get("/blocs?among=RUS,PRK,USA,KOR,JPN").text
    assert re.search(r'<h2 id="bloc-1">[^<]*(Russia|Japan)', page)
    event = re.search(r'href="(/events/[^"]+)"', page)
    assert event
    assert reading_client.get(event[1]).status_code == 200
    assert "/dossier?actor=PRK&amp;actor=RUS" in page


def test_a_window_without_reports_has_none(reading_client: TestClient) -> None:
    page = reading_client.get("/blocs?from=1950&to=1951").text
    assert "No two states have anything between them" in page
    assert 'id="bloc-1"' not in page


@pytest.mark.parametrize(
    ("query", "status"), [("from=2025&to=2024", 422), ("from=soon", 422), ("among=Atlantis", 404), ("among=,,,", 200)]
)
def test_what_is_asked_amiss_is_told(reading_client: TestClient, query: str, status: int) -> None:
    assert reading_client.get(f"/blocs?{query}").status_code == status


def test_a_long_bloc_is_headed_by_its_first_members_and_names_all_below(reading_client: TestClient) -> None:
    page = reading_client.get("/blocs?among=RUS,PRK,USA,KOR,JPN").text
    heads = re.findall(r'<h2 id="bloc-\d">(.*?) <small>', page)
    members = [re.findall(r'<li class="chip">', part) for part in re.findall(r'<ul class="chosen".*?</ul>', page)]
    assert [len(head.split(" and ")[0].split(", ")) for head in heads] == [min(len(some), 3) for some in members]

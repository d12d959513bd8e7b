"""Forecasts in the web: entered, resolved, scored with a plot and its table, and base rates in words."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from legation.workspace.workspace import Workspace
from tests.web.conftest import links_of, token_for

pytestmark = pytest.mark.model
FORM = {"actor": ["RUS", "PRK"], "type": "CONSULT", "within": "30", "opened": "2024-06-01", "percent": "30"}


def enter(client: TestClient, **fields: object) -> tuple[int, str]:
    answer = client.post("/forecasts", data={"token": token_for(client), **FORM, **fields})
    return answer.status_code, answer.text


def test_an_empty_ledger_says_so(reading_client: TestClient) -> None:
    page = reading_client.get("/forecasts").text
    assert "Nobody has forecast anything yet." in page
    assert "No forecast has ended yet." in page


def test_a_forecast_is_entered_in_words_with_its_rule(client: TestClient) -> None:
    status, page = enter(client, mutual="1", text="Will they meet in June?")
    assert status == 200
    assert "Will they meet in June?" in page
    assert "unlikely" in page
    assert "1 open" in page


def test_what_has_ended_is_resolved_by_events_and_scored(client: TestClient) -> None:
    enter(client, mutual="1", opened="2025-08-01")
    enter(client, mutual="1", opened="2025-08-01", percent="80", type="ASSAULT")
    page = client.post("/forecasts/resolve", data={"token": token_for(client)}).text
    assert "came true" in page
    assert any(link.startswith("/events/") for link in links_of(page))
    assert "Brier" in page
    assert "<svg" in page
    assert '<th scope="col" class="number">Said</th>' in page


@pytest.mark.parametrize(
    "fields",
    [
        {"percent": "0"},
        {"percent": "100"},
        {"percent": "many"},
        {"actor": ["RUS"]},
        {"actor": ["RUS", "nobody at all"]},
        {"type": "DANCE"},
        {"opened": "soon"},
        {"within": "0"},
    ],
)
def test_what_cannot_be_scored_is_refused(client: TestClient, fields: dict[str, object]) -> None:
    assert enter(client, **fields)[0] == 422
    assert "Nobody has forecast anything yet." in client.get("/forecasts").text


def test_words_of_a_forecast_are_escaped(client: TestClient) -> None:
    _, page = enter(client, text="<script>alert(1)</script>")
    assert "<script>alert" not in page


def test_base_rates_are_told_or_said_not_to_be_assessed(reading_client: TestClient) -> None:
    page = reading_client.get("/forecasts/rates?actor=RUS&actor=PRK&within=30&opened=2025-08-17&mutual=1").text
    assert "Russia &amp; North Korea" in page
    assert "not assessed" in page


def test_that_nothing_can_be_assessed_is_an_answer_in_words_of_the_page(reading_client: TestClient) -> None:
    path = "/forecasts/rates?actor=RUS&actor=PRK&within=30&opened=2040-01-01"
    answer = reading_client.get(path)
    assert answer.status_code == 200
    assert "the record knows too little of 2040-01-02; name an earlier day" in answer.text
    assert "--" not in answer.text.partition("<main")[2].partition("</main>")[0].replace("<!--", "")
    assert "평가하지 않음" in reading_client.get(path, headers={"Accept-Language": "ko"}).text


@pytest.mark.parametrize("query", ["actor=RUS", "actor=RUS&actor=PRK&opened=soon", "actor=RUS&actor=PRK&within=0"])
def test_rates_that_cannot_be_asked_are_refused(reading_client: TestClient, query: str) -> None:
    assert reading_client.get(f"/forecasts/rates?{query}").status_code == 422


def test_a_forecast_needs_the_token(client: TestClient, tmp_path: Path) -> None:
    assert client.post("/forecasts", data=FORM).status_code == 403
    with Workspace(str(tmp_path / "record.db")) as record:
        assert record.forecasts() == []

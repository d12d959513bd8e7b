"""Scenarios in the web: what is seen and what is set are picked apart, contrasts move, and what matters is shown."""

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import links_of

pytestmark = pytest.mark.model
MODEL = "/scenarios/russia-north-korea"


def test_models_are_listed(reading_client: TestClient) -> None:
    assert {MODEL, "/scenarios/grain-corridor"} <= set(links_of(reading_client.get("/scenarios").text))


def test_a_model_shows_its_own_queries_its_graph_and_what_matters(reading_client: TestClient) -> None:
    page = reading_client.get(MODEL).text
    assert "If we see war = continues" in page
    assert "points more (90 % of redraws" in page
    assert '<figure class="graph"' in page
    assert "worth 20 observations" in page


def test_seeing_and_setting_are_told_apart(reading_client: TestClient) -> None:
    seen = reading_client.get(f"{MODEL}?given=war=settled").text
    done = reading_client.get(f"{MODEL}?do=war=settled&given=&against=").text
    assert "If we see war = settled" in seen
    assert '<option value="war=settled" selected>' in seen
    assert "If we set war = settled" in done


def test_the_other_side_is_what_it_is_held_against(reading_client: TestClient) -> None:
    page = reading_client.get(f"{MODEL}?given=war=settled&against=war=continues").text
    assert "If we see war = continues" in page
    assert "As things stand" not in page


def test_the_evidence_of_a_question_can_be_taken_in(reading_client: TestClient) -> None:
    assert "is left out" in reading_client.get(MODEL).text
    page = reading_client.get(f"{MODEL}?evidence=1").text
    assert "is in, as a likelihood" in page
    assert "/questions/expedience-or-alliance" in links_of(page)


def test_another_contrast_can_be_looked_at(reading_client: TestClient) -> None:
    page = reading_client.get(f"{MODEL}?given=war=settled&matter=2").text
    assert '<option value="2" selected>' in page
    assert '<input type="hidden" name="given" value="war=settled">' in page


@pytest.mark.parametrize(
    "query",
    ["given=war", "given=war=never", "given=nothing=x", "given=war=settled&given=war=frozen", "matter=-1"],
)
def test_what_makes_no_contrast_is_refused(reading_client: TestClient, query: str) -> None:
    assert reading_client.get(f"{MODEL}?{query}").status_code == 422

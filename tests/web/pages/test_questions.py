"""Questions in the web: weighed with words that open, evidence ruled on, judgements locked, and no way to a file."""

import re

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import links_of, token_for

pytestmark = pytest.mark.model
QUESTION = "/questions/expedience-or-alliance"


def test_questions_are_listed(reading_client: TestClient) -> None:
    links = links_of(reading_client.get("/questions").text)
    assert {QUESTION, "/questions/gulf-detente", "/questions/indus-waters"} <= set(links)
    assert "/questions/pattern" not in links


def test_every_cell_of_the_matrix_opens_its_words(reading_client: TestClient) -> None:
    page = reading_client.get(QUESTION).text
    anchors = set(re.findall(r'<t[hd][^>]*><a href="#([^"]+)">', page))
    assert anchors
    assert all(f'id="{anchor}"' in page for anchor in anchors)


def test_quotes_lead_to_their_report(reading_client: TestClient) -> None:
    links = [link for link in links_of(reading_client.get(QUESTION).text) if link.startswith("/reports/")]
    assert len(links) > 5
    assert all(re.fullmatch(r"/reports/[0-9a-f]{12}#t-c\d+", link) for link in links)


def test_likelihoods_are_told_in_words_and_all_parts_are_there(reading_client: TestClient) -> None:
    page = reading_client.get(QUESTION).text
    for part in ("Answer", "What is reported", "What is inferred", "What would change our mind", "What to watch next"):
        assert f">{part}</h2>" in page
    assert "very unlikely" in page


def test_an_earlier_day_and_what_changed_since(reading_client: TestClient) -> None:
    page = reading_client.get(f"{QUESTION}?on=2024-12&since=2024-01").text
    assert "For 31 December 2024" in page
    assert 'value="2024-01"' in page


def test_evidence_is_rejected_and_no_longer_counts(client: TestClient) -> None:
    page = client.get(QUESTION).text
    found = re.search(r'name="indicator" value="(treaty)"><input type="hidden" name="event" value="([^"]+)"', page)
    assert found
    data = {"token": token_for(client), "indicator": found[1], "event": found[2], "ruling": "reject"}
    answer = client.post(f"{QUESTION}/evidence", data=data, follow_redirects=False)
    assert answer.headers["location"].endswith("#evidence-treaty")
    assert "rejected by ana" in client.get(QUESTION).text


def test_locking_is_shown(client: TestClient) -> None:
    client.post(f"{QUESTION}/lock", data={"token": token_for(client)})
    assert "by ana" in client.get("/questions").text


@pytest.mark.parametrize(
    ("data", "status"),
    [
        ({"indicator": "no such", "event": "0123456789ab.e1", "ruling": "accept"}, 422),
        ({"indicator": "treaty", "event": "0123456789ab.e1", "ruling": "accept"}, 422),
        ({"indicator": "treaty", "event": "0123456789ab.e1", "ruling": "burn"}, 422),
    ],
)
def test_rulings_that_make_no_sense_are_refused(client: TestClient, data: dict[str, str], status: int) -> None:
    assert client.post(f"{QUESTION}/evidence", data={"token": token_for(client), **data}).status_code == status


@pytest.mark.parametrize("query", ["on=soon", "since=2030", "on=" + "9" * 50])
def test_days_that_make_no_sense_are_refused(reading_client: TestClient, query: str) -> None:
    assert reading_client.get(f"{QUESTION}?{query}").status_code == 422


@pytest.mark.parametrize("name", ["pattern", "nothing", "..%2f..%2fetc%2fpasswd", "pyproject.toml", "%2Fetc%2Fpasswd"])
def test_an_address_never_names_a_file(reading_client: TestClient, name: str) -> None:
    assert reading_client.get(f"/questions/{name}").status_code == 404
    assert reading_client.get(f"/scenarios/{name}").status_code == 404

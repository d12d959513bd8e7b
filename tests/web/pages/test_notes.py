"""Notes in the web: kept, listed with a way to their item, taken back, and never longer than a page."""

import re

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import token_for

pytestmark = pytest.mark.model


def write(client: TestClient, subject: str, words: str, back: str = "/notes") -> tuple[int, str]:
    data = {"token": token_for(client), "subject": subject, "words": words, "back": back}
    answer = client.post("/notes", data=data)
    return answer.status_code, answer.text


def test_a_note_is_kept_and_leads_to_its_item(client: TestClient) -> None:
    status, page = write(client, "RUS/PRK", "Ask the embassy <b>now</b>.")
    assert status == 200
    assert "Ask the embassy &lt;b&gt;now&lt;/b&gt;." in page
    assert 'href="/dossier?actor=PRK&amp;actor=RUS"' in page


def test_a_note_is_taken_back(client: TestClient) -> None:
    _, page = write(client, "RUS", "one")
    uid = re.search(r'name="note" value="([^"]+)"', page)
    assert uid
    after = client.post("/notes/undo", data={"token": token_for(client), "note": uid[1]})
    assert "Nobody has noted anything yet." in after.text


def test_a_long_note_is_folded(client: TestClient) -> None:
    _, page = write(client, "RUS", "word " * 100)
    assert "<details>" in page


@pytest.mark.parametrize(
    ("subject", "words", "told"),
    [("RUS", "x" * 4001, "4,001 characters"), ("nobody at all", "x", "called so"), ("RUS", " ", "say what")],
)
def test_what_cannot_be_kept_is_told_with_what_was_written(
    client: TestClient, subject: str, words: str, told: str
) -> None:
    status, page = write(client, subject, words)
    assert status == 422
    assert told in page
    assert words.strip() in page


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"])
def test_a_form_sends_nobody_elsewhere(client: TestClient, back: str) -> None:
    data = {"token": token_for(client), "subject": "RUS", "words": "one", "back": back}
    answer = client.post("/notes", data=data, follow_redirects=False)
    assert answer.headers["location"] == "/#notes"


@pytest.mark.parametrize("path", ["/questions/gulf-detente", "/scenarios/grain-corridor"])
def test_what_is_judged_takes_notes_on_its_page(client: TestClient, path: str) -> None:
    subject = f"{path.split('/')[1].removesuffix('s')}:{path.split('/')[2]}"
    assert f'name="subject" value="{subject}"' in client.get(path).text
    _, page = write(client, subject, "Who <i>judged</i> this?", path)
    assert "Who &lt;i&gt;judged&lt;/i&gt; this?" in page
    assert f'href="{path}#notes"' in client.get("/notes").text
    assert "Who &lt;i&gt;" not in client.get(f"{path}?as_of=2020").text


def test_a_forecast_takes_notes_where_it_stands(client: TestClient) -> None:
    form = {"actor": ["RUS", "PRK"], "type": "CONSULT", "within": "30", "opened": "2024-06-01", "percent": "30"}
    page = client.post("/forecasts", data={"token": token_for(client), **form}).text
    found = re.search(r'name="subject" value="(forecast:(\w+))"', page)
    assert found
    data = {"token": token_for(client), "subject": found[1], "words": "Too low.", "back": "/forecasts"}
    answer = client.post("/notes", data={**data, "spot": f"f-{found[2]}"}, follow_redirects=False)
    assert answer.headers["location"] == f"/forecasts#f-{found[2]}"
    entry = client.get("/forecasts").text.partition(f'<li id="f-{found[2]}">')[2]
    assert "Too low." in entry
    assert f'href="/forecasts#f-{found[2]}"' in client.get("/notes").text
    korean = client.get("/notes", headers={"Accept-Language": "ko"}).text
    assert "예측: " in korean


@pytest.mark.parametrize("spot", ["", 'x" onclick', "A", "x" * 61])
def test_a_note_leads_to_a_spot_of_the_page_only(client: TestClient, spot: str) -> None:
    data = {"token": token_for(client), "subject": "RUS", "words": "one", "spot": spot}
    answer = client.post("/notes", data=data, follow_redirects=False)
    assert answer.status_code == 422 or answer.headers["location"] == "/notes#notes"


def test_a_note_needs_the_token(client: TestClient) -> None:
    assert client.post("/notes", data={"subject": "RUS", "words": "one"}).status_code == 403

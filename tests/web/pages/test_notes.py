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


def test_a_note_needs_the_token(client: TestClient) -> None:
    assert client.post("/notes", data={"subject": "RUS", "words": "one"}).status_code == 403

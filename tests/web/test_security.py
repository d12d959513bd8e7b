"""Changes need the token of the browser that makes them; pages run no script or style but our files."""

import re

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import token_for

pytestmark = pytest.mark.model


def test_a_change_without_the_token_is_refused(client: TestClient) -> None:
    answer = client.post("/preferences", data={"theme": "dark"})
    assert answer.status_code == 403
    assert "legation_theme" not in client.cookies


def test_a_change_with_another_token_is_refused(client: TestClient) -> None:
    token_for(client)
    answer = client.post("/preferences", data={"theme": "dark", "token": "x" * 43})
    assert answer.status_code == 403


def test_the_token_lets_a_change_through(client: TestClient) -> None:
    answer = client.post("/preferences", data={"theme": "dark", "token": token_for(client), "back": "/"})
    assert answer.status_code == 200
    assert 'data-theme="dark"' in answer.text


@pytest.mark.parametrize("address", ["https://example.org/", "//example.org", "/\\example.org", "javascript:alert(1)"])
def test_no_form_sends_a_reader_elsewhere(client: TestClient, address: str) -> None:
    data = {"theme": "light", "token": token_for(client), "back": address}
    answer = client.post("/preferences", data=data, follow_redirects=False)
    assert answer.headers["location"] == "/"


def test_pages_hold_no_inline_script_or_style(reading_client: TestClient) -> None:
    answer = reading_client.get("/")
    assert "script-src 'self';" in answer.headers["content-security-policy"]
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=", answer.text)

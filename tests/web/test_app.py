"""The application: pages answer, errors are pages, nothing loads from elsewhere."""

import re

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import SAMPLES

pytestmark = pytest.mark.model


def test_the_front_says_how_much_there_is(reading_client: TestClient) -> None:
    page = reading_client.get("/").text
    assert f"{len(list(SAMPLES.glob('*.txt')))} reports" in page


def test_an_empty_record_says_what_to_do(empty_client: TestClient) -> None:
    page = empty_client.get("/").text
    assert 'href="/add"' in page


def test_what_is_not_there_is_a_page(reading_client: TestClient) -> None:
    answer = reading_client.get("/no-such-page")
    assert answer.status_code == 404
    assert "<h1>Not in the record</h1>" in answer.text


def test_nothing_loads_from_elsewhere(reading_client: TestClient) -> None:
    page = reading_client.get("/").text
    loaded = re.findall(r'(?:src|href)="([^"]+)"', page)
    assert loaded
    assert all(address.startswith(("/", "#")) and not address.startswith("//") for address in loaded)


def test_every_file_a_page_loads_is_there(reading_client: TestClient) -> None:
    for address in re.findall(r'(?:src|href)="(/static/[^"]+)"', reading_client.get("/").text):
        assert reading_client.get(address).status_code == 200, address

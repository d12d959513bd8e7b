"""Exports in every format, under names that do no harm."""

import re

import pytest
from fastapi.testclient import TestClient

from legation.plugins import find_exporters

pytestmark = pytest.mark.model


@pytest.mark.parametrize("name", [name for name in find_exporters() if name != "ftm"])
def test_every_format_comes_as_a_file(reading_client: TestClient, name: str) -> None:
    answer = reading_client.get("/export", params={"format": name, "actor": ["RUS", "PRK"]})
    assert answer.status_code == 200
    assert (
        answer.headers["content-disposition"]
        == f'attachment; filename="legation-rus-prk{find_exporters()[name].suffix}"'
    )
    assert len(answer.content) > 500


def test_the_whole_record_and_a_period(reading_client: TestClient) -> None:
    whole = reading_client.get("/export?format=jsonl").text.splitlines()
    some = reading_client.get("/export?format=jsonl&from=2024&to=2024").text.splitlines()
    assert 0 < len(some) < len(whole)


@pytest.mark.parametrize("name", ['"; rm -rf /', "../../etc/passwd", "a\r\nSet-Cookie: b=c", "러시아", "x" * 200])
def test_no_name_breaks_out_of_the_header(reading_client: TestClient, name: str) -> None:
    # The first page of a visit sets a cookie of its own.
    reading_client.get("/")
    answer = reading_client.get("/export", params={"format": "csv", "actor": ["RUS", name]})
    assert "set-cookie" not in answer.headers
    file = answer.headers.get("content-disposition", 'attachment; filename="legation.csv"')
    assert re.fullmatch(r'attachment; filename="[a-z0-9-]+\.csv"', file)


@pytest.mark.parametrize("query", ["format=none", "format=csv&actor=Nobody%20Known", "format=csv&from=2025&to=2024"])
def test_what_cannot_be_exported_is_said_on_the_page(reading_client: TestClient, query: str) -> None:
    answer = reading_client.get(f"/export?{query}")
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text


def test_the_page_offers_every_format(reading_client: TestClient) -> None:
    page = reading_client.get("/export").text
    assert all(f'value="{name}"' in page for name in find_exporters())

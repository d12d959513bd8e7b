"""Every route, page or data, with requests that schemathesis makes from its description: none may fail on our side."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.core.result import Ok

from legation.web.app import make_app
from legation.web.security import TOKEN_COOKIE, TOKEN_HEADER
from legation.web.shelf import Holding
from tests.web.conftest import HERE

pytestmark = [pytest.mark.model, pytest.mark.slow]

# Pages that fetch or read what they are given: tried by tests of their own.
TRIES = 40


def operations() -> list[Any]:
    schema = schemathesis.openapi.from_dict(make_app(Holding("none.db")).openapi())
    return [found.ok() for found in schema.get_all_operations() if isinstance(found, Ok)]


@pytest.fixture(scope="module")
def browser(sample_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Return a browser that has the token of our forms, and does not hide what fails behind an exception."""
    path = tmp_path_factory.mktemp("schema") / "record.db"
    shutil.copy(sample_record, path)
    app = make_app(Holding(str(path), author="ana"))
    with TestClient(app, base_url=HERE, raise_server_exceptions=False, follow_redirects=False) as client:
        client.get("/")
        client.headers[TOKEN_HEADER] = client.cookies[TOKEN_COOKIE]
        yield client


@pytest.mark.parametrize("operation", operations(), ids=lambda one: f"{one.method} {one.path}")
def test_no_request_is_a_fault_of_ours(browser: TestClient, operation: Any) -> None:
    @given(case=operation.as_strategy())
    @settings(
        max_examples=TRIES, deadline=None, database=None, derandomize=True, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    def attempt(case: Any) -> None:
        made = case.as_transport_kwargs(base_url=HERE)
        headers = {**made.pop("headers", {})}
        headers.pop("User-Agent", None)
        made.pop("cookies", None)
        answer = browser.request(made.pop("method"), made.pop("url"), headers=dict(headers), **made)
        assert answer.status_code < 500, (case.as_curl_command(), answer.text[:300])

    attempt()

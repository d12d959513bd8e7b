"""The API: pages with cursors, entity tags, problems, and the same data as elsewhere."""

import json
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient

from legation.web.api.routes import describe
from tests.web.houses import Estate

pytestmark = pytest.mark.model


def get(client: TestClient, path: str, **query: Any) -> Any:
    answer = client.get(path, params=query or None)
    assert answer.status_code == 200, answer.text
    return answer.json()


def walk(client: TestClient, path: str, **query: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    cursor: str | None = ""
    while cursor is not None:
        page = get(client, path, **query, cursor=cursor)
        assert len(page["items"]) <= query["limit"]
        found += page["items"]
        cursor = page["next"]
    return found


@pytest.mark.parametrize(
    ("path", "count"), [("/api/reports", "documents"), ("/api/events", "events"), ("/api/actors", "actors")]
)
@pytest.mark.parametrize("limit", [1, 3, 200])
def test_pages_give_everything_once(reading_client: TestClient, path: str, count: str, limit: int) -> None:
    found = walk(reading_client, path, limit=limit)
    names = [one["id"] if "id" in one else one["event"] for one in found]
    assert len(set(names)) == len(names) == get(reading_client, "/api/counts")[count]


@pytest.mark.parametrize("limit", [1, 2, 7, 200])
def test_pages_of_a_dyad_come_by_day_and_the_undated_last(reading_client: TestClient, limit: int) -> None:
    found = walk(reading_client, "/api/events", actor=["RUS", "PRK"], limit=limit)
    whole = get(reading_client, "/api/events", actor=["Russia", "North Korea"], limit=200)
    assert found == whole["items"]
    assert len(found) > 5


PAGED = (
    "/api/reports?limit=2",
    "/api/events?limit=2",
    "/api/events?actor=RUS&actor=PRK&limit=2",
    "/api/actors?limit=2",
)


@pytest.mark.parametrize("path", PAGED)
def test_a_cursor_that_is_not_of_this_listing_is_refused(reading_client: TestClient, path: str) -> None:
    given = get(reading_client, path)["next"]
    others = [get(reading_client, other)["next"] for other in PAGED if other != path]
    seal, _, place = given.partition("~")
    forged = [place, f"~{place}", f"{seal}~", f"{seal}~{place}x", f"{'0' * len(seal)}~{place}", given[:-1], f" {given}"]
    for cursor in (*others, *forged, "zyzzyva", "2024-01-01~x", "~", "'; DROP TABLE events"):
        answer = reading_client.get(httpx.URL(path).copy_add_param("cursor", cursor))
        assert answer.status_code == 400, cursor
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["detail"].startswith("cursor: ")


def test_a_cursor_is_of_one_query_and_one_day_whatever_the_size_of_a_page(reading_client: TestClient) -> None:
    path = "/api/events?actor=RUS&actor=PRK"
    cursor = get(reading_client, f"{path}&limit=1")["next"]
    assert len(get(reading_client, f"{path}&limit=3&cursor={cursor}")["items"]) == 3
    for other in (f"{path}&status=happened", f"{path}&as_of=2030", "/api/events?actor=RUS"):
        assert reading_client.get(f"{other}&cursor={cursor}").status_code == 400


def test_a_quote_is_in_its_reports_text(reading_client: TestClient) -> None:
    event = get(reading_client, "/api/events", actor=["RUS", "PRK"], limit=1)["items"][0]
    one = get(reading_client, f"/api/events/{event['event']}")["items"][0]
    evidence = one["evidence"][0]
    report = get(reading_client, f"/api/reports/{evidence['document']}")
    start, end = evidence["span"]
    assert report["document"]["text"][start:end] == evidence["quote"]
    assert event["event"] in report["events"].values()


def test_what_one_has_is_not_sent_again(reading_client: TestClient) -> None:
    first = reading_client.get("/api/events?limit=5")
    again = reading_client.get("/api/events?limit=5", headers={"If-None-Match": f'"other", W/{first.headers["etag"]}'})
    assert (again.status_code, again.content) == (304, b"")
    assert (
        reading_client.get("/api/events?limit=6", headers={"If-None-Match": first.headers["etag"]}).status_code == 200
    )


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/nothing", 404),
        ("/api/reports/abc", 404),
        ("/api/events/0123456789ab.e1", 404),
        ("/api/events?limit=0", 422),
        ("/api/events?limit=x", 422),
        ("/api/events?type=AID", 422),
        ("/api/events?actor=Nobody%20Known", 404),
        ("/api/events?actor=RUS&actor=Russia", 422),
        ("/api/events?actor=RUS&from=2024-13", 422),
        ("/api/events?actor=RUS&from=2025&to=2024", 422),
        ("/api/views/contacts", 422),
        ("/api/views/other?actor=RUS", 422),
        ("/api/changes?since=2024-99-99", 422),
        ("/api/search?q=%00", 422),
    ],
)
def test_what_goes_wrong_is_told_as_data(reading_client: TestClient, path: str, status: int) -> None:
    answer = reading_client.get(path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert told["status"] == status
    assert told["title"]


@pytest.mark.parametrize(
    "path",
    ["/api/views/contacts?actor=RUS&actor=PRK", "/api/search?q=launch", "/api/sources", "/api/decisions",
     "/api/problems", "/api/changes?since=2020"],
)  # fmt: skip
def test_other_listings(reading_client: TestClient, path: str) -> None:
    assert isinstance(get(reading_client, path)["items"], list)


def test_the_reference_has_every_route_and_loads_nothing_from_elsewhere(reading_client: TestClient) -> None:
    page = reading_client.get("/api").text
    assert all(f"GET {path}" in page for path in describe()["paths"])
    assert get(reading_client, "/api/openapi.json")["openapi"].startswith("3.1")
    assert "cdn" not in page


def test_programs_of_a_team_are_told_to_log_in(estate: Estate) -> None:
    answer = estate.browser().get("/p/gulf/api/counts")
    assert (answer.status_code, answer.json()["title"]) == (401, "Unauthorized")
    assert estate.browser("rita").get("/p/gulf/api/counts").json()["documents"] > 0
    assert estate.browser("olga").get("/p/gulf/api/counts").status_code == 404
    assert json.dumps(estate.browser("rita").get("/p/gulf/api").text).count("GET /p/gulf/api/") == len(
        describe()["paths"]
    )

"""Search: hits by kind with their words marked, narrowed by facets, kept under a name."""

import re
import shutil
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from legation.record.bookmarks import add_bookmark
from legation.web.app import make_app
from legation.web.shelf import Holding
from legation.workspace.searching import Asked, save_search, saved_searches, unpack
from legation.workspace.workspace import Workspace
from tests.web.conftest import HERE, token_for

pytestmark = pytest.mark.model


def hits(page: str) -> list[str]:
    return re.findall(r'<a class="hit" href="([^"]+)"', page)


def test_hits_of_every_kind_open(reading_client: TestClient) -> None:
    page = reading_client.get("/search?q=troops").text
    found = hits(page)
    assert {address.split("/")[1].split("?")[0] for address in found} == {"chronology", "events", "reports"}
    assert "<mark>troops</mark>" in page
    assert re.search(r'>Mobilisation: North Korea</a> <span class="tag \w+"', page)
    for address in found:
        assert reading_client.get(address.replace("&amp;", "&")).status_code == 200, address


def test_an_actor_is_told_in_words_of_the_page(reading_client: TestClient) -> None:
    assert "<p>Group, China</p>" in reading_client.get("/search?q=troops").text
    korean = reading_client.get("/search?q=troops", headers={"Accept-Language": "ko"}).text
    assert "중국</p>" in korean
    assert "CHN</p>" not in korean


@pytest.mark.parametrize(
    ("query", "some"),
    [("q=troops&kind=document", True), ("q=troops&status=planned", True), ("q=troops&kind=claim&status=denied", False),
     ("q=troops&actor=RUS&with=PRK", True), ("q=troops&from=2020&to=2020", True),
     ("q=troops&outlet=Harbour+Wire", True),
     ("q=troops&grade=A", False), ("q=zyzzyva", False), ("q=", False), ("q=%22", False)],
)  # fmt: skip
def test_facets_narrow(reading_client: TestClient, query: str, some: bool) -> None:
    answer = reading_client.get(f"/search?{query}")
    assert answer.status_code == 200
    assert bool(hits(answer.text)) is some


def counted_out(page: str) -> dict[str, tuple[str, int]]:
    """Return the actors and outlets a page counts, each with its address and its number."""
    item = r'<li><a href="(/search[^"]+)">([^<]+)</a> <span class="soft number">([\d,]+)</span>'
    return {name: (address.replace("&amp;", "&"), int(number)) for address, name, number in re.findall(item, page)}


def test_actors_and_outlets_that_are_found_are_one_step_away(reading_client: TestClient) -> None:
    found = counted_out(reading_client.get("/search?q=troops&kind=claim").text)
    address, number = found["North Korea"]
    page = reading_client.get(address).text
    assert number == len(hits(page)) > 0
    # Beside a chosen actor those are counted who are with it in an event.
    beside, number = counted_out(page)["Russia"]
    assert beside.endswith("&with=RUS")
    assert number == len(hits(reading_client.get(beside).text))
    address, number = found["Harbour Wire"]
    assert number == len(hits(reading_client.get(address.replace("kind=claim", "kind=document")).text)) > 0


@pytest.mark.parametrize(
    ("query", "status"),
    [("q=x&from=soon", 422), ("q=x&with=PRK", 422), ("q=x&actor=Atlantis", 404), ("q=x&kind=rumour", 422)],
)
def test_what_makes_no_sense_is_said(reading_client: TestClient, query: str, status: int) -> None:
    assert reading_client.get(f"/search?{query}").status_code == status


def test_a_search_is_kept_and_opens_again(client: TestClient) -> None:
    address = "/search?q=troops&status=planned"
    data = {"token": token_for(client), "name": "Troops to come", "address": address, "back": "/search"}
    page = client.post("/searches", data=data).text
    assert '<a href="/search?q=troops&amp;status=planned">Troops to come</a>' in page
    page = client.post("/searches", data={**data, "address": ""}).text
    assert "Troops to come" not in page


def test_a_search_kept_on_a_page_is_the_command_line_s_too(sample_record: Path, tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    shutil.copy(sample_record, path)
    with Workspace(str(path)) as workspace, workspace.ruling() as session:
        save_search(session, "From here", Asked("troops", actor="RUS", first="2024"), "ana", workspace.clock())
        add_bookmark(session, ("address", "Of old"), {"address": "/search?q=tents"}, "ana", workspace.clock())
    with TestClient(make_app(Holding(str(path), author="ana")), base_url=HERE) as client:
        page = client.get("/search").text
        assert 'href="/search?q=troops&amp;actor=RUS&amp;from=2024"' in page
        assert 'href="/search?q=tents"' in page
        address = "/search?q=envoy&kind=claim&kind=document&with=PRK&actor=RUS&grade=B"
        client.post("/searches", data={"token": token_for(client), "name": "From there", "address": address})
        client.post("/searches", data={"token": token_for(client), "name": "Of old"})
        refused = client.post("/searches", data={"token": token_for(client), "name": "x", "address": "/search?kind=no"})
        assert refused.status_code == 422
    with Workspace(str(path)) as workspace, workspace.looking() as session:
        kept = {one.name: unpack(one.body) for one in saved_searches(session)}
    assert sorted(kept) == ["From here", "From there"]
    asked = Asked("envoy", kinds=("claim", "document"), actor="RUS", other="PRK", grades=("B",))
    assert kept["From there"] == asked


def test_words_asked_for_are_shown_as_words(reading_client: TestClient) -> None:
    assert "<script>" not in reading_client.get("/search?q=<script>alert(1)</script>").text


def numbers(page: str, field: str) -> dict[str, int]:
    pattern = rf'name="{field}" value="([^"]+)"[^>]*>.*?<span class="soft small number">([\d,]+)</span></label>'
    return {name: int(number) for name, number in re.findall(pattern, page)}


@pytest.mark.parametrize("field", ["kind", "status", "type", "grade"])
def test_facets_show_how_many_they_would_find(reading_client: TestClient, field: str) -> None:
    found = dict(numbers(reading_client.get("/search?q=troops").text, field).items())
    assert max(found.values()) > 0
    name, number = min(((name, number) for name, number in found.items() if number), key=lambda item: item[1])
    chosen = reading_client.get(f"/search?q=troops&{field}={name}").text
    assert numbers(chosen, field) == found
    shown = {"kind": name, "grade": "document"}.get(field, "claim")
    section = chosen[chosen.index(f'id="found-{shown}"') :]
    assert section[: section.index("</section>")].count('class="hit"') == min(number, 20)


def test_without_words_no_numbers_are_shown(reading_client: TestClient) -> None:
    assert numbers(reading_client.get("/search").text, "status") == {}


def test_an_event_of_several_days_is_never_told_as_one_of_a_day(either_client: TestClient) -> None:
    page = either_client.get("/search?q=September+2023&kind=claim").text
    when = re.findall(r'class="soft small">(September 2023)', page)
    assert when
    assert "1 September 2023" not in page


def test_many_actors_leave_room_for_events(reading_client: TestClient) -> None:
    page = reading_client.get("/search?q=officials").text
    actors = page.split('id="found-actor"')[1].split("</section>")[0]
    assert len(hits(actors.split("<details>")[0])) == 5
    assert len(hits(actors)) > 5


def test_finds_name_parties_in_the_language_of_the_page(reading_client: TestClient) -> None:
    page = reading_client.get("/search?q=troops&kind=claim", headers={"Accept-Language": "ko"}).text
    assert re.search(r'<a class="hit" href="[^"]+">동원: 북한', page)
    assert not re.search(r'<a class="hit" href="[^"]+">[^<]*North Korea', page)

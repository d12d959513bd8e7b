"""Events: the claims that make one, and rulings that split and join them."""

import re

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import token_for

pytestmark = pytest.mark.model


def events_between(client: TestClient) -> list[str]:
    """Return the addresses of the events in a chronology."""
    page = client.get("/chronology?a=RUS&b=PRK").text
    return list(dict.fromkeys(re.findall(r'href="(/events/[^"]+)"', page)))


def visit(client: TestClient) -> str:
    """Return the address of a visit that one report tells of several times."""
    page = client.get("/chronology?a=RUS&b=PRK").text
    return re.findall(r'href="(/events/[^"]+)">Visit: Vladimir Putin and Kim Jong Un', page)[0]


def decide(client: TestClient, **values: str) -> int:
    return client.post("/decisions", data={"token": token_for(client), **values}).status_code


def test_every_event_of_a_chronology_opens(reading_client: TestClient) -> None:
    addresses = events_between(reading_client)
    assert len(addresses) > 15
    for address in addresses:
        assert reading_client.get(address).status_code == 200, address


def test_values_stand_side_by_side(reading_client: TestClient) -> None:
    pages = (reading_client.get(address).text for address in events_between(reading_client))
    # One report tells of it as done and as to come.
    page = next(page for page in pages if 'Status <span class="chip">differs</span>' in page)
    for words in ("Side by side", "Taken for one event", "1 origin"):
        assert words in page


def test_origins_of_an_event_are_counted(reading_client: TestClient) -> None:
    page = reading_client.get("/chronology?a=RUS&b=PRK").text
    signature = re.findall(r'href="(/events/[^"]+)">Signature or accession', page)[0]
    assert "2 origins" in reading_client.get(signature).text


def test_an_event_is_split_and_the_split_taken_back(client: TestClient) -> None:
    address = visit(client)
    page = client.get(address).text
    ruling = re.search(r'value="different"><input type="hidden" name="subject" value="([^"]+)"><input type="hidden" '
                       r'name="other" value="([^"]+)"', page)  # fmt: skip
    assert ruling
    before = len(re.findall('<li class="account', page))
    assert decide(client, ruling="different", subject=ruling[1], other=ruling[2], back=address) == 200
    split = client.get(address).text
    assert len(re.findall('<li class="account', split)) < before
    undo = re.search(r'action="(/decisions/\w+/undo)"', split)
    assert undo
    client.post(undo[1], data={"token": token_for(client), "back": address})
    assert len(re.findall('<li class="account', client.get(address).text)) == before


def test_two_events_are_joined_by_the_address_of_the_other(client: TestClient) -> None:
    one, other = events_between(client)[:2]
    assert decide(client, ruling="same", subject=one.rsplit("/", 1)[1], other=f"http://localhost:8765{other}#x") == 200
    accounts = [len(re.findall('<li class="account', client.get(address).text)) for address in (one, other)]
    assert accounts[0] == accounts[1] >= 2


@pytest.mark.parametrize(
    "values",
    [
        {"ruling": "same", "subject": "{id}"},
        {"ruling": "bless", "subject": "{id}"},
        {"ruling": "grade", "subject": "{id}"},
    ],
)
def test_what_makes_no_sense_is_refused_in_words(client: TestClient, values: dict[str, str]) -> None:
    name = visit(client).rsplit("/", 1)[1]
    assert decide(client, **{key: value.format(id=name) for key, value in values.items()}) == 422


def test_a_ruling_on_nothing_is_not_found(client: TestClient) -> None:
    assert decide(client, ruling="accept", subject="ffffffffffff.e1") == 404


@pytest.mark.parametrize("name", ["ffffffffffff.e1", "RUS", "nothing", "%3Cscript%3E"])
def test_what_is_no_event_is_not_found(reading_client: TestClient, name: str) -> None:
    answer = reading_client.get(f"/events/{name}")
    assert answer.status_code == 404
    assert "<script>" not in answer.text


def test_who_is_named_first_makes_no_difference(reading_client: TestClient) -> None:
    # Two reports name the same two the other way round.
    pages = [reading_client.get(address).text for address in events_between(reading_client)]
    page = next(page for page in pages if "<td>Kim Jong Un and Vladimir Putin</td>" in table_of(page)
                and "<td>Vladimir Putin and Kim Jong Un</td>" in table_of(page))  # fmt: skip
    assert not re.search(r"Who <span class=.chip.>differs", page)


def table_of(page: str) -> str:
    """Return the table of values side by side, without what narrow screens need."""
    table = page.split('<table data-stacks class="side">')[-1].split("</table>")[0]
    return re.sub(r"<td[^>]*>(?:<div>)?(.*?)(?:</div>)?</td>", lambda found: f"<td>{found[1].strip()}</td>", table)

"""Dossiers in the web: every number opens its events, views keep their order, and the address holds the state."""

import re

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import links_of

pytestmark = pytest.mark.model
DYAD = "/dossier?actor=RUS&actor=PRK"


def test_the_first_page_offers_where_to_begin(reading_client: TestClient) -> None:
    page = reading_client.get("/dossier").text
    assert any(link.startswith("/dossier?actor=PRK&actor=RUS") for link in links_of(page))


def test_an_actor_has_names_in_every_script_and_offices(reading_client: TestClient) -> None:
    page = reading_client.get("/dossier?actor=Kim+Jong+Un").text
    for words in ("김정은", "Ким Чен Ын", "金正恩", "Supreme leader", "17 December 2011 – today"):
        assert words in page
    assert "/dossier?actor=kim-jong-un&actor=RUS" in links_of(page)


def test_a_dyad_says_what_moved_with_plots_and_the_same_as_a_table(reading_client: TestClient) -> None:
    page = reading_client.get(DYAD).text
    assert "Russia and North Korea: no move beyond uncertainty" in page
    assert page.count("<svg") >= 2
    rows = re.findall(r'<tr id="at-(\d{4}-\d\d)">', page)
    # The first report is of March 2023, half a year before the first event.
    assert rows[0] == "2023-03"
    assert "at least 1,500 by 13 October 2024" in page


def test_what_took_place_comes_before_what_only_may(reading_client: TestClient) -> None:
    page = reading_client.get(DYAD).text
    assert page.index("Transfers that took place") < page.index("Planned, possible, conditional")


def test_every_event_it_names_is_in_the_record(reading_client: TestClient) -> None:
    links = {link for link in links_of(reading_client.get(DYAD).text) if link.startswith("/events/")}
    assert len(links) > 15
    assert all(re.fullmatch(r"/events/[0-9a-f]{12}\.e\d+", link) for link in links)


def test_the_address_holds_period_unit_and_family(reading_client: TestClient) -> None:
    page = reading_client.get(f"{DYAD}&from=2024-01&to=2024-12&unit=week&family=legal").text
    assert 'value="2024-01"' in page
    assert '<option value="week" selected>' in page
    assert re.search(r'family=legal#levels" aria-current', page)
    assert "12 August 2025" not in page.split('id="contacts"')[1].split('id="transfers"')[0]


@pytest.mark.parametrize(
    ("query", "status", "told"),
    [
        ("actor=nobody+at+all", 404, "nobody at all"),
        ("actor=RUS&actor=Russia", 422, "one actor"),
        ("actor=RUS&actor=PRK&from=soon", 422, "give a day"),
        ("actor=a&actor=b&actor=c", 422, "actor"),
        ("actor=" + "x" * 300, 422, "200 characters"),
        ("actor=RUS&actor=PRK&unit=year", 422, "unit"),
    ],
)
def test_what_cannot_be_asked_is_told(reading_client: TestClient, query: str, status: int, told: str) -> None:
    answer = reading_client.get(f"/dossier?{query}")
    assert answer.status_code == status
    assert told in answer.text


def test_two_of_whom_nothing_is_told_have_an_empty_dossier(reading_client: TestClient) -> None:
    page = reading_client.get("/dossier?actor=PER&actor=ISL").text
    assert "there is nothing to measure" in page


def test_an_unknown_family_shows_all_conduct(reading_client: TestClient) -> None:
    assert reading_client.get(f"{DYAD}&family=<script>").status_code == 200


def test_an_empty_record_has_a_first_page(empty_client: TestClient) -> None:
    assert empty_client.get("/dossier").status_code == 200


def test_events_are_cited_by_kind_and_days_in_the_language_of_the_page(reading_client: TestClient) -> None:
    page = reading_client.get(DYAD).text
    assert re.search(r'<a class="cited" href="/events/[0-9a-f]{12}\.e\d+" title="[^"]+">Call, 12 August 2025</a>', page)
    assert re.search(r">Aid or delivery, military, reported \d+ \w+ 20\d\d</a>", page)
    assert 'class="id"' not in page.split('id="levels"')[1].split('id="contacts"')[0]
    korean = reading_client.get(DYAD, headers={"Accept-Language": "ko"}).text
    assert re.search(r'title="[^"]+">[^<]*2025년 8월 12일</a>', korean)


def test_latest_events_stand_before_offices(reading_client: TestClient) -> None:
    page = reading_client.get("/dossier?actor=PRK").text
    assert page.index("Latest events") < page.index("Offices over time")

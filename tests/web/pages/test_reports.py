"""Reports: the list, the text with its marks, and why a claim was read so."""

import html
import re

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import SAMPLES, links_of

pytestmark = pytest.mark.model


def report_named(client: TestClient, words: str) -> str:
    """Return the address of the report with these words in its title."""
    found = re.findall(r'<a href="(/reports/[0-9a-f]{12})">([^<]*)</a>', client.get("/reports").text)
    return next(address for address, title in found if words in title)


def test_every_report_is_listed_and_opens(reading_client: TestClient) -> None:
    addresses = {
        link for link in links_of(reading_client.get("/reports").text) if re.fullmatch(r"/reports/\w{12}", link)
    }
    assert len(addresses) == len(list(SAMPLES.iterdir()))
    for address in addresses:
        assert reading_client.get(address).status_code == 200, address


def test_the_text_is_whole_and_every_claim_leads_to_its_words_and_back(reading_client: TestClient) -> None:
    page = reading_client.get(report_named(reading_client, "spy satellite")).text
    article = page[page.index('<article class="text"') : page.index("</article>")]
    assert "It was the country's third attempt this year" in html.unescape(re.sub(r"<[^>]+>", "", article))
    claims = re.findall(r'<li class="claim \w+" id="claim-(c\d+)"', page)
    assert len(claims) >= 8
    for claim in claims:
        assert f'href="#t-{claim}"' in page
        assert f'id="t-{claim}"' in article
    assert set(re.findall(r'href="#claim-(c\d+)"', article)) <= set(claims)


def test_every_claim_says_in_words_how_real_it_is(reading_client: TestClient) -> None:
    seen = set()
    for address in re.findall(r'<a href="(/reports/[0-9a-f]{12})">', reading_client.get("/reports").text):
        page = reading_client.get(address).text
        cards = re.findall(r'<li class="claim (\w+)".*?class="tag (\w+)".*?</i>([^<]+)<', page, flags=re.DOTALL)
        assert all(card == tag and words.strip().replace(" ", "_") in (tag, "under_way") for card, tag, words in cards)
        seen |= {card for card, _, _ in cards}
    assert seen >= {"happened", "possible", "conditional", "planned"}


def test_why_names_the_rule_and_the_parse(reading_client: TestClient) -> None:
    address = report_named(reading_client, "spy satellite")
    whole = reading_client.get(f"{address}/claims/c1/why")
    assert whole.status_code == 200
    assert "<dt>Rule</dt>" in whole.text
    assert "The parse, word by word" in whole.text
    part = reading_client.get(f"{address}/claims/c1/why", headers={"HX-Request": "true"}).text
    assert "<html" not in part
    assert "<dt>Rule</dt>" in part


@pytest.mark.parametrize("address", ["/reports/ffffffffffff", "/reports/x", "/reports/%00"])
def test_what_is_no_report_is_not_found(reading_client: TestClient, address: str) -> None:
    assert reading_client.get(address).status_code == 404


def test_a_claim_that_is_not_there_is_not_found(reading_client: TestClient) -> None:
    assert reading_client.get(f"{report_named(reading_client, 'spy satellite')}/claims/c999/why").status_code == 404

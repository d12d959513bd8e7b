"""Review in the web: rulings are kept with their author, go on to the next claim, and can be taken back."""

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from legation.web.app import make_app
from legation.web.shelf import Holding
from legation.workspace.workspace import Workspace
from tests.web.conftest import HERE, token_for

pytestmark = pytest.mark.model


def claim_of(page: str) -> str:
    found = re.search(r'name="claim" value="([^"]+)"', page)
    assert found
    return found[1]


def rule(client: TestClient, ruling: str, **fields: object) -> str:
    data = {"token": token_for(client), "claim": claim_of(client.get("/review").text), "ruling": ruling, **fields}
    answer = client.post("/review", data=data)
    assert answer.status_code == 200
    return answer.text


def test_a_ruling_is_kept_and_the_next_claim_comes(client: TestClient) -> None:
    first = claim_of(client.get("/review").text)
    after = rule(client, "accept", reason="read it twice")
    assert claim_of(after) != first
    assert f"ana accepted {first}" in after
    assert "1 ruled on by you" in after


def test_the_last_ruling_can_be_taken_back(client: TestClient) -> None:
    first = claim_of(client.get("/review").text)
    uid = re.search(r'name="decision" value="([^"]+)"', rule(client, "reject"))
    assert uid
    back = client.post("/review/undo", data={"token": token_for(client), "decision": uid[1]})
    assert claim_of(back.text) == first


def test_what_others_ruled_is_shown_only_after_ones_own_ruling(client: TestClient, tmp_path: Path) -> None:
    first = claim_of(client.get("/review?own=1").text)
    with Workspace(str(tmp_path / "record.db")) as record:
        record.decide("unsure", first, author="bob", reason="another meeting")
    before = client.get("/review?own=1").text
    assert claim_of(before) == first
    assert "another meeting" not in before
    after = client.post(
        "/review", data={"token": token_for(client), "claim": first, "ruling": "accept", "own": "true"}
    ).text
    assert "bob" in after
    assert "another meeting" in after


def test_an_amendment_that_makes_no_sense_is_told_and_the_claim_stays(client: TestClient) -> None:
    first = claim_of(client.get("/review").text)
    data = {"token": token_for(client), "claim": first, "ruling": "amend", "field": "status", "value": "done"}
    answer = client.post("/review", data=data)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert claim_of(answer.text) == first


def test_a_review_keeps_to_a_dyad_and_goes_on_with_it(client: TestClient) -> None:
    page = client.get("/review?actor=Rwanda&actor=COD").text
    data = {"token": token_for(client), "claim": claim_of(page), "ruling": "unsure", "actor": ["Rwanda", "COD"]}
    after = client.post("/review", data=data, follow_redirects=False)
    assert after.headers["location"].startswith("/review?actor=Rwanda&actor=COD&ruled=")


def test_skipping_leads_to_another_claim_and_back(reading_client: TestClient) -> None:
    first, second = reading_client.get("/review").text, reading_client.get("/review?skip=1").text
    assert claim_of(first) != claim_of(second)
    assert "Nothing waits" in reading_client.get("/review?skip=9999").text


@pytest.mark.parametrize("query", ["actor=nobody+at+all", "skip=-1", "actor=a&actor=b&actor=c"])
def test_what_cannot_be_asked_is_told(reading_client: TestClient, query: str) -> None:
    assert reading_client.get(f"/review?{query}").status_code in (404, 422)


def test_an_empty_record_has_nothing_to_review(empty_client: TestClient) -> None:
    assert "Nothing waits" in empty_client.get("/review").text


def test_agreement_is_measured(client: TestClient, tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with Workspace(str(path)) as record:
        items = [item.account.key for item in record.review_queue(3).items]
        for who, rulings in (("bob", ("accept", "reject", "accept")), ("cho", ("accept", "reject", "reject"))):
            for key, ruling in zip(items, rulings, strict=True):
                record.decide(ruling, key, author=who)
    page = client.get("/review/agreement").text
    # Three units, D_o = 1/3, D_e = 3 × 3 × 2 / (6 × 5) = 3/5.
    assert "α 0.44" in page
    assert "Against each other:" in page


def test_text_of_reports_is_escaped(tmp_path: Path) -> None:
    path = tmp_path / "hostile.db"
    hostile = (
        "Published: 4 March 2026\nPeru sent Chile <script>alert(1)</script> tents on Monday, <b>Ana Osorio</b> said."
    )
    (tmp_path / "report.txt").write_text(hostile, encoding="utf-8")
    with Workspace(str(path)) as record:
        list(record.add([str(tmp_path / "report.txt")]))
    with TestClient(make_app(Holding(str(path), author="ana")), base_url=HERE) as browser:
        page = browser.get("/review").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page or "&lt;b&gt;" in page

"""Adding reports: files, texts and addresses become documents with claims, problems are said in words."""

import re
import time
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from legation.workspace.receiving import safe_name
from tests.web.conftest import token_for

pytestmark = pytest.mark.model
REPORT = "Peru sent Chile 200 tents on Monday.\n\nThe foreign ministry of Peru said it would send more.\n"


def finish(client: TestClient, **given: Any) -> str:
    """Hand something over and return the page of its progress once it is done."""
    files = given.pop("files", None)
    answer = client.post("/add", data={"token": token_for(client), **given}, files=files)
    assert answer.status_code == 200, answer.text
    address = str(answer.url.path)
    for _ in range(600):
        page = client.get(address).text
        if 'data-done="true"' in page:
            return page
        time.sleep(0.05)
    raise AssertionError("the delivery was never finished")


def test_a_pasted_text_is_read_and_its_claims_found(client: TestClient) -> None:
    page = finish(client, text=REPORT, title="Tents for Chile", outlet="Andean Post", published="2026-03-04")
    address = re.search(r'<a href="(/reports/\w+)">Tents for Chile</a>', page)
    assert address
    report = client.get(address[1]).text
    assert "Andean Post · 4 March 2026" in report
    assert re.search(r'<li class="claim happened" id="claim-c\d+"', report)
    assert "Tents for Chile" in client.get("/search?q=tents").text
    assert "Peru" in client.get("/chronology?a=PER&b=CHL").text


def test_files_keep_their_names_and_the_same_twice_changes_nothing(client: TestClient) -> None:
    files = [("files", ("note.txt", REPORT.encode(), "text/plain")), ("files", ("empty.txt", b"", "text/plain"))]
    page = finish(client, files=files)
    assert "note.txt" in page or "Peru sent Chile" in page
    assert "empty.txt" in page[page.index("What could not be read") :]
    again = finish(client, files=files[:1])
    assert "in the record already" in again
    assert "empty.txt" in client.get("/problems").text


def test_a_path_is_no_address(client: TestClient, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Peru sent Chile 300 tents.")
    for given in (str(secret), f"file://{secret}"):
        assert "no address; one begins with http" in finish(client, addresses=given)
    assert "300 tents" not in client.get("/search?q=tents").text


def test_an_address_of_this_machine_is_refused(client: TestClient) -> None:
    assert "could not be read" in finish(client, addresses="http://127.0.0.1:9/report.html")


@pytest.mark.parametrize(
    ("given", "words"), [({}, "Choose a file"), ({"text": REPORT, "published": "soon"}, "soon is no date")]
)
def test_what_is_missing_is_said_and_nothing_written_is_lost(
    client: TestClient, given: dict[str, str], words: str
) -> None:
    answer = client.post("/add", data={"token": token_for(client), **given})
    assert answer.status_code == 422
    assert words in answer.text
    assert given.get("text", "").split("\n")[0] in answer.text


def test_hostile_names_and_texts_stay_words(client: TestClient) -> None:
    name = '"><script>alert(1)</script>.txt'
    page = finish(client, files=[("files", (name, f"<b onclick=x>{REPORT}".encode(), "text/plain"))])
    for address in ["/reports", *re.findall(r'href="(/reports/\w{12})"', page)]:
        text = client.get(address).text
        assert "<script>alert" not in text
        assert "<b onclick" not in text


@pytest.mark.parametrize(
    ("given", "kept"),
    [("../../etc/passwd", "passwd"), (r"C:\Users\a.txt", "a.txt"), ("", "file"), ("a\x00b\n.txt", "ab.txt")],
)
def test_only_the_last_part_of_a_name_is_kept(given: str, kept: str) -> None:
    assert safe_name(given) == kept
    assert safe_name(given, [kept]) == f"2-{kept}"


def test_another_s_delivery_is_not_shown(client: TestClient) -> None:
    assert client.get("/add/whatever").status_code == 404


def test_what_is_too_much_to_paste_is_said_to_be(client: TestClient) -> None:
    given = {"text": "Peru sent Chile tents. " * 60_000}
    files = [("files", ("", b"", "application/octet-stream"))]
    answer = client.post("/add", data={"token": token_for(client), **given}, files=files)
    assert answer.status_code == 413
    assert "too large" in answer.text

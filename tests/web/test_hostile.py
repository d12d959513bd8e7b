"""A hostile report on every page and in every export: nothing of it becomes markup."""

import re
from collections.abc import Iterator
from urllib.parse import quote, urlsplit

import lxml.etree
import lxml.html
import pytest
from fastapi.testclient import TestClient

from legation.plugins import find_exporters
from legation.reading.reader import Reader
from legation.web.app import make_app
from legation.web.shelf import Holding
from tests.web.conftest import HERE
from tests.web.hostile import ALL, ATTACKS, make_hostile

pytestmark = pytest.mark.model

STARTS = (
    "/",
    f"/search?q={quote(ALL)}",
    "/search?q=Russia",
    f"/chronology?a={quote(ALL)}",
    "/chronology?a=RUS&b=PRK",
    "/chronology/chart?a=RUS&b=PRK",
    f"/reports/{quote(ATTACKS[0], safe='')}",
    f"/export?format={quote(ALL)}&actor={quote(ALL)}",
    "/review",
    "/notes",
    "/decisions",
    "/sources",
    "/problems",
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("hostile")
    make_hostile(folder / "record.db", folder, reader)
    app = make_app(Holding(str(folder / "record.db"), author=ATTACKS[1]))
    with TestClient(app, base_url=HERE) as client:
        yield client


@pytest.fixture(scope="module")
def pages(hostile: TestClient) -> dict[str, str]:
    """Return every page that can be reached, by address."""
    todo, found = list(STARTS), dict[str, str]()
    seen = set(todo)
    while todo and len(found) < 120:
        address = todo.pop(0)
        answer = hostile.get(address)
        assert answer.status_code < 500, address
        if not answer.headers["content-type"].startswith("text/html") or "attachment" in str(answer.headers):
            continue
        found[address] = answer.text
        for link in lxml.html.fromstring(answer.text).xpath("//a/@href | //*/@hx-get"):
            kind = re.sub(r"after=[^&]*|cursor=[^&]*", "", str(link).partition("#")[0])
            if link.startswith("/") and kind not in seen:
                seen.add(kind)
                todo.append(link)
    return found


def test_enough_pages_show_the_report(pages: dict[str, str]) -> None:
    assert len(pages) > 25
    assert sum("x-pwn" in text for text in pages.values()) > 10


def test_no_page_has_an_element_or_a_handler_of_the_reports(pages: dict[str, str]) -> None:
    for address, text in pages.items():
        tree = lxml.html.fromstring(text)
        assert tree.xpath("//x-pwn") == [], address
        assert tree.xpath("//@*[starts-with(name(), 'on')]") == [], address
        assert tree.xpath("//script[not(@src)][not(@type='application/json')]") == [], address
        assert all(str(src).startswith("/static/") for src in tree.xpath("//script/@src")), address
        assert tree.xpath("//@style | //style | //iframe | //object | //embed | //base") == [], address
        assert [img for img in tree.xpath("//img/@src") if not str(img).startswith("/static/")] == [], address


def test_no_link_leads_to_a_script(pages: dict[str, str]) -> None:
    for address, text in pages.items():
        for link in lxml.html.fromstring(text).xpath(
            "//@href | //@src | //@action | //@formaction | //@xlink:href",
            namespaces={"xlink": "http://www.w3.org/1999/xlink"},
        ):
            assert urlsplit(str(link)).scheme in {"", "http", "https", "mailto"}, (address, link)


def test_no_template_is_run_in_a_report(pages: dict[str, str]) -> None:
    assert not any("49{% raw" in text or "49$" in text for text in pages.values())


@pytest.mark.parametrize("name", ["html", "graphml", "markdown"])
def test_no_export_has_markup_of_the_reports(hostile: TestClient, name: str) -> None:
    text = hostile.get(f"/export?format={name}").text
    assert ("x-pwn" in text) is (name != "graphml")
    if name == "markdown":
        assert re.search(r"(?<!\\)<(?:x-pwn|script|img|svg)", text) is None
        assert re.search(r"(?<!\\)\]\(javascript:", text) is None
        assert "<javascript:" not in text
        return
    tree = lxml.html.fromstring(text) if name == "html" else lxml.etree.fromstring(text.encode())
    assert tree.xpath("//*[local-name()='x-pwn']") == []
    if name == "html":
        assert tree.xpath("//@*[starts-with(name(), 'on')] | //script") == []
        assert [link for link in tree.xpath("//@href") if urlsplit(str(link)).scheme not in {"", "http", "https"}] == []


def test_every_format_can_be_made_of_it(hostile: TestClient) -> None:
    for name in find_exporters():
        if name != "ftm":
            assert hostile.get(f"/export?format={name}").status_code == 200


def test_data_are_data(hostile: TestClient) -> None:
    answer = hostile.get("/api/reports")
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    name = answer.json()["items"][0]["id"]
    assert hostile.get(f"/api/reports/{name}").json()["document"]["text"]

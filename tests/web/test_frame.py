"""Attempts to come in by other names, from other sites' pages and past the proxy; everything below a prefix."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from legation.web.frame import host_of
from legation.web.house import house_of
from legation.web.links import Base
from legation.web.security import TOKEN_HEADER
from tests.web.conftest import HERE, token_for
from tests.web.houses import Estate, open_estate, post

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost.evil.example", ""]
)
def test_a_name_made_to_lead_here_reads_nothing(reading_client: TestClient, host: str) -> None:
    answer = reading_client.get("/", headers={"Host": host})
    assert answer.status_code == 421
    assert "reports" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8765", "localhost:1", "[::1]:8765", "[::1]", "LOCALHOST"])
def test_this_machine_is_known_by_its_names(reading_client: TestClient, host: str) -> None:
    assert reading_client.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Origin": "http://127.0.0.1.evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_another_sites_page_changes_nothing_even_with_the_token(client: TestClient, headers: dict[str, str]) -> None:
    data = {"theme": "dark", "token": token_for(client)}
    assert client.post("/preferences", data=data, headers=headers).status_code == 403
    assert client.post("/preferences", data=data, headers={"Origin": HERE}).status_code == 200


def test_more_than_a_request_may_bring_is_cut_off(client: TestClient) -> None:
    assert client.post("/preferences", content=b"", headers={"Content-Length": str(10**12)}).status_code == 413

    def endless() -> Iterator[bytes]:
        for _ in range(130):
            yield bytes(2**20)

    token = token_for(client)
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = client.post("/preferences", content=endless(), headers={**kind, "X-Other": token})
    assert answer.status_code in {400, 413}


@pytest.mark.parametrize("path", ["/", "/no-such-page", "/static/no-such-file", "/static/css/base.css", "/notes"])
def test_every_answer_carries_the_headers(reading_client: TestClient, path: str) -> None:
    headers = reading_client.get(path).headers
    assert "script-src 'self'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_hosts_lose_their_port_only() -> None:
    assert [host_of(name) for name in ("A.example:80", "[::1]:80", "[::1]", "::1", "")] == [
        "a.example", "[::1]", "[::1]", ":", ""
    ]  # fmt: skip


@pytest.mark.parametrize("site", ["desk.example.org", "ftp://desk.example.org", "https://", "https://a.example/?q=1"])
def test_a_site_is_a_web_address(site: str) -> None:
    with pytest.raises(ValueError, match="give the address"):
        house_of(site)


def test_links_are_put_below_prefix_and_project() -> None:
    base = Base("/room", "/p/gulf")
    assert base.link("/search?q=a") == "/room/p/gulf/search?q=a"
    assert base.link("/team/log") == "/room/team/log"
    assert base.link("/teams") == "/room/p/gulf/teams"


@pytest.fixture(scope="module")
def below(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Estate]:
    """Return a house behind a proxy at 10.9.8.7 that shows it below a path, over https."""
    folder = tmp_path_factory.mktemp("below")
    with open_estate(template, folder, "https://desk.example.org/room", proxies=("10.9.8.7",)) as estate:
        yield estate


@pytest.mark.parametrize("strips", [True, False], ids=["proxy strips", "proxy keeps"])
def test_every_link_of_every_page_stays_below_the_prefix(below: Estate, strips: bool) -> None:
    browser = below.browser("root")
    todo = ["/room/projects", "/room/p/gulf/", "/room/team", "/room/account"]
    seen: set[str] = set()
    shown = 0
    while todo and shown < 60:
        address = todo.pop(0)
        answer = browser.get(address.removeprefix("/room") if strips else address)
        if not answer.headers["content-type"].startswith("text/html") or answer.status_code != 200:
            continue
        shown += 1
        links = re.findall(r'\s(?:href|src|action|formaction|hx-get|hx-post)="([^"]*)"', answer.text)
        assert [link for link in links if link.startswith("/") and not link.startswith("/room/")] == [], address
        pages = {re.sub(r"[?#].*", "", link) for link in re.findall(r'<a [^>]*href="(/room/[^"]+)"', answer.text)}
        todo += sorted(pages - seen)
        seen |= pages
    assert shown > 8


def test_over_https_cookies_are_this_hosts_alone(below: Estate) -> None:
    browser = below.browser()
    answer = browser.get("/room/login")
    assert re.match(
        r"__Host-legation_token=[^;]+; HttpOnly; Path=/; SameSite=lax; Secure", answer.headers["set-cookie"]
    )
    assert answer.headers["strict-transport-security"]
    answer = post(browser, "/room/login", "/room/login", name="rita", password="four quiet words here")
    assert answer.headers["location"] == "/room/projects"
    cookie = answer.headers["set-cookie"]
    assert re.match(r"__Host-legation_session=[^;]+; HttpOnly; Path=/; SameSite=lax; Secure", cookie)


def test_redirects_stay_below_the_prefix(below: Estate) -> None:
    answer = below.browser().get("/room/p/gulf/review?own=1")
    assert answer.headers["location"] == "/room/login?back=%2Fp%2Fgulf%2Freview%3Fown%3D1"


@pytest.mark.parametrize(("peer", "believed"), [("10.9.8.7", True), ("10.9.8.6", False)])
def test_only_a_trusted_proxy_says_who_the_client_is(below: Estate, peer: str, believed: bool) -> None:
    with TestClient(below.app, base_url="http://desk.example.org", client=(peer, 4711)) as client:
        forwarded = {
            "X-Forwarded-For": "203.0.113.9",
            "X-Forwarded-Proto": "https",
            "Origin": "http://desk.example.org",
        }
        page = client.get("/login", headers=forwarded)
        assert ("__Host-" in page.headers["set-cookie"]) is believed
        client.cookies.set(
            page.headers["set-cookie"].split("=")[0], page.headers["set-cookie"].split("=")[1].split(";")[0]
        )
        token = page.text.split('name="token" value="', 1)[1].split('"', 1)[0]
        data = {"name": "rita", "password": "wrong words"}
        assert client.post("/login", data=data, headers={**forwarded, TOKEN_HEADER: token}).status_code == 401
    log = below.browser("root").get("/room/team/log").text
    assert ("203.0.113.9" if believed else peer) in log.split("</tr>")[1]

"""URLs → bytes, guarded; the network is canned."""

from collections.abc import Callable

import httpx
import pytest

from legation.documents.fetch import fetch_source
from legation.documents.options import Source
from legation.errors import UnreadableDocument

NUMBERS = {"wire.example": "93.184.215.14", "inside.example": "10.0.0.7", "xn--ro-jma.example": "93.184.215.14"}


@pytest.fixture(autouse=True)
def canned_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Resolve names from a table: the machine's own resolver is not asked."""

    def look_up(host: str, port: int, **_hints: object) -> list[tuple[int, int, int, str, tuple[str, int]]]:
        if host not in NUMBERS and not host.replace(".", "").isdigit() and ":" not in host:
            raise OSError(host)
        return [(2, 1, 6, "", (NUMBERS.get(host, host), port))]

    monkeypatch.setattr("socket.getaddrinfo", look_up)


def fetch(url: str, answer: Callable[[httpx.Request], httpx.Response], longest: int = 1000) -> Source:
    """Fetch through a canned transport."""
    with httpx.Client(transport=httpx.MockTransport(answer)) as client:
        return fetch_source(url, longest, client)


def test_what_an_answer_gives() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        assert request.url.host == "93.184.215.14"
        assert request.headers["Host"] == "wire.example"
        assert request.extensions["sni_hostname"] == "wire.example"
        return httpx.Response(200, content=iter([b"words"]), headers={"Content-Type": "text/html; charset=cp1251"})

    source = fetch("https://wire.example/a?b=1#top", answer)
    assert (source.data, source.url, source.charset, source.media_type) == (
        b"words",
        "https://wire.example/a?b=1",
        "cp1251",
        "text/html",
    )


def test_redirects_are_followed_and_named() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/a":
            return httpx.Response(302, headers={"Location": "/b"})
        return httpx.Response(200, content=iter([b"words"]))

    assert fetch("https://wire.example/a", answer).url == "https://wire.example/b"


@pytest.mark.parametrize(
    ("url", "answer", "reason"),
    [
        ("https://inside.example/a", httpx.Response(200), "private address"),
        ("http://127.0.0.1/a", httpx.Response(200), "private address"),
        ("http://169.254.169.254/latest", httpx.Response(200), "private address"),
        ("http://[::1]/a", httpx.Response(200), "private address"),
        ("http://[::ffff:10.0.0.1]/a", httpx.Response(200), "private address"),
        ("https://unknown.example/a", httpx.Response(200), "cannot be found"),
        (
            "https://wire.example/a",
            httpx.Response(200, headers={"Content-Encoding": "br"}, content=iter([b"a"])),
            "only gzip and deflate",
        ),
        (
            "https://wire.example/a",
            httpx.Response(200, headers={"Content-Encoding": "gzip, gzip"}, content=iter([b"a"])),
            "only gzip and deflate",
        ),
        (
            "https://wire.example/a",
            httpx.Response(200, headers={"Content-Encoding": "gzip"}, content=iter([b"no gzip"])),
            "broken packing",
        ),
        ("https://wire.example/a", httpx.Response(404), "answered 404 Not Found"),
        ("https://wire.example/a", httpx.Response(200, content=iter([b"a" * 2000])), "larger than"),
        ("https://wire.example/a", httpx.Response(302, headers={"Location": "/a"}), "more than 5 redirects"),
        ("https://wire.example/a", httpx.Response(302, headers={"Location": "http://10.0.0.7/"}), "private address"),
        ("https://wire.example/a", httpx.Response(302, headers={"Location": "file:///etc/passwd"}), "only http"),
        ("https://wire.example:22/a", httpx.Response(200), "only ports of the web"),
        ("https://wire.example/a", httpx.Response(302, headers={"Location": "http://wire.example:6379/"}), "port 6379"),
        ("https://wire.example:port/a", httpx.Response(200), "no valid address"),
        ("https://wire.example/a", httpx.Response(302, headers={"Location": "http://[bad/"}), "no valid address"),
    ],
)
def test_what_is_not_fetched(url: str, answer: httpx.Response, reason: str) -> None:
    with pytest.raises(UnreadableDocument) as problem:
        fetch(url, lambda _request: answer)
    assert str(problem.value).startswith(f"{url}: ")
    assert reason in str(problem.value)


def test_a_failing_connection_is_one_line() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectTimeout("timed out", request=request)

    with pytest.raises(UnreadableDocument, match="not fetched: timed out"):
        fetch("https://wire.example/a", answer)

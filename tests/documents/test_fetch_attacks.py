"""Attacks on fetching, each by a real server: it stands on 127.0.0.2, which these tests take for the open Internet."""

import gzip
import socket
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

import pytest

from legation.documents.addresses import Reach
from legation.documents.fetch import fetch_source
from legation.documents.options import MEBIBYTE, Source
from legation.errors import UnreadableDocument

OPEN, INSIDE = "127.0.0.2", "127.0.0.1"


@dataclass
class Site:
    """A server, what it was asked for, and the sign for its drips to stop."""

    server: ThreadingHTTPServer
    asked: list[str] = field(default_factory=list)
    over: Event = field(default_factory=Event)

    @property
    def port(self) -> int:
        return int(self.server.server_address[1])

    def url(self, path: str, host: str = OPEN) -> str:
        return f"http://{host}:{self.port}{path}"


def serve(host: str, answer: Callable[[Site, BaseHTTPRequestHandler], None]) -> Iterator[Site]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(f"{self.headers['Host']}{self.path}")
            try:
                answer(site, self)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    site = Site(ThreadingHTTPServer((host, 0), Handler))
    thread = Thread(target=site.server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield site
    site.over.set()
    site.server.shutdown()
    thread.join()
    site.server.server_close()


def send(handler: BaseHTTPRequestHandler, status: int, **headers: str) -> None:
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()


@pytest.fixture
def inside() -> Iterator[Site]:
    """A service nobody outside may reach."""

    def answer(_: Site, handler: BaseHTTPRequestHandler) -> None:
        send(handler, 200)
        handler.wfile.write(b"secret")

    yield from serve(INSIDE, answer)


@pytest.fixture
def outside() -> Iterator[Site]:
    """A hostile site: each path is one attack."""

    def answer(site: Site, handler: BaseHTTPRequestHandler) -> None:
        path, _, rest = handler.path.partition("?")
        if path == "/to":
            send(handler, 302, Location=rest)
        elif path == "/endless":
            send(handler, 200)
            while not site.over.is_set():
                handler.wfile.write(b"a" * 65536)
        elif path == "/drip":
            send(handler, 200)
            drip(site, handler, b"a")
        elif path == "/drip-headers":
            handler.wfile.write(b"HTTP/1.0 200 OK\r\n")
            drip(site, handler, b"X: ")
        elif path == "/silence":
            site.over.wait(20)
        elif path in BOMBS:
            send(handler, 200, Content_Encoding="gzip" if path == "/bomb" else "deflate")
            handler.wfile.write(BOMBS[path])
        else:
            send(handler, 200, Content_Encoding="gzip")
            handler.wfile.write(gzip.compress(b"words"))

    yield from serve(OPEN, answer)


def drip(site: Site, handler: BaseHTTPRequestHandler, piece: bytes) -> None:
    while not site.over.wait(0.05):
        handler.wfile.write(piece)
        handler.wfile.flush()


def bomb(window: int) -> bytes:
    """Return 256 MiB of zeros, packed to a thousandth without ever standing in memory whole."""
    pack = zlib.compressobj(9, zlib.DEFLATED, window)
    return b"".join([*(pack.compress(bytes(MEBIBYTE)) for _ in range(256)), pack.flush()])


BOMBS = {"/bomb": bomb(16 + zlib.MAX_WBITS), "/bare-bomb": bomb(-zlib.MAX_WBITS)}


def fetch(site: Site, url: str, seconds: float = 20, *others: Site) -> Source:
    ports = frozenset({site.port, *(other.port for other in others)})
    reach = Reach(allows=lambda number: number == OPEN, ports=ports, seconds=seconds, pause=5)
    return fetch_source(url, MEBIBYTE, reach=reach)


def refuse(site: Site, url: str, seconds: float = 20, *others: Site) -> str:
    with pytest.raises(UnreadableDocument) as problem:
        fetch(site, url, seconds, *others)
    return str(problem.value)


def test_an_honest_page_comes_unpacked(outside: Site) -> None:
    assert fetch(outside, outside.url("/page")).data == b"words"


@pytest.mark.parametrize("host", [INSIDE, "localhost", "0", "127.1", "2130706433", "[::ffff:127.0.0.1]"])
def test_a_redirect_inside_is_not_followed(outside: Site, inside: Site, host: str) -> None:
    message = refuse(outside, outside.url(f"/to?{inside.url('/secret', host)}"), 20, inside)
    assert "private address" in message or "cannot be found" in message
    assert inside.asked == []
    assert len(outside.asked) == 1


@pytest.mark.parametrize(
    "target", ["http://169.254.169.254:{}/latest/meta-data", "http://[fe80::1]:{}/", "http://10.0.0.1:{}/"]
)
def test_a_redirect_to_the_cloud_or_the_house_is_not_followed(outside: Site, target: str) -> None:
    assert "private address" in refuse(outside, outside.url(f"/to?{target.format(outside.port)}"))


def test_the_last_of_several_redirects_is_checked_too(outside: Site, inside: Site) -> None:
    last = outside.url(f"/to?{inside.url('/secret', INSIDE)}")
    chain = outside.url(f"/to?{last}")
    assert "private address" in refuse(outside, chain, 20, inside)
    assert len(outside.asked) == 2
    assert inside.asked == []


def test_a_redirect_to_another_port_or_scheme_is_not_followed(outside: Site) -> None:
    assert "only ports of the web" in refuse(outside, outside.url(f"/to?http://{OPEN}:25/"))
    assert "only http and https" in refuse(outside, outside.url("/to?file:///etc/passwd"))


def test_a_name_that_changes_its_number_leads_nowhere_else(
    outside: Site, inside: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    genuine, answers = socket.getaddrinfo, iter([OPEN, INSIDE, INSIDE])

    def rebind(host: str, port: int, *rest: Any, **hints: Any) -> object:
        return genuine(next(answers) if host == "rebind.example" else host, port, *rest, **hints)

    monkeypatch.setattr(socket, "getaddrinfo", rebind)
    url = outside.url("/page", "rebind.example")
    assert fetch(outside, url, 20, inside).data == b"words"
    assert outside.asked == [f"rebind.example:{outside.port}/page"]
    assert "private address" in refuse(outside, url, 20, inside)
    assert inside.asked == []


@pytest.mark.parametrize("path", ["/drip", "/drip-headers", "/silence"])
def test_who_is_slow_gets_no_more_than_the_time(outside: Site, path: str) -> None:
    assert "took more than 1 seconds" in refuse(outside, outside.url(path), 1)


def test_an_endless_body_is_cut_off(outside: Site) -> None:
    assert "larger than 1 MB" in refuse(outside, outside.url("/endless"))


@pytest.mark.parametrize("path", BOMBS)
def test_a_bomb_is_found_out_before_it_is_unpacked(outside: Site, path: str) -> None:
    tracemalloc.start()
    message = refuse(outside, outside.url(path))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "larger than 1 MB" in message
    assert peak < 8 * MEBIBYTE

"""URLs → bytes: the only code that goes to the network. It is guarded: no private addresses, bounded size and time."""

import re
import ssl
import time
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from urllib.parse import urljoin, urlsplit

import httpcore
import httpx

from legation.documents.addresses import Reach, pin
from legation.documents.options import MEBIBYTE, Source
from legation.errors import UnreadableDocument

HEADERS = {
    "User-Agent": "legation",
    "Accept": "text/html,application/xhtml+xml,application/pdf,application/rss+xml,application/atom+xml,*/*;q=0.5",
    # What can be unpacked piece by piece within a bound.
    "Accept-Encoding": "gzip, deflate",
}
MOVED = frozenset({301, 302, 303, 307, 308})
# Bytes unpacked at a time: what a bomb may take before it is found out.
PIECE = 256 * 1024


def fetch_source(url: str, longest: int, client: httpx.Client | None = None, reach: Reach | None = None) -> Source:
    """Return the bytes a URL gives, after redirects, each of which is checked like the URL itself.

    Raises UnreadableDocument for other schemes and ports, private addresses, failures, and answers of more than
    `longest` bytes (unpacked) or of more than the time that `reach` allows. `client` replaces the HTTP client (tests).
    """
    reach = reach or Reach()
    end = time.monotonic() + reach.seconds
    try:
        with open_client(client, reach, end) as asking:
            response, address = follow(url, asking, reach)
            try:
                return receive(response, url, address, longest)
            finally:
                response.close()
    except httpx.HTTPError as error:
        late = time.monotonic() >= end
        reason = (
            f"took more than {reach.seconds:.0f} seconds" if late else f"not fetched: {error or type(error).__name__}"
        )
        raise UnreadableDocument(f"{url}: {reason}") from error


@contextmanager
def open_client(client: httpx.Client | None, reach: Reach, end: float) -> Iterator[httpx.Client]:
    """Give the HTTP client of one fetch; one that was handed over stays open."""
    if client is not None:
        yield client
        return
    timeout = httpx.Timeout(reach.pause, connect=reach.pause / 2)
    with httpx.Client(timeout=timeout, headers=HEADERS, transport=Guarded(reach, end), trust_env=False) as own:
        yield own


def follow(url: str, client: httpx.Client, reach: Reach) -> tuple[httpx.Response, str]:
    """Go from address to address until one answers; return the open answer, and where it came from."""
    address = url
    for _ in range(reach.redirects + 1):
        pinned = pin(address, url, reach)
        request = client.build_request("GET", pinned.url, headers=pinned.headers, extensions=dict(pinned.extensions))
        # A page sets no cookies for the next one.
        client.cookies.clear()
        response = client.send(request, stream=True, follow_redirects=False)
        target = response.headers.get("Location")
        if response.status_code not in MOVED or not target:
            return response, address
        response.close()
        address = joined(address, target, url)
    raise UnreadableDocument(f"{url}: more than {reach.redirects} redirects")


def joined(address: str, target: str, url: str) -> str:
    """Return the address a redirect leads to."""
    try:
        return urljoin(address, target)
    except ValueError as error:
        raise UnreadableDocument(f"{url}: leads to no valid address: {error}") from error


def receive(response: httpx.Response, url: str, address: str, longest: int) -> Source:
    """Read an answer within the limit of size."""
    if not response.is_success:
        raise UnreadableDocument(f"{url}: answered {response.status_code} {response.reason_phrase}".rstrip())
    pieces: list[bytes] = []
    size = 0
    for piece in unpacked(response, url):
        size += len(piece)
        if size > longest:
            raise UnreadableDocument(f"{url}: larger than {longest // MEBIBYTE} MB")
        pieces.append(piece)
    media = response.headers.get("Content-Type", "")
    charset = re.search(r"charset=[\"']?([\w.:-]+)", media, re.IGNORECASE)
    return Source(
        b"".join(pieces),
        url,
        url=urlsplit(address)._replace(fragment="").geturl(),
        charset=charset[1] if charset else None,
        media_type=media.split(";")[0].strip().lower() or None,
    )


def unpacked(response: httpx.Response, url: str) -> Iterator[bytes]:
    """Yield an answer's bytes in pieces of at most `PIECE`, unpacked if one known method has packed them."""
    methods = response.headers.get("Content-Encoding", "").lower().replace("identity", "").split(",")
    names = [name.strip() for name in methods if name.strip()]
    if not names:
        yield from response.iter_raw(PIECE)
    elif names in (["gzip"], ["x-gzip"], ["deflate"]):
        yield from inflate(response.iter_raw(PIECE), url)
    else:
        raise UnreadableDocument(f"{url}: packed as {', '.join(names)[:60]}: only gzip and deflate are unpacked")


def inflate(pieces: Iterable[bytes], url: str) -> Iterator[bytes]:
    """Yield what gzip or zlib (or, as some servers have it, bare deflate) packed, never more than `PIECE` at a time."""
    unpack = None
    for piece in pieces:
        if unpack is None:
            # 0x78 begins every zlib stream of the usual window; 32 lets zlib tell it from gzip.
            wrapped = piece[:1] in {b"\x1f", b"\x78"}
            unpack = zlib.decompressobj(32 + zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS)
        rest = piece
        while rest and not unpack.eof:
            try:
                part = unpack.decompress(rest, PIECE)
            except zlib.error as error:
                raise UnreadableDocument(f"{url}: broken packing: {error}") from error
            rest = unpack.unconsumed_tail
            if part:
                yield part
    if unpack is not None and not unpack.eof:
        raise UnreadableDocument(f"{url}: cut short")


class Guarded(httpx.HTTPTransport):
    """Connects to numbers within reach only, each connection for one answer, and all of it before a moment.

    Connections are not used again: one made for a host would otherwise serve, unchecked, another host with its number.
    """

    def __init__(self, reach: Reach, end: float) -> None:
        """`end` is a moment of the monotonic clock."""
        super().__init__()
        self._pool.close()
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(trust_env=False),
            max_keepalive_connections=0,
            network_backend=Network(reach, end),
        )


class Network(httpcore.NetworkBackend):
    """The network as far as it may be reached."""

    def __init__(self, reach: Reach, end: float) -> None:
        """`end` is a moment of the monotonic clock."""
        self.reach = reach
        self.end = end
        self.inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect, if who answers is within reach."""
        left = time_left(self.end, timeout)
        stream = self.inner.connect_tcp(host, port, left, local_address, socket_options)
        number = str(stream.get_extra_info("server_addr")[0])
        if not self.reach.allows(number):
            stream.close()
            raise httpcore.ConnectError(f"{number} is a private address")
        return Timed(stream, self.end)


class Timed(httpcore.NetworkStream):
    """A connection that ends at a moment, however slowly the other side drips."""

    def __init__(self, inner: httpcore.NetworkStream, end: float) -> None:
        """`end` is a moment of the monotonic clock."""
        self.inner = inner
        self.end = end

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what has come."""
        return self.inner.read(max_bytes, time_left(self.end, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write all of it."""
        self.inner.write(buffer, time_left(self.end, timeout))

    def close(self) -> None:
        """Hang up."""
        self.inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Go on encrypted."""
        return Timed(self.inner.start_tls(ssl_context, server_hostname, time_left(self.end, timeout)), self.end)

    def get_extra_info(self, info: str) -> object:
        """Tell about the connection."""
        return self.inner.get_extra_info(info)


def time_left(end: float, timeout: float | None) -> float:
    """Return how long one step may take, in seconds; a ReadTimeout if the end has come."""
    left = end - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("out of time")
    return left if timeout is None else min(left, timeout)

"""URLs → bytes: the only code that goes to the network. It is guarded: no private addresses, bounded size and time."""

import ipaddress
import re
import socket
import time
from urllib.parse import urljoin, urlsplit

import httpx

from legation.documents.options import MEBIBYTE, Source
from legation.errors import UnreadableDocument

AGENT = "legation"
ACCEPT = "text/html,application/xhtml+xml,application/pdf,application/rss+xml,application/atom+xml,*/*;q=0.5"
REDIRECTS = 5
TIMEOUT = httpx.Timeout(20.0, connect=10.0)
SECONDS = 120.0
MOVED = frozenset({301, 302, 303, 307, 308})


def fetch_source(url: str, longest: int, client: httpx.Client | None = None) -> Source:
    """Return the bytes a URL gives, after redirects, each of which is checked like the URL itself.

    Raises UnreadableDocument for other schemes, private addresses, failures, and answers of more than `longest`
    bytes or two minutes.
    """
    own = client or httpx.Client(timeout=TIMEOUT, headers={"User-Agent": AGENT, "Accept": ACCEPT}, trust_env=False)
    try:
        return follow(url, longest, own)
    except httpx.HTTPError as error:
        raise UnreadableDocument(f"{url}: not fetched: {error or type(error).__name__}") from error
    finally:
        if client is None:
            own.close()


def follow(url: str, longest: int, client: httpx.Client) -> Source:
    """Go from address to address until one answers."""
    address = url
    for _ in range(REDIRECTS + 1):
        pinned, headers, extensions = checked(address, url)
        request = client.build_request("GET", pinned, headers=headers, extensions=extensions)
        response = client.send(request, stream=True, follow_redirects=False)
        try:
            target = response.headers.get("Location")
            if response.status_code in MOVED and target:
                address = joined(address, target, url)
                continue
            return receive(response, url, address, longest)
        finally:
            response.close()
    raise UnreadableDocument(f"{url}: more than {REDIRECTS} redirects")


def joined(address: str, target: str, url: str) -> str:
    """Return the address a redirect leads to."""
    try:
        return urljoin(address, target)
    except ValueError as error:
        raise UnreadableDocument(f"{url}: leads to no valid address: {error}") from error


def checked(address: str, url: str) -> tuple[httpx.URL, dict[str, str], dict[str, str]]:
    """Return the address with its host as the public number it stands for, and what the request then needs.

    The connection goes to the very number that was checked: a name that resolves to another one a moment later
    cannot lead inside. The host's name stays in the Host header and in the TLS handshake.
    """
    try:
        parts = httpx.URL(address)
    except httpx.InvalidURL as error:
        raise UnreadableDocument(f"{url}: no valid address: {error}") from error
    if parts.scheme not in {"http", "https"} or not parts.host:
        raise UnreadableDocument(f"{url}: leads to {address[:80]}: only http and https are fetched")
    number = public_number(parts.host, parts.port or (443 if parts.scheme == "https" else 80), url)
    headers = {"Host": parts.netloc.decode("ascii")}
    return parts.copy_with(host=number, userinfo=b""), headers, {"sni_hostname": parts.raw_host.decode("ascii")}


def public_number(host: str, port: int, url: str) -> str:
    """Return the first number of a host; raises UnreadableDocument if it has none or any of them is not public."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise UnreadableDocument(f"{url}: {host} cannot be found") from error
    numbers = [str(entry[4][0]) for entry in found]
    for number in numbers:
        if not is_public(number):
            raise UnreadableDocument(f"{url}: {host} is a private address ({number}): not fetched")
    return numbers[0]


def is_public(number: str) -> bool:
    """Tell whether a number is one of the open Internet, also behind IPv6 forms that carry an IPv4 number."""
    address = ipaddress.ip_address(number.split("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inner is not None:
            return is_public(str(inner)) and address.ipv4_mapped is not None
        if address in NAT64:
            return is_public(str(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)))
    return address.is_global and not address.is_multicast


NAT64 = ipaddress.ip_network("64:ff9b::/96")


def receive(response: httpx.Response, url: str, address: str, longest: int) -> Source:
    """Read an answer within the limits of size and time."""
    if not response.is_success:
        raise UnreadableDocument(f"{url}: answered {response.status_code} {response.reason_phrase}".rstrip())
    end = time.monotonic() + SECONDS
    pieces: list[bytes] = []
    size = 0
    for piece in response.iter_bytes():
        size += len(piece)
        if size > longest:
            raise UnreadableDocument(f"{url}: larger than {longest // MEBIBYTE} MB")
        if time.monotonic() > end:
            raise UnreadableDocument(f"{url}: took more than {SECONDS:.0f} seconds")
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

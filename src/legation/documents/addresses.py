"""Which addresses of the web may be fetched: open ones alone, at the ports of the web, whatever a name resolves to."""

import ipaddress
import socket
from collections.abc import Callable
from dataclasses import dataclass

import httpx

from legation.errors import UnreadableDocument

PORTS = frozenset({80, 443, 8000, 8008, 8080, 8443, 8888})
NAT64 = ipaddress.ip_network("64:ff9b::/96")
# Compatible (::a.b.c.d) and translated (::ffff:0:a.b.c.d) numbers: obsolete, but a gateway may follow them inside.
OBSOLETE = (ipaddress.ip_network("::/96"), ipaddress.ip_network("::ffff:0:0:0/96"))


def is_public(number: str) -> bool:
    """Tell whether a number is one of the open Internet, also behind IPv6 forms that carry an IPv4 number."""
    address = ipaddress.ip_address(number.split("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return is_public(str(address.ipv4_mapped))
        if address.sixtofour or address.teredo or any(address in network for network in OBSOLETE):
            return False
        if address in NAT64:
            return is_public(str(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)))
    is_site_local = isinstance(address, ipaddress.IPv6Address) and address.is_site_local
    return address.is_global and not address.is_multicast and not is_site_local


@dataclass(frozen=True, slots=True)
class Reach:
    """How far fetching goes.

    allows      tells of a number (IPv4 or IPv6, as text) whether it may be connected to
    ports       the ports that may be
    redirects   how many are followed
    seconds     how long one fetch may take in all, from the first name looked up to the last byte
    pause       how long the other side may be silent, in seconds
    """

    allows: Callable[[str], bool] = is_public
    ports: frozenset[int] = PORTS
    redirects: int = 5
    seconds: float = 120.0
    pause: float = 20.0


@dataclass(frozen=True, slots=True)
class Pinned:
    """An address with its host as the number that was checked, and what a request to it then needs."""

    url: httpx.URL
    headers: dict[str, str]
    extensions: dict[str, str]


def pin(address: str, url: str, reach: Reach) -> Pinned:
    """Return an address pinned to a number within reach; `url` is what a user asked for. Raises UnreadableDocument.

    The connection goes to the very number that was checked: a name that resolves to another one a moment later
    cannot lead inside. The host's name stays in the Host header and in the TLS handshake.
    """
    try:
        parts = httpx.URL(address)
    except httpx.InvalidURL as error:
        raise UnreadableDocument(f"{url}: no valid address: {error}") from error
    if parts.scheme not in {"http", "https"} or not parts.host:
        raise UnreadableDocument(f"{url}: leads to {address[:80]}: only http and https are fetched")
    port = parts.port or (443 if parts.scheme == "https" else 80)
    if port not in reach.ports:
        raise UnreadableDocument(f"{url}: leads to port {port}: only ports of the web are fetched from")
    number = find_number(parts.host, port, url, reach)
    headers = {"Host": parts.netloc.decode("ascii")}
    pinned = parts.copy_with(host=number, userinfo=b"")
    return Pinned(pinned, headers, {"sni_hostname": parts.raw_host.decode("ascii")})


def find_number(host: str, port: int, url: str, reach: Reach) -> str:
    """Return the first number of a host; UnreadableDocument if it has none, or if any of them is out of reach."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise UnreadableDocument(f"{url}: {host} cannot be found") from error
    numbers = [str(entry[4][0]) for entry in found]
    for number in numbers:
        if not reach.allows(number):
            raise UnreadableDocument(f"{url}: {host} is a private address ({number}): not fetched")
    return numbers[0]

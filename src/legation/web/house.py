"""The house an application stands in: the names it is asked for by, the path below which it is, and its team."""

from dataclasses import dataclass
from urllib.parse import urlsplit

# The names of this machine. A page elsewhere whose name is made to lead here (DNS rebinding) asks by its own.
LOCAL = frozenset({"localhost", "127.0.0.1", "[::1]"})


@dataclass(frozen=True, slots=True)
class House:
    """Where an application stands.

    hosts      names it answers to, without port
    prefix     the path below which a reverse proxy shows it ("/legation"), or ""
    proxies    addresses or networks of the proxies whose X-Forwarded-* headers are believed
    accounts   path or URL of the accounts of a team; None for one person without log-in
    longest    bytes a request may bring
    """

    hosts: frozenset[str] = LOCAL
    prefix: str = ""
    proxies: tuple[str, ...] = ()
    accounts: str | None = None
    longest: int = 110 * 1024 * 1024


def house_of(site: str | None, proxies: tuple[str, ...] = (), accounts: str | None = None) -> House:
    """Return the house of a public address ("https://desk.example.org/legation"); ValueError for what is none."""
    if not site:
        return House(proxies=proxies, accounts=accounts)
    parts = urlsplit(site)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
        message = f"{site}: give the address people use, such as https://desk.example.org/legation"
        raise ValueError(message)
    name = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return House(LOCAL | {name.lower()}, parts.path.rstrip("/"), proxies, accounts)

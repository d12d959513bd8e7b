"""Outlets: whose report a document is, by the name it gives or the host it came from."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from legation.lexicon.actors import ActorEntry
from legation.lexicon.folding import fold_name
from legation.lexicon.outlets import OutletEntry, OutletKind, load_media, load_outlet_entries

# How the ids of outlets begin that only reports know.
BY_NAME = "outlet:"
ARTICLE = "the "


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes. `kind` and `country` (alpha-3) are None where the lexicon does not know the outlet."""

    id: str
    name: str
    kind: OutletKind | None
    country: str | None
    names: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()


@dataclass(frozen=True)
class OutletBook:
    """Known outlets by id, by folded name (names that several share are left out) and by host."""

    outlets: Mapping[str, Outlet]
    by_name: Mapping[str, str]
    by_host: Mapping[str, str]

    def find(self, name: str | None, url: str | None) -> Outlet | None:
        """Return the outlet of a document: by the name it gives, for a portal may carry another's report; else by host.

        An outlet that no entry knows has an id made from its name, or from its host; None without either.
        """
        known = self.by_name.get(fold_outlet(name)) if name else None
        host = host_of(url)
        known = known or self.find_host(host)
        if known is not None:
            return self.outlets[known]
        called = name.strip() if name else host
        return Outlet(f"{BY_NAME}{fold_outlet(called)}", called, None, None) if called else None

    def find_host(self, host: str | None) -> str | None:
        """Return the id of the outlet of a host, or of the nearest host above it."""
        while host and "." in host:
            if host in self.by_host:
                return self.by_host[host]
            host = host.partition(".")[2]
        return None


def fold_outlet(name: str) -> str:
    """Return the form in which names of outlets are compared: folded, without a leading article."""
    return fold_name(name).removeprefix(ARTICLE)


def host_of(url: str | None) -> str | None:
    """Return the host of an address without "www."; None if it has none."""
    if not url:
        return None
    try:
        host = urlsplit(url if "://" in url else f"//{url}").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


@lru_cache(maxsize=8)
def load_outlets(extra: Path | None = None) -> OutletBook:
    """Return the outlets of the lexicon, an analyst's own over the built-in ones."""
    media = load_media(extra)
    return build_book(make_outlet(entry, media.get(entry.id)) for entry in load_outlet_entries(extra))


def make_outlet(entry: OutletEntry, actor: ActorEntry | None) -> Outlet:
    """Return an outlet with the names that its entry and that of the actor give."""
    name = entry.name or (actor.name if actor else entry.id)
    actors = (actor.name, *actor.aliases, *(word for words in actor.names.values() for word in words)) if actor else ()
    own = (*entry.aliases, *(word for words in entry.names.values() for word in words))
    country = entry.country or (actor.country if actor else None)
    return Outlet(entry.id, name, entry.kind, country, tuple(dict.fromkeys((name, *actors, *own))), entry.hosts)


def build_book(outlets: Iterable[Outlet]) -> OutletBook:
    """Compile outlets into a book."""
    known = {outlet.id: outlet for outlet in outlets}
    owners: dict[str, set[str]] = defaultdict(set)
    for outlet in known.values():
        for name in (outlet.id, *outlet.names):
            owners[fold_outlet(name)].add(outlet.id)
    # What one calls itself beats what another is called too; a name that is only shared decides nothing.
    by_name = {name: next(iter(ids)) for name, ids in owners.items() if len(ids) == 1}
    titles: dict[str, set[str]] = defaultdict(set)
    for outlet in known.values():
        titles[fold_outlet(outlet.name)].add(outlet.id)
    by_name |= {name: next(iter(ids)) for name, ids in titles.items() if len(ids) == 1}
    hosts = {host: outlet.id for outlet in known.values() for host in outlet.hosts}
    return OutletBook(known, by_name, hosts)

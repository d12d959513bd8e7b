"""Searching with filters that users give by name, and searches kept under a name."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from legation.actors.outlets import load_outlets
from legation.documents.document import days_of
from legation.errors import LegationError
from legation.reading.claim import Status
from legation.record.bookmarks import Bookmark, add_bookmark, find_bookmarks
from legation.record.facets import Facets, count_facets
from legation.record.lookup import Hit, search
from legation.record.narrowing import Filters, Kind
from legation.record.session import Session
from legation.record.sources import find_outlet
from legation.workspace.parties import get_actor

SEARCH = "search"


@dataclass(frozen=True, slots=True)
class Asked:
    """A search as a user asks for it; what is empty or None narrows nothing.

    `actor` and `other` are codes, names or adjectives, `first` and `last` days (months, years), both included: of
    events for claims, of publication for documents; `grades` letters of the Admiralty scale.
    """

    words: str
    kinds: tuple[str, ...] = ()
    actor: str | None = None
    other: str | None = None
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None
    outlet: str | None = None
    grades: tuple[str, ...] = ()


def find_hits(session: Session, asked: Asked, limit: int, lexicon: Path | None = None) -> list[Hit]:
    """Return the best hits of each kind; LegationError for an actor or outlet nobody knows."""
    book = load_outlets(lexicon) if asked.outlet or asked.grades else None
    return search(session, asked.words, limit, make_filters(session, asked, lexicon), book)


def find_facets(session: Session, asked: Asked, lexicon: Path | None = None) -> Facets:
    """Return how many finds each facet of a search would show; LegationError as for the search itself."""
    return count_facets(session, asked.words, make_filters(session, asked, lexicon), load_outlets(lexicon))


def make_filters(session: Session, asked: Asked, lexicon: Path | None) -> Filters:
    """Return what a search is narrowed to; LegationError for an actor or outlet nobody knows."""
    outlet = find_outlet(session, asked.outlet, load_outlets(lexicon)) if asked.outlet else None
    if asked.outlet and outlet is None:
        raise LegationError(f"{asked.outlet}: no outlet of the register or the record; `legation sources` lists them")
    return Filters(
        kinds=tuple(Kind(kind) for kind in asked.kinds),
        actor=get_actor(session, asked.actor, lexicon).id if asked.actor else None,
        other=get_actor(session, asked.other, lexicon).id if asked.other else None,
        types=tuple(kind.upper() for kind in asked.types),
        statuses=tuple(Status(status) for status in asked.statuses),
        since=day_of(asked.first, 0),
        until=day_of(asked.last, 1),
        outlet=outlet.id if outlet else None,
        grades=frozenset(grade.upper() for grade in asked.grades),
    )


def day_of(value: str | None, end: int) -> dt.date | None:
    """Return the first day of a date (0) or the first day after it (1)."""
    return days_of(value)[end] if value else None


def pack(asked: Asked) -> dict[str, Any]:
    """Return a search as JSON values; what narrows nothing is left out."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(asked).items() if value}


def unpack(body: Mapping[str, Any]) -> Asked:
    """Return a search from its JSON values."""
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in body.items()}
    return Asked(**values)


def save_search(session: Session, name: str, asked: Asked | None, author: str, at: dt.datetime) -> None:
    """Keep a search under a name; None takes the name away."""
    add_bookmark(session, (SEARCH, name), pack(asked) if asked else None, author, at)


def saved_searches(session: Session) -> list[Bookmark]:
    """Return the searches kept under a name, by name."""
    return find_bookmarks(session, SEARCH)

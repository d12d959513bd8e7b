"""Searching with filters that users give by name, and searches kept under a name."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from legation.actors.outlets import load_outlets
from legation.actors.registry import load_registry
from legation.documents.document import days_of
from legation.errors import LegationError
from legation.reading.claim import Status
from legation.record.bookmarks import Bookmark, add_bookmark, find_bookmarks
from legation.record.facets import Facets, count_facets
from legation.record.lookup import Hit, search
from legation.record.narrowing import Filters, Kind
from legation.record.search import index_words
from legation.record.session import Session
from legation.record.sources import find_outlet
from legation.record.view import get_actors
from legation.record.wanted import counter_of, find_spot, parse_query
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
    filters = make_filters(session, asked, lexicon)
    hits = search(session, asked.words, limit, filters, book)
    known = {hit.ref for hit in hits if hit.kind is Kind.ACTOR}
    return [hit for hit in find_named(session, asked.words, filters, lexicon) if hit.ref not in known][:limit] + hits


def find_facets(session: Session, asked: Asked, lexicon: Path | None = None) -> Facets:
    """Return how many finds each facet of a search would show; LegationError as for the search itself."""
    filters = make_filters(session, asked, lexicon)
    facets = count_facets(session, asked.words, filters, load_outlets(lexicon))
    named = len(find_named(session, asked.words, replace(filters, kinds=()), lexicon))
    return replace(facets, kinds={**facets.kinds, Kind.ACTOR: facets.kinds.get(Kind.ACTOR, 0) + named})


def find_named(session: Session, words: str, filters: Filters, lexicon: Path | None) -> list[Hit]:
    """Return the actors of the record that the lexicon calls so in another script: reports name them in English."""
    if words.isascii() or Kind.ACTOR not in filters.shown:
        return []
    phrases = parse_query(words)
    counters = [counter_of(phrase) for phrase in phrases]
    told: dict[str, str] = {}
    for actor, name, line in load_foreign_names(lexicon):
        if counters and all(count(line) for count in counters):
            told.setdefault(actor, name)
    known = sorted(get_actors(session, sorted(told)), key=lambda actor: (len(told[actor.id]), actor.id))
    return [
        Hit(Kind.ACTOR, actor.id, actor.name, told[actor.id], find_spot(told[actor.id], phrases)) for actor in known
    ]


@lru_cache(maxsize=2)
def load_foreign_names(lexicon: Path | None) -> tuple[tuple[str, str, str], ...]:
    """Return the names of the lexicon's actors in other scripts: the actor's id, the name, and its words."""
    return tuple(
        (actor.id, name, f" {index_words(name)} ")
        for actor in load_registry(lexicon).actors.values()
        for name in actor.names
        if not name.isascii()
    )


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

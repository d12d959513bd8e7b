"""How many finds each facet of a search would show, were it chosen besides what the search is narrowed to otherwise."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from sqlalchemy import or_, select

from legation.actors.outlets import Outlet, OutletBook
from legation.reading.claim import ActorRef, Status
from legation.record import tables
from legation.record.accounts import load_accounts
from legation.record.chunks import chunks
from legation.record.lookup import Candidate, rank
from legation.record.narrowing import Filters, Kind, Sources
from legation.record.outlines import publications
from legation.record.session import Session
from legation.record.shadow import ensure
from legation.record.sources import find_grades, grade_of
from legation.record.stretches import RANKED
from legation.record.view import get_actors
from legation.record.wanted import Phrase, parse_query

T = TypeVar("T")
# Readings or events asked for at a time.
STRETCH = 400
# Actors and outlets that are counted out.
MOST = 12


@dataclass(frozen=True, slots=True)
class Facets:
    """Counts by facet: of events by status, type and actor, of documents by grade and outlet, of all there is by kind.

    `actors` are those who take part, or where an actor is chosen, those on the other side of a dyad with it. Of them
    and of `outlets` the MOST frequent are given, the first ones first. A search looks at the last RANKED entries of a
    kind that have its words; `is_whole` tells whether these were all.
    """

    kinds: Mapping[Kind, int]
    statuses: Mapping[Status, int]
    types: Mapping[str, int]
    grades: Mapping[str, int]
    actors: Mapping[ActorRef, int]
    outlets: Mapping[Outlet, int]
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Told:
    """A claim that has the words, as decisions have it."""

    event: str
    type: str
    status: Status


def count_facets(session: Session, query: str, filters: Filters, book: OutletBook) -> Facets:
    """Count what a search finds by kind, status, type and grade; nothing for a query without words."""
    phrases = parse_query(query)
    if not phrases:
        return Facets({}, {}, {}, {}, {}, {}, is_whole=True)
    ensure(session, everything=True)
    entries = list(rank(session, Kind.CLAIM, phrases, replace(filters, types=(), statuses=()), book))
    told = list(find_told(session, entries))
    shown = {one.event for one in told if has_type(one, filters) and has_status(one, filters)}
    free = replace(filters, grades=frozenset(), outlet=None)
    texts = list(rank(session, Kind.DOCUMENT, phrases, free, book))
    sources = dict(find_publishers(session, texts, book))
    grades = {name: grade for name, (outlet, grade) in sources.items() if is_outlet(outlet, filters)}
    asked = {name: outlet for name, (outlet, grade) in sources.items() if not filters.grades or grade in filters.grades}
    kinds = {
        Kind.ACTOR: count_actors(session, phrases, filters),
        Kind.CLAIM: len(shown),
        Kind.DOCUMENT: sum(1 for outlet in asked.values() if is_outlet(outlet, filters)),
    }
    return Facets(
        kinds=kinds,
        statuses=Counter(status for _, status in {(one.event, one.status) for one in told if has_type(one, filters)}),
        types=Counter(kind for _, kind in {(one.event, one.type) for one in told if has_status(one, filters)}),
        grades=Counter(grades.values()),
        actors=count_sides(session, sorted(shown), filters.actor),
        outlets=most(Counter(outlet for outlet in asked.values() if outlet)),
        is_whole=max(len(entries), len(texts)) < RANKED,
    )


def most(counts: Counter[T]) -> dict[T, int]:
    """Return the most frequent, of equally frequent ones the first of the alphabet."""
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], str(pair[0])))[:MOST])


def is_outlet(outlet: Outlet | None, filters: Filters) -> bool:
    """Tell whether an outlet is the one asked for, if one is."""
    return filters.outlet is None or (outlet is not None and outlet.id == filters.outlet)


def count_sides(session: Session, events: Sequence[str], actor: str | None) -> dict[ActorRef, int]:
    """Count who takes part in these events; beside an actor, who is in dyads with it."""
    parties, dyads = tables.event_parties.c, tables.event_dyads.c
    found: Counter[str] = Counter()
    for some in chunks(events, STRETCH):
        if actor is None:
            found.update(session.scalars(select(parties.face).where(parties.event_id.in_(some))))
            continue
        query = select(dyads.one, dyads.other).where(dyads.event_id.in_(some))
        rows = session.execute(query.where(or_(dyads.one == actor, dyads.other == actor)))
        found.update(row.other if row.one == actor else row.one for row in rows)
    first = most(found)
    known = {ref.id: ref for ref in get_actors(session, list(first))}
    # A state that only its people stand for has no name of its own in the record.
    return {known[name]: count for name, count in first.items() if name in known}


def has_type(one: Told, filters: Filters) -> bool:
    """Tell whether a claim is of a type asked for."""
    return not filters.types or one.type in filters.types


def has_status(one: Told, filters: Filters) -> bool:
    """Tell whether a claim has a status asked for."""
    return not filters.statuses or one.status in filters.statuses


def count_actors(session: Session, phrases: Sequence[Phrase], filters: Filters) -> int:
    """Count the actors found; filters leave them out."""
    if filters.narrows:
        return 0
    return len({found.ref for found in rank(session, Kind.ACTOR, phrases, filters, None)})


def find_publishers(
    session: Session, found: Sequence[Candidate], book: OutletBook
) -> Iterator[tuple[str, tuple[Outlet | None, str]]]:
    """Yield each document found with its outlet and that outlet's grade."""
    graded = {name: grade_of(grades) for name, grades in find_grades(session).items()}
    sources = Sources(book, None, frozenset(), graded)
    for name, _, outlet, url in publications(session, [one.ref for one in found]):
        yield name, (book.find(outlet, url), sources.grade(outlet, url))


def find_told(session: Session, found: Sequence[Candidate]) -> Iterator[Told]:
    """Yield the claims found that count in an event; those that somebody ruled on as the rulings have them."""
    wanted = {(int(one.reading_id or 0), one.ref) for one in found}
    members, claims, ruled = tables.event_claims.c, tables.claims.c, tables.ruled.c
    for some in chunks(sorted({reading for reading, _ in wanted}), STRETCH):
        query = select(ruled.reading_id, ruled.item).where(ruled.reading_id.in_(some))
        changed = sorted({(row[0], row[1]) for row in session.execute(query)} & wanted)
        amended = {
            handle: account.claim for handle, account in zip(changed, load_accounts(session, changed), strict=True)
        }
        rows = session.execute(
            select(members.event_id, members.reading_id, members.claim_id, claims.type, claims.status)
            .join_from(
                tables.event_claims,
                tables.claims,
                (claims.reading_id == members.reading_id) & (claims.id == members.claim_id),
            )
            .where(members.reading_id.in_(some))
        )
        for event, reading, name, kind, status in rows:
            if (reading, name) in wanted:
                claim = amended.get((reading, name))
                yield Told(event, claim.type, claim.status) if claim else Told(event, kind, Status(status))

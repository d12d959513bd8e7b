"""How many finds each facet of a search would show, were it chosen besides what the search is narrowed to otherwise."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select

from legation.actors.outlets import OutletBook
from legation.reading.claim import Status
from legation.record import tables
from legation.record.accounts import load_accounts
from legation.record.chunks import chunks
from legation.record.lookup import RANKED, Candidate, rank
from legation.record.narrowing import Filters, Kind, Sources
from legation.record.session import Session
from legation.record.shadow import ensure
from legation.record.sources import find_grades, grade_of
from legation.record.wanted import Phrase, parse_query

# Readings asked for at a time.
STRETCH = 400


@dataclass(frozen=True, slots=True)
class Facets:
    """Counts by facet: of events by status and type, of documents by grade, of whatever there is by kind.

    A search looks at the last RANKED entries of a kind that have its words; `is_whole` tells whether these were all.
    """

    kinds: Mapping[Kind, int]
    statuses: Mapping[Status, int]
    types: Mapping[str, int]
    grades: Mapping[str, int]
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
        return Facets({}, {}, {}, {}, is_whole=True)
    ensure(session, everything=True)
    entries = list(rank(session, Kind.CLAIM, phrases, replace(filters, types=(), statuses=()), book))
    told = list(find_told(session, entries))
    texts = list(rank(session, Kind.DOCUMENT, phrases, replace(filters, grades=frozenset()), book))
    grades = grades_of(session, texts, book)
    kinds = {
        Kind.ACTOR: count_actors(session, phrases, filters),
        Kind.CLAIM: len({one.event for one in told if has_type(one, filters) and has_status(one, filters)}),
        Kind.DOCUMENT: sum(1 for grade in grades.values() if not filters.grades or grade in filters.grades),
    }
    return Facets(
        kinds=kinds,
        statuses=Counter(status for _, status in {(one.event, one.status) for one in told if has_type(one, filters)}),
        types=Counter(kind for _, kind in {(one.event, one.type) for one in told if has_status(one, filters)}),
        grades=Counter(grades.values()),
        is_whole=max(len(entries), len(texts)) < RANKED,
    )


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


def grades_of(session: Session, found: Sequence[Candidate], book: OutletBook) -> dict[str, str]:
    """Return the grade of the outlet of each document found."""
    graded = {name: grade_of(grades) for name, grades in find_grades(session).items()}
    sources = Sources(book, None, frozenset(), graded)
    return {one.ref: sources.grade(one.outlet, one.url) for one in found}


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

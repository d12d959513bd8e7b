"""What a search is narrowed to, and the entries of the index that may be meant, on either engine."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    column,
    literal_column,
    null,
    or_,
    select,
    table,
    text,
)

from legation.actors.outlets import OutletBook
from legation.reading.claim import Claim, Status
from legation.record import tables
from legation.record.session import Session
from legation.record.sources import UNGRADED, find_grades, grade_of
from legation.record.stretches import RANKED, find_stretches, written
from legation.record.wanted import Phrase, fts5_query, tsquery

# Rows fetched at a time: a search that has enough stops fetching.
STRETCH = 100
# Actors with fewer events than these are rare.
FEW = 2000
# Stand for outlet and address where they are not asked about.
UNTOLD = (null().label("outlet"), null().label("url"))


class Kind(StrEnum):
    """What a search finds."""

    ACTOR = "actor"
    CLAIM = "claim"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Filters:
    """What a search is narrowed to; what is empty or None narrows nothing.

    `actor` and `other` are faces (ids of states, persons, bodies): events of the one, or between both. `since` and
    `until` are a half-open interval of days: of events for claims, of publication for documents. `outlet` is the id of
    an outlet, `grades` letters of the Admiralty scale. A document fits what is asked of events if it tells of one.
    """

    kinds: tuple[Kind, ...] = ()
    actor: str | None = None
    other: str | None = None
    types: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None
    outlet: str | None = None
    grades: frozenset[str] = frozenset()

    @property
    def concerns_events(self) -> bool:
        """Tell whether something is asked of events."""
        return bool(self.actor or self.types or self.statuses)

    @property
    def concerns_sources(self) -> bool:
        """Tell whether something is asked of who published a document."""
        return self.outlet is not None or bool(self.grades)

    @property
    def narrows(self) -> bool:
        """Tell whether anything but the kind is asked."""
        return self.concerns_events or self.concerns_sources or bool(self.since or self.until)

    @property
    def shown(self) -> tuple[Kind, ...]:
        """The kinds to look for: actors have no day, type or outlet, so that filters leave them out."""
        return tuple(kind for kind in self.kinds or tuple(Kind) if kind is not Kind.ACTOR or not self.narrows)


@dataclass(frozen=True, slots=True)
class Sources:
    """Which outlets are asked for."""

    book: OutletBook
    outlet: str | None
    grades: frozenset[str]
    graded: dict[str, str]

    def has(self, name: str | None, url: str | None) -> bool:
        """Tell whether a document of this outlet and address is meant."""
        outlet = self.book.find(name, url)
        own = outlet.id if outlet else None
        is_meant = self.outlet is None or own == self.outlet
        return is_meant and (not self.grades or self.graded.get(own or "", UNGRADED) in self.grades)

    def grade(self, name: str | None, url: str | None) -> str:
        """Return the grade of the outlet of a document."""
        outlet = self.book.find(name, url)
        return self.graded.get(outlet.id if outlet else "", UNGRADED)


def find_sources(session: Session, filters: Filters, book: OutletBook | None) -> Sources | None:
    """Return which outlets are asked for; None if any will do. Raises ValueError without a book to tell them apart."""
    if not filters.concerns_sources:
        return None
    if book is None:
        raise ValueError("a search by outlet or grade needs a register of outlets")
    graded = {name: grade_of(found) for name, found in find_grades(session).items()}
    return Sources(book, filters.outlet, filters.grades, graded)


def fits(claim: Claim, filters: Filters) -> bool:
    """Tell whether a claim, as decisions have it, is of a type and status asked for."""
    is_type = not filters.types or claim.type in filters.types
    return is_type and (not filters.statuses or claim.status in filters.statuses)


def candidates(session: Session, kind: Kind, phrases: Sequence[Phrase], filters: Filters) -> Iterator[Any]:
    """Yield the entries that may hold the phrases and pass all filters but those by source, the last added first.

    Each is a reference, the number of a reading or None, the words, the outlet and address of the document, which are
    None where nothing is asked of sources, and the number of the entry.
    """
    entries = tables.search_entries
    if kind is Kind.ACTOR:
        yield from rows_of(session, named_actors(phrases))
        return
    # Written out, for the planner takes an index of one kind only where it knows which is meant.
    query = QUERIES[kind](filters).where(entries.c.kind == written("kind", kind.value))
    if filters.concerns_events:
        rare = is_rare(session, filters)
        asked = and_(*event_conditions(filters, rare=rare))
        query = query.where(tells_of(asked, rare=rare) if kind is Kind.DOCUMENT else asked)
    if session.dialect.name == "sqlite":
        index = table("search_index", column("rowid"))
        query = query.join(index, index.c.rowid == entries.c.id)
        query = query.where(text("search_index MATCH :wanted").bindparams(wanted=fts5_query(phrases)))
        yield from fetched(session, query.order_by(index.c.rowid.desc()))
        return
    words = tsquery(phrases)
    for stretch in find_stretches(session, kind.value, words, narrows=filters.narrows):
        yield from rows_of(session, query.where(*stretch.holds(words)), by_index=stretch.by_index)


def rows_of(session: Session, query: Select[Any], *, by_index: bool = True) -> Iterator[Any]:
    """Yield the rows of a query on entries, the last added first, as they are wanted.

    `by_index` says whether PostgreSQL has the words from their index.
    """
    number = tables.search_entries.c.id
    if session.dialect.name == "sqlite":
        yield from fetched(session, query.order_by(number.desc()))
        return
    # As many as a search ranks at once, for a cursor costs its server ten messages. They are sorted by more than the
    # number: through an index of numbers, the server would look into one entry after the other.
    order = (number + 0).desc() if by_index else number.desc()
    first = session.execute(query.order_by(order).limit(RANKED)).all()
    yield from first
    if len(first) == RANKED:
        # Of the others all may be wanted, or few: a tenth, as a cursor has it, suits neither.
        session.execute(text("SET LOCAL cursor_tuple_fraction = 0.5"))
        yield from fetched(session, query.where(number < first[-1].id).order_by(number.desc()))


def fetched(session: Session, query: Select[Any]) -> Iterator[Any]:
    """Yield rows, some of which are fetched at a time."""
    # The driver of SQLite fetches no more than it is asked for; the other one would fetch all without a cursor.
    chosen = query if session.dialect.name == "sqlite" else query.execution_options(yield_per=STRETCH)
    with session.execute(chosen) as rows:
        # Row by row, SQLAlchemy takes as long as the lookup itself.
        for some in rows.partitions(STRETCH):
            yield from some


def named_actors(phrases: Sequence[Phrase]) -> Select[Any]:
    """Return the query for names of actors that may hold the phrases, the last added first.

    Every name is looked at: they are few, and the full-text index would go through all claims that have their words.
    """
    entries = tables.search_entries.c
    query = select(entries.ref, entries.reading_id, entries.words, *UNTOLD, entries.id).select_from(
        tables.search_entries
    )
    for phrase in phrases:
        lead = "".join(f"{word.text} " for word in phrase[:-1])
        query = query.where(or_(*(entries.words.contains(f"{lead}{x}", autoescape=True) for x in phrase[-1].choices)))
    # As the index has it, word for word.
    return query.where(literal_column("kind = 'actor'"))


def document_entries(filters: Filters) -> Select[Any]:
    """Return the query for stretches of documents."""
    entries, documents = tables.search_entries.c, tables.documents.c
    if not filters.narrows:
        return select(entries.ref, entries.reading_id, entries.words, *UNTOLD, entries.id)
    told = (documents.outlet, documents.url)
    query = select(entries.ref, entries.reading_id, entries.words, *told, entries.id).join_from(
        tables.search_entries, tables.documents, documents.id == entries.ref
    )
    if filters.since:
        query = query.where(documents.published >= filters.since.isoformat())
    if filters.until:
        query = query.where(documents.published < filters.until.isoformat())
    return query


def tells_of(asked: ColumnElement[bool], *, rare: bool) -> ColumnElement[bool]:
    """Return the condition that a document tells of an event asked for.

    Of rare events, their documents are looked up first; of others, each document that holds the words is looked into,
    for those have more documents than a search needs.
    """
    documents, current, members = tables.documents.c, tables.current_readings.c, tables.event_claims.c
    telling = (
        select(current.document_id).join(tables.event_claims, members.reading_id == current.reading_id).where(asked)
    )
    if rare:
        return documents.id.in_(telling)
    return telling.where(current.document_id == documents.id).correlate(tables.documents).exists()


def is_rare(session: Session, filters: Filters) -> bool:
    """Tell whether the actors asked for take part in few events."""
    parties, dyads = tables.event_parties.c, tables.event_dyads.c
    if filters.actor and filters.other:
        one, other = sorted((filters.actor, filters.other))
        query = select(dyads.event_id).where(dyads.one == one, dyads.other == other)
    elif filters.actor:
        query = select(parties.event_id).where(parties.face == filters.actor)
    else:
        return False
    return len(session.execute(query.limit(FEW)).all()) < FEW


def claim_entries(filters: Filters) -> Select[Any]:
    """Return the query for sentences of claims that count; what no filter asks about is not joined to it."""
    entries, documents, current = tables.search_entries.c, tables.documents.c, tables.current_readings.c
    members, events = tables.event_claims.c, tables.events.c
    told = (documents.outlet, documents.url) if filters.concerns_sources else UNTOLD
    query = select(entries.ref, entries.reading_id, entries.words, *told, entries.id).join_from(
        tables.search_entries, tables.current_readings, current.reading_id == entries.reading_id
    )
    if filters.concerns_sources:
        query = query.join(tables.documents, documents.id == current.document_id)
    if filters.concerns_events or filters.since or filters.until:
        same = and_(members.reading_id == entries.reading_id, members.claim_id == entries.ref)
        query = query.join(tables.event_claims, same).join(tables.events, events.id == members.event_id)
    if filters.since:
        query = query.where(
            or_(
                events.last_day >= filters.since.isoformat(),
                and_(events.last_day.is_(None), events.first_day.is_not(None)),
            )
        )
    if filters.until:
        query = query.where(events.first_day < filters.until.isoformat())
    return query


def event_conditions(filters: Filters, *, rare: bool) -> Iterator[ColumnElement[bool]]:
    """Yield what is asked of the claims in `event_claims`; types and statuses of ruled claims are looked at later.

    The events of rare actors are looked up first, of others each event found is asked whether it is one of theirs.
    """
    members, claims, ruled = tables.event_claims.c, tables.claims.c, tables.ruled.c
    parties, dyads = tables.event_parties.c, tables.event_dyads.c
    if filters.actor and filters.other:
        one, other = sorted((filters.actor, filters.other))
        theirs = select(dyads.event_id).where(dyads.one == one, dyads.other == other)
        own = theirs.where(dyads.event_id == members.event_id).correlate(tables.event_claims)
        yield members.event_id.in_(theirs) if rare else own.exists()
    elif filters.actor:
        theirs = select(parties.event_id).where(parties.face == filters.actor)
        own = theirs.where(parties.event_id == members.event_id).correlate(tables.event_claims)
        yield members.event_id.in_(theirs) if rare else own.exists()
    said = [
        *([claims.type.in_(filters.types)] if filters.types else []),
        *([claims.status.in_([status.value for status in filters.statuses])] if filters.statuses else []),
    ]
    if said:
        same = (claims.reading_id == members.reading_id, claims.id == members.claim_id)
        is_ruled = (ruled.reading_id == members.reading_id, ruled.item == members.claim_id)
        yield or_(select(claims.id).where(*same, *said).exists(), select(ruled.uid).where(*is_ruled).exists())


QUERIES: Mapping[Kind, Callable[[Filters], Select[Any]]] = {
    Kind.CLAIM: claim_entries,
    Kind.DOCUMENT: document_entries,
}

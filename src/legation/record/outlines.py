"""The little that a list of finds shows of events and documents: no reading is loaded.

Statements are made once: to make one anew takes as long as to look up some hundred rows.
"""

from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Select, and_, select

from legation.record import tables
from legation.record.accounts import Handle
from legation.record.chunks import MANY, chunks, given_pairs, is_one_of, one_of_given, pairs_given
from legation.record.session import Session


class Outline(NamedTuple):
    """An event: its id, its type, and its first and last day as far as they are known."""

    id: str
    type: str
    day: str | None
    last_day: str | None


class Publication(NamedTuple):
    """A document: its id, when it came out, who published it, and where."""

    id: str
    day: str | None
    outlet: str | None
    url: str | None


def outlines(session: Session, handles: Collection[Handle]) -> dict[Handle, Outline]:
    """Return the events that these claims count in; claims that count in none are left out."""
    dialect = session.dialect.name
    return {
        (number, name): Outline(*event)
        for some in chunks(set(handles), MANY)
        for number, name, *event in session.execute(events_of(dialect), pairs_given(dialect, some)).all()
    }


def event_days(session: Session, handles: Collection[Handle]) -> dict[Handle, str | None]:
    """Return the first days of the events that these claims count in, as far as they are known."""
    dialect = session.dialect.name
    return {
        (number, name): day
        for some in chunks(set(handles), MANY)
        for number, name, day in session.execute(days_of_events(dialect), pairs_given(dialect, some)).all()
    }


def publications(session: Session, documents: Collection[str]) -> Iterator[Publication]:
    """Yield when these documents came out and who published them."""
    dialect = session.dialect.name
    for some in chunks(sorted(set(documents)), MANY):
        rows = session.execute(publications_among(dialect), one_of_given(dialect, some)).all()
        yield from (Publication(*row) for row in rows)


def days_out(session: Session, documents: Collection[str]) -> dict[str, str | None]:
    """Return when these documents came out, as far as it is known."""
    dialect = session.dialect.name
    return {
        name: day
        for some in chunks(sorted(set(documents)), MANY)
        for name, day in session.execute(days_among(dialect), one_of_given(dialect, some)).all()
    }


def publications_of_readings(session: Session, numbers: Collection[int]) -> dict[int, Publication]:
    """Return by reading when its document came out and who published it."""
    dialect = session.dialect.name
    return {
        number: Publication(*row)
        for some in chunks(sorted(set(numbers)), MANY)
        for number, *row in session.execute(publications_read(dialect), one_of_given(dialect, some)).all()
    }


# --- statements ------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=2)
def events_of(dialect: str) -> Select[Any]:
    """Return the query for the events of some claims."""
    members, events = tables.event_claims.c, tables.events.c
    days = (events.first_day, events.last_day)
    return counted_in(dialect, select(members.reading_id, members.claim_id, events.id, events.type, *days))


@lru_cache(maxsize=2)
def days_of_events(dialect: str) -> Select[Any]:
    """Return the query for the first days of the events of some claims."""
    members = tables.event_claims.c
    return counted_in(dialect, select(members.reading_id, members.claim_id, tables.events.c.first_day))


def counted_in(dialect: str, query: Select[Any]) -> Select[Any]:
    """Return a query on the claims that are given with the events they count in."""
    given, members, events = given_pairs(dialect), tables.event_claims.c, tables.events.c
    same = and_(members.reading_id == given.c.number, members.claim_id == given.c.name)
    joined = given.join(tables.event_claims, same).join(tables.events, events.id == members.event_id)
    return query.select_from(joined)


@lru_cache(maxsize=2)
def publications_among(dialect: str) -> Select[Any]:
    """Return the query for when and by whom some documents were published."""
    documents = tables.documents.c
    query = select(documents.id, documents.published, documents.outlet, documents.url)
    return query.where(is_one_of(dialect, documents.id))


@lru_cache(maxsize=2)
def days_among(dialect: str) -> Select[Any]:
    """Return the query for the days on which some documents came out."""
    documents = tables.documents.c
    return select(documents.id, documents.published).where(is_one_of(dialect, documents.id))


@lru_cache(maxsize=2)
def publications_read(dialect: str) -> Select[Any]:
    """Return the query for when and by whom the documents of some readings were published."""
    readings, documents = tables.readings.c, tables.documents.c
    query = select(readings.id.label("number"), documents.id, documents.published, documents.outlet, documents.url)
    query = query.join_from(tables.readings, tables.documents, documents.id == readings.document_id)
    return query.where(is_one_of(dialect, readings.id))

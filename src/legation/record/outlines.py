"""The little that a list of finds shows of events and documents: no reading is loaded."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from sqlalchemy import select

from legation.record import tables
from legation.record.accounts import Handle
from legation.record.chunks import MANY, MOST, among, chunks, is_given, pairs_given
from legation.record.session import Session


class Outline(NamedTuple):
    """An event: its id, its type, and its first day if that is known."""

    id: str
    type: str
    day: str | None


class Publication(NamedTuple):
    """A document: its id, when it came out, who published it, and where."""

    id: str
    day: str | None
    outlet: str | None
    url: str | None


def outlines(session: Session, handles: Collection[Handle]) -> dict[Handle, Outline]:
    """Return the events that these claims count in; claims that count in none are left out."""
    members, events = tables.event_claims.c, tables.events.c
    dialect = session.dialect.name
    query = (
        select(members.reading_id, members.claim_id, events.id, events.type, events.first_day)
        .join_from(tables.event_claims, tables.events, events.id == members.event_id)
        .where(is_given(dialect, members.reading_id, members.claim_id))
    )
    return {
        (number, name): Outline(*event)
        for some in chunks(sorted(set(handles)), MANY)
        for number, name, *event in session.execute(query, pairs_given(dialect, some))
    }


def publications(session: Session, documents: Collection[str]) -> Iterator[Publication]:
    """Yield when these documents came out and who published them."""
    table = tables.documents.c
    query = select(table.id, table.published, table.outlet, table.url)
    for some in chunks(sorted(set(documents)), MOST):
        yield from (Publication(*row) for row in session.execute(query.where(table.id.in_(some))))


def publications_of_readings(session: Session, numbers: Collection[int]) -> dict[int, Publication]:
    """Return by reading when its document came out and who published it."""
    readings, documents = tables.readings.c, tables.documents.c
    query = select(readings.id.label("number"), documents.id, documents.published, documents.outlet, documents.url)
    query = query.join_from(tables.readings, tables.documents, documents.id == readings.document_id)
    return {
        number: Publication(*row)
        for some in chunks(sorted(set(numbers)), MANY)
        for number, *row in session.execute(query.where(among(session, readings.id, some)))
    }

"""What came into a record between two moments, and the events it bears on: nothing else is looked at."""

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Select, select

from legation.record import tables
from legation.record.chunks import MOST, chunks
from legation.record.decision import Decision
from legation.record.decisions import load_decisions
from legation.record.event import Event
from legation.record.session import Session
from legation.record.shadow import ensure
from legation.record.view import find_events


def arrived_since(session: Session, since: str) -> list[str]:
    """Return the documents that have arrived after a moment, the first first."""
    table = tables.documents.c
    return list(
        session.scalars(select(table.id).where(table.added_at > since).order_by(table.added_at, table.id))
    )  # fmt: skip


def decided_since(session: Session, since: str) -> list[Decision]:
    """Return the decisions made after a moment, undoings among them, the first first."""
    table = tables.decisions.c
    return load_decisions(session, select(table.uid).where(table.at > since))


def touched_since(session: Session, since: str) -> set[str]:
    """Return the documents that have arrived, been read or been ruled on after a moment."""
    readings, ruled = tables.readings.c, tables.ruled.c
    found = set(arrived_since(session, since))
    found |= set(session.scalars(select(readings.document_id).where(readings.at > since)))
    waiting = {uid for one in decided_since(session, since) for uid in (one.uid, one.undoes) if uid}
    seen: set[str] = set()
    while fresh := waiting - seen:
        seen |= fresh
        for some in chunks(sorted(fresh), MOST):
            found |= set(session.scalars(select(ruled.document_id).where(ruled.uid.in_(some))))
            undone = select(tables.decisions.c.undoes).where(tables.decisions.c.uid.in_(some))
            waiting |= {uid for uid in session.scalars(undone) if uid}
    return found


def events_of(session: Session, documents: Collection[str]) -> list[Event]:
    """Return the events that these documents tell of."""
    ensure(session, documents=documents)
    found: dict[str, Event] = {}
    for some in chunks(sorted(documents), MOST):
        found |= {event.id: event for event in find_events(session, event_ids(some))}
    return list(found.values())


def event_ids(documents: Sequence[str]) -> Select[tuple[str]]:
    """Return the query for the events that documents tell of."""
    current, members = tables.current_readings.c, tables.event_claims.c
    return (
        select(members.event_id)
        .join(tables.current_readings, current.reading_id == members.reading_id)
        .where(current.document_id.in_(documents))
    )


def known_documents(session: Session, documents: Iterable[str]) -> set[str]:
    """Return which of these documents the record has."""
    table, found = tables.documents.c, set[str]()
    for some in chunks(sorted(documents), MOST):
        found |= set(session.scalars(select(table.id).where(table.id.in_(some))))
    return found

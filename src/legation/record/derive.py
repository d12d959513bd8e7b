"""Keeps the derived tables in step with the history: which reading counts, which claims are one event, who is in it.

A new reading touches only the blocks its claims fall into (and those of the reading it replaces); these are merged
anew, whole, so that the result is the same whatever came first.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product
from typing import Any

from sqlalchemy import delete, select

from legation.record import tables
from legation.record.accounts import Handle, chunks, load_accounts, load_readings, make_account
from legation.record.event import Account, Event, Party
from legation.record.merge import block_of, merge
from legation.record.rows import Row
from legation.record.session import Session
from legation.record.writer import insert_rows

MOST = 500


def adopt_readings(session: Session, numbers: Sequence[int]) -> None:
    """Let these readings count from now on and merge their claims into events."""
    stored = list(load_readings(session, numbers))
    touched = replace_readings(session, {item.document_id: item.number for item in stored})
    fresh: dict[str, list[Account]] = defaultdict(list)
    for item in stored:
        for claim_id in item.claims:
            account = make_account(item, claim_id)
            fresh[block_of(account)].append(account)
    for block in sorted(touched | fresh.keys()):
        rebuild_block(session, block, fresh.get(block, []))


def replace_readings(session: Session, readings: dict[str, int]) -> set[str]:
    """Make these the current readings; return the blocks of which claims have lapsed by it."""
    table, claims = tables.current_readings, tables.event_claims.c
    documents = list(readings)
    old = list(session.execute(select(table.c.reading_id).where(table.c.document_id.in_(documents))).scalars())
    query = (
        select(tables.events.c.component)
        .join(tables.event_claims, claims.event_id == tables.events.c.id)
        .where(claims.reading_id.in_(old))
    )
    touched = set(session.execute(query).scalars()) if old else set()
    session.execute(delete(tables.event_claims).where(claims.reading_id.in_(old)))
    session.execute(delete(table).where(table.c.document_id.in_(documents)))
    insert_rows(session, table, [{"document_id": key, "reading_id": number} for key, number in readings.items()])
    return touched


def rebuild_block(session: Session, block: str, fresh: Iterable[Account]) -> None:
    """Merge the claims of one block anew and put the result in place of its events."""
    claims, events = tables.event_claims.c, tables.events.c
    query = (
        select(claims.reading_id, claims.claim_id)
        .join(tables.events, events.id == claims.event_id)
        .where(events.component == block)
    )
    kept: list[Handle] = [(row.reading_id, row.claim_id) for row in session.execute(query)]
    old = list(session.execute(select(events.id).where(events.component == block)).scalars())
    remove_events(session, old)
    insert_events(session, block, merge([*load_accounts(session, kept), *fresh]))


def remove_events(session: Session, ids: Sequence[Any]) -> None:
    """Take these events out of the derived tables."""
    for some in chunks(ids, MOST):
        for table in (tables.event_dyads, tables.event_parties, tables.event_claims):
            session.execute(delete(table).where(table.c.event_id.in_(some)))
        session.execute(delete(tables.events).where(tables.events.c.id.in_(some)))


def insert_events(session: Session, block: str, events: Sequence[Event]) -> None:
    """Put events, their claims, parties and dyads into the derived tables."""
    days = {event.id: event.first_day.isoformat() if event.first_day else None for event in events}
    insert_rows(session, tables.events, [event_row(event, block) for event in events])
    insert_rows(session, tables.event_claims, [row for event in events for row in claim_rows(event)])
    faces = [
        {"face": face, "event_id": event.id, "first_day": days[event.id]}
        for event in events
        for face in sorted({face for account in event.accounts for party in account.parties for face in party.faces})
    ]
    insert_rows(session, tables.event_parties, faces)
    dyads = [
        {"one": one, "other": other, "event_id": event.id, "first_day": days[event.id]}
        for event in events
        for one, other in sorted({pair for account in event.accounts for pair in find_dyads(account)})
    ]
    insert_rows(session, tables.event_dyads, dyads)


def event_row(event: Event, component: str) -> Row:
    """Return the row of an event."""
    return {
        "id": event.id,
        "component": component,
        "type": event.type,
        "mode": event.mode,
        "status": event.status.value,
        "first_day": event.first_day.isoformat() if event.first_day else None,
        "last_day": event.last_day.isoformat() if event.last_day else None,
        "first_seen": event.first_seen,
        "last_seen": event.last_seen,
        "documents": len(event.documents),
        "origins": len(event.origins),
    }


def claim_rows(event: Event) -> list[Row]:
    """Return the rows that join an event to its claims."""
    return [
        {"event_id": event.id, "reading_id": account.reading_id, "claim_id": account.claim.id}
        for account in event.accounts
    ]


def find_dyads(account: Account) -> Iterator[tuple[str, str]]:
    """Yield the pairs of faces that act on each other (agent and recipient) or together (two agents), in order.

    Two recipients of one act have nothing to do with each other by it; nor has a state with its own officials.
    """
    for one, other in (*product(account.agents, account.recipients), *combinations(account.agents, 2)):
        if one.state != other.state:
            yield from pair_faces(one, other)


def pair_faces(one: Party, other: Party) -> Iterator[tuple[str, str]]:
    """Yield each face of one party with each of the other, in alphabetical order."""
    for here, there in product(one.faces, other.faces):
        yield (here, there) if here < there else (there, here)

"""What a record tells most about: pairs of states, and events that many reports tell of."""

from collections.abc import Sequence

from sqlalchemy import select

from legation.reading.claim import ActorRef, ActorType
from legation.record import tables
from legation.record.session import Session
from legation.record.shadow import ensure
from legation.record.view import get_actors


def busiest_dyads(session: Session, limit: int) -> list[tuple[tuple[ActorRef, ActorRef], int]]:
    """Return pairs of states with how many events the record has between them, those with most first."""
    ensure(session, everything=True)
    table = tables.dyad_totals.c
    is_state = tables.actors.c.type == ActorType.STATE.value
    states = list(session.scalars(select(tables.actors.c.id).where(is_state).distinct()))
    query = (
        select(table.one, table.other, table.events)
        .where(table.one.in_(states), table.other.in_(states), table.events > 0)
        .order_by(table.events.desc(), table.one, table.other)
        .limit(limit)
    )
    rows = session.execute(query).all()
    refs = name_all(session, [name for row in rows for name in (row.one, row.other)])
    return [((refs[row.one], refs[row.other]), int(row.events)) for row in rows]


def name_all(session: Session, ids: Sequence[str]) -> dict[str, ActorRef]:
    """Return actors by id."""
    return {ref.id: ref for ref in get_actors(session, sorted(set(ids)))}


def widest_told(session: Session, limit: int) -> list[str]:
    """Return the events that most independent reports tell of, at least two, those with most first."""
    ensure(session, everything=True)
    events = tables.events.c
    query = select(events.id).where(events.origins > 1).order_by(events.origins.desc(), events.id).limit(limit)
    return list(session.scalars(query))

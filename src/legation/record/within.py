"""The events of one face, or of two with each other, that can lie in a window: what a question looks at."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import select

from legation.record import tables
from legation.record.columns import UNDATED
from legation.record.event import Event
from legation.record.latest import is_of, table_of
from legation.record.session import Session
from legation.record.shadow import ensure
from legation.record.view import find_events


def events_within(session: Session, faces: Sequence[str], window: tuple[dt.date, dt.date]) -> list[Event]:
    """Return the events whose days meet a half-open window, and undated ones first reported in it, by day."""
    ensure(session, faces=faces)
    table, events = table_of(faces), tables.events.c
    since, until = (day.isoformat() for day in window)
    theirs = select(table.c.event_id).where(is_of(faces))
    lasts = (table.c.last_day >= since) | table.c.last_day.is_(None)
    dated = theirs.where(table.c.first_day > UNDATED, table.c.first_day < until, lasts)
    undated = theirs.join(tables.events, events.id == table.c.event_id).where(
        table.c.first_day == UNDATED, events.first_seen >= since, events.first_seen < until
    )
    return find_events(session, dated.union_all(undated))

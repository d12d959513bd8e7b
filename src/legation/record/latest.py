"""The latest events of an actor or a dyad, and how many there are by month, without loading any that is not shown."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, Table, func, select

from legation.record import tables
from legation.record.columns import UNDATED
from legation.record.listing import EventRow, choose_rows, fetch
from legation.record.session import Session
from legation.record.shadow import ensure

Period = tuple[dt.date | None, dt.date | None]


def latest_events(
    session: Session, faces: Sequence[str], limit: int, period: Period = (None, None), types: Collection[str] = ()
) -> list[EventRow]:
    """Return the events of one face or of two with each other, the latest first and undated ones last.

    `period` is half-open, and leaves out what has no day; `types` are PLOVER's, none for all.
    """
    ensure(session, faces=faces)
    table = table_of(faces)
    query = choose_rows(table).where(is_of(faces), *in_period(table, period))
    if types:
        query = query.where(table.c.type.in_(types))
    # No day comes before all days: backwards through the table as it stands.
    return fetch(session, query.order_by(table.c.first_day.desc(), table.c.event_id.desc()).limit(limit))


def latest_ids(
    session: Session, faces: Sequence[str], limit: int, period: Period = (None, None), types: Collection[str] = ()
) -> list[str]:
    """Return the ids of the same."""
    return [row.id for row in latest_events(session, faces, limit, period, types)]


def count_events(session: Session, faces: Sequence[str], period: Period = (None, None)) -> int:
    """Return how many events a face has, or two with each other."""
    ensure(session, faces=faces)
    table = table_of(faces)
    if len(faces) == 2 and period == (None, None):
        totals, (low, high) = tables.dyad_totals.c, sorted(faces)
        summed = session.scalar(select(totals.events).where(totals.one == low, totals.other == high))
        return int(summed or 0)
    query = select(func.count()).select_from(table).where(is_of(faces), *in_period(table, period))
    return int(session.execute(query).scalar_one())


def count_by_month(session: Session, faces: Sequence[str]) -> list[tuple[str | None, int]]:
    """Return how many events there are in each month ("2026-03"; None: undated), the undated last."""
    ensure(session, faces=faces)
    table = table_of(faces)
    # By days, for in their order the index has them; by months all of them would be sorted.
    query = select(table.c.first_day, func.count()).where(is_of(faces)).group_by(table.c.first_day)
    found: Counter[str | None] = Counter()
    for day, events in session.execute(query):
        found[day and day[:7]] += events
    return sorted(found.items(), key=lambda item: (item[0] is None, item[0] or ""))


def table_of(faces: Sequence[str]) -> Table:
    """Return the table that lists the events of one face, or of two."""
    return tables.event_parties if len(faces) == 1 else tables.event_dyads


def is_of(faces: Sequence[str]) -> ColumnElement[bool]:
    """Return the condition that an event is theirs."""
    if len(faces) == 1:
        return tables.event_parties.c.face == faces[0]
    low, high = sorted(faces)
    return (tables.event_dyads.c.one == low) & (tables.event_dyads.c.other == high)


def in_period(table: Table, period: Period) -> list[ColumnElement[bool]]:
    """Return the conditions that an event's day is in a period."""
    first, last = period
    conditions: list[ColumnElement[bool]] = []
    if first is not None:
        conditions.append(table.c.first_day >= first.isoformat())
    if last is not None:
        conditions += [table.c.first_day > UNDATED, table.c.first_day < last.isoformat()]
    return conditions

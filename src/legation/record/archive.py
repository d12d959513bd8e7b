"""What the archive carried, as measures of one dyad need it: how much of all others, and until when."""

import datetime as dt

from sqlalchemy import func, select

from legation.documents.document import days_of
from legation.record import tables
from legation.record.months import is_state
from legation.record.session import Session
from legation.record.shadow import ensure


def count_others(session: Session, pair: tuple[str, str]) -> dict[str, int]:
    """Return the events of all pairs of states but one that took place, by month ("2026-03")."""
    ensure(session, everything=True)
    totals, own = tables.month_totals.c, tables.dyad_months.c
    low, high = sorted(pair)
    counts = {row.month: int(row.happened) for row in session.execute(select(totals.month, totals.happened))}
    if is_state(low) and is_state(high):
        query = select(own.month, func.sum(own.happened).label("events")).where(own.one == low, own.other == high)
        for row in session.execute(query.group_by(own.month)):
            counts[row.month] -= int(row.events)
    return {month: count for month, count in sorted(counts.items()) if month and count}


def report_days(session: Session) -> tuple[dt.date, dt.date] | None:
    """Return the days the first and the last dated report were published; None if none is dated.

    Of a report dated to a month or a year they are its first and last day.
    """
    published = tables.documents.c.published
    # Each end by itself is one step into the index; both of one query would go through all of it.
    first, last = session.execute(
        select(*(select(end(published)).scalar_subquery() for end in (func.min, func.max)))
    ).one()
    return (days_of(first)[0], days_of(last)[1] - dt.timedelta(days=1)) if first else None

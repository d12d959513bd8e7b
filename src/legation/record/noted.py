"""Notes that stand, the newest first."""

from itertools import islice

from sqlalchemy import select

from legation.record import tables
from legation.record.decision import Decision, Kind, Ruling, order
from legation.record.decisions import load_decisions, undone_decisions
from legation.record.session import Session


def newest_notes(session: Session, limit: int | None = None, kind: Kind | None = None) -> list[Decision]:
    """Return the notes that nobody has taken back, the newest first, at most `limit`; of one kind of item if named."""
    table = tables.decisions.c
    undone = undone_decisions(session)
    query = select(table.uid).where(table.ruling == Ruling.NOTE.value).order_by(table.at.desc(), table.uid.desc())
    if kind is not None:
        query = query.where(table.kind == kind.value)
    standing = list(islice((uid for uid in session.scalars(query) if uid not in undone), limit))
    found = load_decisions(session, select(table.uid).where(table.uid.in_(standing)))
    return sorted(found, key=order, reverse=True)

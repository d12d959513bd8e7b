"""Counts of events by dyad, month and type, kept in step so that no listing has to count them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import select

from legation.record import tables
from legation.record.chunks import MOST, chunks
from legation.record.digest import Digest
from legation.record.event import REAL
from legation.record.inserting import insert_values
from legation.record.session import Session

# One dyad, month ("" for the undated) and type; how many events, and how many of them real.
Cell = tuple[str, str, str, str]
Counted = dict[Cell, tuple[int, int]]


def counts_of(digests: Iterable[Digest]) -> Counted:
    """Return what these events add to the counts."""
    found: dict[Cell, list[int]] = defaultdict(lambda: [0, 0])
    for digest in digests:
        for one, other in digest.dyads:
            cell = found[one, other, (digest.day or "")[:7], digest.row["type"]]
            cell[0] += 1
            cell[1] += digest.is_real
    return {cell: (all_, real) for cell, (all_, real) in found.items()}


def count_months(session: Session, ids: Sequence[str]) -> Counted:
    """Return what these events of the record have added to the counts."""
    events, dyads = tables.events.c, tables.event_dyads.c
    found: dict[Cell, list[int]] = defaultdict(lambda: [0, 0])
    for some in chunks(ids, MOST):
        query = (
            select(dyads.one, dyads.other, events.first_day, events.type, events.status)
            .join(tables.events, events.id == dyads.event_id)
            .where(events.id.in_(some))
        )
        for row in session.execute(query):
            cell = found[row.one, row.other, (row.first_day or "")[:7], row.type]
            cell[0] += 1
            cell[1] += row.status in REAL
    return {cell: (all_, real) for cell, (all_, real) in found.items()}


def add_counts(session: Session, counted: Mapping[Cell, tuple[int, int]]) -> None:
    """Add to the counts, or take away from them."""
    rows = [(*cell, all_, real) for cell, (all_, real) in sorted(counted.items())]
    add = (
        "ON CONFLICT (one, other, month, type) DO UPDATE SET "
        "events = dyad_months.events + excluded.events, happened = dyad_months.happened + excluded.happened"
    )
    insert_values(session, tables.dyad_months, ("one", "other", "month", "type", "events", "happened"), rows, add)

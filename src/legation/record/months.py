"""Counts of events by dyad, month and type, and their sums, kept in step so that no page has to count them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import select

from legation.record import tables
from legation.record.chunks import MOST, chunks
from legation.record.digest import Digest
from legation.record.event import REAL
from legation.record.inserting import insert_values
from legation.record.session import Session

# Characters of the id of a state.
CODE = 3
# One dyad, month ("" for the undated) and type; how many events, and how many of them real.
Cell = tuple[str, str, str, str]
Counted = dict[Cell, tuple[int, int]]


def counts_of(digests: Iterable[Digest]) -> Counted:
    """Return what these events add to the counts."""
    found: dict[Cell, list[int]] = defaultdict(lambda: [0, 0])
    for digest in digests:
        _, _, kind, _, status, day, *_ = digest.row
        month, real = (day or "")[:7], status in REAL
        for one, other in digest.dyads:
            cell = found[one, other, month, kind]
            cell[0] += 1
            cell[1] += real
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
    add_totals(session, counted)


def add_totals(session: Session, counted: Mapping[Cell, tuple[int, int]]) -> None:
    """Add the same to the sums of dyads, and of months over pairs of states."""
    totals: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    months: dict[str, int] = defaultdict(int)
    for (one, other, month, _), (all_, real) in counted.items():
        totals[one, other][0] += all_
        totals[one, other][1] += real
        if is_state(one) and is_state(other):
            months[month] += real
    add = (
        "ON CONFLICT (one, other) DO UPDATE SET "
        "events = dyad_totals.events + excluded.events, happened = dyad_totals.happened + excluded.happened"
    )
    rows = [(*pair, *sums) for pair, sums in sorted(totals.items())]
    insert_values(session, tables.dyad_totals, ("one", "other", "events", "happened"), rows, add)
    add = "ON CONFLICT (month) DO UPDATE SET happened = month_totals.happened + excluded.happened"
    insert_values(session, tables.month_totals, ("month", "happened"), sorted(months.items()), add)


def is_state(name: str) -> bool:
    """Tell whether an id is that of a state: an ISO 3166 alpha-3 code, three capitals, which no other actor has."""
    return len(name) == CODE and name.upper() == name

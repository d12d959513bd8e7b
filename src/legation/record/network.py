"""Who with whom in a window of months, from the counts kept of every dyad: no event is loaded for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Executable, Select, Table, and_, func, select, union_all

from legation.record import tables
from legation.record.chunks import chunks
from legation.record.session import Session
from legation.record.shadow import ensure

# Actors whose ties among each other are looked for in one statement.
MOST_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Window:
    """Months looked at, both included ("2026-03"); None where an end is open. Undated events are in none but all."""

    first: str | None = None
    last: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether every month is meant, and what has no day too."""
        return self.first is None and self.last is None


@dataclass(frozen=True, slots=True)
class Tie:
    """Two actors with how many events they share, and how many of these took place; `one` comes first in order."""

    one: str
    other: str
    events: int
    happened: int


def find_partners(session: Session, face: str, window: Window) -> list[Tie]:
    """Return the ties of one actor, the most events that took place first."""
    ensure(session, everything=True)
    table = table_of(window).c
    sides = [count_ties(window).where(column == face) for column in (table.one, table.other)]
    return sorted(read_ties(session, union_all(*sides)), key=weight, reverse=True)


def find_ties_among(session: Session, faces: Sequence[str], window: Window) -> list[Tie]:
    """Return the ties that these actors have with each other, in order of their names."""
    ensure(session, everything=True)
    table = table_of(window).c
    wanted = sorted(set(faces))
    found = [
        tie
        for some in chunks(wanted, MOST_AT_ONCE)
        for others in chunks(wanted, MOST_AT_ONCE)
        for tie in read_ties(session, count_ties(window).where(table.one.in_(some), table.other.in_(others)))
    ]
    return sorted(found, key=lambda tie: (tie.one, tie.other))


def weight(tie: Tie) -> tuple[int, int, str, str]:
    """Order ties by what took place, then by all that is told."""
    return (tie.happened, tie.events, tie.one, tie.other)


def count_ties(window: Window) -> Select[Any]:
    """Return the query for the sums of dyads in a window."""
    table = table_of(window).c
    if window.is_open:
        return select(table.one, table.other, table.events, table.happened)
    sums = (func.sum(table.events).label("events"), func.sum(table.happened).label("happened"))
    return select(table.one, table.other, *sums).where(in_window(window)).group_by(table.one, table.other)


def table_of(window: Window) -> Table:
    """Return the table that has the counts of a window: the sums over all months where it is open."""
    return tables.dyad_totals if window.is_open else tables.dyad_months


def in_window(window: Window) -> ColumnElement[bool]:
    """Return the condition that a month is in the window, one end of which is given."""
    table = tables.dyad_months.c
    # The undated have the month "", which is before every other.
    low = table.month >= (window.first or "0")
    return and_(low, table.month <= window.last) if window.last else low


def read_ties(session: Session, query: Executable) -> list[Tie]:
    """Return the ties of a query; dyads whose events have all gone are none."""
    rows = session.execute(query)
    return [Tie(row.one, row.other, int(row.events), int(row.happened)) for row in rows if row.events]

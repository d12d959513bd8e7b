"""Long listings a page at a time, from the derived tables alone: no reading is loaded for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, or_, select

from legation.reading.claim import Status
from legation.record import tables
from legation.record.columns import UNDATED
from legation.record.session import Session

# A place in a listing: the day and id of the event that stands there; the day is None among the undated.
Cursor = tuple[str | None, str]


@dataclass(frozen=True, slots=True)
class Page:
    """How much of a listing is wanted, and after which event."""

    limit: int = 100
    after: Cursor | None = None


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event as listings sort and filter it; days are ISO 8601."""

    id: str
    type: str
    mode: str | None
    status: Status
    first_day: str | None
    last_day: str | None
    origins: int

    @property
    def cursor(self) -> Cursor:
        """Its place in a listing."""
        return (self.first_day, self.id)


@dataclass(frozen=True, slots=True)
class MonthCount:
    """How many events of one type a dyad has in a month ("2026-03"; None: undated), and how many of them are real."""

    month: str | None
    type: str
    events: int
    happened: int


def dyad_page(session: Session, one: str, other: str, page: Page) -> list[EventRow]:
    """Return a page of the events between two faces, by day, undated ones last."""
    low, high = sorted((one, other))
    table = tables.event_dyads
    return list_page(session, table, (table.c.one == low) & (table.c.other == high), page)


def actor_page(session: Session, face: str, page: Page) -> list[EventRow]:
    """Return a page of the events a face takes part in, by day, undated ones last."""
    table = tables.event_parties
    return list_page(session, table, table.c.face == face, page)


def list_page(session: Session, table: Table, chosen: ColumnElement[bool], page: Page) -> list[EventRow]:
    """Return a page of the events that a table of faces or dyads chooses."""
    found: list[EventRow] = []
    day, name = page.after or ("", "")
    if day is not None:
        later = or_(table.c.first_day > day, and_(table.c.first_day == day, table.c.event_id > name))
        dated = choose_rows(table).where(chosen, later if page.after else table.c.first_day > UNDATED)
        found = fetch(session, dated.order_by(table.c.first_day, table.c.event_id).limit(page.limit))
        name = ""
    if len(found) < page.limit:
        undated = choose_rows(table).where(chosen, table.c.first_day == UNDATED, table.c.event_id > name)
        found += fetch(session, undated.order_by(table.c.event_id).limit(page.limit - len(found)))
    return found


def choose_rows(table: Table) -> Select[Any]:
    """Return the query for all events of a table of faces or dyads, which has all that listings show."""
    held = table.c
    return select(held.event_id, held.type, held.mode, held.status, held.first_day, held.last_day, held.origins)


def fetch(session: Session, query: Select[Any]) -> list[EventRow]:
    """Return the rows of a query of `choose_rows`."""
    return [
        EventRow(name, kind, mode, Status(status), first, last, origins)
        for name, kind, mode, status, first, last, origins in session.execute(query)
    ]


def dyad_months(session: Session, one: str, other: str) -> Sequence[MonthCount]:
    """Return the counts of a dyad by month and type, the undated first."""
    low, high = sorted((one, other))
    table = tables.dyad_months
    query = (
        select(table).where(table.c.one == low, table.c.other == high, table.c.events > 0)
        .order_by(table.c.month, table.c.type)
    )  # fmt: skip
    return [MonthCount(row.month or None, row.type, row.events, row.happened) for row in session.execute(query)]

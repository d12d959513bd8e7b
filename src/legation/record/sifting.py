"""Events of one actor, or between two, sifted by what the derived tables know of them: no reading is loaded."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, and_, func, or_, select, type_coerce

from legation.reading.claim import Status
from legation.record import tables
from legation.record.columns import UNDATED
from legation.record.latest import is_of, table_of
from legation.record.listing import EventRow, choose_rows, fetch
from legation.record.session import Session
from legation.record.shadow import ensure

# Beyond this many events a count says "more than": counting all of a large actor's would take longer than a page may.
MOST_COUNTED = 5_000
# How many of the eight digits of a day make a stretch of so many characters.
STRETCHES = {4: 4, 7: 6, 10: 8}
# A place in a sifted listing: the day (none among the undated) and id of the event that stands there.
Cursor = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Sieve:
    """Which events are wanted; what is empty or None lets everything through.

    `faces` are one or two actors. `first` and `after` are a half-open interval that dated events must meet. `origins`
    is how many independent reports there must be at least, `outlets` the names of outlets of which one must tell of it.
    """

    faces: tuple[str, ...]
    types: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    first: dt.date | None = None
    after: dt.date | None = None
    origins: int = 1
    outlets: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Cut:
    """How much of a listing is wanted: so many events after a place, the earliest or the latest first."""

    limit: int = 50
    after: Cursor | None = None
    latest: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """How many events a sieve lets through by status; `is_whole` is False where counting stopped at MOST_COUNTED."""

    statuses: dict[Status, int]
    is_whole: bool

    @property
    def total(self) -> int:
        """All of them, as far as they were counted."""
        return sum(self.statuses.values())


def sift_dated(session: Session, sieve: Sieve, cut: Cut) -> list[EventRow]:
    """Return dated events in order of their first days."""
    day, name = day_of(sieve), name_of(sieve)
    query = select_places(session, sieve, *shown_of(sieve)).where(day > UNDATED, *meeting(sieve))
    if cut.after:
        at, last = cut.after
        beyond = (day < at, name < last) if cut.latest else (day > at, name > last)
        query = query.where(or_(beyond[0], and_(day == at, beyond[1])))
    order = (day.desc(), name.desc()) if cut.latest else (day, name)
    return fetch(session, query.order_by(*order).limit(cut.limit))


def sift_undated(session: Session, sieve: Sieve, cut: Cut) -> list[EventRow]:
    """Return undated events by id; a period says nothing about them, so that they are never left out."""
    name = name_of(sieve)
    query = select_places(session, sieve, *shown_of(sieve)).where(day_of(sieve) == UNDATED)
    if cut.after:
        query = query.where(name > cut.after[1])
    return fetch(session, query.order_by(name).limit(cut.limit))


def tally(session: Session, sieve: Sieve) -> Tally:
    """Count by status the dated events that meet the period, and the undated ones."""
    in_time = or_(day_of(sieve) == UNDATED, and_(*meeting(sieve))) if meeting(sieve) else None
    query = select_places(session, sieve, table_of(sieve.faces).c.status)
    some = (query if in_time is None else query.where(in_time)).limit(MOST_COUNTED + 1).subquery()
    rows = session.execute(select(some.c.status, func.count().label("events")).group_by(some.c.status)).all()
    found = {Status(row.status): int(row.events) for row in rows}
    return Tally(found, sum(found.values()) <= MOST_COUNTED)


def find_extent(session: Session, sieve: Sieve) -> tuple[dt.date, dt.date] | None:
    """Return the first and the last first day of dated events, whatever the period; None if there are none."""
    day = day_of(sieve)
    query = select_places(session, sieve, day).where(day > UNDATED)
    ends = [session.scalar(query.order_by(order).limit(1)) for order in (day, day.desc())]
    return (dt.date.fromisoformat(ends[0]), dt.date.fromisoformat(ends[1])) if ends[0] and ends[1] else None


def count_stretches(session: Session, sieve: Sieve, digits: int) -> list[tuple[str, str, int]]:
    """Return (stretch, status, events) of dated events: `digits` of the day are 4 years, 7 months, 10 days."""
    day, status = day_of(sieve), table_of(sieve.faces).c.status
    # Of the eight digits a day is kept as.
    stretch = (type_coerce(day, Integer) // 10 ** (8 - STRETCHES[digits])).label("stretch")
    query = select_places(session, sieve, stretch, status, func.count().label("events"))
    counted = query.where(day > UNDATED, *meeting(sieve)).group_by(stretch, status).order_by(stretch, status)
    return [(write_stretch(number, digits), status, int(events)) for number, status, events in session.execute(counted)]


def write_stretch(number: int, digits: int) -> str:
    """Return the year, month or day of its digits as the beginning of an ISO 8601 day."""
    text = f"{number:0{STRETCHES[digits]}}"
    return "-".join(filter(None, (text[:4], text[4:6], text[6:])))


def select_places(session: Session, sieve: Sieve, *columns: ColumnElement[Any]) -> Select[Any]:
    """Return the query for the events a sieve lets through, whenever they were, from the table of these faces.

    It stands in the order of days; only whose reports tell of an event is looked up.
    """
    ensure(session, faces=sieve.faces)
    table = table_of(sieve.faces)
    query = select(*columns).select_from(table).where(is_of(sieve.faces))
    if sieve.statuses:
        query = query.where(table.c.status.in_([status.value for status in sieve.statuses]))
    if sieve.types:
        query = query.where(table.c.type.in_(sieve.types))
    if sieve.origins > 1:
        query = query.where(table.c.origins >= sieve.origins)
    return query if sieve.outlets is None else query.where(told_by(sieve.outlets, name_of(sieve)))


def shown_of(sieve: Sieve) -> tuple[ColumnElement[Any], ...]:
    """Return the columns of what listings show."""
    return tuple(choose_rows(table_of(sieve.faces)).selected_columns)


def day_of(sieve: Sieve) -> ColumnElement[str | None]:
    """Return the column of first days in whose order the events of these faces stand."""
    return table_of(sieve.faces).c.first_day


def name_of(sieve: Sieve) -> ColumnElement[str]:
    """Return the column of ids whose index has the events of these faces in order: so that few are looked up."""
    return table_of(sieve.faces).c.event_id


def meeting(sieve: Sieve) -> list[ColumnElement[bool]]:
    """Return the conditions under which a dated event meets the period."""
    found, day = list[ColumnElement[bool]](), day_of(sieve)
    if sieve.after:
        found += [day > UNDATED, day < sieve.after.isoformat()]
    if sieve.first:
        found.append(func.coalesce(table_of(sieve.faces).c.last_day, day) >= sieve.first.isoformat())
    return found


def told_by(outlets: Sequence[str], name: ColumnElement[str]) -> ColumnElement[bool]:
    """Return the condition that a report of one of these outlets tells of the event of this id."""
    members, current, documents = tables.event_claims.c, tables.current_readings.c, tables.documents.c
    return (
        select(members.event_id)
        .join(tables.current_readings, current.reading_id == members.reading_id)
        .join(tables.documents, documents.id == current.document_id)
        .where(members.event_id == name, documents.outlet.in_(outlets))
        .exists()
    )

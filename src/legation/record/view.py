"""Reads the record: every function returns values, never rows; what is not there raises NotInRecordError."""

import datetime as dt
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Result, Row, Select, and_, func, or_, select

from legation.documents.document import Document
from legation.errors import LegationError
from legation.lexicon.saying import say
from legation.reading.claim import ActorRef, Reading
from legation.record import tables
from legation.record.accounts import IMPORTED, Handle, load_accounts, load_readings
from legation.record.chunks import MANY, MOST, among, chunks, is_one_of, one_of_given
from legation.record.columns import UNDATED
from legation.record.event import KEY, Account, Event, Join, claim_key, make_event
from legation.record.grading import grade_accounts
from legation.record.holdings import Arrival, Counts, Problem
from legation.record.rows import row_actor, row_document
from legation.record.session import Session
from legation.record.shadow import ensure


class NotInRecordError(LegationError):
    """What was asked for is not in the record."""


# --- documents and readings ------------------------------------------------------------------------------------------


def get_document(session: Session, name: str) -> Document:
    """Return the document of this id, or of the first digits of its hash (four at least)."""
    digits = name.removeprefix("sha256:").lower()
    column = tables.documents.c.id
    if len(digits) >= 4 and set(digits) <= set("0123456789abcdef"):
        # "g" sorts after every hexadecimal digit.
        query = select(tables.documents).where(column >= f"sha256:{digits}", column < f"sha256:{digits}g").limit(2)
        rows = session.execute(query).mappings().all()
        if len(rows) == 1:
            return row_document(rows[0])
        if rows:
            raise NotInRecordError(say("{id}: several documents begin so; give more digits", id=name))
    raise NotInRecordError(say("{id}: the record has no such document", id=name))


def get_documents(session: Session, ids: Iterable[str]) -> list[Document]:
    """Return the documents of these ids that the record has, in the order given."""
    wanted = list(dict.fromkeys(ids))
    found = {
        row["id"]: row_document(row)
        for some in chunks(wanted, MANY)
        for row in session.execute(
            select(tables.documents).where(among(session, tables.documents.c.id, some))
        ).mappings()
    }
    return [found[item] for item in wanted if item in found]


def get_original(session: Session, document_id: str) -> bytes:
    """Return the bytes a document was made from."""
    query = select(tables.originals.c.data).where(tables.originals.c.document_id == document_id)
    data = session.execute(query).scalar()
    if data is None:
        raise NotInRecordError(f"{document_id}: the record has no original of it")
    return zlib.decompress(data)


def unread_documents(session: Session, version: str, limit: int) -> list[Document]:
    """Return documents that this version of the reader has not read, the first added first."""
    documents, readings = tables.documents.c, tables.readings.c
    # Rows of others' event data are no English: what an import has read, no reader reads again.
    done = (readings.version == version) | readings.version.startswith(IMPORTED)
    is_read = select(readings.id).where(readings.document_id == documents.id, done).exists()
    query = select(tables.documents).where(~is_read).order_by(documents.added_at, documents.id).limit(limit)
    return [row_document(row) for row in session.execute(query).mappings()]


def read_ids(session: Session, ids: Sequence[str]) -> set[str]:
    """Return which of these documents have been read, by whatever version."""
    table = tables.readings.c
    query = (select(table.document_id).where(table.document_id.in_(some)) for some in chunks(ids, MOST))
    return {document_id for some in query for document_id in session.execute(some).scalars()}


def find_arrivals(session: Session, document_id: str) -> list[Arrival]:
    """Return where a document came from, the first first."""
    table = tables.arrivals
    rows = session.execute(select(table).where(table.c.document_id == document_id).order_by(table.c.id)).mappings()
    return [Arrival(row["source"], row["at"]) for row in rows]


def find_problems(session: Session) -> list[Problem]:
    """Return what could not be read and has not arrived since, the first first."""
    problems, arrivals = tables.problems.c, tables.arrivals.c
    since = select(arrivals.id).where(arrivals.source == problems.source, arrivals.at > problems.at).exists()
    rows = session.execute(select(tables.problems).where(~since).order_by(problems.id)).mappings()
    return [Problem(row["source"], row["reason"], row["at"]) for row in rows]


def current_reading(session: Session, document_id: str) -> int:
    """Return the number of the reading of a document that counts."""
    table = tables.current_readings
    number = session.execute(select(table.c.reading_id).where(table.c.document_id == document_id)).scalar()
    if number is None:
        raise NotInRecordError(f"{document_id}: not read yet")
    return int(number)


def get_reading(session: Session, document_id: str) -> Reading:
    """Return the reading of a document that counts, as it was stored."""
    stored = next(load_readings(session, [current_reading(session, document_id)]))
    return Reading(
        document=get_document(session, document_id),
        mentions=tuple(stored.mentions.values()),
        times=tuple(stored.times.values()),
        quantities=tuple(stored.quantities.values()),
        attributions=tuple(stored.attributions.values()),
        claims=tuple(stored.claims.values()),
    )


def count(session: Session) -> Counts:
    """Count what the record holds, as far as it counts now."""
    ensure(session, everything=True)

    def size(query: Select[Any]) -> int:
        return int(session.execute(query).scalar_one())

    documents = size(select(func.count()).select_from(tables.documents))
    return Counts(
        documents=documents,
        unread=documents - size(select(func.count()).select_from(tables.current_readings)),
        claims=size(select(func.count()).select_from(tables.event_claims)),
        events=size(select(func.count()).select_from(tables.events)),
        actors=size(select(func.count(func.distinct(tables.actors.c.id)))),
    )


# --- events and actors -----------------------------------------------------------------------------------------------


def dyad_events(
    session: Session, one: str, other: str, period: tuple[dt.date | None, dt.date | None] = (None, None)
) -> list[Event]:
    """Return the events between two faces (states, persons, bodies by actor id), by day, undated ones last.

    Of dated events, those are left out whose days cannot meet `period`, a half-open interval of days.
    """
    low, high = sorted((one, other))
    ensure(session, faces=(low, high))
    table = tables.event_dyads.c
    query = select(table.event_id).where(table.one == low, table.other == high)
    if any(period):
        query = query.where(or_(table.first_day == UNDATED, and_(*meeting(period))))
    return find_events(session, query)


def meeting(period: tuple[dt.date | None, dt.date | None]) -> Iterator[ColumnElement[bool]]:
    """Yield what the days of an event of a dyad must be for it to meet a half-open period."""
    first, after, table = *period, tables.event_dyads.c
    if after:
        # The first day of what has no beginning stands behind its last day.
        yield or_(table.first_day < after.isoformat(), table.last_day < table.first_day)
    if first:
        yield or_(table.last_day.is_(None), table.last_day >= first.isoformat())


def actor_events(session: Session, face: str) -> list[Event]:
    """Return the events a face takes part in, by day, undated ones last."""
    ensure(session, faces=(face,))
    table = tables.event_parties.c
    return find_events(session, select(table.event_id).where(table.face == face))


def document_events(session: Session, document_id: str) -> list[Event]:
    """Return the events a document tells of, by day, undated ones last."""
    ensure(session, documents=[document_id])
    current, claims = tables.current_readings.c, tables.event_claims.c
    number = select(current.reading_id).where(current.document_id == document_id)
    return find_events(session, select(claims.event_id).where(claims.reading_id.in_(number)))


def get_event(session: Session, name: str) -> Event:
    """Return the event of this id, or the one that the claim named so belongs to.

    An event's id names the claim it is anchored in; should it since have become part of another event, it still leads
    there.
    """
    match = KEY.fullmatch(name)
    if match is None:
        raise NotInRecordError(say("{id}: no event has such an id", id=name))
    document = get_document(session, match[1])
    ensure(session, documents=[document.id])
    current, claims = tables.current_readings.c, tables.event_claims.c
    query = (
        select(claims.event_id)
        .join(tables.current_readings, current.reading_id == claims.reading_id)
        .where(current.document_id == document.id, claims.claim_id == f"c{match[3]}")
    )
    found = find_events(session, query)
    if not found:
        raise NotInRecordError(f"{name}: the record has no such event{why_not(session, document.id, f'c{match[3]}')}")
    return found[0]


def events_of_claims(session: Session, handles: Iterable[Handle]) -> dict[Handle, Event]:
    """Return the events that these claims count in; claims that count in none are left out."""
    claims, wanted = tables.event_claims.c, set(handles)
    named: dict[Handle, str] = {}
    for some in chunks(sorted({number for number, _ in wanted}), MOST):
        query = select(claims.reading_id, claims.claim_id, claims.event_id).where(claims.reading_id.in_(some))
        for row in session.execute(query):
            if (row.reading_id, row.claim_id) in wanted:
                named[row.reading_id, row.claim_id] = row.event_id
    events = {event.id: event for event in get_events(session, sorted(set(named.values())))}
    return {handle: events[name] for handle, name in named.items()}


def get_events(session: Session, ids: Sequence[str]) -> list[Event]:
    """Return the events of these ids that the record has, in the order given."""
    dialect = session.dialect.name
    found = {
        event.id: event
        for some in chunks(ids, MANY)
        for event in load_events(session, session.execute(members_of(dialect), one_of_given(dialect, some)).all())
    }
    return [found[name] for name in ids if name in found]


def event_ids(session: Session, period: tuple[dt.date | None, dt.date | None] = (None, None)) -> Iterator[str]:
    """Yield the ids of all events whose first day lies in a half-open period, by day, undated ones last.

    With a period, undated events are left out.
    """
    ensure(session, everything=True)
    table = tables.events.c
    query = select(table.id).order_by(table.first_day.is_(None), table.first_day, table.id)
    first, after = period
    if first is not None:
        query = query.where(table.first_day >= first.isoformat())
    if after is not None:
        query = query.where(table.first_day < after.isoformat())
    yield from session.execute(query).scalars()


def why_not(session: Session, document_id: str, claim_id: str) -> str:
    """Return what a message adds where a claim is in no event because it has been ruled on; empty else."""
    ruled = tables.ruled.c
    here = (ruled.document_id == document_id, ruled.item.is_(None) | (ruled.item == claim_id))
    if session.execute(select(ruled.uid).where(*here)).first() is None:
        return ""
    key = claim_key(document_id, claim_id)
    return f"; `legation decisions {key}` says what has been ruled on this claim"


def find_events(session: Session, ids: Select[Any] | CompoundSelect[Any]) -> list[Event]:
    """Return the events whose ids a query selects, by day, undated ones last."""
    query = select(tables.event_claims).where(tables.event_claims.c.event_id.in_(ids))
    return load_events(session, session.execute(query).all())


@lru_cache(maxsize=2)
def members_of(dialect: str) -> Select[Any]:
    """Return the query for the claims of some events."""
    return select(tables.event_claims).where(is_one_of(dialect, tables.event_claims.c.event_id))


def load_events(session: Session, rows: Sequence[Row[Any]]) -> list[Event]:
    """Return the events of rows of their claims, by day, undated ones last; of each event there are all."""
    handles: list[Handle] = [(row.reading_id, row.claim_id) for row in rows]
    accounts = dict(zip(handles, grade_accounts(session, load_accounts(session, handles)), strict=True))
    members: dict[str, list[Account]] = defaultdict(list)
    joins: dict[str, list[Join]] = defaultdict(list)
    for row in rows:
        account = accounts[row.reading_id, row.claim_id]
        members[row.event_id].append(account)
        if row.joined is not None:
            joins[row.event_id].append(Join(account.key, row.joined, row.score, row.reason))
    events = [make_event(some, sorted(joins[name], key=lambda join: join.claim)) for name, some in members.items()]
    return sorted(events, key=day_order)


def day_order(event: Event) -> tuple[dt.date, dt.date, str]:
    """Order events by first day, then by the end of the interval, undated ones last."""
    time = event.time
    return (event.first_day or dt.date.max, (time and time.to) or dt.date.max, event.id)


def find_actors(session: Session, name: str) -> list[ActorRef]:
    """Return the actors of this id or of exactly this name, whatever the case."""
    table = tables.actors
    query = select(table).where((table.c.id == name) | (func.lower(table.c.name) == name.lower()))
    return make_actors(session.execute(query.order_by(table.c.key)))


def get_actors(session: Session, ids: Sequence[str]) -> list[ActorRef]:
    """Return the actors of these ids that readings have named, each in one of its forms."""
    dialect = session.dialect.name
    return make_actors(session.execute(forms_of(dialect), one_of_given(dialect, ids)))


@lru_cache(maxsize=2)
def forms_of(dialect: str) -> Select[Any]:
    """Return the query for the forms of some actors."""
    table = tables.actors
    return select(table).where(is_one_of(dialect, table.c.id)).order_by(table.c.key)


def make_actors(rows: Result[Any]) -> list[ActorRef]:
    """Return the actors of rows; of several forms the first in alphabetical order."""
    found: dict[str, ActorRef] = {}
    for row in rows.mappings():
        actor = row_actor(row)
        found[actor.id] = min(found.get(actor.id, actor), actor, key=lambda form: form.name)
    return [found[key] for key in sorted(found)]


def actor_names(session: Session) -> Iterator[tuple[str, str]]:
    """Yield the name and id of every actor that readings have named."""
    for row in session.execute(select(tables.actors.c.name, tables.actors.c.id).distinct()):
        yield row.name, row.id

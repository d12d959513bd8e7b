"""The documents of a record a page at a time, the last added first, with how much each of them says."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import Select, and_, func, or_, select

from legation.record import tables
from legation.record.decision import Ruling
from legation.record.session import Session

# A place in the listing: when the document that stands there was added, and its id.
Cursor = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Held:
    """A document as a listing shows it; `claims` is None where it has not been read."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    path: str | None
    added_at: str
    claims: int | None

    @property
    def cursor(self) -> Cursor:
        """Its place in the listing."""
        return (self.added_at, self.id)

    @property
    def name(self) -> str:
        """What it is called in a listing."""
        return self.title or self.path or self.id


def list_documents(session: Session, limit: int, after: Cursor | None = None, since: str | None = None) -> list[Held]:
    """Return documents, the last added first: after a place in the listing, and of those added since a moment."""
    table = tables.documents.c
    columns = (table.id, table.title, table.outlet, table.published, table.path, table.added_at)
    query = select(*columns).order_by(table.added_at.desc(), table.id.desc()).limit(limit)
    if after:
        at, last = after
        query = query.where(or_(table.added_at < at, and_(table.added_at == at, table.id < last)))
    if since:
        query = query.where(table.added_at > since)
    rows = session.execute(query).all()
    claims = count_claims(session, [row.id for row in rows])
    return [
        Held(row.id, row.title, row.outlet, row.published, row.path, row.added_at, claims.get(row.id)) for row in rows
    ]


def count_claims(session: Session, ids: list[str]) -> dict[str, int]:
    """Return how many claims the readings of these documents that count have; those not read are left out."""
    current, claims = tables.current_readings.c, tables.claims.c
    query = (
        select(current.document_id, func.count(claims.id).label("claims"))
        .outerjoin(tables.claims, claims.reading_id == current.reading_id)
        .where(current.document_id.in_(ids))
        .group_by(current.document_id)
    )
    return {row.document_id: int(row.claims) for row in session.execute(query)}


def count_since(session: Session, since: str, most: int) -> int:
    """Count the documents added since a moment, up to a number."""
    table = tables.documents.c
    some = select(table.id).where(table.added_at > since).limit(most).subquery()
    return int(session.execute(select(func.count()).select_from(some)).scalar_one())


def record_state(session: Session, aside: Collection[Ruling] = ()) -> tuple[int, int, int]:
    """Return what changes whenever a record does: its last reading, decision and document, by number.

    Two equal states are one state of the record, so that what is slow to count may be kept until it changes. Rulings
    `aside` do not change it: for what is counted without them. Taking one of them back does.
    """
    last, ruling, added = session.execute(state_of(frozenset(aside))).one()
    return (int(last or 0), int(ruling or 0), int(added or 0))


@lru_cache(maxsize=8)
def state_of(aside: frozenset[Ruling]) -> Select[Any]:
    """Return the query for the state of a record."""
    readings, decisions, arrivals = tables.readings.c, tables.decisions.c, tables.arrivals.c
    ruled = select(decisions.id).order_by(decisions.id.desc()).limit(1)
    if aside:
        ruled = ruled.where(decisions.ruling.not_in(sorted(aside)))
    found = (select(func.max(readings.id)), ruled, select(func.max(arrivals.id)))
    return select(*(query.scalar_subquery() for query in found))

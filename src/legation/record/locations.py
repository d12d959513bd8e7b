"""Where claims say that events took place, for the events of an actor or a dyad, the latest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select

from legation.reading.claim import ActorRef, ActorType, Status
from legation.record import tables
from legation.record.latest import Period, in_period, is_of, table_of
from legation.record.session import Session
from legation.record.shadow import ensure


@dataclass(frozen=True, slots=True)
class Location:
    """Where one claim has one event: the words, the actor or place they name, and the event with status and day."""

    words: str
    place: ActorRef | None
    event_id: str
    status: Status
    first_day: str | None


def find_locations(session: Session, faces: Sequence[str], period: Period, limit: int) -> list[Location]:
    """Return the places that claims give for events of one face or of two with each other.

    `period` is half-open; with one, events without a day are left out. Of more than `limit` the latest are returned.
    """
    ensure(session, faces=faces)
    rows = session.execute(choose_places(faces, period).limit(limit))
    return [
        Location(row.text, make_place(row), row.event_id, Status(row.status), row.first_day)
        for row in rows
    ]  # fmt: skip


def choose_places(faces: Sequence[str], period: Period) -> Select[Any]:
    """Return the query for places of events, the latest event first and undated ones last."""
    table = table_of(faces)
    events, members, claims, mentions, actors = (
        tables.events.c,
        tables.event_claims.c,
        tables.claims.c,
        tables.mentions.c,
        tables.actors.c,
    )
    query = (
        select(mentions.text, actors.id, actors.name, actors.type, actors.country)
        .add_columns(events.id.label("event_id"), events.status, table.c.first_day)
        .select_from(table)
        .join(tables.events, events.id == table.c.event_id)
        .join(tables.event_claims, members.event_id == events.id)
        .join(tables.claims, (claims.reading_id == members.reading_id) & (claims.id == members.claim_id))
        .join(tables.mentions, (mentions.reading_id == claims.reading_id) & (mentions.id == claims.place))
        .join(tables.actors, actors.key == mentions.actor, isouter=True)
        .order_by(table.c.first_day.desc().nulls_last(), events.id, mentions.text)
    )
    return query.where(is_of(faces), *in_period(table, period))


def make_place(row: Any) -> ActorRef | None:
    """Return the actor a place's words name; None if nobody knows them."""
    return ActorRef(row.id, row.name, ActorType(row.type), row.country) if row.id else None

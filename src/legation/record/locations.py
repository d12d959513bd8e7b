"""Where claims say that events took place, for the events of an actor or a dyad, the latest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select

from legation.reading.claim import ActorRef, ActorType, Status
from legation.record import tables
from legation.record.chunks import MOST, chunks
from legation.record.latest import Period, latest_events
from legation.record.session import Session


@dataclass(frozen=True, slots=True)
class Location:
    """Where one claim has one event: the words, the actor or place they name, and the event with status and day."""

    words: str
    place: ActorRef | None
    event_id: str
    status: Status
    first_day: str | None


def find_locations(session: Session, faces: Sequence[str], period: Period, limit: int) -> tuple[list[Location], bool]:
    """Return the places that claims give for events of one face or of two, and whether some events were left out.

    `period` is half-open; with one, events without a day are left out. Of more than `limit` events the latest count.
    """
    rows = latest_events(session, faces, limit + 1, period)
    found: dict[str, list[Location]] = {row.id: [] for row in rows[:limit]}
    events = {row.id: row for row in rows[:limit]}
    for some in chunks(events, MOST):
        for row in session.execute(choose_places(some)):
            place = ActorRef(row.id, row.name, ActorType(row.type), row.country) if row.id else None
            event = events[row.event_id]
            found[event.id].append(Location(row.text, place, event.id, event.status, event.first_day))
    return [location for group in found.values() for location in group], len(rows) > limit


def choose_places(ids: Sequence[str]) -> Select[Any]:
    """Return the query for the places of some events."""
    members, claims, mentions, actors = (
        tables.event_claims.c,
        tables.claims.c,
        tables.mentions.c,
        tables.actors.c,
    )
    return (
        select(mentions.text, actors.id, actors.name, actors.type, actors.country, members.event_id)
        .select_from(tables.event_claims)
        .join(tables.claims, (claims.reading_id == members.reading_id) & (claims.id == members.claim_id))
        .join(tables.mentions, (mentions.reading_id == claims.reading_id) & (mentions.id == claims.place))
        .join(tables.actors, actors.key == mentions.actor, isouter=True)
        .where(members.event_id.in_(ids), claims.place.is_not(None))
        .order_by(members.event_id, mentions.text)
    )

"""Deeds: what states did to or with each other in a window, from the derived tables alone: no reading is loaded."""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import RowMapping, Select, and_, func, select

from legation.record import tables
from legation.record.event import REAL
from legation.record.months import is_state
from legation.record.session import Session
from legation.record.shadow import ensure

# Places of a claim's item and sides in the body of its traits (traits.encode_traits).
ITEM, AGENTS, RECIPIENTS = 12, 6, 7


@dataclass(frozen=True, slots=True)
class Deed:
    """One event that took place: its id, its first day (or that of its first report), and the claim that tells of it.

    `agents` and `recipients` are states by code, `rule` the frame the claim was read by, `item` the class of goods.
    """

    event: str
    day: str
    type: str
    mode: str | None
    rule: str
    item: str | None
    agents: tuple[str, ...]
    recipients: tuple[str, ...]


def find_deeds(session: Session, period: tuple[dt.date | None, dt.date | None]) -> Iterator[Deed]:
    """Yield the deeds of two states or more in a half-open period of days, by event."""
    ensure(session, everything=True)
    rows = session.execute(query_deeds(period)).mappings()
    for _, some in groupby(rows, key=lambda row: row["id"]):
        told = [deed for row in some if len({*(deed := make_deed(row)).agents, *deed.recipients}) > 1]
        if told:
            yield told[0]


def query_deeds(period: tuple[dt.date | None, dt.date | None]) -> Select[Any]:
    """Return the query for the claims of what took place, those of an event together, its own type first."""
    events, joined, claims, traits = (
        tables.events.c,
        tables.event_claims.c,
        tables.claims.c,
        tables.claim_traits.c,
    )
    day = func.coalesce(events.first_day, func.substr(events.first_seen, 1, len("2026-01-01")))
    first, after = period
    inside = [events.status.in_([status.value for status in REAL]), claims.status == events.status, day.is_not(None)]
    inside += [day >= first.isoformat()] if first else []
    inside += [day < after.isoformat()] if after else []
    return (
        select(events.id, day.label("day"), claims.type, claims.mode, claims.rule, traits.body)
        .join(tables.event_claims, joined.event_id == events.id)
        .join(tables.claims, and_(claims.reading_id == joined.reading_id, claims.id == joined.claim_id))
        .join(tables.claim_traits, and_(traits.reading_id == joined.reading_id, traits.claim_id == joined.claim_id))
        .where(*inside)
        .order_by(events.id, claims.type != events.type, joined.reading_id, joined.claim_id)
    )


def make_deed(row: RowMapping) -> Deed:
    """Return the deed of a row."""
    values = json.loads(row["body"])
    sides = (tuple(sorted({side[1] for side in values[place] if is_state(side[1])})) for place in (AGENTS, RECIPIENTS))
    agents, recipients = sides
    kept = tuple(state for state in recipients if state not in agents)
    return Deed(row["id"], row["day"], row["type"], row["mode"], row["rule"], values[ITEM], agents, kept)

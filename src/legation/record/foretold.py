"""The ledger of forecasts in the record, what came of them, and the acts that base rates are counted from."""

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from legation.record import tables
from legation.record.accounts import IMPORTED
from legation.record.archive import report_days
from legation.record.event import REAL
from legation.record.judgements import keep, uid_of
from legation.record.rows import Row, to_json
from legation.record.session import Session
from legation.record.shadow import ensure

# One act as base rates count it: its day, who to whom (states where they have one), and its type.
Act = tuple[dt.date, str, str, str]


@dataclass(frozen=True, slots=True)
class Resolved:
    """A row of what came of forecasts."""

    uid: str
    at: str
    author: str
    forecast: str
    outcome: str
    events: tuple[str, ...]
    reason: str


def add_forecast(session: Session, row: Mapping[str, Any]) -> str:
    """Keep a forecast (the columns of its table but id and uid); return its uid."""
    keep(session, tables.forecasts, dict(row))
    return uid_of(dict(row))


def find_forecasts(session: Session) -> list[Row]:
    """Return the rows of the ledger, the first made first."""
    query = select(tables.forecasts).order_by(tables.forecasts.c.at, tables.forecasts.c.id)
    return [dict(row) for row in session.execute(query).mappings()]


def add_resolution(session: Session, forecast: str, verdict: tuple[str, tuple[str, ...], str], row: Row) -> None:
    """Keep what came of a forecast (outcome, events, reason); `row` says who and when."""
    outcome, events, reason = verdict
    more = {"forecast": forecast, "outcome": outcome, "events": to_json(list(events)), "reason": reason}
    keep(session, tables.resolutions, {**row, **more})


def find_resolutions(session: Session) -> dict[str, Resolved]:
    """Return what came of forecasts, by their uid: the newest row of each."""
    query = select(tables.resolutions).order_by(tables.resolutions.c.at, tables.resolutions.c.id)
    found = {}
    for row in session.execute(query).mappings():
        values = {name: row[name] for name in Resolved.__slots__ if name != "events"}
        found[row["forecast"]] = Resolved(**values, events=tuple(json.loads(row["events"])))
    return found


def count_reports(session: Session, first: dt.date, after: dt.date) -> int:
    """Return how much the record has of the days [first, after): reports published then, and rows of event data."""
    ensure(session, everything=True)
    published, events, claims = tables.documents.c.published, tables.events.c, tables.event_claims.c
    days = first.isoformat(), after.isoformat()
    reports = select(func.count()).where(published >= days[0], published < days[1])
    rows = (
        select(func.count())
        .select_from(tables.event_claims)
        .join(tables.events, events.id == claims.event_id)
        .join(tables.readings, tables.readings.c.id == claims.reading_id)
        .where(events.first_day >= days[0], events.first_day < days[1])
        .where(tables.readings.c.version.startswith(IMPORTED))
    )
    return int(session.execute(reports).scalar_one()) + int(session.execute(rows).scalar_one())


def last_day(session: Session) -> dt.date | None:
    """Return the last day the record knows of: of its last dated report, or of the last row of event data."""
    ensure(session, everything=True)
    events, claims = tables.events.c, tables.event_claims.c
    query = (
        select(func.max(events.first_day))
        .join(tables.event_claims, claims.event_id == events.id)
        .join(tables.readings, tables.readings.c.id == claims.reading_id)
        .where(tables.readings.c.version.startswith(IMPORTED))
    )
    row = session.execute(query).scalar()
    reports = report_days(session)
    known = (reports[1] if reports else None, dt.date.fromisoformat(row) if row else None)
    return max(filter(None, known), default=None)


def find_acts(session: Session) -> Iterator[Act]:
    """Yield what took place between two actors, of events whose day is known; an act may come several times.

    Every report of an event has its say: a visit that one tells as received and one as paid goes both ways. Who acts
    side by side with nobody to act upon (a meeting) acts on each other.
    """
    ensure(session, everything=True)
    events, claims, traits = tables.events.c, tables.event_claims.c, tables.claim_traits.c
    query = (
        select(events.first_day, events.type, traits.body)
        .join(tables.event_claims, claims.event_id == events.id)
        .join(tables.claim_traits, (traits.reading_id == claims.reading_id) & (traits.claim_id == claims.claim_id))
        .where(events.first_day.is_not(None), events.first_day == events.last_day, events.status.in_(REAL))
    )
    for row in session.execute(query):
        day, values = dt.date.fromisoformat(row.first_day), json.loads(row.body)
        # The parties stand in these places of a claim's traits (traits.py): each with its id and its state's.
        agents, recipients = ({state for _, state, _ in values[place]} for place in (6, 7))
        for source in sorted(agents):
            for target in sorted((recipients or agents) - {source}):
                yield day, source, target, row.type

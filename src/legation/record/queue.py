"""What is worth a look first: claims by how much rests on them and how unsure they are."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Exists, Select, Subquery, case, func, select

from legation.record import tables
from legation.record.accounts import load_accounts
from legation.record.decision import Ruling
from legation.record.decisions import undone_decisions
from legation.record.event import Account, Event
from legation.record.session import Session
from legation.record.shadow import ensure
from legation.record.view import find_events

# More claims of one event than this make it no more pressing.
MOST_SALIENT = 8


@dataclass(frozen=True, slots=True)
class Item:
    """A claim to look at, in its event.

    `salience` is how many claims its event has, 1 to 8; `uncertainty` how unsure reading and joining are, 0 to 1.
    `beside` is another claim of the event, where there is one: are the two the same?
    """

    account: Account
    event: Event
    beside: Account | None
    salience: int
    uncertainty: float


@dataclass(frozen=True, slots=True)
class Scope:
    """Which claims are asked for: those of events of a face (an actor's id), or of two with each other, or all.

    With a `reviewer`, those wait that this person has not ruled on, whatever others have; else what nobody has.
    """

    faces: tuple[str, ...] = ()
    reviewer: str | None = None


ALL = Scope()


def review_queue(session: Session, limit: int, scope: Scope = ALL) -> tuple[list[Item], int]:
    """Return the claims to look at, the most pressing first, and how many wait in all.

    Claims that somebody has ruled on wait no more; a note or a grade keeps them waiting.
    """
    ensure(session, faces=scope.faces, everything=not scope.faces)
    waiting = waiting_claims(scope, undone_decisions(session)).subquery("waiting")
    total = session.execute(select(func.count()).select_from(waiting)).scalar_one()
    ordered = select(waiting).order_by(waiting.c.weight.desc(), waiting.c.event_id, waiting.c.claim_id)
    rows = session.execute(ordered.limit(limit)).all()
    accounts = load_accounts(session, [(row.reading_id, row.claim_id) for row in rows])
    ids = select(tables.events.c.id).where(tables.events.c.id.in_({row.event_id for row in rows}))
    events = {event.id: event for event in find_events(session, ids)}
    items = [
        Item(account, events[row.event_id], find_beside(events[row.event_id], account), row.salience, row.uncertainty)
        for row, account in zip(rows, accounts, strict=True)
    ]
    return items, int(total)


def waiting_claims(scope: Scope, undone: Collection[str]) -> Select[Any]:
    """Return the query for every claim that waits, with its weight."""
    members, claims, sizes = tables.event_claims.c, tables.claims.c, event_sizes()
    salience = case((sizes.c.size > MOST_SALIENT, MOST_SALIENT), else_=sizes.c.size)
    uncertainty = 1.0 - claims.score * func.coalesce(members.score, 1.0)
    query = (
        select(
            members.reading_id,
            members.claim_id,
            members.event_id,
            salience.label("salience"),
            uncertainty.label("uncertainty"),
            (salience * uncertainty).label("weight"),
        )
        .join(tables.claims, (claims.reading_id == members.reading_id) & (claims.id == members.claim_id))
        .join(sizes, sizes.c.event_id == members.event_id)
        .where(~is_ruled(undone, scope.reviewer))
    )
    return query.where(members.event_id.in_(scoped_events(scope))) if scope.faces else query


def event_sizes() -> Subquery:
    """Return the query for how many claims each event has."""
    members = tables.event_claims.c
    return select(members.event_id, func.count().label("size")).group_by(members.event_id).subquery("sizes")


def is_ruled(undone: Collection[str], reviewer: str | None = None) -> Exists:
    """Return the condition that a standing ruling, of one reviewer or of anyone, is about a claim of an event."""
    members, ruled, decisions = tables.event_claims.c, tables.ruled.c, tables.decisions.c
    settled = [ruling.value for ruling in Ruling if ruling not in {Ruling.NOTE, Ruling.GRADE, Ruling.UNDO}]
    found = (
        select(ruled.uid)
        .join(tables.decisions, decisions.uid == ruled.uid)
        .where(ruled.reading_id == members.reading_id, ruled.item == members.claim_id)
        .where(decisions.ruling.in_(settled), decisions.uid.not_in(undone))
    )
    if reviewer is not None:
        found = found.where(decisions.author == reviewer)
    return found.correlate(tables.event_claims).exists()


def scoped_events(scope: Scope) -> Select[Any]:
    """Return the query for the events of one face, or of two with each other."""
    if len(scope.faces) == 1:
        parties = tables.event_parties.c
        return select(parties.event_id).where(parties.face == scope.faces[0])
    one, other = sorted(scope.faces)
    dyads = tables.event_dyads.c
    return select(dyads.event_id).where(dyads.one == one, dyads.other == other)


def find_beside(event: Event, account: Account) -> Account | None:
    """Return another claim of the event to hold this one against: of another document if there is one."""
    others = [other for other in event.accounts if other.key != account.key]
    return min(others, key=lambda other: other.document_id == account.document_id, default=None)

"""What is worth a look first: claims by how much rests on them and how unsure they are."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Exists, Select, func, select

from legation.record import tables
from legation.record.accounts import load_accounts
from legation.record.decision import Ruling
from legation.record.decisions import undone_decisions
from legation.record.event import Account, Event, make_event
from legation.record.pressing import salience_of
from legation.record.session import Session
from legation.record.shadow import ensure
from legation.record.view import find_events


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

    With a `reviewer`, those wait that this person has not ruled on, whatever others have (a claim that they rejected
    stands alone, for it is in no event any more); else what nobody has.
    """

    faces: tuple[str, ...] = ()
    reviewer: str | None = None


ALL = Scope()


def review_queue(session: Session, limit: int, scope: Scope = ALL) -> tuple[list[Item], int]:
    """Return the claims to look at, the most pressing first, and how many wait in all.

    Claims that somebody has ruled on wait no more; a note or a grade keeps them waiting.
    """
    ensure(session, faces=scope.faces, everything=not scope.faces)
    undone = undone_decisions(session)
    members = tables.event_claims.c
    chosen = choose_claims(scope, members.reading_id, members.claim_id, members.event_id, members.weight)
    waiting = chosen.where(~is_ruled(undone, scope.reviewer))
    ordered = waiting.order_by(members.weight.desc(), members.event_id, members.claim_id)
    rows = session.execute(ordered.limit(limit)).all()
    accounts = load_accounts(session, [(row.reading_id, row.claim_id) for row in rows])
    ids = select(tables.events.c.id).where(tables.events.c.id.in_({row.event_id for row in rows}))
    events = {event.id: event for event in find_events(session, ids)}
    items = [make_item(account, events[row.event_id], row.weight) for row, account in zip(rows, accounts, strict=True)]
    rejected = find_rejected(session, scope, undone) if scope.reviewer is not None else []
    both = sorted(items + rejected, key=lambda item: -item.salience * item.uncertainty)
    return both[:limit], count_waiting(session, scope, undone) + len(rejected)


def find_rejected(session: Session, scope: Scope, undone: Collection[str]) -> list[Item]:
    """Return the claims that others have rejected, and that so are in no event, for a reviewer who has not ruled."""
    members, ruled, decisions = tables.event_claims.c, tables.ruled.c, tables.decisions.c
    mine = settled_claims(undone, scope.reviewer).subquery("mine")
    is_mine = select(mine.c.item).where(mine.c.reading_id == ruled.reading_id, mine.c.item == ruled.item).exists()
    is_merged = (
        select(members.claim_id).where(members.reading_id == ruled.reading_id, members.claim_id == ruled.item).exists()
    )
    query = (
        select(ruled.reading_id, ruled.item)
        .join(tables.decisions, decisions.uid == ruled.uid)
        .where(decisions.ruling == Ruling.REJECT.value, decisions.uid.not_in(undone), ruled.item.like("c%"))
        .where(~is_mine, ~is_merged)
        .distinct()
        .order_by(ruled.reading_id, ruled.item)
    )
    accounts = load_accounts(session, [(row.reading_id, row.item) for row in session.execute(query)])
    return [
        Item(account, make_event([account]), None, 1, 1.0 - account.claim.score)
        for account in accounts
        if not scope.faces or set(scope.faces) <= {face for party in account.parties for face in party.faces}
    ]


def make_item(account: Account, event: Event, weight: float) -> Item:
    """Return a claim as an item of the queue."""
    salience = salience_of(len(event.accounts))
    return Item(account, event, find_beside(event, account), salience, weight / salience)


def count_waiting(session: Session, scope: Scope, undone: Collection[str]) -> int:
    """Return how many claims wait: all of them but those ruled on, which are few."""
    held = session.execute(choose_claims(scope, func.count())).scalar_one()
    members, settled = tables.event_claims.c, settled_claims(undone, scope.reviewer).distinct().subquery("settled")
    done = choose_claims(scope, func.count()).join(
        settled, (settled.c.reading_id == members.reading_id) & (settled.c.item == members.claim_id)
    )
    return int(held - session.execute(done).scalar_one())


def choose_claims(scope: Scope, *columns: Any) -> Select[Any]:
    """Return the query for columns of the claims of a scope."""
    members = tables.event_claims.c
    query = select(*columns).select_from(tables.event_claims)
    return query.where(members.event_id.in_(scoped_events(scope))) if scope.faces else query


def is_ruled(undone: Collection[str], reviewer: str | None = None) -> Exists:
    """Return the condition that a standing ruling, of one reviewer or of anyone, is about a claim of an event."""
    members, ruled = tables.event_claims.c, tables.ruled.c
    found = settled_claims(undone, reviewer)
    mine = found.where(ruled.reading_id == members.reading_id, ruled.item == members.claim_id)
    return mine.correlate(tables.event_claims).exists()


def settled_claims(undone: Collection[str], reviewer: str | None) -> Select[Any]:
    """Return the query for the claims and mentions that standing rulings, of one reviewer or of anyone, are about."""
    ruled, decisions = tables.ruled.c, tables.decisions.c
    settled = [ruling.value for ruling in Ruling if ruling not in {Ruling.NOTE, Ruling.GRADE, Ruling.UNDO}]
    query = (
        select(ruled.reading_id, ruled.item)
        .join(tables.decisions, decisions.uid == ruled.uid)
        .where(decisions.ruling.in_(settled), decisions.uid.not_in(undone))
    )
    return query if reviewer is None else query.where(decisions.author == reviewer)


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

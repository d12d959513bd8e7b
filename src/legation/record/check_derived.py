"""Verifies the derived tables a stretch at a time: each claim in one event, events and counts as merging makes them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Integer, func, select, type_coerce

from legation.record import tables
from legation.record.accounts import Handle, reading_accounts, rejected_claims
from legation.record.chunks import chunks
from legation.record.columns import Day
from legation.record.decisions import load_rulings
from legation.record.digest import PLACE, Digest, make_digest
from legation.record.event import REAL
from legation.record.likeness import SAME, score_pair
from legation.record.merge import find_clusters
from legation.record.months import is_state
from legation.record.neighbours import Kept, find_meetings, load_handles, load_kept
from legation.record.rulings import Rulings, pair_of
from legation.record.session import Session
from legation.record.shadow import ensure
from legation.record.slots import do_meet, find_stand
from legation.record.traits import Traits, encode_traits, make_traits

# Components looked at together: thousands of claims, some megabytes.
STRETCH = 200


def check_derived(session: Session) -> Iterator[str]:
    """Yield one line for each derived row that is out of step with the history."""
    ensure(session, everything=True)
    rulings = load_rulings(session)
    yield from check_claims(session)
    table = tables.claim_traits.c
    components = session.scalars(select(table.component).distinct().order_by(table.component)).all()
    for some in chunks(components, STRETCH):
        query = select(tables.claim_traits).where(table.component.in_(some))
        kept = load_kept(session, query)
        yield from check_traits(session, kept)
        yield from check_links(session, kept, rulings)
        yield from check_events(session, kept, rulings)
    yield from check_months(session)
    yield from check_totals(session)


def check_claims(session: Session) -> Iterator[str]:
    """Yield the claims that count and are in no event, and those in an event that do not count."""
    claims, current = tables.claims.c, tables.current_readings.c
    counted = select(claims.reading_id, claims.id).join(
        tables.current_readings, current.reading_id == claims.reading_id
    )  # fmt: skip
    rejected = rejected_claims(session)
    for table in (tables.event_claims, tables.claim_traits):
        merged = select(table.c.reading_id, table.c.claim_id)
        absent = {(row[0], row[1]) for row in session.execute(counted.except_(merged))}
        for row in sorted(absent ^ rejected):
            yield f"reading {row[0]}, {row[1]}: {table.name} is out of step with what counts and what is rejected"
        for row in session.execute(merged.except_(counted)):
            yield f"reading {row[0]}, {row[1]}: it does not count and {table.name} has a row of it"


def check_traits(session: Session, kept: Sequence[Kept]) -> Iterator[str]:
    """Yield the claims whose traits are not those of their reading."""
    stored = {item.handle: item.traits for item in kept}
    numbers = sorted({item.handle[0] for item in kept})
    for account in reading_accounts(session, numbers):
        handle = (account.reading_id, account.claim.id)
        if handle in stored and encode_traits(make_traits(account)) != encode_traits(stored[handle]):
            yield f"reading {handle[0]}, {handle[1]}: its traits are out of step with the claim"


def check_links(session: Session, kept: Sequence[Kept], rulings: Rulings) -> Iterator[str]:
    """Yield the claims that are like one of another component."""
    by_handle = {item.handle: item for item in kept}
    pairs = find_meetings(session, {item.handle: find_stand(item.traits).views for item in kept})
    others = {item.handle: item for item in load_handles(session, sorted({other for _, other in pairs}))}
    for handle, other in sorted(pairs):
        here, there = by_handle[handle], others[other]
        ruled = pair_of(here.traits.key, there.traits.key) in rulings.apart
        if here.component != there.component and not ruled and score_met(here.traits, there.traits) >= SAME:
            yield f"{here.traits.key} and {there.traits.key}: alike, but merged apart"


def score_met(one: Traits, other: Traits) -> float:
    """Return how surely two claims of which one looks where the other stands are one; 0 if they do not meet."""
    return score_pair(one, other) if do_meet(one, other) else 0.0


def check_events(session: Session, kept: Sequence[Kept], rulings: Rulings) -> Iterator[str]:
    """Yield the events of whole components that are not those merging gives."""
    by_key = {item.traits.key: item for item in kept}
    stored: dict[Handle, str] = {}
    rows: dict[str, tuple[object, ...]] = {}
    events, members = tables.events, tables.event_claims.c
    for some in chunks(sorted({item.component for item in kept}), STRETCH):
        found = session.execute(select(events).where(events.c.component.in_(some))).all()
        rows |= {row.id: tuple(row) for row in found}
    for few in chunks(sorted(rows), STRETCH):
        query = select(members.reading_id, members.claim_id, members.event_id).where(members.event_id.in_(few))
        stored |= {(row.reading_id, row.claim_id): row.event_id for row in session.execute(query)}
    digests: dict[str, Digest] = {}
    for cluster in find_clusters([item.traits for item in kept], rulings):
        digest = make_digest(cluster, [by_key[key].traits for key in cluster.keys])
        name = digest.id
        digests[name] = digest
        for key in cluster.keys:
            if stored.get(by_key[key].handle) != name:
                yield f"{key}: its event is out of step with the claims"
        if rows.get(name) != digest.row:
            yield f"{name}: what is kept of it is out of step with its claims"
    yield from check_places(session, digests)


def check_places(session: Session, digests: Mapping[str, Digest]) -> Iterator[str]:
    """Yield the events that stand among those of actors or of dyads otherwise than merging has them."""
    parties, dyads = tables.event_parties.c, tables.event_dyads.c
    for some in chunks(sorted(digests), STRETCH):
        places = [(digests[name], digests[name].place) for name in some]
        for columns, made in (
            ((parties.face,), {(face, *place) for digest, place in places for face in digest.faces}),
            ((dyads.one, dyads.other), {(*pair, *place) for digest, place in places for pair in digest.dyads}),
        ):
            table = columns[0].table
            kept = (
                type_coerce(column, column.type.impl) if isinstance(column.type, Day) else column
                for column in (table.c[name] for name in PLACE)
            )
            stored = {tuple(row) for row in session.execute(select(*columns, *kept).where(table.c.event_id.in_(some)))}
            for row in sorted(made ^ stored, key=str):
                whose, name = row[: len(columns)], row[len(columns) + 1]
                yield f"{name}: it stands otherwise in {table.name} of {' '.join(whose)} than merging has it"


def check_months(session: Session) -> Iterator[str]:
    """Yield the counts of dyads and months that are not those of the events."""
    table, events, dyads = tables.dyad_months, tables.events.c, tables.event_dyads.c
    cells = (dyads.one, dyads.other, func.coalesce(func.substr(events.first_day, 1, 7), ""), events.type)
    query = (
        select(*cells, func.count(), func.sum(events.status.in_(REAL).cast(Integer)))
        .join(tables.event_dyads, dyads.event_id == events.id)
        .group_by(*cells)
    )
    counted = {tuple(row[:4]): (row[4], row[5]) for row in session.execute(query)}
    stored = {tuple(row[:4]): (row[4], row[5]) for row in session.execute(select(table))}
    for cell in sorted(counted.keys() | stored.keys()):
        if counted.get(cell, (0, 0)) != stored.get(cell, (0, 0)):
            yield f"{' '.join(cell)}: its count is out of step with the events"


def check_totals(session: Session) -> Iterator[str]:
    """Yield the sums of dyads and months that are not those of the counts by month."""
    months, dyads, totals = tables.dyad_months.c, tables.dyad_totals.c, tables.month_totals.c
    sums = (func.sum(months.events), func.sum(months.happened))
    counted = {
        (row[0], row[1]): (row[2], row[3])
        for row in session.execute(select(months.one, months.other, *sums).group_by(months.one, months.other))
    }
    stored = {
        (row[0], row[1]): (row[2], row[3])
        for row in session.execute(select(dyads.one, dyads.other, dyads.events, dyads.happened))
    }
    for pair in sorted(counted.keys() | stored.keys()):
        if counted.get(pair, (0, 0)) != stored.get(pair, (0, 0)):
            yield f"{' '.join(pair)}: its sums are out of step with its counts by month"
    by_month: dict[str, int] = defaultdict(int)
    query = select(months.one, months.other, months.month, sums[1]).group_by(months.one, months.other, months.month)
    for one, other, month, happened in session.execute(query):
        by_month[month] += happened if is_state(one) and is_state(other) else 0
    kept = {row[0]: row[1] for row in session.execute(select(totals.month, totals.happened))}
    for month in sorted(by_month.keys() | kept.keys()):
        if by_month.get(month, 0) != kept.get(month, 0):
            yield f"{month or 'undated'}: the sum of all states is out of step with the counts"

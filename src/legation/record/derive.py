"""Keeps the derived tables in step with the history: which reading counts, which claims are one event, who is in it.

A new reading touches only the components its claims fall into (and those of the reading it replaces); these are merged
anew, whole, so that the result is the same whatever came first.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import itemgetter

from sqlalchemy import delete, select

from legation.documents.document import Document
from legation.record import tables
from legation.record.accounts import Handle, reading_accounts
from legation.record.chunks import MOST, chunks
from legation.record.decisions import load_rulings
from legation.record.digest import CLAIM, EVENT, PLACE, Digest, make_digest
from legation.record.docket import place_rulings
from legation.record.inserting import insert_rows, insert_values
from legation.record.merge import find_clusters
from legation.record.months import add_counts, count_months, counts_of
from legation.record.neighbours import (
    Brief,
    Kept,
    drop_traits,
    find_links,
    keep_traits,
    linked_components,
    load_components,
    make_brief,
    move_claims,
)
from legation.record.prints import adopt_documents
from legation.record.rows import row_document
from legation.record.rulings import Rulings
from legation.record.session import Session
from legation.record.traits import Traits, decode_traits, make_traits

# The events of components, by component.
Among = Sequence[Sequence[Digest]]
# The rules by which the derived tables are made: to be raised whenever they change, so that older records follow.
RULES = "events/7"


def adopt_readings(session: Session, numbers: Sequence[int]) -> None:
    """Let these readings count from now on, find again what decisions are about in them, and merge their claims."""
    found = load_documents(session, numbers)
    changed = adopt_documents(session, list(found.values()))
    lapsed = count_readings(session, {document.id: number for number, document in found.items()})
    place_rulings(session, numbers)
    again = sorted({*numbers, *current_numbers(session, changed)})
    touched = lapsed | drop_traits(session, again)
    merge_claims(session, traits_of(session, again), touched)


def load_documents(session: Session, numbers: Sequence[int]) -> dict[int, Document]:
    """Return the documents of these readings, by the number of the reading."""
    readings, documents = tables.readings.c, tables.documents.c
    query = select(tables.documents, readings.id.label("reading")).join(
        tables.readings, readings.document_id == documents.id
    )
    return {
        row["reading"]: row_document(row)
        for some in chunks(numbers, MOST)
        for row in session.execute(query.where(readings.id.in_(some))).mappings()
    }


def refresh_readings(session: Session, numbers: Sequence[int]) -> None:
    """Merge the claims of these readings, which count, anew, after a ruling that concerns them."""
    touched = drop_traits(session, numbers)
    merge_claims(session, traits_of(session, numbers), touched)


def count_readings(session: Session, readings: Mapping[str, int]) -> set[str]:
    """Make these the readings that count of their documents; return the components of earlier claims, which lapse."""
    table = tables.current_readings
    lapsed: set[str] = set()
    for some in chunks(sorted(readings), MOST):
        query = select(table.c.reading_id).where(table.c.document_id.in_(some))
        old = [number for number in session.scalars(query) if number not in readings.values()]
        lapsed |= drop_traits(session, old)
        session.execute(delete(table).where(table.c.document_id.in_(some)))
    insert_rows(session, table, [{"document_id": key, "reading_id": number} for key, number in readings.items()])
    return lapsed


def current_numbers(session: Session, documents: Iterable[str]) -> list[int]:
    """Return the readings of these documents that count."""
    table = tables.current_readings.c
    found: list[int] = []
    for some in chunks(sorted(documents), MOST):
        found.extend(session.scalars(select(table.reading_id).where(table.document_id.in_(some))))
    return found


def traits_of(session: Session, numbers: Sequence[int]) -> dict[Handle, Traits]:
    """Return the traits of the claims of these readings."""
    accounts = reading_accounts(session, numbers)
    return {(account.reading_id, account.claim.id): make_traits(account) for account in accounts}


def merge_claims(session: Session, fresh: Mapping[Handle, Traits], touched: set[str]) -> None:
    """Merge new claims with those they are like; `touched` are components that have lost some."""
    touched |= linked_components(session, fresh)
    rebuild(session, touched, fresh, load_rulings(session))


@dataclass(frozen=True, slots=True)
class Opened:
    """Claims that are to be merged, their events taken out.

    `fresh` are new ones, `kept` by key all that have to be compared, and `settled` the events of new ones that are
    like none but each other.
    """

    fresh: Mapping[Handle, Brief]
    kept: Mapping[str, Kept]
    rulings: Rulings
    settled: Sequence[Digest] = ()


def open_around(
    session: Session, fresh: Mapping[Handle, Brief], changed: Iterable[str], among: Among, other: Collection[str]
) -> Opened:
    """Take out what claims of documents that are still to be kept will be merged with.

    `changed` are the documents of the record whose origin has changed by the new ones; `among` are the events of each
    component that the new claims, and perhaps others, have without the record, `other` the claims that were others
    then.
    """
    rulings = load_rulings(session)
    views = {handle: brief.views for handle, brief in fresh.items()}
    links = find_links(session, views, lambda handle: decode_traits(fresh[handle].body))
    touched = set(chain.from_iterable(links.values()))
    others = current_numbers(session, changed)
    touched |= drop_traits(session, others)
    stirred = {fresh[handle].key for handle in links} | rulings.keys | set(other)
    settled = list(find_settled([brief.key for brief in fresh.values()], among, stirred))
    known = {claim[0] for digest in settled for claim in digest.claims}
    moved = traits_of(session, others)
    loose = {handle: decode_traits(brief.body) for handle, brief in fresh.items() if brief.key not in known}
    kept = open_up(session, touched, {**loose, **moved}, rulings)
    return Opened({**fresh, **make_briefs(moved)}, kept, rulings, settled)


def find_settled(fresh: Iterable[str], among: Among, stirred: Iterable[str]) -> Iterator[Digest]:
    """Yield the events of new claims that stand whatever the record holds.

    `stirred` are claims that are like some of the record, ruled on, or others by now. A component with one of them, or
    with a claim that is not new after all, may be another one.
    """
    calm = set(fresh).difference(stirred)
    for events in among:
        if all(claim[0] in calm for digest in events for claim in digest.claims):
            yield from events


def rebuild(session: Session, touched: Iterable[str], fresh: Mapping[Handle, Traits], rulings: Rulings) -> None:
    """Merge these components and new claims anew and put the result in place of their events."""
    close_up(session, Opened(make_briefs(fresh), open_up(session, touched, fresh, rulings), rulings))


def make_briefs(claims: Mapping[Handle, Traits]) -> dict[Handle, Brief]:
    """Return claims as they are kept."""
    return {handle: make_brief(traits) for handle, traits in claims.items()}


def open_up(
    session: Session, touched: Iterable[str], fresh: Mapping[Handle, Traits], rulings: Rulings
) -> dict[str, Kept]:
    """Take these components and new claims out to be merged, with all they belong to; return them by key."""
    new = {traits.key: Kept(handle, traits.key, traits) for handle, traits in fresh.items()}
    kept = load_components(session, touched, rulings, new)
    old = {item.component for item in kept.values() if item.traits.key not in new}
    remove_events(session, {*touched, *old})
    return kept


def close_up(session: Session, opened: Opened) -> None:
    """Merge what has been taken out and put the result in place; nothing is asked of the record any more."""
    fresh, kept = opened.fresh, opened.kept
    clusters = find_clusters([item.traits for item in kept.values()], opened.rulings)
    made = [make_digest(found, [kept[key].traits for key in found.keys]) for found in clusters]
    digests = [*opened.settled, *made]
    components = {claim[0]: digest.component for digest in digests for claim in digest.claims}
    new = {brief.key: handle for handle, brief in fresh.items()}
    move_claims(session, [item for key, item in kept.items() if key not in new], components)
    keep_traits(session, fresh, components)
    insert_events(session, digests, new | {key: item.handle for key, item in kept.items()})


def remove_events(session: Session, components: Iterable[str]) -> None:
    """Take the events of these components out of the derived tables."""
    events = tables.events.c
    for some in chunks(sorted(components), MOST):
        ids = list(session.scalars(select(events.id).where(events.component.in_(some))))
        if not ids:
            continue
        add_counts(session, {cell: (-all_, -real) for cell, (all_, real) in count_months(session, ids).items()})
        for few in chunks(ids, MOST):
            for table in (tables.event_dyads, tables.event_parties, tables.event_claims):
                session.execute(delete(table).where(table.c.event_id.in_(few)))
            session.execute(delete(tables.events).where(events.id.in_(few)))


def insert_events(session: Session, digests: Sequence[Digest], handles: Mapping[str, Handle]) -> None:
    """Put events, their claims, parties and dyads into the derived tables; `handles` are those of the claims by key."""
    # In the order of their indexes, which are by event, many rows stand in one page.
    ordered = sorted(digests, key=itemgetter(0))
    insert_values(session, tables.events, EVENT, [digest.row for digest in ordered])
    rows = [(digest.row[0], *handles[key], *rest) for digest in ordered for key, *rest in digest.claims]
    insert_values(session, tables.event_claims, CLAIM, rows)
    places = [(digest, digest.place) for digest in ordered]
    # These stand in the order of their keys.
    faces = sorted((face, *place) for digest, place in places for face in digest.faces)
    insert_values(session, tables.event_parties, ("face", *PLACE), faces)
    dyads = sorted((*pair, *place) for digest, place in places for pair in digest.dyads)
    insert_values(session, tables.event_dyads, ("one", "other", *PLACE), dyads)
    add_counts(session, counts_of(digests))

"""The claims that merging compares, by the slots they stand in; and the components of claims that hang together."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import chain
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Row, Select, and_, delete, or_, select

from legation.record import tables
from legation.record.accounts import Handle
from legation.record.chunks import MANY, MOST, among, chunks
from legation.record.event import KEY
from legation.record.inserting import insert_values
from legation.record.rulings import Rulings
from legation.record.same import find_same
from legation.record.session import Session
from legation.record.slots import do_meet, find_stand
from legation.record.traits import Traits, decode_traits, encode_traits

# Pairs of numbers take twice the room in a statement.
PAIRS = MOST // 2


class Kept(NamedTuple):
    """The traits of one claim that counts, with where it stands and the component it hangs together with."""

    handle: Handle
    component: str
    traits: Traits


class Brief(NamedTuple):
    """One claim as it is kept: its key, its traits encoded, and where it stands; and where it looks (slots.py)."""

    key: str
    body: str
    places: tuple[int, ...]
    views: tuple[int, ...]


def make_brief(traits: Traits) -> Brief:
    """Return a claim as it is kept."""
    stand = find_stand(traits)
    return Brief(traits.key, encode_traits(traits), stand.places, stand.views)


def keep_traits(session: Session, claims: Mapping[Handle, Brief], components: Mapping[str, str]) -> None:
    """Keep the traits of claims, the components they hang together with by key, and the slots they stand in."""
    rows = [(*handle, components[brief.key], brief.body) for handle, brief in claims.items()]
    insert_values(session, tables.claim_traits, ("reading_id", "claim_id", "component", "body"), rows)
    slots = [(slot, *handle) for handle, brief in claims.items() for slot in set(brief.places)]
    # In the order of the index, many stand in one page of it.
    insert_values(session, tables.claim_slots, ("slot", "reading_id", "claim_id"), sorted(slots, key=itemgetter(0)))


def move_claims(session: Session, kept: Iterable[Kept], components: Mapping[str, str]) -> None:
    """Note the component that each claim of the record now hangs together with, where it is another one."""
    rows = [
        (*item.handle, components[item.traits.key], "")
        for item in kept
        if item.component != components[item.traits.key]
    ]
    # Inserted where they are already, so that it is written behind like all else; nothing but the component is taken.
    move = "ON CONFLICT (reading_id, claim_id) DO UPDATE SET component = excluded.component"
    insert_values(session, tables.claim_traits, ("reading_id", "claim_id", "component", "body"), rows, move)


def drop_traits(session: Session, readings: Sequence[int]) -> set[str]:
    """Take the claims of these readings out; return the components they stood in."""
    table, slots = tables.claim_traits.c, tables.claim_slots
    touched: set[str] = set()
    for some in chunks(readings, MOST):
        for kept in load_kept(session, select(tables.claim_traits).where(table.reading_id.in_(some))):
            touched.add(kept.component)
            places = find_stand(kept.traits).places
            handle = and_(slots.c.reading_id == kept.handle[0], slots.c.claim_id == kept.handle[1])
            session.execute(delete(slots).where(slots.c.slot.in_(places), handle))
        session.execute(delete(tables.claim_traits).where(table.reading_id.in_(some)))
    return touched


def load_kept(session: Session, query: Select[tuple[object, ...]]) -> list[Kept]:
    """Return the claims a query on `claim_traits` selects."""
    return [keep_row(row) for row in session.execute(query)]


def keep_row(row: Row[Any]) -> Kept:
    """Return the claim of a row of `claim_traits`."""
    return Kept((row.reading_id, row.claim_id), row.component, decode_traits(row.body))


def linked_components(session: Session, fresh: Mapping[Handle, Traits]) -> set[str]:
    """Return the components of the claims of the record that these are like."""
    views = {handle: find_stand(traits).views for handle, traits in fresh.items()}
    return set(chain.from_iterable(find_links(session, views, fresh.__getitem__).values()))


def find_links(
    session: Session, views: Mapping[Handle, Sequence[int]], traits_of: Callable[[Handle], Traits]
) -> dict[Handle, set[str]]:
    """Return those of the claims that look there that are like some of the record, with the components of these.

    `traits_of` is asked for those that meet any.
    """
    met: dict[Handle, list[Handle]] = defaultdict(list)
    for handle, other in find_meetings(session, views):
        if other not in views:
            met[handle].append(other)
    known = {kept.handle: kept for kept in load_handles(session, sorted(set().union(*met.values())))}
    component_of = {kept.traits.key: kept.component for kept in known.values()}
    found = {handle: find_same_met(traits_of(handle), [known[other].traits for other in met[handle]]) for handle in met}
    return {handle: {component_of[other.key] for other in same} for handle, same in found.items() if same}


def find_same_met(one: Traits, others: Iterable[Traits]) -> list[Traits]:
    """Return those that are one with a claim, of those that stand where it looks."""
    return find_same(one, [other for other in others if do_meet(one, other)])


def find_meetings(session: Session, views: Mapping[Handle, Sequence[int]]) -> set[tuple[Handle, Handle]]:
    """Return the pairs of one of the claims that look there and one of the record that stands where it looks."""
    table = tables.claim_slots.c
    standing: dict[int, list[Handle]] = defaultdict(list)
    for some in chunks(sorted(set(chain.from_iterable(views.values()))), MANY):
        for row in session.execute(select(tables.claim_slots).where(among(session, table.slot, some))):
            standing[row.slot].append((row.reading_id, row.claim_id))
    return {
        (handle, other)
        for handle, slots in views.items()
        for slot in slots
        if slot in standing
        for other in standing[slot]
    }


def load_handles(session: Session, handles: Sequence[Handle]) -> list[Kept]:
    """Return these claims."""
    table, wanted = tables.claim_traits.c, set(handles)
    found: list[Kept] = []
    # By reading, of which a claim has few neighbours: SQLite looks through the whole table for pairs of values.
    for some in chunks(sorted({number for number, _ in wanted}), MANY):
        rows = session.execute(select(tables.claim_traits).where(among(session, table.reading_id, some)))
        found.extend(keep_row(row) for row in rows if (row.reading_id, row.claim_id) in wanted)
    return found


def load_components(
    session: Session, components: Iterable[str], rulings: Rulings, alone: Mapping[str, Kept]
) -> dict[str, Kept]:
    """Return the claims of these components by key, those that stand alone, and those that rulings join to either."""
    table = tables.claim_traits.c
    found, seen, ahead = dict(alone), set(alone), set(components)
    while True:
        seen |= ahead
        for some in chunks(sorted(ahead), MOST):
            for kept in load_kept(session, select(tables.claim_traits).where(table.component.in_(some))):
                found[kept.traits.key] = kept
        ahead = {kept.component for kept in load_keys(session, partners(found, rulings))} - seen
        if not ahead:
            return found


def partners(found: Collection[str], rulings: Rulings) -> set[str]:
    """Return the claims that are ruled one with some of these and are not among them."""
    ruled = rulings.together - rulings.conflicts
    return {other for pair in ruled for key, other in (pair, pair[::-1]) if key in found and other not in found}


def load_keys(session: Session, keys: Collection[str]) -> list[Kept]:
    """Return the claims of these keys that count."""
    documents, current, traits = tables.documents.c, tables.current_readings.c, tables.claim_traits.c
    found: list[Kept] = []
    for some in chunks(sorted(keys), PAIRS):
        matches = [match for key in some if (match := KEY.fullmatch(key))]
        wanted = or_(
            *(
                and_(
                    documents.id >= f"sha256:{match[1]}",
                    documents.id < f"sha256:{match[1]}g",
                    traits.claim_id == f"c{match[3]}",
                )
                for match in matches
            )
        )
        query = (
            select(tables.claim_traits)
            .join(tables.current_readings, current.reading_id == traits.reading_id)
            .join(tables.documents, documents.id == current.document_id)
            .where(wanted)
        )
        found.extend(load_kept(session, query))
    return found

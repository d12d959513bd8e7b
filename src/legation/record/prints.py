"""Keeps track of which documents are copies of each other; a new document is compared with its candidates only."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, func, select, update

from legation.documents.copies import Copy, Print, find_bands, find_likeness, join_links, make_print, name_origin
from legation.documents.document import Document
from legation.record import tables
from legation.record.chunks import MANY, MOST, among, chunks
from legation.record.inserting import insert_values
from legation.record.origins import find_issuer
from legation.record.rows import row_document
from legation.record.session import Session

# For each new document, the documents that share a band with it.
Candidates = dict[str, set[str]]


@dataclass(frozen=True, slots=True)
class Compared:
    """The bands of a document's signature, and whose newsroom or office it comes from."""

    bands: tuple[int, ...]
    issuer: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """New documents by id, each with its origin; and the documents of the record whose origin is another one now."""

    fresh: Mapping[str, Compared]
    origins: Mapping[str, Copy]
    changed: Mapping[str, Copy]


def compare_print(document: Document, made: Print) -> Compared:
    """Return by what copies of a document are looked for; `made` is its print."""
    return Compared(tuple(sorted(set(find_bands(made.runs)))), find_issuer(document, made.agency))


def adopt_documents(session: Session, documents: Sequence[Document]) -> set[str]:
    """Compare documents that have not been compared yet; return the others whose origin has changed by it."""
    table, known = tables.document_prints.c, set[str]()
    for some in chunks(sorted({document.id for document in documents}), MOST):
        known |= set(session.scalars(select(table.document_id).where(table.document_id.in_(some))))
    prints = {document.id: make_print(document) for document in documents if document.id not in known}
    fresh = {item.id: compare_print(item, prints[item.id]) for item in documents if item.id in prints}
    if not fresh:
        return set()
    found = find_copies(session, fresh, prints.__getitem__)
    move_origins(session, found)
    keep_prints(session, found, next_number(session))
    return set(found.changed)


def find_copies(session: Session, fresh: Mapping[str, Compared], print_of: Callable[[str], Print]) -> Found:
    """Return the origins that new documents have among themselves and in the record; nothing is written.

    `print_of` gives the print of a new document; it is asked for those only that may be copies.
    """
    candidates = find_candidates(session, {name: item.bands for name, item in fresh.items()})
    prints = {name: print_of(name) for name, others in candidates.items() if others}
    known = prints | load_prints(session, {other for found in candidates.values() for other in found} - prints.keys())
    links = find_links(prints, known, candidates)
    groups = old_groups(session, {name for link in links for name in link} - prints.keys())
    everyone = {*prints, *(name for group in groups for name in group)}
    chains = [(group[0], other) for group in groups for other in group[1:]]
    copies = {name: Copy(name, None) for name in fresh}
    for names in join_links(everyone, [*links, *chains]):
        if len(names) > 1:
            known |= load_prints(session, set(names) - known.keys())
            copies |= name_origin([known[name] for name in names])
    old = load_origins(session, copies.keys() - fresh.keys())
    changed = {name: copies[name] for name in sorted(old) if old[name] != copies[name]}
    return Found(fresh, {name: copies[name] for name in fresh}, changed)


def move_origins(session: Session, found: Found) -> None:
    """Give the documents of the record whose origin is another one now that one."""
    table = tables.document_prints
    if found.changed:
        change = update(table).where(table.c.document_id == bindparam("name"))
        moved = [{"name": name, "to": copy.origin, "why": copy.reason} for name, copy in found.changed.items()]
        session.execute(change.values(origin=bindparam("to"), reason=bindparam("why")), moved)


def next_number(session: Session) -> int:
    """Return the number that the next document gets which is compared."""
    return (session.scalar(select(func.max(tables.document_prints.c.number))) or 0) + 1


def keep_prints(session: Session, found: Found, first: int) -> None:
    """Keep what has been found out about the new documents, which are numbered from `first` on."""
    rows: list[tuple[int, str, str, str | None, str | None]] = []
    banded: list[tuple[int, int]] = []
    for number, (name, item) in enumerate(found.fresh.items(), start=first):
        rows.append((number, name, found.origins[name].origin, found.origins[name].reason, item.issuer))
        banded.extend([(band, number) for band in item.bands])
    insert_values(session, tables.document_prints, ("number", "document_id", "origin", "reason", "issuer"), rows)
    # In the order of the index, many stand in one page of it.
    insert_values(session, tables.document_bands, ("band", "number"), sorted(banded))


def load_origins(session: Session, names: Iterable[str]) -> dict[str, Copy]:
    """Return the origins that these documents of the record have."""
    table = tables.document_prints.c
    query = select(table.document_id, table.origin, table.reason)
    return {
        row.document_id: Copy(row.origin, row.reason)
        for some in chunks(sorted(names), MOST)
        for row in session.execute(query.where(table.document_id.in_(some)))
    }


def find_candidates(session: Session, bands: Mapping[str, Sequence[int]]) -> Candidates:
    """Return for each new document those, new or known, that share a band with it."""
    table, prints = tables.document_bands.c, tables.document_prints.c
    # Nearly every band is one document's alone: a set for each would cost more than all the rest.
    first: dict[int, str] = {}
    shared: dict[int, set[str]] = {}
    for name, found in bands.items():
        for band in found:
            holder = first.setdefault(band, name)
            if holder != name:
                shared.setdefault(band, {holder}).add(name)
    query = select(table.band, prints.document_id).join(tables.document_prints, prints.number == table.number)
    for some in chunks(sorted(first), MANY):
        for row in session.execute(query.where(among(session, table.band, some))):
            shared.setdefault(row.band, {first[row.band]}).add(row.document_id)
    return {
        name: {other for band in found if band in shared for other in shared[band]} - {name}
        for name, found in bands.items()
    }


def load_prints(session: Session, ids: Collection[str]) -> dict[str, Print]:
    """Return what is compared of these documents of the record."""
    found: dict[str, Print] = {}
    for some in chunks(sorted(ids), MOST):
        for row in session.execute(select(tables.documents).where(tables.documents.c.id.in_(some))).mappings():
            found[row["id"]] = make_print(row_document(row))
    return found


def find_links(fresh: Iterable[str], prints: Mapping[str, Print], candidates: Candidates) -> list[tuple[str, str]]:
    """Return the pairs of a new document and a candidate that are copies."""
    return [
        (name, other)
        for name in fresh
        for other in sorted(candidates[name])
        if other in prints and find_likeness(prints[name], prints[other])
    ]


def old_groups(session: Session, names: Collection[str]) -> list[list[str]]:
    """Return the whole groups of copies that these documents stand in."""
    table = tables.document_prints.c
    groups: dict[str, list[str]] = defaultdict(list)
    for some in chunks(sorted(names), MOST):
        origins = select(table.origin).where(table.document_id.in_(some))
        query = select(table.document_id, table.origin).where(table.origin.in_(origins))
        for row in session.execute(query):
            groups[row.origin].append(row.document_id)
    return list(groups.values())

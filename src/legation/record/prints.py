"""Keeps track of which documents are copies of each other; a new document is compared with its candidates only."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
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
    """What is compared of a document, the bands of its signature, and whose newsroom or office it comes from."""

    print: Print
    bands: tuple[int, ...]
    issuer: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """New documents by id, each with its origin; and the documents of the record whose origin is another one now."""

    fresh: Mapping[str, Compared]
    origins: Mapping[str, Copy]
    changed: Mapping[str, Copy]


def compare_document(document: Document) -> Compared:
    """Return what is compared of a document."""
    made = make_print(document)
    return Compared(made, tuple(sorted(set(find_bands(made.runs)))), find_issuer(document, made.agency))


def adopt_documents(session: Session, documents: Sequence[Document]) -> set[str]:
    """Compare documents that have not been compared yet; return the others whose origin has changed by it."""
    table, known = tables.document_prints.c, set[str]()
    for some in chunks(sorted({document.id for document in documents}), MOST):
        known |= set(session.scalars(select(table.document_id).where(table.document_id.in_(some))))
    fresh = {document.id: compare_document(document) for document in documents if document.id not in known}
    return keep_copies(session, find_copies(session, fresh)) if fresh else set()


def find_copies(session: Session, fresh: Mapping[str, Compared]) -> Found:
    """Return the origins that new documents have among themselves and in the record; nothing is written."""
    prints = {name: item.print for name, item in fresh.items()}
    candidates = find_candidates(session, {name: item.bands for name, item in fresh.items()})
    known = prints | load_prints(session, {other for found in candidates.values() for other in found} - prints.keys())
    links = find_links(prints, known, candidates)
    groups = old_groups(session, {name for link in links for name in link} - prints.keys())
    everyone = {*prints, *(name for group in groups for name in group)}
    chains = [(group[0], other) for group in groups for other in group[1:]]
    copies = {name: Copy(name, None) for name in prints}
    for names in join_links(everyone, [*links, *chains]):
        if len(names) > 1:
            known |= load_prints(session, set(names) - known.keys())
            copies |= name_origin([known[name] for name in names])
    old = load_origins(session, copies.keys() - prints.keys())
    changed = {name: copies[name] for name in sorted(old) if old[name] != copies[name]}
    return Found(fresh, {name: copies[name] for name in prints}, changed)


def keep_copies(session: Session, found: Found) -> set[str]:
    """Keep what has been found out about copies; return the documents whose origin has changed by it."""
    table = tables.document_prints
    first = (session.scalar(select(func.max(table.c.number))) or 0) + 1
    if found.changed:
        change = update(table).where(table.c.document_id == bindparam("name"))
        moved = [{"name": name, "to": copy.origin, "why": copy.reason} for name, copy in found.changed.items()]
        session.execute(change.values(origin=bindparam("to"), reason=bindparam("why")), moved)
    rows: list[tuple[int, str, str, str | None, str | None]] = []
    banded: list[tuple[int, int]] = []
    for number, (name, item) in enumerate(found.fresh.items(), start=first):
        rows.append((number, name, found.origins[name].origin, found.origins[name].reason, item.issuer))
        banded.extend([(band, number) for band in item.bands])
    insert_values(session, table, ("number", "document_id", "origin", "reason", "issuer"), rows)
    # In the order of the index, many stand in one page of it.
    insert_values(session, tables.document_bands, ("band", "number"), sorted(banded))
    return set(found.changed)


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
    holders: dict[int, set[str]] = defaultdict(set)
    for name, found in bands.items():
        for band in found:
            holders[band].add(name)
    query = select(table.band, prints.document_id).join(tables.document_prints, prints.number == table.number)
    for some in chunks(sorted(holders), MANY):
        for row in session.execute(query.where(among(session, table.band, some))):
            holders[row.band].add(row.document_id)
    return {name: {other for band in found for other in holders[band]} - {name} for name, found in bands.items()}


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

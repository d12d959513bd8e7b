"""Keeps track of which documents are copies of each other; a new document is compared with its candidates only."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from operator import itemgetter

from sqlalchemy import func, select, update

from legation.documents.copies import Copy, Print, find_bands, find_likeness, join_links, make_print, name_origin
from legation.documents.document import Document
from legation.record import tables
from legation.record.chunks import MANY, MOST, among, chunks
from legation.record.inserting import insert_rows
from legation.record.origins import find_issuer
from legation.record.rows import Row, row_document
from legation.record.session import Session

# For each new document, the documents that share a band with it.
Candidates = dict[str, set[str]]


def adopt_documents(session: Session, documents: Sequence[Document]) -> set[str]:
    """Compare documents that have not been compared yet; return the others whose origin has changed by it."""
    table = tables.document_prints.c
    ids = sorted({document.id for document in documents})
    known: set[str] = set()
    for some in chunks(ids, MOST):
        known |= set(session.scalars(select(table.document_id).where(table.document_id.in_(some))))
    fresh = {document.id: document for document in documents if document.id not in known}
    return adopt_fresh(session, list(fresh.values())) if fresh else set()


def adopt_fresh(session: Session, documents: Sequence[Document]) -> set[str]:
    """Keep what is compared of new documents and name the origins of the groups they fall into."""
    prints = {document.id: make_print(document) for document in documents}
    bands = {name: find_bands(item.runs) for name, item in prints.items()}
    candidates = find_candidates(session, bands)
    known = load_prints(session, {other for found in candidates.values() for other in found} - prints.keys())
    links = find_links(prints, prints | known, candidates)
    groups = old_groups(session, {name for link in links for name in link} - prints.keys())
    number_documents(session, documents, bands)
    everyone = {*prints, *(name for group in groups for name in group)}
    chains = [(group[0], other) for group in groups for other in group[1:]]
    changed: dict[str, Copy] = {}
    for names in join_links(everyone, [*links, *chains]):
        if len(names) > 1:
            known |= load_prints(session, set(names) - known.keys() - prints.keys())
            changed |= name_origin([(prints | known)[name] for name in names])
    return keep_origins(session, changed) - prints.keys()


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


def number_documents(session: Session, documents: Sequence[Document], bands: Mapping[str, Sequence[int]]) -> None:
    """Keep new documents, each as its own origin, with their bands."""
    last = session.scalar(select(func.max(tables.document_prints.c.number))) or 0
    rows: list[Row] = []
    banded: list[Row] = []
    for number, document in enumerate(documents, start=last + 1):
        origin, issuer = document.id, find_issuer(document)
        rows.append(
            {"number": number, "document_id": document.id, "origin": origin, "reason": None, "issuer": issuer}
        )  # fmt: skip
        banded.extend({"band": band, "number": number} for band in set(bands[document.id]))
    # In the order of the index, many stand in one page of it.
    banded.sort(key=itemgetter("band"))
    insert_rows(session, tables.document_prints, rows)
    insert_rows(session, tables.document_bands, banded)


def keep_origins(session: Session, copies: Mapping[str, Copy]) -> set[str]:
    """Keep the origins of documents; return those of which it has changed."""
    table, changed = tables.document_prints, set()
    for some in chunks(sorted(copies), MOST):
        rows = session.execute(
            select(table.c.document_id, table.c.origin, table.c.reason).where(table.c.document_id.in_(some))
        )
        old = {row.document_id: Copy(row.origin, row.reason) for row in rows}
        for name in some:
            if old[name] != copies[name]:
                values = {"origin": copies[name].origin, "reason": copies[name].reason}
                session.execute(update(table).where(table.c.document_id == name).values(values))
                changed.add(name)
    return changed

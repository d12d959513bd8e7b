"""Keeps track of which documents are copies of each other; a new document is compared with its candidates only."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import itemgetter

from sqlalchemy import bindparam, func, select, update

from legation.documents.copies import (
    Copy,
    Print,
    band_signatures,
    find_likeness,
    join_links,
    make_print,
    name_origin,
    sign_runs,
)
from legation.documents.document import Document
from legation.record import tables
from legation.record.chunks import MANY, MOST, among, chunks
from legation.record.inserting import insert_values
from legation.record.origins import find_issuer
from legation.record.rows import row_document
from legation.record.session import Session

# For each document, those that share a band with it.
Candidates = Mapping[str, set[str]]
Link = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Compared:
    """The bands of a document's signature, and whose newsroom or office it comes from."""

    bands: tuple[int, ...]
    issuer: str | None


@dataclass(frozen=True, slots=True)
class Alike:
    """What new documents are to each other: which pairs are copies, and the origin each of these then has."""

    links: Sequence[Link]
    copies: Mapping[str, Copy]

    def copy_of(self, name: str) -> Copy:
        """Return whose words one of them carries."""
        return self.copies.get(name) or Copy(name, None)


@dataclass(frozen=True, slots=True)
class Found:
    """New documents by id, each with its origin; and the documents of the record whose origin is another one now."""

    fresh: Mapping[str, Compared]
    origins: Mapping[str, Copy]
    changed: Mapping[str, Copy]


def compare_documents(documents: Mapping[str, Document], print_of: Callable[[str], Print]) -> dict[str, Compared]:
    """Return by what copies of documents are looked for.

    The print of each is asked for once and let go: those of all would take as much memory as all else.
    """
    issuers: dict[str, str | None] = {}
    signatures: list[list[int]] = []
    for name, document in documents.items():
        made = print_of(name)
        signatures.append(sign_runs(made.runs))
        issuers[name] = find_issuer(document, made.agency)
    bands = band_signatures(signatures)
    return {
        name: Compared(tuple(sorted(set(found))), issuers[name]) for name, found in zip(documents, bands, strict=True)
    }


def adopt_documents(session: Session, documents: Sequence[Document]) -> set[str]:
    """Compare documents that have not been compared yet; return the others whose origin has changed by it."""
    table, known = tables.document_prints.c, set[str]()
    for some in chunks(sorted({document.id for document in documents}), MOST):
        known |= set(session.scalars(select(table.document_id).where(table.document_id.in_(some))))
    new = {document.id: document for document in documents if document.id not in known}
    if not new:
        return set()
    prints = {name: make_print(document) for name, document in new.items()}
    fresh = compare_documents(new, prints.__getitem__)
    bands = {name: item.bands for name, item in fresh.items()}
    found = find_copies(session, fresh, find_alike(bands, prints.__getitem__), prints.__getitem__)
    move_origins(session, found)
    keep_prints(session, found, next_number(session))
    return set(found.changed)


def find_alike(bands: Mapping[str, Sequence[int]], print_of: Callable[[str], Print]) -> Alike:
    """Return what documents of these bands are to each other; `print_of` is asked for those that may be copies."""
    candidates = share_bands(bands)
    prints = {name: print_of(name) for name in candidates}
    # Of each pair, one.
    later = {name: {other for other in others if name < other} for name, others in candidates.items()}
    links = find_links(later, prints, later)
    groups = join_links({name for link in links for name in link}, links)
    copies = [name_origin([prints[name] for name in names]) for names in groups]
    return Alike(links, {name: copy for found in copies for name, copy in found.items()})


def find_copies(
    session: Session, fresh: Mapping[str, Compared], alike: Alike, print_of: Callable[[str], Print]
) -> Found:
    """Return the origins that new documents have among themselves and in the record; nothing is written.

    `alike` is what they, and perhaps others, are to each other; `print_of` gives the print of a new document.
    """
    candidates = find_candidates(session, {name: item.bands for name, item in fresh.items()})
    prints = {name: print_of(name) for name in candidates}
    known = prints | load_prints(session, {other for found in candidates.values() for other in found})
    links = find_links(prints, known, candidates)
    groups = old_groups(session, {other for _, other in links})
    chains = [(group[0], other) for group in groups for other in group[1:]]
    among = [(one, other) for one, other in alike.links if one in fresh and other in fresh]
    copies = {name: Copy(name, None) for name in fresh}
    sizes = Counter(copy.origin for copy in alike.copies.values())
    everyone = {name for link in (*links, *chains, *among) for name in link}
    for names in join_links(everyone, [*links, *chains, *among]):
        if are_alone(names, alike, sizes):
            copies |= {name: alike.copies[name] for name in names}
            continue
        known |= {name: print_of(name) for name in names if name in fresh and name not in known}
        known |= load_prints(session, set(names) - known.keys())
        copies |= name_origin([known[name] for name in names])
    old = load_origins(session, copies.keys() - fresh.keys())
    changed = {name: copies[name] for name in sorted(old) if old[name] != copies[name]}
    return Found(fresh, {name: copies[name] for name in fresh}, changed)


def are_alone(names: Sequence[str], alike: Alike, sizes: Mapping[str, int]) -> bool:
    """Tell whether a group of copies is one that new documents are without the record: the same, no more and no less.

    `sizes` are how many new documents have an origin.
    """
    origins = {alike.copies[name].origin if name in alike.copies else None for name in names}
    return len(origins) == 1 and sizes.get(str(origins.pop())) == len(names)


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
    # In the order of the index, many stand in one page of it; they come by number already.
    insert_values(session, tables.document_bands, ("band", "number"), sorted(banded, key=itemgetter(0)))


def load_origins(session: Session, names: Iterable[str]) -> dict[str, Copy]:
    """Return the origins that these documents of the record have."""
    table = tables.document_prints.c
    query = select(table.document_id, table.origin, table.reason)
    return {
        row.document_id: Copy(row.origin, row.reason)
        for some in chunks(sorted(names), MOST)
        for row in session.execute(query.where(table.document_id.in_(some)))
    }


def share_bands(bands: Mapping[str, Sequence[int]]) -> Candidates:
    """Return the documents of these that share a band with others of them, each with these."""
    # Nearly every band is one document's alone: a set for each would cost more than all the rest.
    first: dict[int, str] = {}
    shared: dict[int, set[str]] = {}
    for name, found in bands.items():
        for band in found:
            holder = first.setdefault(band, name)
            if holder != name:
                shared.setdefault(band, {holder}).add(name)
    return gather(shared.values())


def gather(groups: Iterable[set[str]]) -> Candidates:
    """Return each name of these groups with the others it shares one with."""
    found: dict[str, set[str]] = defaultdict(set)
    for names in groups:
        for name in names:
            found[name] |= names - {name}
    return found


def find_candidates(session: Session, bands: Mapping[str, Sequence[int]]) -> Candidates:
    """Return the new documents that share a band with some of the record, each with these."""
    table, prints = tables.document_bands.c, tables.document_prints.c
    query = select(table.band, prints.document_id).join(tables.document_prints, prints.number == table.number)
    holders: dict[int, set[str]] = defaultdict(set)
    for some in chunks(sorted(set(chain.from_iterable(bands.values()))), MANY):
        for band, name in session.execute(query.where(among(session, table.band, some))):
            holders[band].add(name)
    if not holders:
        return {}
    met = {name: holders.keys() & found for name, found in bands.items()}
    return {name: set().union(*(holders[band] for band in found)) for name, found in met.items() if found}


def load_prints(session: Session, ids: Collection[str]) -> dict[str, Print]:
    """Return what is compared of these documents of the record."""
    found: dict[str, Print] = {}
    for some in chunks(sorted(ids), MOST):
        for row in session.execute(select(tables.documents).where(tables.documents.c.id.in_(some))).mappings():
            found[row["id"]] = make_print(row_document(row))
    return found


def find_links(fresh: Iterable[str], prints: Mapping[str, Print], candidates: Candidates) -> list[Link]:
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

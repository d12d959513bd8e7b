"""Many documents with their readings at once: the same record as adding them one by one, in a fraction of the time.

What needs no database (ready.py) is made ready for whole batches by other processes while those before them are merged
and written. A few batches are one unit of work: a killed process leaves whole ones.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

from sqlalchemy import Engine, func, select, text

from legation.documents.copies import Copy, make_print
from legation.documents.document import Document
from legation.record import tables
from legation.record.accounts import Handle
from legation.record.ahead import Ahead, Prepared
from legation.record.batch import Batch, make_batch
from legation.record.behind import collecting_paused, writing_behind
from legation.record.chunks import MOST, chunks
from legation.record.columns import columns_of
from legation.record.derive import close_up, open_around, refresh_readings
from legation.record.docket import place_rulings
from legation.record.event import short_id
from legation.record.inserting import insert_values
from legation.record.native import SEARCHED
from legation.record.neighbours import Brief, make_brief
from legation.record.origin import Origin, OriginKind
from legation.record.prints import Alike, Compared, Found, find_copies, keep_prints, move_origins, next_number
from legation.record.ready import Load, Ready
from legation.record.rows import Values
from legation.record.search import index_words
from legation.record.session import Session, writing
from legation.record.traits import Traits, decode_traits
from legation.record.writer import LISTS

# Documents and claims in one batch: enough to share the cost of looking up what is near, few enough to stay in
# memory. The first has fewer documents, for nothing is written until it is ready; each has twice as many as the last.
FIRST, BATCH, CLAIMS = 1_000, 5_000, 25_000
# Batches in one unit of work. Keys are hashes: every batch changes nearly every page of the indexes, and each unit of
# work writes these pages twice.
TOGETHER = 2
# After so many new documents the database looks at its tables again; rows of an index that it looks at (SQLite).
MANY, SURVEYED = 1_000, 1_000
# An entry of the search: kind, reference, number of the reading, words.
ENTRY = ("kind", "ref", "reading_id", "words")


def load(engine: Engine, loads: Iterable[Load]) -> Iterator[dict[int, str]]:
    """Keep documents the record does not have with their readings and merge their claims.

    Yields after each unit of work the new readings by number, with the ids of their documents. Documents that the
    record has already are left as they are.
    """
    count = 0
    with collecting_paused(), Ahead(map(once, batches_of(loads)), make_batch) as ahead:
        coming = ahead.take()
        ahead.begin()
        while coming[0]:
            with writing(engine, much=True) as session:
                kept, coming = keep_together(session, ahead, coming)
            count += len(kept)
            yield kept
    if count >= MANY:
        with writing(engine) as session:
            survey(session)


def keep_together(session: Session, ahead: Ahead, coming: Prepared) -> tuple[dict[int, str], Prepared]:
    """Keep what comes next, and as many batches after it as are one unit of work; return this, and what comes then."""
    kept: dict[int, str] = {}
    for _ in range(TOGETHER):
        here, batch = coming
        if not here:
            break
        documents = {item.document.id: item.document for item in here}
        with writing_behind(session):
            kept |= keep(session, documents, batch)
            # Meanwhile the last rows are written.
            coming = ahead.take()
        # Before the last rows are written out, too: that takes one process a while.
        ahead.begin()
    return kept, coming


def batches_of(loads: Iterable[Load]) -> Iterator[list[Load]]:
    """Yield what goes in together: so many documents, or fewer that have so many claims."""
    batch: list[Load] = []
    claims, size = 0, min(FIRST, BATCH)
    for item in loads:
        batch.append(item)
        claims += len(item.reading.claims)
        if len(batch) >= size or claims >= CLAIMS:
            yield batch
            batch, claims, size = [], 0, min(2 * size, BATCH)
    if batch:
        yield batch


def once(loads: Iterable[Load]) -> list[Load]:
    """Return each document once."""
    return list({item.document.id: item for item in loads}.values())


def survey(session: Session) -> None:
    """Have the database look at how much its tables hold, by which it plans its queries."""
    if session.dialect.name == "sqlite":
        session.exec_driver_sql(f"PRAGMA analysis_limit={SURVEYED}")
    else:
        # Words that are not in their place yet make a search by words seem dearer than one through every entry.
        for kind in SEARCHED:
            session.exec_driver_sql(f"SELECT gin_clean_pending_list('search_{kind}s_vector')")
    session.exec_driver_sql("ANALYZE")


# --- into the record -------------------------------------------------------------------------------------------------


def keep(session: Session, documents: Mapping[str, Document], batch: Batch) -> dict[int, str]:
    """Keep the documents of a batch that are new, and let their readings count; return these, with their documents."""
    fresh = new_documents(session, batch.ready)
    if not fresh:
        return {}
    first = (session.scalar(select(func.max(tables.readings.c.id))) or 0) + 1
    numbered = dict(enumerate(fresh, start=first))
    if session.dialect.name == "postgresql":
        # Numbers given by hand do not move the database's own count.
        session.execute(text("SELECT setval(pg_get_serial_sequence('readings', 'id'), :last)"), {"last": max(numbered)})
    actors, judged = new_actors(session, fresh), judged_documents(session, [item.document_id for item in fresh])
    compared = {item.document_id: Compared(item.bands, item.issuer) for item in fresh}
    copies = find_copies(session, compared, batch.alike, lambda name: make_print(documents[name]))
    first_print = next_number(session)
    move_origins(session, copies)
    claims, other = new_claims(numbered, copies, batch.alike)
    opened = open_around(session, claims, copies.changed, batch.events, other)
    # From here on nothing is asked of the record: rows are written behind while claims are merged.
    keep_documents(session, fresh)
    keep_readings(session, numbered, actors)
    keep_prints(session, copies, first_print)
    current = [(item.document_id, number) for number, item in numbered.items()]
    insert_values(session, tables.current_readings, ("document_id", "reading_id"), current)
    close_up(session, opened)
    # On documents that come from another record there may be rulings already.
    again = [number for number, item in numbered.items() if item.document_id in judged]
    if again:
        place_rulings(session, again)
        refresh_readings(session, again)
    return {number: item.document_id for number, item in numbered.items()}


def new_claims(fresh: Mapping[int, Ready], copies: Found, alike: Alike) -> tuple[dict[Handle, Brief], set[str]]:
    """Return new claims, and the keys of those whose document carries other words than was thought (`alike`)."""
    found: dict[Handle, Brief] = {}
    other = set[str]()
    for number, item in fresh.items():
        copy = copies.origins[item.document_id]
        briefs = [Brief._make(values) for _, _, values in item.claims]
        if copy != alike.copy_of(item.document_id):
            briefs = [make_brief(carry(decode_traits(brief.body), copy)) for brief in briefs]
            other.update(brief.key for brief in briefs)
        found.update({(number, claim[0]): brief for claim, brief in zip(item.claims, briefs, strict=True)})
    return found, other


def carry(traits: Traits, copy: Copy) -> Traits:
    """Return a claim as its document carries it, whose words turn out to be those of another one.

    What rests on a set of data or on somebody quoted stays so.
    """
    origin, own = traits.origin, short_id(traits.document)
    if origin.kind is not OriginKind.COPY and (not origin.is_own or origin.key != own):
        return traits
    kind = OriginKind.OWN if copy.reason is None else OriginKind.COPY
    return traits._replace(origin=Origin(short_id(copy.origin), kind, copy.reason, origin.issuer, origin.wording))


def judged_documents(session: Session, names: Sequence[str]) -> set[str]:
    """Return which of these documents somebody has ruled on."""
    table, found = tables.ruled.c, set[str]()
    for some in chunks(sorted(names), MOST):
        found |= set(session.scalars(select(table.document_id).where(table.document_id.in_(some))))
    return found


def new_documents(session: Session, ready: Sequence[Ready]) -> list[Ready]:
    """Return those whose document the record does not have."""
    by_id = {item.document_id: item for item in ready}
    table = tables.documents.c
    for some in chunks(sorted(by_id), MOST):
        for known in session.scalars(select(table.id).where(table.id.in_(some))):
            del by_id[known]
    return list(by_id.values())


def new_actors(session: Session, fresh: Sequence[Ready]) -> list[Values]:
    """Return the rows of the forms in which these readings name actors, as far as they are new; the key comes first."""
    rows = {row[0]: row for item in fresh for row in item.actors}
    known: set[str] = set()
    for some in chunks(sorted(rows), MOST):
        known |= set(session.scalars(select(tables.actors.c.key).where(tables.actors.c.key.in_(some))))
    return sorted((row for key, row in rows.items() if key not in known), key=itemgetter(1, 2))


def keep_documents(session: Session, fresh: Sequence[Ready]) -> None:
    """Keep documents, their originals, where they came from, and their words for the search."""
    insert_values(session, tables.documents, columns_of(tables.documents), [item.document for item in fresh])
    packed = [(item.document_id, item.size, item.packed) for item in fresh]
    insert_values(session, tables.originals, ("document_id", "size", "data"), packed)
    arrived = [(item.document_id, item.source, item.at) for item in fresh]
    insert_values(session, tables.arrivals, ("document_id", "source", "at"), arrived)
    entries = [("document", item.document_id, None, words) for item in fresh for words in item.entries]
    insert_values(session, tables.search_entries, ENTRY, entries)


def keep_readings(session: Session, fresh: Mapping[int, Ready], actors: Sequence[Values]) -> None:
    """Keep readings by their numbers, the new actors they name, and the words of their claims for the search."""
    read = [(number, item.document_id, *item.made) for number, item in fresh.items()]
    insert_values(session, tables.readings, ("id", "document_id", "version", "at"), read)
    insert_values(session, tables.actors, columns_of(tables.actors), actors)
    named = [("actor", row[1], None, words) for row in actors if (words := index_words(row[2]))]
    insert_values(session, tables.search_entries, ENTRY, named)
    for place, (_, table, _) in enumerate(LISTS):
        rows = [(number, *row) for number, item in fresh.items() for row in item.lists[place]]
        insert_values(session, table, columns_of(table), rows)
    entries = [
        ("claim", name, number, words) for number, item in fresh.items() for name, words, _ in item.claims if words
    ]
    insert_values(session, tables.search_entries, ENTRY, entries)

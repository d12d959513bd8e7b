"""Many documents with their readings at once: the same record as adding them one by one, in a fraction of the time.

What needs no database (rows, words for the search, what is compared of a document) is made ready for a whole batch
while the batch before it is still being written. Each batch is one unit of work: a killed process leaves whole ones.
"""

import datetime as dt
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Engine, func, select, text

from legation.documents.document import Document
from legation.reading.claim import Reading
from legation.record import tables
from legation.record.accounts import Held
from legation.record.behind import collecting_paused, writing_behind
from legation.record.chunks import MOST, chunks
from legation.record.derive import adopt_held, refresh_readings
from legation.record.docket import place_rulings
from legation.record.inserting import insert_rows, insert_values
from legation.record.prints import Compared, compare_document, find_copies
from legation.record.rows import Row, actor_row, document_row
from legation.record.search import find_entries, index_words
from legation.record.session import Session, writing
from legation.record.writer import LISTS

# Documents in one unit of work: enough to share the cost of looking up what is near, few enough to stay in memory.
BATCH = 10_000
# After so many new documents the database looks at its tables again; rows of an index that it looks at (SQLite).
MANY, SURVEYED = 1_000, 1_000
# An entry of the search: kind, reference, number of the reading, words.
ENTRY = ("kind", "ref", "reading_id", "words")


@dataclass(frozen=True, slots=True)
class Load:
    """A document on its way into the record: its original bytes, where it came from, and its reading."""

    original: bytes
    source: str
    reading: Reading

    @property
    def document(self) -> Document:
        """The document."""
        return self.reading.document


@dataclass(frozen=True, slots=True)
class Ready:
    """A load with all that can be made of it without the record; rows lack the number of the reading."""

    load: Load
    packed: bytes
    compared: Compared
    rows: Mapping[str, list[Row]]
    entries: list[str]
    sentences: list[str]


def load(engine: Engine, loads: Iterable[Load], version: str, at: dt.datetime) -> Iterator[list[int]]:
    """Keep documents the record does not have with their readings and merge their claims.

    Yields the numbers of the new readings after each unit of work. Documents that the record has already are left as
    they are.
    """
    batches, made = chunks(loads, BATCH), 0
    with collecting_paused():
        ahead = prepare(next(batches, []))
        while ahead:
            with writing(engine) as session, writing_behind(session):
                numbers = keep(session, ahead, version, at.isoformat())
                # Meanwhile the last rows are written.
                ahead = prepare(next(batches, []))
            made += len(numbers)
            yield numbers
    if made >= MANY:
        with writing(engine) as session:
            survey(session)


def survey(session: Session) -> None:
    """Have the database look at how much its tables hold, by which it plans its queries."""
    if session.dialect.name == "sqlite":
        session.exec_driver_sql(f"PRAGMA analysis_limit={SURVEYED}")
    else:
        # Words that are not in their place yet make a search by words seem dearer than one through every entry.
        session.exec_driver_sql("SELECT gin_clean_pending_list('search_entries_vector')")
    session.exec_driver_sql("ANALYZE")


# --- without the record ----------------------------------------------------------------------------------------------


def prepare(loads: Iterable[Load]) -> list[Ready]:
    """Make loads ready, each document once."""
    return [make_ready(item) for item in {item.document.id: item for item in loads}.values()]


def make_ready(item: Load) -> Ready:
    """Return a load with all that can be made of it without the record."""
    return Ready(
        load=item,
        packed=zlib.compress(item.original, 1),
        compared=compare_document(item.document),
        rows={
            name: [make(0, place, value) for place, value in enumerate(getattr(item.reading, name))]
            for name, _, make in LISTS
        },
        entries=[words for entry in find_entries(item.document) if (words := index_words(entry))],
        sentences=[index_words(claim.evidence.of(item.document.text)) for claim in item.reading.claims],
    )


# --- into the record -------------------------------------------------------------------------------------------------


def keep(session: Session, ready: Sequence[Ready], version: str, moment: str) -> list[int]:
    """Keep the documents of a batch that are new, and let their readings count; return these."""
    fresh = new_loads(session, ready)
    if not fresh:
        return []
    first = (session.scalar(select(func.max(tables.readings.c.id))) or 0) + 1
    numbered = dict(enumerate(fresh, start=first))
    actors = new_actors(session, fresh)
    judged = judged_documents(session, [item.load.document.id for item in fresh])
    copies = find_copies(session, {item.load.document.id: item.compared for item in fresh})
    # From here on rows are written behind.
    keep_documents(session, fresh, moment)
    keep_readings(session, numbered, version, moment, actors)
    held = {
        number: Held(version, item.load.reading, copies.origins[item.load.document.id], item.compared.issuer)
        for number, item in numbered.items()
    }
    adopt_held(session, held, copies)
    # On documents that come from another record there may be rulings already.
    again = [number for number, item in numbered.items() if item.load.document.id in judged]
    if again:
        place_rulings(session, again)
        refresh_readings(session, again)
    return list(numbered)


def judged_documents(session: Session, names: Sequence[str]) -> set[str]:
    """Return which of these documents somebody has ruled on."""
    table, found = tables.ruled.c, set[str]()
    for some in chunks(sorted(names), MOST):
        found |= set(session.scalars(select(table.document_id).where(table.document_id.in_(some))))
    return found


def new_loads(session: Session, ready: Sequence[Ready]) -> list[Ready]:
    """Return those whose document the record does not have."""
    by_id = {item.load.document.id: item for item in ready}
    table = tables.documents.c
    for some in chunks(sorted(by_id), MOST):
        for known in session.scalars(select(table.id).where(table.id.in_(some))):
            del by_id[known]
    return list(by_id.values())


def new_actors(session: Session, fresh: Sequence[Ready]) -> list[Row]:
    """Return the forms in which these readings name actors, as far as they are new."""
    actors = {mention.actor for item in fresh for mention in item.load.reading.mentions if mention.actor}
    rows = {row["key"]: row for row in map(actor_row, sorted(actors, key=lambda actor: (actor.id, actor.name)))}
    known: set[str] = set()
    for some in chunks(sorted(rows), MOST):
        known |= set(session.scalars(select(tables.actors.c.key).where(tables.actors.c.key.in_(some))))
    return [row for key, row in rows.items() if key not in known]


def keep_documents(session: Session, fresh: Sequence[Ready], moment: str) -> None:
    """Keep documents, their originals, where they came from, and their words for the search."""
    names = [item.load.document.id for item in fresh]
    insert_rows(session, tables.documents, [document_row(item.load.document, moment) for item in fresh])
    packed = [(name, len(item.load.original), item.packed) for name, item in zip(names, fresh, strict=True)]
    insert_values(session, tables.originals, ("document_id", "size", "data"), packed)
    arrived = [(name, item.load.source, moment) for name, item in zip(names, fresh, strict=True)]
    insert_values(session, tables.arrivals, ("document_id", "source", "at"), arrived)
    entries = [
        ("document", name, None, words) for name, item in zip(names, fresh, strict=True) for words in item.entries
    ]
    insert_values(session, tables.search_entries, ENTRY, entries)


def keep_readings(
    session: Session, fresh: Mapping[int, Ready], version: str, moment: str, actors: Sequence[Row]
) -> None:
    """Keep readings by their numbers, the new actors they name, and the words of their claims for the search."""
    read = [(number, item.load.document.id, version, moment) for number, item in fresh.items()]
    if session.dialect.name == "postgresql":
        # Numbers given by hand do not move the database's own count.
        session.execute(text("SELECT setval(pg_get_serial_sequence('readings', 'id'), :last)"), {"last": max(fresh)})
    insert_values(session, tables.readings, ("id", "document_id", "version", "at"), read)
    insert_rows(session, tables.actors, actors)
    named = [("actor", row["id"], None, words) for row in actors if (words := index_words(row["name"]))]
    insert_values(session, tables.search_entries, ENTRY, named)
    for name, table, _ in LISTS:
        insert_rows(
            session, table, [row for number, item in fresh.items() for row in with_number(item.rows[name], number)]
        )
    entries = [
        ("claim", claim.id, number, words)
        for number, item in fresh.items()
        for claim, words in zip(item.load.reading.claims, item.sentences, strict=True)
        if words
    ]
    insert_values(session, tables.search_entries, ENTRY, entries)


def with_number(rows: Sequence[Row], number: int) -> Sequence[Row]:
    """Give rows the number of their reading."""
    for row in rows:
        row["reading_id"] = number
    return rows

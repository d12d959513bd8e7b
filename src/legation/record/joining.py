"""One record taken into another: what it holds and this one lacks is appended with its own times, and merged.

The result depends on what the two hold, never on which was taken into which: documents, readings, decisions and
bookmarks are known by their content, and of two readings of a document the one made last counts.
"""

import datetime as dt
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Engine, Table, select

from legation.documents.document import Document
from legation.reading.claim import Reading
from legation.record import tables
from legation.record.accounts import Stored, load_readings
from legation.record.bulk import load
from legation.record.chunks import MOST, chunks
from legation.record.decisions import add_decision, load_decisions
from legation.record.derive import adopt_readings, refresh_readings
from legation.record.docket import place_decision
from legation.record.ready import Load
from legation.record.rederive import newest_readings
from legation.record.rows import row_document
from legation.record.session import Session, reading, writing
from legation.record.view import get_document, get_original
from legation.record.writer import add_arrival, add_document, add_problem, add_reading, insert_rows

# Documents in one unit of work, of those that are joined one by one; and looked at together.
BATCH, STRETCH = 50, 1_000
# What analysts add beside their decisions, each row known by its uid.
NAMED = (tables.bookmarks, tables.judgements, tables.admissions, tables.forecasts, tables.resolutions)


@dataclass(frozen=True, slots=True)
class Joined:
    """What one step of taking in has appended."""

    documents: int = 0
    readings: int = 0
    decisions: int = 0
    bookmarks: int = 0


def join_records(source: Engine, target: Engine) -> Iterator[Joined]:
    """Append to `target` what `source` holds and it lacks; yield what each unit of work has appended.

    New documents with one reading, nearly all of them, go in many at once; then the others one by one.
    """
    left: list[str] = []
    with reading(source) as other:
        for kept in load(target, plain_loads(other, target, left)):
            yield Joined(documents=len(kept), readings=len(kept))
        for some in chunks(left, BATCH):
            with writing(target) as session:
                yield join_documents(other, session, some)
        with writing(target) as session:
            join_problems(other, session)
            yield join_rulings(other, session)


def plain_loads(other: Session, target: Engine, left: list[str]) -> Iterator[Load]:
    """Yield the documents that `target` lacks and that were read once; add the ids of others that it lacks to `left`.

    Documents of which it has every reading and every place they were found in are passed over.
    """
    documents = tables.documents.c
    ids = list(other.scalars(select(documents.id).order_by(documents.added_at, documents.id)))
    for some in chunks(ids, STRETCH):
        here = histories_of(other, some)
        with reading(target) as session:
            there = histories_of(session, some)
        plain = [name for name in some if name not in there and here[name].is_plain]
        chosen = set(plain)
        left += [name for name in some if name not in chosen and not here[name].is_within(there.get(name))]
        yield from make_loads(other, {name: here[name] for name in plain})


@dataclass(frozen=True, slots=True)
class History:
    """What a record knows of a document: the places it came from, and the versions that have read it, with when."""

    added_at: str
    arrivals: Mapping[str, str]
    readings: Mapping[str, str]

    @property
    def is_plain(self) -> bool:
        """Whether it came once, and was read once."""
        return len(self.readings) == 1 and list(self.arrivals.values()) == [self.added_at]

    def is_within(self, other: "History | None") -> bool:
        """Tell whether the other knows every place and every version of this one."""
        return other is not None and not (
            self.arrivals.keys() - other.arrivals or self.readings.keys() - other.readings
        )


def histories_of(session: Session, ids: Sequence[str]) -> dict[str, History]:
    """Return what a record knows of these documents, as far as it has them."""
    documents, arrivals, readings = tables.documents.c, tables.arrivals.c, tables.readings.c
    came, read = defaultdict[str, dict[str, str]](dict), defaultdict[str, dict[str, str]](dict)
    found: dict[str, History] = {}
    for some in chunks(ids, MOST):
        where_from = select(arrivals.document_id, arrivals.source, arrivals.at).where(arrivals.document_id.in_(some))
        for name, source, at in session.execute(where_from):
            came[name][source] = at
        by_which = select(readings.document_id, readings.version, readings.at).where(readings.document_id.in_(some))
        for name, version, at in session.execute(by_which):
            read[name][version] = at
        for name, at in session.execute(select(documents.id, documents.added_at).where(documents.id.in_(some))):
            found[name] = History(at, came[name], read[name])
    return found


def make_loads(other: Session, plain: Mapping[str, History]) -> Iterator[Load]:
    """Yield documents that came once and were read once, with that reading."""
    documents, readings = tables.documents, tables.readings.c
    for some in chunks(plain, MOST):
        held = {row["id"]: row for row in other.execute(select(documents).where(documents.c.id.in_(some))).mappings()}
        originals = get_originals(other, some)
        numbers = list(other.scalars(select(readings.id).where(readings.document_id.in_(some))))
        for stored in load_readings(other, numbers):
            name, history = stored.document_id, plain[stored.document_id]
            (source,), (read_at,) = history.arrivals, history.readings.values()
            held_as = reading_of(row_document(held[name]), stored)
            at = moment(history.added_at)
            yield Load(originals[name], source, at, held_as, stored.version, moment(read_at))


def get_originals(other: Session, ids: Sequence[str]) -> dict[str, bytes]:
    """Return the bytes that these documents were made from."""
    table = tables.originals.c
    rows = other.execute(select(table.document_id, table.data).where(table.document_id.in_(ids)))
    return {row.document_id: zlib.decompress(row.data) for row in rows}


def reading_of(document: Document, stored: Stored) -> Reading:
    """Return a reading as it was made."""
    return Reading(
        document=document,
        mentions=tuple(stored.mentions.values()),
        times=tuple(stored.times.values()),
        quantities=tuple(stored.quantities.values()),
        attributions=tuple(stored.attributions.values()),
        claims=tuple(stored.claims.values()),
    )


def join_documents(other: Session, session: Session, ids: Sequence[str]) -> Joined:
    """Append documents with their originals, arrivals and readings; let the readings made last count."""
    documents, fresh = 0, []
    for document_id in ids:
        documents += join_document(other, session, document_id)
        fresh += join_readings(other, session, document_id)
    newest = set(newest_readings(session, ids).values())
    adopt_readings(session, [number for number in fresh if number in newest])
    return Joined(documents=documents, readings=len(fresh))


def join_document(other: Session, session: Session, document_id: str) -> bool:
    """Append one document, with every place it was found in; return whether this record did not have it."""
    arrivals = other.execute(
        select(tables.arrivals).where(tables.arrivals.c.document_id == document_id).order_by(tables.arrivals.c.id)
    ).mappings()
    added_at = other.scalar(select(tables.documents.c.added_at).where(tables.documents.c.id == document_id))
    rows = [(row["source"], moment(row["at"])) for row in arrivals]
    source, _ = rows[0]
    document = get_document(other, document_id)
    is_new = add_document(session, document, get_original(other, document_id), source, moment(str(added_at)))
    for place, at in rows:
        add_arrival(session, document_id, place, at)
    return is_new


def join_readings(other: Session, session: Session, document_id: str) -> list[int]:
    """Append the readings of a document that this record lacks, the first made first; return their numbers here."""
    table = tables.readings.c
    query = (
        select(table.id, table.version, table.at).where(table.document_id == document_id).order_by(table.at, table.id)
    )
    rows = {row.id: row for row in other.execute(query)}
    stored = {item.number: item for item in load_readings(other, list(rows))}
    numbers = []
    for key, row in rows.items():
        held = reading_of(get_document(other, document_id), stored[key])
        numbers.append(add_reading(session, held, row.version, moment(row.at)))
    return [number for number in numbers if number is not None]


def join_problems(other: Session, session: Session) -> None:
    """Append what could not be read."""
    table = tables.problems.c
    for row in other.execute(select(table.source, table.reason, table.at).order_by(table.id)):
        add_problem(session, row.source, row.reason, moment(row.at))


def join_rulings(other: Session, session: Session) -> Joined:
    """Append decisions and bookmarks, find what the decisions are about, and merge anew what they bear on."""
    touched: set[int] = set()
    fresh = [decision for decision in load_decisions(other) if add_decision(session, decision)]
    for decision in fresh:
        touched.update(place_decision(session, decision))
    if touched:
        refresh_readings(session, sorted(touched))
    bookmarks, *_ = [join_rows(other, session, table) for table in NAMED]
    return Joined(decisions=len(fresh), bookmarks=bookmarks)


def join_rows(other: Session, session: Session, table: Table) -> int:
    """Append the rows of a table that are known by their uid and not there yet; return how many."""
    known = set(session.scalars(select(table.c.uid)))
    rows = other.execute(select(table).order_by(table.c.id)).mappings()
    # The numbers are each record's own.
    fresh = [{name: row[name] for name in row if name != "id"} for row in rows if row["uid"] not in known]
    insert_rows(session, table, fresh)
    return len(fresh)


def moment(value: str) -> dt.datetime:
    """Return a moment of the record."""
    return dt.datetime.fromisoformat(value)

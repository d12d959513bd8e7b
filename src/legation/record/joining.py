"""One record taken into another: what it holds and this one lacks is appended with its own times, and merged.

The result depends on what the two hold, never on which was taken into which: documents, readings, decisions and
bookmarks are known by their content, and of two readings of a document the one made last counts.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Engine, Table, select

from legation.reading.claim import Reading
from legation.record import tables
from legation.record.accounts import load_readings
from legation.record.chunks import chunks
from legation.record.decisions import add_decision, load_decisions
from legation.record.derive import adopt_readings, refresh_readings
from legation.record.docket import place_decision
from legation.record.rederive import newest_readings
from legation.record.session import Session, reading, writing
from legation.record.view import get_document, get_original
from legation.record.writer import add_arrival, add_document, add_problem, add_reading, insert_rows

# Documents in one unit of work.
BATCH = 50
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
    """Append to `target` what `source` holds and it lacks; yield what each unit of work has appended."""
    with reading(source) as other:
        ids = list(
            other.scalars(select(tables.documents.c.id).order_by(tables.documents.c.added_at, tables.documents.c.id))
        )
        for some in chunks(ids, BATCH):
            with writing(target) as session:
                yield join_documents(other, session, some)
        with writing(target) as session:
            join_problems(other, session)
            yield join_rulings(other, session)


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
        item = stored[key]
        held = Reading(
            document=get_document(other, document_id),
            mentions=tuple(item.mentions.values()),
            times=tuple(item.times.values()),
            quantities=tuple(item.quantities.values()),
            attributions=tuple(item.attributions.values()),
            claims=tuple(item.claims.values()),
        )
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

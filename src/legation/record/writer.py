"""Appends to the record. Every function is told the moment; nothing here changes or deletes a row of the history."""

import datetime as dt
import zlib
from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import Table, insert, select

from legation.documents.document import Document
from legation.reading.claim import Reading
from legation.record import tables
from legation.record.columns import columns_of
from legation.record.inserting import insert_rows as insert_rows
from legation.record.inserting import insert_values
from legation.record.rows import (
    Values,
    actor_row,
    attribution_values,
    claim_values,
    document_row,
    mention_values,
    quantity_values,
    time_values,
)
from legation.record.search import find_entries, index_words
from legation.record.session import Session

# The lists of a reading, the tables they go to and how their items become rows.
LISTS: tuple[tuple[str, Table, Callable[[int, Any], Values]], ...] = (
    ("mentions", tables.mentions, mention_values),
    ("times", tables.times, time_values),
    ("quantities", tables.quantities, quantity_values),
    ("attributions", tables.attributions, attribution_values),
    ("claims", tables.claims, claim_values),
)


def add_document(session: Session, document: Document, original: bytes, source: str, at: dt.datetime) -> bool:
    """Keep a document with its original bytes and where it came from; return whether the record did not have it.

    A document the record has gains an arrival if it comes from a place it has not come from before, else nothing.
    """
    is_new = not has_document(session, document.id)
    if is_new:
        insert_rows(session, tables.documents, [document_row(document, at.isoformat())])
        packed = {"document_id": document.id, "size": len(original), "data": zlib.compress(original)}
        insert_rows(session, tables.originals, [packed])
        entries = [(("document", document.id, None), words) for words in find_entries(document)]
        add_entries(session, entries)
    add_arrival(session, document.id, source, at)
    return is_new


def has_document(session: Session, document_id: str) -> bool:
    """Tell whether the record has a document."""
    query = select(tables.documents.c.id).where(tables.documents.c.id == document_id)
    return session.execute(query).first() is not None


def add_arrival(session: Session, document_id: str, source: str, at: dt.datetime) -> None:
    """Note where a document came from, once for each place."""
    table = tables.arrivals
    query = select(table.c.id).where(table.c.document_id == document_id, table.c.source == source)
    if session.execute(query).first() is None:
        insert_rows(session, table, [{"document_id": document_id, "source": source, "at": at.isoformat()}])


def add_problem(session: Session, source: str, reason: str, at: dt.datetime) -> None:
    """Note that something could not be read and why, once for each reason."""
    table = tables.problems
    query = select(table.c.id).where(table.c.source == source, table.c.reason == reason)
    if session.execute(query).first() is None:
        insert_rows(session, table, [{"source": source, "reason": reason, "at": at.isoformat()}])


def add_reading(session: Session, reading: Reading, version: str, at: dt.datetime) -> int | None:
    """Keep a reading and return its number; None, and nothing kept, if this version has read the document before."""
    table, document_id = tables.readings, reading.document.id
    query = select(table.c.id).where(table.c.document_id == document_id, table.c.version == version)
    if session.execute(query).first() is not None:
        return None
    row = {"document_id": document_id, "version": version, "at": at.isoformat()}
    number: int = session.execute(insert(table).values(row).returning(table.c.id)).scalar_one()
    add_actors(session, reading)
    for name, target, make in LISTS:
        rows = [(number, *make(place, item)) for place, item in enumerate(getattr(reading, name))]
        insert_values(session, target, columns_of(target), rows)
    add_entries(
        session, [(("claim", claim.id, number), reading.document.quote(claim.evidence)) for claim in reading.claims]
    )
    return number


def add_actors(session: Session, reading: Reading) -> None:
    """Keep the forms in which this reading names actors, as far as they are new."""
    rows = {row["key"]: row for row in (actor_row(mention.actor) for mention in reading.mentions if mention.actor)}
    known = set(session.execute(select(tables.actors.c.key).where(tables.actors.c.key.in_(rows))).scalars())
    fresh = [row for key, row in rows.items() if key not in known]
    insert_rows(session, tables.actors, fresh)
    add_entries(session, [(("actor", row["id"], None), row["name"]) for row in fresh])


def add_entries(session: Session, entries: Iterable[tuple[tuple[str, str, int | None], str]]) -> None:
    """Make texts findable: ((kind, reference, reading), text) each."""
    rows = [
        {"kind": kind, "ref": ref, "reading_id": number, "words": index_words(text)}
        for (kind, ref, number), text in entries
    ]
    insert_rows(session, tables.search_entries, [row for row in rows if row["words"]])

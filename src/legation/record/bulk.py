"""Many documents with their readings at once: every table gets the rows of all of them in one statement."""

import datetime as dt
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table, func, select

from legation.documents.document import Document
from legation.reading.claim import Reading
from legation.record import tables
from legation.record.accounts import Held
from legation.record.chunks import MOST, chunks
from legation.record.derive import adopt_readings
from legation.record.rows import (
    Row,
    actor_row,
    attribution_row,
    claim_row,
    document_row,
    mention_row,
    quantity_row,
    time_row,
)
from legation.record.search import find_entries
from legation.record.session import Session
from legation.record.writer import add_entries, insert_rows

# The lists of a reading, the tables they go to and how their items become rows.
LISTS: tuple[tuple[str, Table, Callable[[int, int, Any], Row]], ...] = (
    ("mentions", tables.mentions, mention_row),
    ("times", tables.times, time_row),
    ("quantities", tables.quantities, quantity_row),
    ("attributions", tables.attributions, attribution_row),
    ("claims", tables.claims, claim_row),
)


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


def load(session: Session, loads: Iterable[Load], version: str, at: dt.datetime) -> list[int]:
    """Keep documents the record does not have with their readings and merge their claims; return the new readings.

    Documents that the record has already are left as they are.
    """
    fresh = new_loads(session, loads)
    if not fresh:
        return []
    first = (session.scalar(select(func.max(tables.readings.c.id))) or 0) + 1
    moment = at.isoformat()
    keep_documents(session, fresh, moment)
    numbers = list(range(first, first + len(fresh)))
    rows = [
        {"id": number, "document_id": item.document.id, "version": version, "at": moment}
        for number, item in zip(numbers, fresh, strict=True)
    ]
    insert_rows(session, tables.readings, rows)
    keep_actors(session, fresh)
    for name, table, make in LISTS:
        insert_rows(session, table, list(rows_of(numbers, fresh, name, make)))
    add_entries(session, claim_entries(numbers, fresh))
    held = {number: Held(version, item.reading) for number, item in zip(numbers, fresh, strict=True)}
    adopt_readings(session, numbers, held)
    return numbers


def new_loads(session: Session, loads: Iterable[Load]) -> list[Load]:
    """Return the documents that the record does not have, each once."""
    by_id = {item.document.id: item for item in loads}
    table = tables.documents.c
    for some in chunks(sorted(by_id), MOST):
        for known in session.scalars(select(table.id).where(table.id.in_(some))):
            del by_id[known]
    return list(by_id.values())


def keep_documents(session: Session, loads: Sequence[Load], moment: str) -> None:
    """Keep documents, their originals, where they came from, and their words for the search."""
    insert_rows(session, tables.documents, [document_row(item.document, moment) for item in loads])
    packed = [
        {"document_id": item.document.id, "size": len(item.original), "data": zlib.compress(item.original, 1)}
        for item in loads
    ]
    insert_rows(session, tables.originals, packed)
    arrived = [{"document_id": item.document.id, "source": item.source, "at": moment} for item in loads]
    insert_rows(session, tables.arrivals, arrived)
    entries = [(("document", item.document.id, None), words) for item in loads for words in find_entries(item.document)]
    add_entries(session, entries)


def keep_actors(session: Session, loads: Sequence[Load]) -> None:
    """Keep the forms in which these readings name actors, as far as they are new."""
    actors = {mention.actor for item in loads for mention in item.reading.mentions if mention.actor}
    rows = {row["key"]: row for row in map(actor_row, sorted(actors, key=lambda actor: (actor.id, actor.name)))}
    known: set[str] = set()
    for some in chunks(sorted(rows), MOST):
        known |= set(session.scalars(select(tables.actors.c.key).where(tables.actors.c.key.in_(some))))
    fresh = [row for key, row in rows.items() if key not in known]
    insert_rows(session, tables.actors, fresh)
    add_entries(session, [(("actor", row["id"], None), row["name"]) for row in fresh])


def rows_of(
    numbers: Sequence[int], loads: Sequence[Load], name: str, make: Callable[[int, int, Any], Row]
) -> Iterable[Row]:
    """Yield the rows of one list of every reading."""
    for number, item in zip(numbers, loads, strict=True):
        for place, value in enumerate(getattr(item.reading, name)):
            yield make(number, place, value)


def claim_entries(numbers: Sequence[int], loads: Sequence[Load]) -> Iterable[tuple[tuple[str, str, int | None], str]]:
    """Yield the words of every claim for the search."""
    for number, item in zip(numbers, loads, strict=True):
        for claim in item.reading.claims:
            yield (("claim", claim.id, number), item.document.quote(claim.evidence))

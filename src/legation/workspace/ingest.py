"""Taking documents in: parsed, read and kept in batches, each batch one unit of work: kept whole or not at all."""

import datetime as dt
import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

from sqlalchemy import Engine

from legation.documents.document import Document
from legation.documents.options import Parsed
from legation.errors import UnreadableDocument
from legation.reading.claim import Reading
from legation.record import derive, view, writer
from legation.record.session import Session, reading, writing

log = logging.getLogger(__name__)

# Documents in one unit of work: enough to share its cost, few enough that a kill costs seconds of reading.
BATCH = 16


class Reads(Protocol):
    """What a reader can do, as far as taking in needs it."""

    @property
    def version(self) -> str:
        """The name under which its readings are kept apart from other readers'."""

    def read(self, document: Document) -> Reading:
        """Return everything the document says."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one thing that was added: a document (new to the record or not), or a reason why it is none.

    `claims` is how many claims its reading gave; None if it was not read this time.
    """

    source: str
    document: Document | None
    is_new: bool
    claims: int | None
    problem: str | None


@dataclass(frozen=True, slots=True)
class Item:
    """A parsed document on its way into the record, with its reading or the reason why there is none."""

    source: str
    parsed: Parsed
    reading: Reading | None
    problem: str | None


@dataclass(frozen=True, slots=True)
class Desk:
    """What taking in needs: the record, a reader loaded when first asked for, and a clock."""

    engine: Engine
    reader: Callable[[], Reads]
    clock: Callable[[], dt.datetime]


def ingest(desk: Desk, outcomes: Iterable[tuple[str, Parsed | UnreadableDocument]]) -> Iterator[Added]:
    """Keep what (argument, outcome) pairs hold; yield what became of each, in order, once it is safely kept."""
    rest = iter(outcomes)
    while batch := list(islice(rest, BATCH)):
        parsed = [outcome for _, outcome in batch if isinstance(outcome, Parsed)]
        items = {id(item.parsed): item for item in read_parsed(desk, parsed)}
        with writing(desk.engine) as session:
            added = [
                keep_item(session, desk, items[id(outcome)])
                if isinstance(outcome, Parsed)
                else keep_problem(session, desk, source, str(outcome))
                for source, outcome in batch
            ]
            adopt(session, [number for _, number in added])
        yield from (result for result, _ in added)
        log.info("%d documents taken in", len(batch))


def read_parsed(desk: Desk, parsed: Sequence[Parsed]) -> Iterator[Item]:
    """Read the documents that the record has no reading of; the others pass unread."""
    with reading(desk.engine) as session:
        known = view.read_ids(session, [outcome.document.id for outcome in parsed])
    for outcome in parsed:
        document = outcome.document
        source = document.path or document.url or document.id
        if document.id in known:
            yield Item(source, outcome, None, None)
        else:
            # The same text twice in one batch is read once.
            known.add(document.id)
            found, problem = read_document(desk.reader(), document, source)
            yield Item(source, outcome, found, problem)


def read_document(reader: Reads, document: Document, source: str) -> tuple[Reading | None, str | None]:
    """Return the reading of a document, or one line that says why it could not be read."""
    try:
        return reader.read(document), None
    except Exception as error:  # one document's bug must not cost the batch: logged in full, kept as its problem
        log.exception("%s: reading failed", source)
        return None, f"{source}: reading it failed ({type(error).__name__}); -v says more"


def keep_item(session: Session, desk: Desk, item: Item) -> tuple[Added, int | None]:
    """Keep a document and its reading; return what became of it and the reading's number."""
    document, now = item.parsed.document, desk.clock()
    is_new = writer.add_document(session, document, item.parsed.original, item.source, now)
    number = writer.add_reading(session, item.reading, desk.reader().version, now) if item.reading else None
    if item.problem:
        writer.add_problem(session, item.source, item.problem, now)
    claims = len(item.reading.claims) if item.reading else None
    return Added(item.source, document, is_new, claims, item.problem), number


def keep_problem(session: Session, desk: Desk, source: str, reason: str) -> tuple[Added, None]:
    """Keep that something could not be read."""
    name = problem_source(source, reason)
    writer.add_problem(session, name, reason, desk.clock())
    return Added(name, None, is_new=False, claims=None, problem=reason), None


def problem_source(argument: str, reason: str) -> str:
    """Return what a problem is about: the item its message names, or the argument."""
    name, _, rest = reason.rpartition(": ")
    return name if rest and name.startswith(argument) else argument


def adopt(session: Session, numbers: Iterable[int | None]) -> None:
    """Let new readings count."""
    fresh = [number for number in numbers if number is not None]
    if fresh:
        derive.adopt_readings(session, fresh)


def read_again(desk: Desk) -> Iterator[Added]:
    """Read what this version of the reader has not read yet, the first added first, and let the new readings count."""
    tried: set[str] = set()
    while True:
        with reading(desk.engine) as session:
            batch = view.unread_documents(session, desk.reader().version, BATCH + len(tried))
        documents = [document for document in batch if document.id not in tried][:BATCH]
        if not documents:
            return
        tried.update(document.id for document in documents)
        yield from keep_again(desk, documents)


def keep_again(desk: Desk, documents: Sequence[Document]) -> list[Added]:
    """Read these documents and keep their readings in one unit of work."""
    sources = [document.path or document.url or document.id for document in documents]
    found = [read_document(desk.reader(), *pair) for pair in zip(documents, sources, strict=True)]
    with writing(desk.engine) as session:
        added, numbers = [], []
        for document, source, (result, problem) in zip(documents, sources, found, strict=True):
            if result is not None:
                numbers.append(writer.add_reading(session, result, desk.reader().version, desk.clock()))
            if problem is not None:
                writer.add_problem(session, source, problem, desk.clock())
            claims = len(result.claims) if result else None
            added.append(Added(source, document, is_new=False, claims=claims, problem=problem))
        adopt(session, numbers)
    return added

"""Opening one report: its text, what the reading found in it, and the event each of its claims belongs to."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select

from legation.documents.document import Document
from legation.reading.claim import Reading
from legation.reading.explain import Explanation, explain
from legation.reading.reader import Reader
from legation.record import tables, view
from legation.record.accounts import load_accounts
from legation.record.event import Account, position
from legation.record.holdings import Arrival
from legation.record.library import Cursor, Held, list_documents
from legation.record.session import Session
from legation.record.shadow import ensure
from legation.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Leaf:
    """A report with its reading (None: not read yet) and its claims as decisions have them, in text order.

    `events` has the event of each claim by the claim's id; a claim that was rejected is in none.
    """

    document: Document
    arrivals: tuple[Arrival, ...]
    reading: Reading | None
    accounts: tuple[Account, ...]
    events: Mapping[str, str]


def open_report(workspace: Workspace, name: str) -> Leaf:
    """Return the report of an id, or of the first digits of one; NotInRecordError if there is none."""
    with workspace.looking() as session:
        document = view.get_document(session, name)
        ensure(session, documents=[document.id])
        arrivals = tuple(view.find_arrivals(session, document.id))
        try:
            number = view.current_reading(session, document.id)
        except view.NotInRecordError:
            return Leaf(document, arrivals, None, (), {})
        reading = view.get_reading(session, document.id)
        accounts = load_accounts(session, [(number, claim.id) for claim in reading.claims])
        ordered = tuple(sorted(accounts, key=lambda account: (account.claim.trigger.start, position(account))))
        return Leaf(document, arrivals, reading, ordered, find_events(session, number))


def find_events(session: Session, number: int) -> dict[str, str]:
    """Return the event of each claim of a reading."""
    table = tables.event_claims.c
    rows = session.execute(select(table.claim_id, table.event_id).where(table.reading_id == number))
    return {row.claim_id: row.event_id for row in rows}


def list_reports(workspace: Workspace, limit: int, after: Cursor | None = None, since: str | None = None) -> list[Held]:
    """Return reports, the last added first."""
    with workspace.looking() as session:
        return list_documents(session, limit, after, since)


def explain_report(workspace: Workspace, document: Document) -> Explanation:
    """Read a report again and say why it is read so; the model is loaded if it is not yet.

    What is explained is how this version of the reader reads it: an older reading may have been another.
    """
    reader = workspace.reader
    if not isinstance(reader, Reader):
        message = f"{reader.version}: this reader cannot explain itself"
        raise ValueError(message)
    return explain(document, reader)

"""How analysts have graded the outlet each account stands in: beside the words, never in their place."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from sqlalchemy import select

from legation.actors.outlets import OutletBook, load_outlets
from legation.record import tables
from legation.record.chunks import MOST, chunks
from legation.record.event import Account
from legation.record.session import Session
from legation.record.sources import find_grades, grade_of

OUTLETS = "legation_outlets"


def tell_outlets(session: Session, load: Callable[[], OutletBook]) -> None:
    """Have a session tell outlets apart by a register other than the built-in one."""
    session.execution_options(**{OUTLETS: load})


def grade_accounts(session: Session, accounts: Sequence[Account]) -> Sequence[Account]:
    """Return accounts with the reliability that their outlet has been graded with, if somebody has graded it."""
    graded = {name: grade_of(found) for name, found in find_grades(session).items()}
    if not graded:
        return accounts
    book: OutletBook = session.get_execution_options().get(OUTLETS, load_outlets)()
    table, letters = tables.documents.c, dict[str, str | None]()
    for some in chunks(sorted({account.document_id for account in accounts}), MOST):
        for row in session.execute(select(table.id, table.outlet, table.url).where(table.id.in_(some))):
            outlet = book.find(row.outlet, row.url)
            letters[row.id] = graded.get(outlet.id) if outlet else None
    return [replace(account, reliability=letters[account.document_id]) for account in accounts]

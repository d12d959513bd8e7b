"""The log: who did what to what, when and from where. It only grows."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select

from legation.record.session import Session
from legation.workspace.team.accounts import stamp
from legation.workspace.team.tables import audit


@dataclass(frozen=True, slots=True)
class Deed:
    """One entry; `account` is a name, `action` a word such as "login", `address` where the request came from."""

    account: str
    action: str
    subject: str = ""
    project: str | None = None
    address: str = ""


@dataclass(frozen=True, slots=True)
class Logged:
    """An entry as it was kept, with its number and moment (ISO 8601, UTC)."""

    number: int
    at: str
    deed: Deed


def log_deed(session: Session, deed: Deed, at: dt.datetime) -> None:
    """Write an entry."""
    row = {
        "at": stamp(at),
        "account": deed.account[:80],
        "action": deed.action,
        "subject": deed.subject[:400],
        "project": deed.project,
        "address": deed.address,
    }
    session.execute(audit.insert().values(row))


def read_log(session: Session, limit: int = 100, before: int | None = None, account: str | None = None) -> list[Logged]:
    """Return entries, the newest first: those before a number, of one account's doing if it is named."""
    query = select(audit).order_by(audit.c.id.desc()).limit(limit)
    if before is not None:
        query = query.where(audit.c.id < before)
    if account:
        query = query.where(audit.c.account == account)
    return [
        Logged(row.id, row.at, Deed(row.account, row.action, row.subject, row.project, row.address))
        for row in session.execute(query)
    ]

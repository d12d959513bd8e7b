"""Sessions: a secret in a cookie stands for an account until one leaves, stays away too long, or the week is over."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select

from legation.record.session import Session
from legation.workspace.team.accounts import Account, get_account, stamp
from legation.workspace.team.passwords import digest, make_secret
from legation.workspace.team.tables import sessions

LONGEST = dt.timedelta(days=7)
IDLE = dt.timedelta(hours=12)
# A visit is written down no more often than this: most requests only read.
NOTED = dt.timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Visit:
    """A session that stands: whose, and when it was last written down (ISO 8601)."""

    account: Account
    token: str
    seen_at: str

    def is_stale(self, now: dt.datetime) -> bool:
        """Tell whether it is time to write the visit down again."""
        return self.seen_at <= stamp(now - NOTED)


def begin_session(session: Session, account: Account, address: str, at: dt.datetime) -> str:
    """Begin a session and return its secret, which is not kept; sessions that are over are cleared away."""
    over = (sessions.c.made_at <= stamp(at - LONGEST)) | (sessions.c.seen_at <= stamp(at - IDLE))
    session.execute(sessions.delete().where(over))
    secret = make_secret()
    row = {
        "token": digest(secret),
        "account_id": account.id,
        "made_at": stamp(at),
        "seen_at": stamp(at),
        "address": address,
    }
    session.execute(sessions.insert().values(row))
    return secret


def find_visit(session: Session, secret: str, now: dt.datetime) -> Visit | None:
    """Return the session of a secret; None if there is none, it is over, or its account is closed."""
    row = session.execute(select(sessions).where(sessions.c.token == digest(secret))).first()
    if row is None or row.made_at <= stamp(now - LONGEST) or row.seen_at <= stamp(now - IDLE):
        return None
    account = get_account(session, row.account_id)
    return Visit(account, row.token, row.seen_at) if account.is_open else None


def note_visit(session: Session, visit: Visit, at: dt.datetime) -> None:
    """Write down that a session is in use."""
    session.execute(sessions.update().where(sessions.c.token == visit.token).values(seen_at=stamp(at)))


def end_session(session: Session, secret: str) -> None:
    """End a session."""
    session.execute(sessions.delete().where(sessions.c.token == digest(secret)))

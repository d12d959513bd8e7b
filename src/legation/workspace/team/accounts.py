"""Accounts: who may come in, by which name and password."""

import datetime as dt
import re
import secrets
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, func, select

from legation.errors import LegationError
from legation.record.session import Session
from legation.workspace.team.passwords import UnfitError, check_password, fold, hash_password, is_dated, verify_password
from legation.workspace.team.tables import accounts, sessions

NAME = re.compile(r"[\w][\w.@+-]{1,63}")


class UnknownAccountError(LegationError):
    """No account, invitation or project of this name."""


@dataclass(frozen=True, slots=True)
class Account:
    """Who may come in: `name` is what one logs in with, `title` what others see."""

    id: str
    name: str
    title: str
    is_admin: bool
    made_at: str
    closed_at: str | None

    @property
    def is_open(self) -> bool:
        """Whether one may log in with it."""
        return self.closed_at is None


@dataclass(frozen=True, slots=True)
class Applicant:
    """What somebody gives to open an account."""

    name: str
    title: str
    password: str


def add_account(session: Session, applicant: Applicant, at: dt.datetime, *, is_admin: bool = False) -> Account:
    """Open an account; UnfitError for a name that is taken or unfit, or a password that is too weak."""
    name = fold(applicant.name)
    if not NAME.fullmatch(name):
        raise UnfitError("name", "a name has 2 to 64 letters, digits or . _ @ + -")
    if session.scalar(select(accounts.c.id).where(accounts.c.name == name)):
        raise UnfitError("taken", f"{name}: this name is taken", name=name)
    check_password(applicant.password, name)
    row = {
        "id": secrets.token_hex(8),
        "name": name,
        "title": applicant.title.strip()[:80] or name,
        "password": hash_password(applicant.password),
        "is_admin": is_admin,
        "made_at": stamp(at),
    }
    session.execute(accounts.insert().values(row))
    return get_account(session, name)


def get_account(session: Session, name: str) -> Account:
    """Return the account of a name (or id); UnknownAccountError if there is none."""
    where = (accounts.c.name == fold(name)) | (accounts.c.id == name)
    row = session.execute(select(accounts).where(where)).first()
    if row is None:
        raise UnknownAccountError(f"{name}: no account of this name")
    return make_account(row)


def list_accounts(session: Session) -> list[Account]:
    """Return every account by name, closed ones too."""
    return [make_account(row) for row in session.execute(select(accounts).order_by(accounts.c.name))]


def make_account(row: Row[Any]) -> Account:
    """Return an account of its row."""
    return Account(row.id, row.name, row.title, bool(row.is_admin), row.made_at, row.closed_at)


def find_entrant(session: Session, name: str, password: str) -> Account | None:
    """Return whose name and password these are; None if they are no open account's. Takes as long either way."""
    row = session.execute(select(accounts).where(accounts.c.name == fold(name)[:64])).first()
    is_right = verify_password(row.password if row else None, password)
    if row is None or not is_right or row.closed_at is not None:
        return None
    return make_account(row)


def renew_hash(session: Session, account: Account, password: str) -> None:
    """Hash a password anew if its hash was made with weaker settings."""
    kept = session.scalar(select(accounts.c.password).where(accounts.c.id == account.id))
    if kept and is_dated(kept):
        change = accounts.update().where(accounts.c.id == account.id)
        session.execute(change.values(password=hash_password(password)))


def set_password(session: Session, account: Account, password: str) -> None:
    """Give an account another password, and end its sessions."""
    check_password(password, account.name)
    change = accounts.update().where(accounts.c.id == account.id)
    session.execute(change.values(password=hash_password(password)))
    end_sessions(session, account)


def close_account(session: Session, account: Account, at: dt.datetime | None) -> None:
    """Close an account and end its sessions, or (None) open it again; the last admin's stays open."""
    if at is not None:
        keep_an_admin(session, account)
        end_sessions(session, account)
    change = accounts.update().where(accounts.c.id == account.id)
    session.execute(change.values(closed_at=stamp(at) if at else None))


def set_admin(session: Session, account: Account, *, is_admin: bool) -> None:
    """Make somebody an admin, or no longer one; the last one stays."""
    if not is_admin:
        keep_an_admin(session, account)
    session.execute(accounts.update().where(accounts.c.id == account.id).values(is_admin=is_admin))


def keep_an_admin(session: Session, account: Account) -> None:
    """Raise ValueError where nobody else could let people in."""
    others = (accounts.c.is_admin.is_(True)) & (accounts.c.closed_at.is_(None)) & (accounts.c.id != account.id)
    if account.is_admin and not session.scalar(select(func.count()).select_from(accounts).where(others)):
        raise UnfitError(
            "only_admin", f"{account.name} is the only admin: make somebody else one first", name=account.name
        )


def end_sessions(session: Session, account: Account) -> None:
    """End every session of an account."""
    session.execute(sessions.delete().where(sessions.c.account_id == account.id))


def stamp(at: dt.datetime) -> str:
    """Return a moment as the tables keep it."""
    return at.astimezone(dt.UTC).isoformat(timespec="seconds")

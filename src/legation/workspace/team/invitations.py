"""Invitations: a secret address that opens one account, once, before it expires."""

import datetime as dt
import secrets
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, and_, select

from legation.record.session import Session
from legation.workspace.team.accounts import Account, Applicant, UnknownAccountError, add_account, stamp
from legation.workspace.team.passwords import UnfitError, digest, make_secret
from legation.workspace.team.projects import join_project
from legation.workspace.team.roles import Role
from legation.workspace.team.tables import invitations

DAYS, MOST = 7, 90


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation as it stands; its secret is known to whoever was given the address alone."""

    id: str
    note: str
    role: Role
    project_id: str | None
    made_by: str
    made_at: str
    expires_at: str
    used_at: str | None
    used_by: str | None
    withdrawn_at: str | None

    def state(self, now: dt.datetime) -> str:
        """Return "used", "withdrawn", "expired" or "open"."""
        if self.used_at:
            return "used"
        if self.withdrawn_at:
            return "withdrawn"
        return "expired" if self.expires_at <= stamp(now) else "open"


@dataclass(frozen=True, slots=True)
class Offer:
    """What an invitation offers: a role (in a project, unless it is admin); `note` says whom it is for."""

    role: Role
    project_id: str | None = None
    note: str = ""
    days: int = DAYS


def invite(session: Session, offer: Offer, by: str, at: dt.datetime) -> tuple[Invitation, str]:
    """Make an invitation; return it with its secret, which is not kept."""
    if not 1 <= offer.days <= MOST:
        raise UnfitError("days", f"an invitation lasts 1 to {MOST} days", most=MOST)
    if (offer.role is Role.ADMIN) is not (offer.project_id is None):
        raise UnfitError(
            "no_project", "name the project that a reader, analyst or editor is invited to; an admin is so everywhere"
        )
    secret = make_secret()
    row = {
        "id": secrets.token_hex(8),
        "token": digest(secret),
        "note": offer.note.strip()[:200],
        "role": offer.role.value,
        "project_id": offer.project_id,
        "made_by": by,
        "made_at": stamp(at),
        "expires_at": stamp(at + dt.timedelta(days=offer.days)),
    }
    session.execute(invitations.insert().values(row))
    return get_invitation(session, row["id"] or ""), secret


def find_invitation(session: Session, secret: str, now: dt.datetime) -> Invitation:
    """Return the open invitation of a secret; UnknownAccountError if there is none, or none any more."""
    row = session.execute(select(invitations).where(invitations.c.token == digest(secret))).first()
    found = make_invitation(row) if row else None
    if found is None or found.state(now) != "open":
        raise UnknownAccountError("this invitation is used, withdrawn or expired: ask for another one")
    return found


def accept(session: Session, secret: str, applicant: Applicant, now: dt.datetime) -> Account:
    """Open the account an invitation offers; of two who try at once, one gets it."""
    found = find_invitation(session, secret, now)
    account = add_account(session, applicant, now, is_admin=found.role is Role.ADMIN)
    unused = and_(invitations.c.id == found.id, invitations.c.used_at.is_(None), invitations.c.withdrawn_at.is_(None))
    taken = session.execute(invitations.update().where(unused).values(used_at=stamp(now), used_by=account.name))
    if taken.rowcount != 1:
        raise UnknownAccountError("this invitation has been used a moment ago: ask for another one")
    if found.project_id is not None:
        join_project(session, found.project_id, account.id, found.role)
    return account


def withdraw(session: Session, invitation: Invitation, at: dt.datetime) -> None:
    """Have an open invitation open nothing any more."""
    session.execute(invitations.update().where(invitations.c.id == invitation.id).values(withdrawn_at=stamp(at)))


def get_invitation(session: Session, name: str) -> Invitation:
    """Return the invitation of an id; UnknownAccountError if there is none."""
    row = session.execute(select(invitations).where(invitations.c.id == name)).first()
    if row is None:
        raise UnknownAccountError(f"{name}: no invitation of this id")
    return make_invitation(row)


def list_invitations(session: Session) -> list[Invitation]:
    """Return every invitation, the newest first."""
    return [
        make_invitation(row)
        for row in session.execute(select(invitations).order_by(invitations.c.made_at.desc(), invitations.c.id))
    ]


def make_invitation(row: Row[Any]) -> Invitation:
    """Return an invitation of its row."""
    return Invitation(
        row.id, row.note, Role(row.role), row.project_id, row.made_by, row.made_at, row.expires_at, row.used_at,
        row.used_by, row.withdrawn_at,
    )  # fmt: skip

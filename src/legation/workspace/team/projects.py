"""Projects: records that people work on together, each with its members and their roles."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, select

from legation.record.session import Session
from legation.workspace.team.accounts import Account, UnknownAccountError, stamp
from legation.workspace.team.roles import MEMBERS, Role
from legation.workspace.team.tables import accounts, memberships, projects

ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


@dataclass(frozen=True, slots=True)
class Project:
    """A record with a short name for addresses and a title; `place` is its path or URL."""

    id: str
    title: str
    place: str
    closed_at: str | None


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody's role in a project."""

    project_id: str
    account: str
    role: Role


def add_project(session: Session, project: Project, at: dt.datetime) -> Project:
    """Open a project; ValueError for an id that is taken or unfit."""
    if not ID.fullmatch(project.id):
        raise ValueError(f"{project.id}: a project's id has 1 to 40 small letters, digits or hyphens")
    if session.scalar(select(projects.c.id).where(projects.c.id == project.id)):
        raise ValueError(f"{project.id}: there is a project of this id")
    title = project.title.strip()[:120] or project.id
    row = {"id": project.id, "title": title, "place": project.place, "made_at": stamp(at)}
    session.execute(projects.insert().values(row))
    return get_project(session, project.id)


def close_project(session: Session, project: Project, at: dt.datetime | None) -> None:
    """Close a project to its members, or (None) open it again; its record is left as it is."""
    change = projects.update().where(projects.c.id == project.id)
    session.execute(change.values(closed_at=stamp(at) if at else None))


def get_project(session: Session, name: str) -> Project:
    """Return the project of an id; UnknownAccountError if there is none."""
    row = session.execute(select(projects).where(projects.c.id == name)).first()
    if row is None:
        raise UnknownAccountError(f"{name}: no project of this id")
    return make_project(row)


def list_projects(session: Session) -> list[Project]:
    """Return every project by title, closed ones too."""
    return [make_project(row) for row in session.execute(select(projects).order_by(projects.c.title, projects.c.id))]


def make_project(row: Row[Any]) -> Project:
    """Return a project of its row."""
    return Project(row.id, row.title, row.place, row.closed_at)


def projects_of(session: Session, account: Account) -> dict[str, tuple[Project, Role]]:
    """Return the open projects somebody may enter, each with their role, by title."""
    found = [project for project in list_projects(session) if project.closed_at is None]
    if account.is_admin:
        return {project.id: (project, Role.ADMIN) for project in found}
    held = select(memberships).where(memberships.c.account_id == account.id)
    roles = {row.project_id: Role(row.role) for row in session.execute(held)}
    return {project.id: (project, roles[project.id]) for project in found if project.id in roles}


def join_project(session: Session, project_id: str, account_id: str, role: Role | None) -> None:
    """Give somebody a role in a project; None takes it away."""
    if role is not None and role not in MEMBERS:
        raise ValueError(f"{role}: in a project one is {', '.join(MEMBERS)}")
    key = (memberships.c.project_id == project_id) & (memberships.c.account_id == account_id)
    session.execute(memberships.delete().where(key))
    if role is not None:
        row = {"project_id": project_id, "account_id": account_id, "role": role.value}
        session.execute(memberships.insert().values(row))


def list_members(session: Session) -> Sequence[Member]:
    """Return every membership, by project and name."""
    query = (
        select(memberships.c.project_id, accounts.c.name, memberships.c.role)
        .join(accounts, accounts.c.id == memberships.c.account_id)
        .order_by(memberships.c.project_id, accounts.c.name)
    )
    return [Member(row.project_id, row.name, Role(row.role)) for row in session.execute(query)]

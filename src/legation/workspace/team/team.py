"""The team of a server: one method for each thing people do, each kept together with its entry in the log."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from legation.record.session import Session, reading, writing
from legation.workspace.team import accounts as people
from legation.workspace.team import audit, invitations, projects, sessions
from legation.workspace.team.accounts import Account, Applicant
from legation.workspace.team.audit import Deed
from legation.workspace.team.invitations import Invitation, Offer
from legation.workspace.team.passwords import UnfitError, fold
from legation.workspace.team.projects import Project
from legation.workspace.team.roles import Role
from legation.workspace.team.schema import open_accounts
from legation.workspace.team.sessions import Visit


def utc_now() -> dt.datetime:
    """Return the moment, in UTC."""
    return dt.datetime.now(dt.UTC)


class Team:
    """Accounts, invitations, sessions, projects and the log, in a database of their own."""

    def __init__(self, place: str, *, create: bool = False, clock: Callable[[], dt.datetime] = utc_now) -> None:
        """Open the accounts at a path or URL; `create` makes them where there are none. Raises BadRecord."""
        self.engine = open_accounts(place, create=create)
        self.clock = clock

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    @contextmanager
    def looking(self) -> Iterator[Session]:
        """One consistent look."""
        with reading(self.engine) as session:
            yield session

    @contextmanager
    def doing(self, deed: Deed) -> Iterator[Session]:
        """One unit of work, kept with its entry in the log or not at all."""
        with writing(self.engine) as session:
            yield session
            audit.log_deed(session, deed, self.clock())

    def note(self, deed: Deed) -> None:
        """Write an entry in the log for something done elsewhere."""
        with self.doing(deed):
            pass

    def log_in(self, name: str, password: str, address: str) -> tuple[Account, str] | None:
        """Begin a session; return whose it is and its secret, or None for a wrong name or password.

        The slow check of the password runs outside of the unit of work, which others wait for.
        """
        with self.looking() as session:
            account = people.find_entrant(session, name, password)
        if account is None:
            self.note(Deed(fold(name)[:64], "login refused", address=address))
            return None
        with self.doing(Deed(account.name, "login", address=address)) as session:
            people.renew_hash(session, account, password)
            return account, sessions.begin_session(session, account, address, self.clock())

    def visit(self, secret: str) -> Visit | None:
        """Return the session of a cookie's secret; None if it does not stand."""
        now = self.clock()
        with self.looking() as session:
            found = sessions.find_visit(session, secret, now)
        if found is not None and found.is_stale(now):
            with writing(self.engine) as session:
                sessions.note_visit(session, found, now)
        return found

    def log_out(self, account: Account, secret: str, address: str) -> None:
        """End a session."""
        with self.doing(Deed(account.name, "logout", address=address)) as session:
            sessions.end_session(session, secret)

    def change_password(self, account: Account, old: str, new: str, address: str) -> str:
        """Give oneself another password: every session ends, and the secret of a new one is returned.

        Raises UnfitError for a wrong old one or a weak new one.
        """
        with self.looking() as session:
            if people.find_entrant(session, account.name, old) is None:
                raise UnfitError("present", "the present password is another one")
        with self.doing(Deed(account.name, "password changed", address=address)) as session:
            people.set_password(session, account, new)
            return sessions.begin_session(session, account, address, self.clock())

    def reset_password(self, name: str, new: str, by: str) -> None:
        """Give somebody another password, from the command line."""
        with self.doing(Deed(by, "password reset", fold(name))) as session:
            people.set_password(session, people.get_account(session, name), new)

    def found(self, applicant: Applicant) -> Account:
        """Open the first account, an admin's; ValueError if there is one already."""
        with self.doing(Deed(fold(applicant.name), "team founded")) as session:
            if people.list_accounts(session):
                raise ValueError("this team has accounts: `legation team invite` lets more people in")
            return people.add_account(session, applicant, self.clock(), is_admin=True)

    def invite(self, offer: Offer, by: str, address: str = "") -> tuple[Invitation, str]:
        """Make an invitation; return it with its secret."""
        deed = Deed(by, "invited", f"{offer.note} as {offer.role}".strip(), offer.project_id, address)
        with self.doing(deed) as session:
            if offer.project_id is not None:
                projects.get_project(session, offer.project_id)
            return invitations.invite(session, offer, by, self.clock())

    def invitation(self, secret: str) -> Invitation:
        """Return the open invitation of a secret; UnknownAccountError if there is none."""
        with self.looking() as session:
            return invitations.find_invitation(session, secret, self.clock())

    def accept(self, secret: str, applicant: Applicant, address: str) -> tuple[Account, str]:
        """Open the account an invitation offers and log in; return the account and the session's secret."""
        deed = Deed(fold(applicant.name)[:64], "invitation accepted", address=address)
        with self.doing(deed) as session:
            account = invitations.accept(session, secret, applicant, self.clock())
            return account, sessions.begin_session(session, account, address, self.clock())

    def withdraw(self, invitation_id: str, by: str, address: str = "") -> None:
        """Withdraw an invitation."""
        with self.doing(Deed(by, "invitation withdrawn", invitation_id, address=address)) as session:
            invitations.withdraw(session, invitations.get_invitation(session, invitation_id), self.clock())

    def close_account(self, name: str, by: str, address: str = "", *, is_open: bool = False) -> None:
        """Close an account and end its sessions, or open it again."""
        deed = Deed(by, "account opened" if is_open else "account closed", fold(name), address=address)
        with self.doing(deed) as session:
            account = people.get_account(session, name)
            people.close_account(session, account, None if is_open else self.clock())

    def set_admin(self, name: str, by: str, address: str = "", *, is_admin: bool) -> None:
        """Make somebody an admin, or no longer one."""
        deed = Deed(by, "made admin" if is_admin else "admin no longer", fold(name), address=address)
        with self.doing(deed) as session:
            people.set_admin(session, people.get_account(session, name), is_admin=is_admin)

    def set_role(self, project_id: str, name: str, role: Role | None, deed: Deed) -> None:
        """Give somebody a role in a project, or (None) take it away."""
        with self.doing(deed) as session:
            account = people.get_account(session, name)
            projects.join_project(session, projects.get_project(session, project_id).id, account.id, role)

    def add_project(self, project: Project, by: str, address: str = "") -> Project:
        """Open a project."""
        with self.doing(Deed(by, "project added", project.title, project.id, address)) as session:
            return projects.add_project(session, project, self.clock())

    def close_project(self, project_id: str, by: str, address: str = "", *, is_open: bool = False) -> None:
        """Close a project to its members, or open it again."""
        deed = Deed(by, "project opened" if is_open else "project closed", project_id, project_id, address)
        with self.doing(deed) as session:
            project = projects.get_project(session, project_id)
            projects.close_project(session, project, None if is_open else self.clock())

    def projects_of(self, account: Account) -> dict[str, tuple[Project, Role]]:
        """Return the projects somebody may enter, with their roles."""
        with self.looking() as session:
            return projects.projects_of(session, account)

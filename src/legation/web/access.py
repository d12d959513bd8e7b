"""Who may do what: every route needs somebody, and in a team's house that is asked before any page is made."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from fastapi import HTTPException, Request
from fastapi.concurrency import run_in_threadpool

from legation.web.frame import PROJECT
from legation.web.limits import CHANGES, Counter
from legation.web.security import SAFE, session_secret
from legation.web.shelf import Holding, Shelf
from legation.workspace.team.accounts import Account
from legation.workspace.team.audit import Deed
from legation.workspace.team.projects import Project
from legation.workspace.team.roles import Role
from legation.workspace.team.team import Team


class Needs(Enum):
    """What a route asks of whoever calls it."""

    NOBODY = "anybody"
    VISITOR = "somebody logged in"
    READER = Role.READER
    ANALYST = Role.ANALYST
    EDITOR = Role.EDITOR
    ADMIN = Role.ADMIN


@dataclass(frozen=True, slots=True)
class Rule:
    """What routes below a path need to be looked at, and to change something."""

    path: str
    look: Needs
    change: Needs

    def fits(self, path: str) -> bool:
        """Tell whether a path is this one or below it."""
        return re.match(rf"{re.escape(self.path)}(?:/|$)", path) is not None


# The first that fits counts.
RULES = (
    Rule("/login", Needs.NOBODY, Needs.NOBODY),
    Rule("/invitations", Needs.NOBODY, Needs.NOBODY),
    Rule("/preferences", Needs.NOBODY, Needs.NOBODY),
    Rule("/logout", Needs.VISITOR, Needs.VISITOR),
    Rule("/account", Needs.VISITOR, Needs.VISITOR),
    Rule("/projects", Needs.VISITOR, Needs.VISITOR),
    Rule("/team", Needs.ADMIN, Needs.ADMIN),
    Rule("/add", Needs.EDITOR, Needs.EDITOR),
    Rule("/import", Needs.EDITOR, Needs.EDITOR),
    Rule("/sources", Needs.READER, Needs.EDITOR),
    Rule("", Needs.READER, Needs.ANALYST),
)


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody logged in, with the projects open to them and the one they are in."""

    account: Account
    secret: str
    projects: Mapping[str, tuple[Project, Role]]
    project: Project | None
    role: Role | None


class NotLoggedInError(Exception):
    """Nobody is logged in, where somebody must be."""


class NoProjectError(Exception):
    """No project is named, where a page is of one."""


def needs_of(method: str, path: str) -> Needs:
    """Return what a method on a route asks for."""
    rule = next(rule for rule in RULES if rule.fits(path))
    return rule.look if method in SAFE else rule.change


def check_access(request: Request) -> None:
    """Find who asks, and refuse what their role does not allow (a dependency of every route)."""
    team: Team | None = request.app.state.team
    if team is None:
        return
    needs = needs_of(request.method, route_path(request))
    visitor = request.state.visitor = find_visitor(request, team)
    check_pace(request, visitor)
    if needs is Needs.NOBODY:
        return
    if visitor is None:
        raise NotLoggedInError
    if needs not in {Needs.ADMIN, Needs.VISITOR}:
        if request.scope.get(PROJECT) is None:
            raise NoProjectError
        if visitor.role is None:
            # Who is no member does not learn that there is such a project.
            raise HTTPException(404)
    if not allows(visitor, needs):
        refuse(request, team, visitor)


def allows(visitor: Visitor | None, needs: Needs) -> bool:
    """Tell whether somebody has what a route asks for."""
    if needs is Needs.NOBODY:
        return True
    if visitor is None or needs is Needs.VISITOR:
        return visitor is not None
    if needs is Needs.ADMIN:
        return visitor.account.is_admin
    return visitor.role is not None and visitor.role.may(Role(needs.value))


def may(request: Request, method: str, path: str) -> bool:
    """Tell whether whoever asks may call another route; who is alone with a record may do all."""
    visitor: Visitor | None = getattr(request.state, "visitor", None)
    return request.app.state.team is None or allows(visitor, needs_of(method, path))


def demand(request: Request, method: str, path: str) -> None:
    """Refuse what asks for as much as another route does, where whoever asks may not call that one."""
    if not may(request, method, path):
        refuse(request, request.app.state.team, request.state.visitor)


def refuse(request: Request, team: Team, visitor: Visitor) -> None:
    """Refuse what a role does not allow, and note it in the log."""
    project = request.scope.get(PROJECT)
    team.note(Deed(visitor.account.name, "refused", subject_of(request), project, address_of(request)))
    raise HTTPException(403, "role")


def find_visitor(request: Request, team: Team) -> Visitor | None:
    """Return who has the session of the cookie; None if it has none that stands."""
    secret = session_secret(request)
    visit = team.visit(secret) if secret else None
    if visit is None or secret is None:
        return None
    found = team.projects_of(visit.account)
    project, role = found.get(request.scope.get(PROJECT) or "", (None, None))
    return Visitor(visit.account, secret, found, project, role)


def check_pace(request: Request, visitor: Visitor | None) -> None:
    """Refuse changes that come faster than people make them."""
    if request.method in SAFE:
        return
    counter: Counter = request.app.state.counter
    who = visitor.account.name if visitor else address_of(request)
    slow_down(counter.wait(f"changes {who}", CHANGES))


def slow_down(seconds: int) -> None:
    """Raise 429 if there are seconds to wait."""
    if seconds:
        raise HTTPException(429, headers={"Retry-After": str(seconds)})


def shelf_of(request: Request) -> Shelf | None:
    """Return the shelf a request's pages are made from; None outside of any project."""
    if request.app.state.team is None:
        shelf: Shelf = request.app.state.shelf
        return shelf
    visitor: Visitor | None = getattr(request.state, "visitor", None)
    if visitor is None or visitor.project is None:
        return None
    shelves: Shelves = request.app.state.shelves
    return shelves.get(visitor.project)


@dataclass(slots=True)
class Shelves:
    """The shelves of a team's projects; each record is opened when it is first asked for."""

    common: Holding
    held: dict[str, Shelf]

    def get(self, project: Project) -> Shelf:
        """Return the shelf of a project."""
        made = Shelf(Holding(project.place, self.common.lexicon, "", self.common.clock))
        # Of two threads that come first, both get the one that is kept.
        return self.held.setdefault(project.place, made)

    def close(self) -> None:
        """Let go of every record."""
        for shelf in self.held.values():
            shelf.close()


async def keep_log(request: Request, call_next: Any) -> Any:
    """Write a change that was made in the team's log (a middleware)."""
    answer = await call_next(request)
    team: Team | None = request.app.state.team
    visitor: Visitor | None = getattr(request.state, "visitor", None)
    # What the team's own pages change is logged where it is done.
    if (
        team is not None
        and visitor is not None
        and request.method not in SAFE
        and answer.status_code < 400
        and needs_of(request.method, request.url.path) in {Needs.ANALYST, Needs.EDITOR}
    ):
        project = visitor.project.id if visitor.project else None
        deed = Deed(visitor.account.name, "changed", subject_of(request), project, address_of(request))
        await run_in_threadpool(team.note, deed)
    return answer


def subject_of(request: Request) -> str:
    """Return what a request is about: its method and path."""
    return f"{request.method} {request.url.path}"


def route_path(request: Request) -> str:
    """Return the path of the route that answers, with its parameters' names."""
    return str(getattr(request.scope.get("route"), "path", request.url.path))


def address_of(request: Request) -> str:
    """Return the network address a request came from; a trusted proxy's is replaced by its client's."""
    return request.client.host if request.client else ""

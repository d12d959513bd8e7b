"""The entrance of a team's house: log in and out, accept an invitation, choose a project, change one's password."""

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, Response

from legation.web.access import Visitor, address_of, slow_down
from legation.web.limits import SAME_ADDRESS, SAME_NAME, SAME_PAIR, Counter
from legation.web.pages.preferences import own_path
from legation.web.room import Here
from legation.web.security import SESSION_COOKIE, TOKEN_COOKIE, drop_cookie, set_cookie
from legation.workspace.team.accounts import Applicant
from legation.workspace.team.passwords import SHORTEST, UnfitError, fold
from legation.workspace.team.team import Team

router = APIRouter()
Text = Annotated[str, Form(max_length=400)]


def team_of(request: Request) -> Team:
    """Return the team of a house that has one."""
    team: Team = request.app.state.team
    return team


def visitor_of(request: Request) -> Visitor:
    """Return who is logged in, on pages that need somebody."""
    visitor: Visitor = request.state.visitor
    return visitor


def told(room: Here, error: UnfitError) -> str:
    """Return why something was unfit, in the language of the interface."""
    return room.tongue(f"team.problems.{error.key}", **error.values)


def try_door(request: Request, name: str | None = None) -> str:
    """Count a try to come in and refuse too many: from an address, for a name, and for both; return the last's key."""
    counter: Counter = request.app.state.counter
    address = address_of(request)
    slow_down(counter.wait(f"in {address}", SAME_ADDRESS))
    pair = f"in {address} {fold(name or '')}"
    if name is not None:
        slow_down(counter.wait(pair, SAME_PAIR))
        slow_down(counter.wait(f"in name {fold(name)}", SAME_NAME))
    return pair


def let_in(room: Here, secret: str, path: str) -> Response:
    """Send somebody on with the cookie of a new session; the token from before log-in is over."""
    response = room.go(path)
    set_cookie(room.request, response, SESSION_COOKIE, secret)
    drop_cookie(room.request, response, TOKEN_COOKIE)
    return response


@router.get("/login", response_class=HTMLResponse)
def login(room: Here, back: str = "/projects") -> Response:
    """Show the log-in."""
    if room.visitor:
        return room.go(own_path(back))
    return room.show("pages/login.html", {"back": own_path(back), "name": "", "is_wrong": False})


@router.post("/login")
def log_in(room: Here, name: Text, password: Text, back: Text = "/projects") -> Response:
    """Begin a session."""
    pair = try_door(room.request, name)
    found = team_of(room.request).log_in(name, password, address_of(room.request))
    if found is None:
        return room.show("pages/login.html", {"back": own_path(back), "name": name, "is_wrong": True}, 401)
    counter: Counter = room.request.app.state.counter
    counter.forget(pair)
    return let_in(room, found[1], own_path(back))


@router.post("/logout")
def log_out(room: Here) -> Response:
    """End the session."""
    visitor = visitor_of(room.request)
    team_of(room.request).log_out(visitor.account, visitor.secret, address_of(room.request))
    response = room.go("/login")
    drop_cookie(room.request, response, SESSION_COOKIE)
    return response


@router.get("/invitations/{secret}", response_class=HTMLResponse)
def invitation(room: Here, secret: str) -> Response:
    """Show what an invitation offers, with the form that accepts it."""
    try_door(room.request)
    found = team_of(room.request).invitation(secret)
    return room.show("pages/invitation.html", {**INVITED, "invitation": found, "secret": secret})


INVITED = {"name": "", "title": "", "problem": None, "shortest": SHORTEST}


@router.post("/invitations/{secret}")
def accept(room: Here, secret: str, name: Text, password: Text, again: Text, title: Text = "") -> Response:
    """Open the account an invitation offers."""
    try_door(room.request)
    team = team_of(room.request)
    values = {**INVITED, "invitation": team.invitation(secret), "secret": secret, "name": name, "title": title}
    problem = None if password == again else room.tongue("account.differ")
    if problem is None:
        try:
            _, session = team.accept(secret, Applicant(name, title, password), address_of(room.request))
            return let_in(room, session, "/projects")
        except UnfitError as error:
            problem = told(room, error)
    return room.show("pages/invitation.html", {**values, "problem": problem}, 422)


@router.get("/projects", response_class=HTMLResponse)
def projects(room: Here) -> Response:
    """Show the projects one may enter."""
    return room.show("pages/projects.html", {"projects": list(visitor_of(room.request).projects.values())})


@router.get("/account", response_class=HTMLResponse)
def account(room: Here, done: Annotated[bool | None, Query()] = None) -> Response:
    """Show one's account, with the form that changes the password."""
    return room.show("pages/account.html", {"problem": None, "is_done": bool(done), "shortest": SHORTEST})


@router.post("/account/password")
def change_password(room: Here, old: Text, password: Text, again: Text) -> Response:
    """Change the password; every session ends, and this one begins anew."""
    mine = visitor_of(room.request).account
    try_door(room.request, mine.name)
    problem = None if password == again else room.tongue("account.differ")
    if problem is None:
        try:
            secret = team_of(room.request).change_password(mine, old, password, address_of(room.request))
            return let_in(room, secret, "/account?done=true")
        except UnfitError as error:
            problem = told(room, error)
    return room.show("pages/account.html", {"problem": problem, "is_done": False, "shortest": SHORTEST}, 422)

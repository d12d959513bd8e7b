"""What admins of a team see to: people, invitations, roles in projects, and the log."""

from typing import Annotated

from fastapi import APIRouter, Form, Query
from fastapi.responses import HTMLResponse, Response

from legation.web.access import address_of
from legation.web.pages.entrance import Text, team_of, told, visitor_of
from legation.web.room import Here
from legation.workspace.team import accounts, audit, invitations
from legation.workspace.team import projects as held
from legation.workspace.team.audit import Deed
from legation.workspace.team.invitations import Offer
from legation.workspace.team.passwords import UnfitError
from legation.workspace.team.roles import MEMBERS, Role

router = APIRouter(prefix="/team")
PAGE = 100


@router.get("", response_class=HTMLResponse)
def people(room: Here) -> Response:
    """Show who is in the team, who is invited, and who may do what where."""
    return show_people(room, None)


def show_people(room: Here, link: str | None, problem: str | None = None) -> Response:
    """Show the page of the team; `link` is the address of an invitation made just now, shown this once."""
    team = team_of(room.request)
    now = team.clock()
    with team.looking() as session:
        members = {(member.project_id, member.account): member.role for member in held.list_members(session)}
        values = {
            "accounts": accounts.list_accounts(session),
            "invitations": [(found, found.state(now)) for found in invitations.list_invitations(session)[:PAGE]],
            "projects": held.list_projects(session),
            "members": members,
        }
    shown = {
        "roles": MEMBERS,
        "address": link,
        "problem": problem,
        "days": invitations.DAYS,
        "max_days": invitations.MOST,
    }
    return room.show("pages/team.html", {**values, **shown}, 422 if problem else 200)


@router.post("/invitations")
def invite(
    room: Here, role: Annotated[Role, Form()], project: Text = "", note: Text = "", days: Annotated[int, Form()] = 7
) -> Response:
    """Make an invitation and show its address."""
    by = visitor_of(room.request).account.name
    offer = Offer(role, None if role is Role.ADMIN else project or None, note, days)
    try:
        _, secret = team_of(room.request).invite(offer, by, address_of(room.request))
    except UnfitError as error:
        return show_people(room, None, told(room, error))
    return show_people(room, room.absolute(f"/invitations/{secret}"))


@router.post("/invitations/{invitation}/withdraw")
def withdraw(room: Here, invitation: str) -> Response:
    """Withdraw an invitation."""
    team_of(room.request).withdraw(invitation, visitor_of(room.request).account.name, address_of(room.request))
    return room.go("/team")


@router.post("/accounts/{name}")
def change_account(
    room: Here,
    name: str,
    is_open: Annotated[bool | None, Form()] = None,
    is_admin: Annotated[bool | None, Form()] = None,
) -> Response:
    """Close an account or open it again; make somebody an admin or no longer one."""
    team, by, address = team_of(room.request), visitor_of(room.request).account.name, address_of(room.request)
    try:
        if is_open is not None:
            team.close_account(name, by, address, is_open=is_open)
        if is_admin is not None:
            team.set_admin(name, by, address, is_admin=is_admin)
    except UnfitError as error:
        return show_people(room, None, told(room, error))
    return room.go("/team")


@router.post("/projects/{project}/members")
def change_role(room: Here, project: str, name: Text, role: Text = "") -> Response:
    """Give somebody a role in a project, or take it away."""
    wanted = next((one for one in MEMBERS if one.value == role), None)
    by, address = visitor_of(room.request).account.name, address_of(room.request)
    deed = Deed(by, "role given" if wanted else "role taken", f"{name} {wanted or ''}".strip(), project, address)
    team_of(room.request).set_role(project, name, wanted, deed)
    return room.go("/team")


@router.get("/log", response_class=HTMLResponse)
def log(
    room: Here, before: Annotated[int | None, Query(ge=0, lt=2**31)] = None, account: Annotated[str, Query()] = ""
) -> Response:
    """Show the log, the newest first."""
    with team_of(room.request).looking() as session:
        entries = audit.read_log(session, PAGE + 1, before, account.strip() or None)
    older = entries[PAGE - 1].number if len(entries) > PAGE else None
    return room.show("pages/log.html", {"entries": entries[:PAGE], "older": older, "account": account})

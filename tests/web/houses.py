"""A team's house for tests: one account of each role in one project, and one who is in another."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
from fastapi import FastAPI
from fastapi.testclient import TestClient

from legation.record.session import writing
from legation.web.app import make_app
from legation.web.house import House, house_of
from legation.web.security import SESSION_COOKIE, TOKEN_HEADER
from legation.web.shelf import Holding
from legation.workspace.team.accounts import Applicant, get_account
from legation.workspace.team.invitations import Offer
from legation.workspace.team.projects import Project
from legation.workspace.team.roles import Role
from legation.workspace.team.sessions import begin_session
from legation.workspace.team.team import Team

PASSWORD = "four quiet words here"
HERE = "http://127.0.0.1"


def make_team(place: str, record: Path) -> None:
    """Make accounts: root the admin; rita, anja and ed in project gulf; olga in project nile."""
    team = Team(place, create=True)
    team.found(Applicant("root", "The admin", PASSWORD))
    team.add_project(Project("gulf", "The Gulf", str(record), None), "root")
    team.add_project(Project("nile", "The Nile", str(record.with_name("nile.db")), None), "root")
    members = (("rita", Role.READER, "gulf"), ("anja", Role.ANALYST, "gulf"), ("ed", Role.EDITOR, "gulf"))
    for name, role, project in (*members, ("olga", Role.EDITOR, "nile")):
        _, secret = team.invite(Offer(role, project), "root")
        team.accept(secret, Applicant(name, name.title(), PASSWORD), "")
    team.close()


@dataclass
class Estate:
    """A running application with its team."""

    app: FastAPI
    base: str
    folder: Path

    @property
    def team(self) -> Team:
        team: Team = self.app.state.team
        return team

    def browser(self, name: str | None = None) -> TestClient:
        """Return a browser in process, logged in as somebody, that does not follow redirects by itself."""
        client = TestClient(self.app, base_url=self.base, follow_redirects=False)
        if name is not None:
            with writing(self.team.engine) as session:
                secret = begin_session(session, get_account(session, name), "", self.team.clock())
            cookie = f"__Host-{SESSION_COOKIE}" if self.base.startswith("https") else SESSION_COOKIE
            client.cookies.set(cookie, secret)
        return client


@contextmanager
def open_estate(template: Path, folder: Path, site: str | None = None, **options: Any) -> Iterator[Estate]:
    """Open a house whose accounts and record are copies of a template's."""
    for name in ("team.db", "gulf.db"):
        shutil.copy(template / name, folder / name)
    house = house_of(site, accounts=str(folder / "team.db"))
    house = House(house.hosts, house.prefix, accounts=house.accounts, **options)
    app = make_app(Holding(str(folder / "none.db")), house)
    team: Team = app.state.team
    with team.engine.begin() as session:
        session.exec_driver_sql("UPDATE projects SET place = ? WHERE id = 'gulf'", (str(folder / "gulf.db"),))
    with TestClient(app, base_url=HERE):
        yield Estate(app, site.split("/", 3)[0] + "//" + site.split("/", 3)[2] if site else HERE, folder)


def post(client: TestClient, path: str, page: str | None = None, **data: str) -> httpx.Response:
    """Post a form as our own page does: with the token that a page carries."""
    return client.post(path, data=data, headers={TOKEN_HEADER: token_in(client, page or "/preferences-of-nobody")})


def token_in(client: TestClient, page: str) -> str:
    """Return the token in a page's forms (any page: that of an address that is not there has one too)."""
    text = client.get(page).text
    return text.split('name="token" value="', 1)[1].split('"', 1)[0]
